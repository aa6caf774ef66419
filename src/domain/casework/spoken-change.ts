/**
 * A change of states that words speak of without ordering it, or beside other things: "What happens if we add Idaho?",
 * "Bob wants to drop Washington", "the certificate is attached, please also add Idaho". A person reads what is meant.
 */
import type { ReadMail } from '../mail.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import type { CaseFile } from './case-file.ts'
import { isFirm } from './firm-words.ts'
import { OTHER_THING, STATES, spelledOut, statesIn } from './state-lists.ts'

export interface SpokenChange {
  readonly quote: string
  /** States that are new to the request; a state that goes has its case. */
  readonly fresh: readonly string[]
  /** Nothing but that no rule carries it out speaks against it. */
  readonly isFirm: boolean
}

const NEAR = '(?:(?!\\b(?:but|because|since|and)\\b)[^.?!,;]){0,30}?'
const COMES = new RegExp(`\\b(?:add(?:s|ed|ing)?|include)\\b${NEAR}\\b(?<states>${STATES})${OTHER_THING}`, 'i')
const GOES = new RegExp(
  `\\b(?:drop|cancel|withdraw|remov|scrap|abandon|skip|replac|swap|substitut)\\w*\\b${NEAR}\\b(?<states>${STATES})${OTHER_THING}`,
  'i',
)
/** "Replace Washington with Idaho": what comes stands at the end. */
const INSTEAD = new RegExp(
  `\\b(?:replac|swap|substitut)\\w*\\b[^.?!;]{0,60}\\b(?:with|for|by) (?<states>${STATES})`,
  'i',
)

/** Null: of no state is anything of the kind said. `request`: its cases, of which the open ones may go. */
export function spokenChange(
  mail: Pick<ReadMail, 'text'>,
  request: readonly Pick<CaseFile, 'state' | 'closed' | 'company'>[],
): SpokenChange | null {
  const companies = request.flatMap(({ company }) => company ?? [])
  const isOpen = (state: string) => request.some((one) => one.state === state && one.closed === null)
  for (const sentence of newestSentences(mail)) {
    const words = spelledOut(sentence)
    const named = (pattern: RegExp) => statesIn(pattern.exec(words)?.groups?.states ?? '')
    const fresh = [...named(COMES), ...named(INSTEAD)].filter((state) => request.every((one) => one.state !== state))
    const firm = isFirm(sentence, companies)
    // What goes by firm words is held for a person as it is.
    const goes = !firm && named(GOES).some(isOpen)
    if (fresh.length > 0 || goes) return { quote: quote(sentence), fresh, isFirm: firm }
  }
  return null
}
