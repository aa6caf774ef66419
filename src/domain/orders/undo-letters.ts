/**
 * The letters of an order that is taken back: one that has not left is dropped; one that has gone cannot be recalled,
 * so a person hears that what it says holds no more, and to whom that has to be written.
 */
import type { AskWish, ReplyWish } from '../decision.ts'
import { actWords } from './answer.ts'
import type { Also } from './effects.ts'
import type { DraftView, OrderFacts, PastOrder } from './order-facts.ts'

/** What waits for its yes, its minute or another try. */
const HERE: ReadonlySet<DraftView['state']> = new Set(['draft', 'queued', 'retry'])
/** What nobody ever received. */
const NEVER_LEFT: ReadonlySet<DraftView['state']> = new Set(['rejected', 'refused'])

export interface LettersBack {
  readonly also: readonly Also[]
  readonly asks: readonly AskWish[]
  /** Put behind the confirmation; '' when no letter has gone. */
  readonly words: string
}

export function lettersBack(past: PastOrder, facts: OrderFacts): LettersBack {
  const letters = past.letters.flatMap((id) => facts.drafts.get(id) ?? [])
  const gone = letters.filter(({ state }) => !HERE.has(state) && !NEVER_LEFT.has(state))
  return {
    also: letters.filter(({ state }) => HERE.has(state)).map(({ id }) => ({ also: 'drop-draft', draft: id })),
    asks: gone.map((letter) => writeAgain(letter, past, facts)),
    words: gone.map(({ to }) => ` Its letter to ${to} has gone out and stays: a task says what to write.`).join(''),
  }
}

function writeAgain({ id, to, caseRef }: DraftView, past: PastOrder, facts: OrderFacts): AskWish {
  const sentence = `Order ${past.number} (${actWords(past.order)}) was taken back after its letter ${id} to ${to} had gone out. Tell ${to} what of it does not hold any more.`
  return { wish: 'ask-human', sort: 'milestone', caseId: facts.cases.get(caseRef ?? '')?.id ?? null, sentence }
}

/** What the confirmation of an order says of its letters, so that everybody knows what undo will do. */
export function lettersAhead(letters: readonly ReplyWish[]): string {
  return letters
    .map(({ to, state, delayMinutes }) => {
      if (state === 'draft') return ` A letter to ${to.address} waits for a yes; undo drops it.`
      return delayMinutes > 0
        ? ` A letter goes to ${to.address} in ${delayMinutes} minutes; undo drops it until then.`
        : ` A letter goes to ${to.address} at once; undo does not recall it.`
    })
    .join('')
}
