/**
 * A letter that waits and answers a change of states ("drop Washington, add Idaho"): it speaks of the states that the mail
 * adds, or of those that it leaves, as the rule had it that wrote the letter (`changed-states.ts`). What the model thinks
 * of such a mail does not count. Pure.
 */
import type { WaitingLetter } from '../letter/waiting-letter.ts'
import type { Understanding } from '../understanding.ts'
import { answeredOf, askingFor } from './changed-states.ts'
import { opensMatter } from './home.ts'
import { statesOrdered } from './states-ordered.ts'

/** The letter with the mail as it was taken, and the cases that it speaks of; another letter as it is. */
export function asOfOrder(letter: WaitingLetter): WaitingLetter {
  const { answers, files } = letter
  if (answers === null || isSaidOtherwise(answers.understanding)) return letter
  const order = statesOrdered(answers.mail)
  if (order === null || order === 'unclear') return letter
  const fresh = files.filter(({ state, receivedAt }) => state !== null && receivedAt === answers.receivedAt)
  if (fresh.length > 0) {
    const added = fresh.flatMap(({ state }) => state ?? [])
    const asking = askingFor(answers, { added, asks: order.questions })
    return { ...letter, files: fresh, opened: true, answers: { ...answers, ...asking } }
  }
  const isLeft = (state: string) => !order.drops.has(state) && (order.only?.states.includes(state) ?? true)
  const left = files.filter(({ state }) => state === null || isLeft(state))
  if (left.length === 0) return letter
  const intents = answeredOf(answers, order.questions)
  const understanding = { ...answers.understanding, ...(intents.length > 0 ? { abstained: false, intents } : {}) }
  return { ...letter, files: left, answers: { ...answers, understanding } }
}

/** A person said that it wants something else: of that nothing is doubtful. */
function isSaidOtherwise(understanding: Understanding): boolean {
  const { abstained, intents } = understanding
  return !abstained && !opensMatter(understanding) && intents.every(({ confidence }) => confidence === 1)
}
