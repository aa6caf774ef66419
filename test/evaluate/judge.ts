/** Lines of `inspect` for folders of labelled mails. */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createPictureReader } from '../../src/documents/picture/picture-reader.ts'
import type { Model } from '../../src/domain/understand/model/model.ts'
import { inspectMail } from '../../src/flows/inspect.ts'
import { readExamples } from '../../src/learning/read-examples.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import type { Judged } from './score.ts'

/** The mailbox that the labelled mails were written to. */
const OWN = 'intagree@example-ilec.example'

export async function judge(folders: readonly string[], model: Model): Promise<readonly Judged[]> {
  const reader = createMailReader({ workers: 2, archiveDirectory: null })
  const pictures = createPictureReader({})
  const world = { ownAddresses: [OWN], model }
  const judged: Judged[] = []
  try {
    for (const folder of folders) {
      for (const { name, label } of await readExamples(folder, reader)) {
        const file = join(folder, `${basename(name)}.eml`)
        const needs = { reader, pictures, world, clock: () => performance.now() }
        const { line } = await inspectMail(file, { bytes: await readFile(file) }, needs)
        judged.push({ name, label, line })
      }
    }
    return judged
  } finally {
    await reader.close()
    await pictures.close()
  }
}
