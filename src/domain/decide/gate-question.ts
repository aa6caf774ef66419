/** A proof fell on whose strength a gate was passed: a person hears which gate, on what proof, and what came after it. */
import { applyAll } from '../casework/apply.ts'
import type { CaseFile, Item } from '../casework/case-file.ts'
import { QUESTIONS } from '../casework/moot.ts'
import type { AskWish } from '../decision.ts'
import { itemWord } from '../orders/item-words.ts'
import { listed } from '../orders/words.ts'
import { placeInFile } from '../page-of.ts'
import { type Fallen, fallenGates } from '../process/passed-gates.ts'
import { inWords } from '../process/step.ts'
import { describeItem } from '../process/words.ts'
import type { Move } from './home.ts'

/** After a mail, or what a person said that a mail is. */
export function gatesFallenIn(moves: readonly Move[], dayOf: (at: number) => string): readonly AskWish[] {
  return moves.flatMap(({ touched: { file, opens }, changes }) =>
    opens ? [] : gatesFallen(file, applyAll(file, changes), dayOf),
  )
}

export function gatesFallen(before: CaseFile, after: CaseFile, dayOf: (at: number) => string): readonly AskWish[] {
  const fallen = fallenGates(before, after)
  return [...new Set(fallen.map(({ milestone }) => milestone))].map((milestone) => ({
    ...{ wish: 'ask-human', sort: 'milestone', caseId: after.id, once: QUESTIONS.gate(after.ref, milestone) },
    sentence: `${after.ref}: ${fallen
      .filter((one) => one.milestone === milestone)
      .map((one) => wordsOf(one, after, dayOf))
      .join(' ')} Nothing was undone by it, and nothing of it was said to them: say what becomes of it.`,
  }))
}

/** Put behind the confirmation of an order; '' where no gate fell. */
export function fallenGateWords(before: CaseFile, after: CaseFile): string {
  const milestones = [...new Set(fallenGates(before, after).map(({ milestone }) => itemWord(milestone)))]
  return milestones.length === 0
    ? ''
    : ` What was passed on it in ${after.ref} stays as it is (${listed(milestones)}), and a task asks what becomes of it.`
}

function wordsOf({ milestone, gate, passed, proofs }: Fallen, after: CaseFile, dayOf: (at: number) => string): string {
  const proved = proofs.map(({ item, was }) => {
    const now = after.items[item]?.problem ?? 'it was taken back'
    return `${describeItem(item, after)} (${byWhat(was, dayOf)}; now: ${now})`
  })
  const on = proved.length === 0 ? 'what the case said then' : listed(proved)
  return `"${describeItem(milestone, after)}" was passed (${byWhat(passed, dayOf)}) on ${on}, and that stands no more: ${inWords(gate.why, after)}`
}

function byWhat({ at, value, proof }: Item, dayOf: (at: number) => string): string {
  const { attachment, page, quote, messageId, by } = proof
  const where =
    messageId === null ? `by ${by}` : attachment === null ? 'by their mail' : `by ${placeInFile(attachment, page)}`
  const words = quote === '' || quote === attachment ? '' : `: "${quote}"`
  return `${where}${value === null ? '' : `, ${value}`}, ${dayOf(at)}${words}`
}
