/**
 * A mail that may not be answered and brings a matter: no machine writes, and somebody waits all the same. Whether it does
 * is taken from what was understood; how people ask is known by half only.
 */
import type { Wish } from '../decision.ts'
import type { Intent } from '../labels.ts'
import { askedIn } from '../no-answer/asks.ts'
import { newestWords } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import { changesAccount } from './account-change.ts'
import type { ArrivedMail } from './arrival.ts'
import { asksWhereItStands } from './copies-wanted.ts'
import { goesAlong, type Seen } from './seen.ts'

/** What wants an answer by itself; papers and notices may lie. */
const WANTS_ANSWER: ReadonlySet<Intent> = new Set([
  ...(['agreement-request', 'opt-in-inquiry', 'early-ordering-letter', 'amendment-request'] as const),
  ...(['status-inquiry', 'process-question'] as const),
])

/** No question, if another one is about the mail, or it wants nothing. */
export function askedInSilence(seen: Seen, sender: string): readonly Wish[] {
  const { unanswerable, arrived, home } = seen
  if (unanswerable === null || isAskedAnyway(seen)) return []
  const said = wanted(arrived, unanswerable.wantsPerson)
  if (said === null) return []
  const { ref, id } = home.lead
  const words = quote(said.words, 0).replace(/\.$/, '')
  return [
    {
      ...{ wish: 'ask-human', sort: 'answer', caseId: id, once: `question ${ref}` },
      sentence: `${sender} ${said.asks ? 'asks' : 'writes'} in ${ref}: "${words}". It got no answer: ${unanswerable.why}. Does it need one from you?`,
    },
  ]
}

/** Another question shows it; and nobody waits for an answer to what is none of our business. */
function isAskedAnyway(seen: Seen): boolean {
  const { understanding } = seen.arrived
  return (
    !goesAlong(seen) ||
    seen.notice !== null ||
    changesAccount(understanding) ||
    (seen.thread.thread === 'new' && asksWhereItStands(understanding)) ||
    understanding.intents.every(({ intent }) => intent === 'unrelated')
  )
}

interface Said {
  readonly words: string
  readonly asks: boolean
}

/** Its words that ask, or else those that were understood so; null: it wants no answer of anybody. */
function wanted({ mail, understanding }: ArrivedMail, wantsPerson: boolean): Said | null {
  const text = newestWords(mail)
  const asked = askedIn(text)
  if (asked !== null) return { words: asked, asks: true }
  const { intents, evidence } = understanding
  const matter = intents.find(({ intent }) => WANTS_ANSWER.has(intent))?.intent
  if (matter === undefined && !wantsPerson) return null
  return { words: evidence.find((one) => one.for === matter)?.quote ?? text.trim(), asks: false }
}
