/**
 * Makes the shipped model from the labelled mails, and the page that says what it is worth: `npm run model`. The same
 * mails give the same model.
 */
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { trainWith } from '../../src/flows/train.ts'
import { modelFromText, modelToText } from '../../src/learning/model-file.ts'
import { readAllLabelled } from '../../src/learning/read-examples.ts'
import { learningFolder, shippedExamples } from '../../src/learning/shipped.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import { confusionSvg } from './confusion-svg.ts'
import { judge } from './judge.ts'
import { page } from './page.ts'

const reader = createMailReader({ workers: 2, archiveDirectory: null })
const labelled = await readAllLabelled(shippedExamples(), reader)
await reader.close()
const options = { name: 'shipped', precision: 0.991, folds: 8 }
const { model, report } = trainWith(labelled, [], options, (what, done, of) => {
  process.stderr.write(`${what} ${done}/${of}\n`)
})
// What ships is the written model, without its small weights: that is what is judged on the mails held out.
const text = modelToText(model)
await writeFile(join(learningFolder(), 'shipped-model.jsonl'), text)
await writeFile(join('docs', 'confusion.svg'), confusionSvg(report.confusion))
await writeFile(
  join('docs', 'understanding.md'),
  page(report, labelled.length, await judge(await heldOut(), modelFromText(text, 'the model'))),
)

/** The folder of each set. */
async function heldOut(): Promise<string[]> {
  const found = await readdir(join('test', 'held-out'), { withFileTypes: true })
  return found
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join('test', 'held-out', name))
    .sort()
}
