/**
 * Scores `inspect` on folders of labelled mails (NAME.eml with NAME.json): `npm run evaluate -- [--misses] FOLDER…`.
 * Figures on mails that the model was made from flatter it; the page in docs says which those are.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPictureReader } from '../../src/documents/picture/picture-reader.ts'
import { inspectMail } from '../../src/flows/inspect.ts'
import { readExamples } from '../../src/learning/read-examples.ts'
import { shippedModel } from '../../src/learning/shipped.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import { figuresOf, type Judged, microF1 } from './score.ts'

const args = process.argv.slice(2)
const folders = args.filter((arg) => !arg.startsWith('--'))
if (folders.length === 0) {
  process.stderr.write('npm run evaluate -- [--misses] FOLDER…   folders of NAME.eml with NAME.json\n')
  process.exit(2)
}
const reader = createMailReader({ workers: 2, archiveDirectory: null })
const pictures = createPictureReader({})
const world = { ownAddresses: ['intagree@example-ilec.example'], model: shippedModel() }
const judged: Judged[] = []
const times: number[] = []
for (const folder of folders) {
  for (const { name, label } of await readExamples(folder, reader)) {
    const file = join(folder, `${name.slice(name.indexOf('/') + 1)}.eml`)
    const needs = { reader, pictures, world, clock: () => performance.now() }
    const { line } = await inspectMail(file, { bytes: await readFile(file) }, needs)
    judged.push({ name, label, line })
    times.push(line.ms)
  }
}
await reader.close()

const figures = figuresOf(judged)
for (const { name, right, of } of figures)
  process.stdout.write(
    `${name.padEnd(26)} ${String(right).padStart(5)} of ${String(of).padStart(5)}  ${percent(right / of)}\n`,
  )
process.stdout.write(`${'intents, micro-F1'.padEnd(26)} ${microF1(judged, 'intents').toFixed(3)}\n`)
process.stdout.write(`${'identifiers, F1'.padEnd(26)} ${microF1(judged, 'identifiers').toFixed(3)}\n`)
process.stdout.write(
  `${'milliseconds, median'.padEnd(26)} ${times.sort((a, b) => a - b)[times.length >> 1]?.toFixed(1)}\n`,
)
if (args.includes('--misses'))
  for (const { name, missed } of figures)
    for (const { mail, want, got } of missed)
      process.stdout.write(`${name}: ${mail}: ${want || '-'} taken for ${got || '-'}\n`)
process.exit(0)

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`.padStart(6)
}
