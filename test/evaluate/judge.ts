/** Lines of `inspect` for labelled mails. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createPictureReader } from '../../src/documents/picture/picture-reader.ts'
import type { Label } from '../../src/domain/learn/example.ts'
import type { Model } from '../../src/domain/understand/model/model.ts'
import { inspectMail } from '../../src/flows/inspect.ts'
import { readExamples } from '../../src/learning/read-examples.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import type { Judged } from './score.ts'

/** The mailbox that the labelled mails were written to. */
const OWN = 'intagree@example-ilec.example'

/** `name`: its set and its file, `corpus/d001`. */
export interface ToJudge {
  readonly name: string
  readonly label: Label
}

export async function judge(folders: readonly string[], model: Model): Promise<readonly Judged[]> {
  const reader = createMailReader({ workers: 2, archiveDirectory: null })
  const judged: Judged[] = []
  try {
    for (const folder of folders)
      judged.push(...(await judgeEach(await readExamples(folder, reader), dirname(folder), model)))
    return judged
  } finally {
    await reader.close()
  }
}

/** Of some mails of the sets below a folder. */
export async function judgeEach(mails: readonly ToJudge[], below: string, model: Model): Promise<readonly Judged[]> {
  const reader = createMailReader({ workers: 2, archiveDirectory: null })
  const pictures = createPictureReader({})
  const needs = { reader, pictures, world: { ownAddresses: [OWN], model }, clock: () => performance.now() }
  const judged: Judged[] = []
  try {
    for (const { name, label } of mails) {
      const file = join(below, `${name}.eml`)
      const { line } = await inspectMail(file, { bytes: await readFile(file) }, needs)
      judged.push({ name, label, line })
    }
    return judged
  } finally {
    await reader.close()
    await pictures.close()
  }
}
