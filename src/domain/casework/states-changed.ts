/**
 * "Cancel our Wyoming request; keep Idaho", "drop Washington, add Idaho": what a mail takes back of a request and what
 * stays, state by state. Where the words leave any doubt about another state, the whole of it counts as taken back.
 */
import type { ReadMail } from '../mail.ts'
import { STATE_NAMES } from '../states.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import type { CaseFile } from './case-file.ts'
import { takesBack, type Withdrawal, withdrawal } from './withdrawal.ts'

const NAMES = Object.values(STATE_NAMES).sort((one, other) => other.length - one.length)
/** States, one or several, whatever follows. */
export const LISTED = `(?:${NAMES.join('|')})(?:(?:, (?:and |or )?| and | or | & |/)(?:${NAMES.join('|')}))*\\b`
const GOES_ON = '(?:stays?|remains?|goes|continues?|proceeds?|keeps?|stands|should|is|are|will)'
const ONE = `(?:the (?:states? of )?|for |in )?(?:${NAMES.join('|')})\\b(?! ${GOES_ON}\\b)`
/** "Idaho", "Oregon, Utah and Iowa": to the one whose own verb follows. */
export const STATES = `(?:${ONE})(?:(?:, (?:and |or )?| and | or | & |/)(?:${ONE}))*`

/** Not a paper of the state: "drop the Utah amendment". */
const NO_PAPER =
  '(?! (?:certificat|redline|amendment|form|questionnaire|page|cop(?:y|ies)|draft|list|order|docket|letter))'
/** To the end of the clause. */
const NEAR = '(?:(?!\\b(?:but|because|since|as|keep|add|include|and)\\b)[^.?!,;]){0,45}?'
const HAVE = "(?:we|I)(?:(?: have|'ve| are|'re)(?: now| hereby)?)?"
const GIVES_UP = [
  `\\b(?:scrap|drop|forget(?: about)?|skip|cancel|withdraw(?:s|ing)?|abandon|retract|rescind|leave out|take out|strike|remove|no longer (?:need|want|require)s?|${HAVE} (?:cancell?ed|cancell?ing|dropped|dropping|withdrew|withdrawn|abandoned))\\b${NEAR}\\b(?<states>${STATES})${NO_PAPER}`,
  `\\b(?:not|no longer|won't|n't)\\b${NEAR}\\b(?:go(?:ing)? into|enter(?:ing)?|launch(?:ing)? in|pursu\\w+|proceed\\w* (?:in|with)|go(?:ing)? ahead (?:in|with)|need|want|interested in)\\b${NEAR}\\b(?<states>${STATES})${NO_PAPER}`,
  `\\b(?:close|disregard|ignore)\\b${NEAR}\\b(?<states>${STATES}) (?:requests?|cases?|files?)\\b`,
  `(?<states>\\b(?:${NAMES.join('|')})\\b)[^.?!,;]{0,20}\\b(?:is|are) (?:off|out|cancell?ed|dropped|withdrawn|no longer (?:needed|wanted|planned))\\b`,
].map((one) => new RegExp(one, 'i'))
const NOT_FIRM = /\?\s*$|\b(?:if|unless|don't|do not|never) (?:we|you|forget|drop|cancel|skip|withdraw)\b/i
const STAYS = [
  `\\b(?:keep|add|include|leave|continue|proceed|go(?:ing)? (?:ahead|on|forward)|not)\\b[^.;,]{0,30}?\\b(?<states>${STATES})`,
  `\\b(?<states>${NAMES.join('|')})\\b (?:request |case )?${GOES_ON}\\b(?! (?:off|out|cancell?ed|dropped|withdrawn|no longer)\\b)`,
].map((one) => new RegExp(one, 'gi'))

export interface TakenBack {
  /** All that the mail is about. */
  readonly whole: Withdrawal | null
  /** States of which it is said while others stay, with the words. */
  readonly states: ReadonlyMap<string, string>
}

/** `request`: the cases that it may be about. */
export function takenBackIn(mail: ReadMail, request: readonly Pick<CaseFile, 'state' | 'closed'>[]): TakenBack {
  const open = request.filter(({ closed }) => closed === null)
  const isOurs = (state: string) => open.some((one) => one.state === state)
  const whole = withdrawal(mail)
  const states = new Map<string, string>()
  for (const sentence of newestSentences(mail)) {
    const found = NOT_FIRM.test(sentence) ? null : givenUpIn(sentence)
    const ours = (found?.states ?? []).filter(isOurs)
    if (whole !== null && takesBack(sentence) && isDoubtful(sentence, ours, open)) return { whole, states: new Map() }
    for (const state of ours) states.set(state, states.get(state) ?? found?.words ?? '')
  }
  const isAll = open.every(({ state }) => state !== null && states.has(state))
  return whole !== null && isAll ? { whole, states: new Map() } : { whole: null, states }
}

/** States that a mail takes back, each with the words; null: it takes back something else too. */
export function onlyStatesGivenUp(mail: ReadMail): ReadonlyMap<string, string> | null {
  const states = new Map<string, string>()
  for (const sentence of newestSentences(mail)) {
    const found = NOT_FIRM.test(sentence) ? null : givenUpIn(sentence)
    if (found === null && takesBack(sentence)) return null
    for (const state of found?.states ?? []) states.set(state, states.get(state) ?? found?.words ?? '')
  }
  return states
}

/** States that the first clause which takes something back names; null: none does. */
export function givenUpIn(sentence: string): { readonly states: readonly string[]; readonly words: string } | null {
  const found = GIVES_UP.map((one) => one.exec(sentence)).find((one) => one !== null)
  if (found === undefined || found === null) return null
  return { states: statesIn(found.groups?.states ?? ''), words: quote(sentence, found.index) }
}

/** Said of none of them, or not clearly of these alone: another state stands there, and nothing says that it goes on. */
function isDoubtful(sentence: string, ours: readonly string[], open: readonly Pick<CaseFile, 'state'>[]): boolean {
  const stay = STAYS.flatMap((one) =>
    [...sentence.matchAll(one)].flatMap(({ groups }) => statesIn(groups?.states ?? '')),
  )
  const others = statesIn(sentence).filter((state) => !ours.includes(state) && !stay.includes(state))
  return ours.length === 0 || open.some(({ state }) => state !== null && others.includes(state))
}

const ADDS = new RegExp(`\\b(?:add|include)\\b[^.?!,;]{0,20}?\\b(?<states>${STATES})`, 'gi')

/** States that the words may add to a request: as many cases may be opened. */
export function maybeAdded(mail: Pick<ReadMail, 'text'>): readonly string[] {
  return newestSentences(mail).flatMap((one) =>
    [...one.matchAll(ADDS)].flatMap(({ groups }) => statesIn(groups?.states ?? '')),
  )
}

/** USPS codes, as the words name them. */
export function statesIn(words: string): readonly string[] {
  const named = words.match(new RegExp(`\\b(?:${NAMES.join('|')})\\b`, 'gi')) ?? []
  return Object.entries(STATE_NAMES)
    .filter(([, name]) => named.some((one) => one.toLowerCase() === name.toLowerCase()))
    .map(([code]) => code)
}
