/**
 * Which mails the whole program misses when it does not know their writers, and what they looked like to it: `npm run
 * misses` writes `docs/misses.md`. Each mail is judged by a model made from the mails of other writers.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { foldsByWriter } from '../../src/domain/learn/cross-validate.ts'
import type { Label } from '../../src/domain/learn/example.ts'
import { fitStates } from '../../src/domain/learn/fit-states.ts'
import { fitWeights } from '../../src/domain/learn/fit-weights.ts'
import { lessonOf } from '../../src/domain/learn/lesson.ts'
import { machineShare, sharesOf } from '../../src/domain/understand/model/model.ts'
import { readAllLabelled } from '../../src/learning/read-examples.ts'
import { shippedExamples, shippedModel } from '../../src/learning/shipped.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import { judgeEach } from './judge.ts'
import type { Unseen } from './misses-page.ts'
import { missesPage } from './misses-page.ts'

const FOLDS = 8

const reader = createMailReader({ workers: 2, archiveDirectory: null })
const labelled = await readAllLabelled(shippedExamples(), reader)
await reader.close()
const labelOf = new Map(labelled.map(({ name, label }) => [name, label as Label]))
const lessons = labelled.map(lessonOf)
const shipped = shippedModel()
const unseen: Unseen[] = []
for (const [at, part] of foldsByWriter(lessons, FOLDS).entries()) {
  const held = new Set(part)
  const others = lessons.filter((lesson) => !held.has(lesson))
  const model = { ...shipped, ...fitWeights(others), states: fitStates(others) }
  const asTheyCome = part.filter(({ isWhole, isMadeHard }) => isWhole && !isMadeHard)
  const shareOf = new Map(asTheyCome.map(({ name, features }) => [name, machineShare(sharesOf(model, features))]))
  const mails = asTheyCome.map(({ name }) => ({ name, label: labelOf.get(name) as Label }))
  for (const judged of await judgeEach(mails, shippedExamples(), model))
    unseen.push({ ...judged, machineShare: shareOf.get(judged.name) ?? 0 })
  process.stderr.write(`fold ${at + 1}/${FOLDS}\n`)
}
await writeFile(join('docs', 'misses.md'), missesPage(unseen, shipped))
