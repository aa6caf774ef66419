/** A second look at what no sign gave away: does it read like the machine mail that people labelled? */

import type { Weighed } from './intents.ts'
import { DOUBT, type KindFinding } from './kind/finding.ts'
import { likeliest, type Model, sentencesFor } from './model/model.ts'
import { evidence } from './quote.ts'

/**
 * From `machineFrom` on it is a machine's; no person's mail of unknown writers reached that share. From `doubtFrom` on
 * it stays a person's, but a person looks before any machine answers.
 */
export function kindByModel(first: KindFinding, { shares, features, reading }: Weighed, model: Model): KindFinding {
  const { answer, share } = likeliest('kind', shares)
  if (answer === 'human' || share < model.doubtFrom) return first
  const isSure = share >= model.machineFrom
  const told = sentencesFor(model, features, 'kind', answer).slice(0, 2)
  const shown = told.flatMap(({ sentence: at }) => {
    const sentence = reading.sentences[at]
    return sentence === undefined ? [] : [evidence(isSure ? answer : DOUBT, sentence.from, sentence.text)]
  })
  if (isSure) return { kind: answer, evidence: shown }
  return { kind: 'human', evidence: first.evidence.length > 0 ? first.evidence : shown }
}
