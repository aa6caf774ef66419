/**
 * A certificate that names its own end falls on the day after it: the item is open again, the next reminder names it, and
 * a person hears of it, with the gates that were passed on it (domain 3.9, T1). Nothing else follows from it by itself.
 */
import { dayIn } from '../calendar/zone.ts'
import { applyAll } from '../casework/apply.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import { askedAgain } from '../casework/fallen-items.ts'
import { QUESTIONS } from '../casework/moot.ts'
import { endedProblem } from '../casework/proofs/in-force.ts'
import { caseClocks, certificateOverAt } from '../casework/summary.ts'
import type { AskWish } from '../decision.ts'
import { describeItem } from '../process/words.ts'
import { gatesFallen } from './gate-question.ts'

/** Nothing before that day, and where the paper names none. */
export function certificateOver(file: CaseFile, { timeZone }: DeskSettings, now: number): readonly CaseChange[] {
  const known = file.items.certification
  const over = certificateOverAt(caseClocks(file, timeZone), timeZone)
  if (file.closed !== null || known?.until === undefined || over === null || over > now) return []
  const problem = endedProblem(known.proof.attachment ?? 'The paper')
  const proof = { ...known.proof, page: null, quote: known.until.quote }
  const fallen: CaseChange = { change: 'item-problem', item: 'certification', at: now, problem, proof }
  return [fallen, ...askedAgain(file, applyAll(file, [fallen]), now)]
}

/** What a person hears of it. */
export function certificateAsked(
  file: CaseFile,
  changes: readonly CaseChange[],
  { timeZone }: DeskSettings,
): readonly AskWish[] {
  const fallen = changes.find((one) => one.change === 'item-problem')
  if (fallen?.change !== 'item-problem') return []
  const once = QUESTIONS.problem(file.ref, fallen.problem)
  const sentence = `${file.ref}: ${describeItem(fallen.item, file)}: ${fallen.problem} It stands there: "${fallen.proof.quote}".`
  return [
    { wish: 'ask-human', sort: 'entity', sentence, caseId: file.id, once },
    ...gatesFallen(file, applyAll(file, changes), (at) => dayIn(at, timeZone)),
  ]
}
