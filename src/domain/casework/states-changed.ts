/**
 * "Cancel our Wyoming request; keep Idaho", "drop Washington, add Idaho": what a mail takes back of a request and what
 * stays, state by state. Where the words leave any doubt about another state, the whole of it counts as taken back.
 */
import type { ReadMail } from '../mail.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import type { CaseFile } from './case-file.ts'
import { isFirm } from './firm-words.ts'
import { EXCEPT, GOES_ON, NAME, NAMED, OTHER_THING, STATES, spelledOut, statesIn, THINGS } from './state-lists.ts'
import { BROUGHT, takesBack, type Withdrawal, withdrawal } from './withdrawal.ts'

/** What is called off, struck out or rescinded there is something else: "cancel the meeting about Utah". */
const OF_ELSE =
  'meetings?|calls?|appointments?|visits?|trips?|conferences?|webinars?|trainings?|invoices?|bills?|trunks?|circuits?|tickets?|redlines?|clauses?|sentences?|paragraphs?|(?<!under )sections?|commas?|mentions?|footnotes?|exhibits?|attachments?|amendments?|duplicates?|brackets?|POIs?'
/** To the end of the clause. */
const NEAR = `(?:(?!\\b(?:${EXCEPT}|because|since|as|keep|add|include|and|${OF_ELSE})\\b)[^.?!,;]){0,45}?`
const HAVE = "(?:we|I)(?:(?: have|'ve| are|'re)(?: now| hereby)?)?"
/** A paper is dropped in the mail, at an office, off; a state is left out of a call. */
const NOT_BROUGHT = `(?! (?:off|a (?:line|note|message|mail|call|copy))\\b| ${BROUGHT}| to you\\b| from (?:the|our|your|this) (?:\\w+ )?(?:agenda|call|meeting|invite|invitation|subject|cc|mailing list)\\b)`
const NOT_TODAY =
  "(?! (?:this (?:week|month|time|round)|today|tonight|tomorrow|next (?:week|time)|until|till|(?:in|on|for|during) (?:(?:the|our|this|next|today's|tomorrow's) )?(?:\\w+ )?(?:call|meeting|agenda|review|session))\\b)"
/** "Out for signature", "off to the commission", "out until Monday": it goes on. */
const OUT =
  '(?:off(?! (?:to|with|by|schedule|track|the ground|the presse?s?)\\b)|out(?! (?:for (?!now\\b|us\\b|good\\b|the time|the moment)|to\\b|with\\b|at\\b|by\\b|in\\b|on\\b|there\\b|until\\b|till\\b|sick\\b|(?:today|tomorrow|this week)\\b|of (?:the )?(?:offices?|town|date|order|service|stock|numbers?|compliance|sync)\\b)))'
/** "Cannot" is no wish. */
const NOT = "(?:\\b(?:not|no longer)|\\b(?:wo|do|does|did|would|is|are)n't)\\b"
const NOT_YET = '(?![^.?!;]{0,200}\\b(?:yet|until|till|before|unless|without)\\b)'
/** "Closed on Monday" is an office, "struck from the list" a word. */
const NOT_OF_LIST =
  '(?! (?:by|on|next|this)\\b)(?! (?:from|in|on|off|out of) (?:the |our |your |this )?(?:\\w+ )?(?:exhibit|section|list|subject|form|page|draft|clause|appendix|table)s?\\b)'
/** What is done with a state stands before it. */
const GIVES_UP = [
  `\\b(?:scrap|drop(?! (?:me|us|you|him|her|them|in|by|off|a|an)\\b)|forget(?: about)?|cancel|withdraw(?:s|ing)?|abandon|retract|rescind|leave out|take out|strike|remove|no longer (?:need|want|require)s?|${HAVE} (?:cancell?ed|cancell?ing|dropped(?! (?:off|by|in)\\b)|dropping(?! (?:off|by|in)\\b)|withdrew|withdrawn|abandoned))\\b${NEAR}\\b(?<states>${STATES})${OTHER_THING}${NOT_BROUGHT}`,
  `\\bskip\\b${NEAR}\\b(?<states>${STATES})${OTHER_THING}${NOT_TODAY}`,
  `${NOT}${NEAR}\\b(?:go(?:ing)? into|enter(?:ing)?|launch(?:ing)? in|pursu\\w+|proceed\\w* (?:in|with)|go(?:ing)? ahead (?:in|with))\\b${NEAR}\\b(?<states>${STATES})${OTHER_THING}${NOT_YET}`,
  `${NOT}${NEAR}\\b(?:needs?|wants?|requires?|interested in)\\b(?: (?:an? |any |the |our )?(?:\\w+ )?(?:agreements?|ICAs?|contracts?|requests?) (?:for|in|with|about))?(?: the| our)? (?<states>${STATES})${OTHER_THING}(?!['’]s\\b| (?:first|right away|this (?:week|month|year)|to|delayed|late|left|dropped|removed|cancell?ed|withdrawn|closed|out|off|held|stopped)\\b)${NOT_YET}`,
  `\\b(?:close|disregard|ignore)\\b${NEAR}\\b(?<states>${STATES}) (?:requests?|cases?|files?)\\b`,
].map((one) => new RegExp(one, 'gi'))
/** What became of a state stands behind it: "Utah is off". */
const IS_GIVEN_UP = [
  `(?<states>\\b${NAMED}\\b)(?:(?! (?:${THINGS}|but\\b|and\\b|so\\b|while\\b|(?:the |our )?${NAME}\\b))[^.?!,;]){0,20}\\b(?:is|are) (?:${OUT}|cancell?ed|dropped|withdrawn|no longer (?:needed|wanted|planned))\\b`,
  `(?<!\\b(?:in|for|from) )\\b(?<states>${NAMED})(?: (?:requests?|cases?|files?|applications?))? (?:is|are) not (?:needed|wanted|planned|required)\\b${NOT_YET}`,
].map((one) => new RegExp(one, 'dgi'))
/** What is to become of it: "Utah should be removed from our request". */
const SHOULD_GO = [
  `(?:^|[,;:] ?|\\b(?:and|but|so|also|then|that|our|the) )(?<states>${NAMED})(?: (?:requests?|cases?|files?|applications?))? (?:should|can|must|(?:is|are|has|have|needs?) to|will)(?: now| please)? be (?:removed|dropped|cancell?ed|withdrawn|closed|scrapped|deleted|struck|left out|taken (?:off|out))\\b${NOT_OF_LIST}${NOT_YET}`,
].map((one) => new RegExp(one, 'dgi'))
/** In the place of another: "swap Washington for Idaho", "use Idaho instead of Washington", "not Washington any more". */
const IS_REPLACED = [
  `\\b(?:replace|swap(?: out)?|exchange|switch(?: from)?)\\b (?:our |the )?(?<states>${STATES})(?: out)? (?:with|by|for|to) ${NAME}\\b${OTHER_THING}`,
  `\\bsubstitute (?<states>${STATES}) (?:with|by) ${NAME}\\b${OTHER_THING}`,
  `\\bsubstitute ${NAME} for (?<states>${STATES})${OTHER_THING}`,
  `\\b(?:use|take|add|include|want|need) ${NAME} (?:instead of|rather than|in place of) (?<states>${STATES})${OTHER_THING}`,
  `\\bnot (?<states>${STATES}) (?:any ?more|any longer)\\b`,
  `\\b(?<states>${NAMED}) (?:(?:is|are|gets?|(?:is|are) to be|(?:will|shall|should|can|has to|have to) be) )?(?:replaced|swapped|exchanged|substituted) (?:with|by|for) ${NAME}\\b${OTHER_THING}`,
  // "Washington out, Idaho in"
  `(?:^|[,;:] ?|\\band )(?:the |our )?(?<states>${NAMED}) out(?=\\s*(?:$|[.,;!]| and\\b| please\\b))`,
].map((one) => new RegExp(one, 'gi'))
const STAYS = [
  `\\b(?:keep|add|include|leave|continue|proceed|go(?:ing)? (?:ahead|on|forward)|not)\\b[^.;,]{0,30}?\\b(?<states>${STATES})`,
  `\\b(?<states>${NAME})\\b (?:request |case )?${GOES_ON}\\b(?! (?:off|out|cancell?ed|dropped|withdrawn|no longer)\\b)`,
].map((one) => new RegExp(one, 'gi'))

/** "We withdraw all our requests but Oregon": which go is said by what stays (`decide/states-ordered.ts`). */
const BUT_SOME = new RegExp(`\\b(?:all|everything|every)\\b[^.?!;]{0,40}\\b${EXCEPT} (?:the |our |for )?${NAME}`, 'i')

export interface TakenBack {
  /** All that the mail is about. */
  readonly whole: Withdrawal | null
  /** States of which it is said while others stay, with the words. */
  readonly states: ReadonlyMap<string, string>
}

type Asked = Pick<CaseFile, 'state' | 'closed' | 'company'>

/** `request`: the cases that it may be about. */
export function takenBackIn(mail: ReadMail, request: readonly Asked[]): TakenBack {
  const open = request.filter(({ closed }) => closed === null)
  const isOurs = (state: string) => open.some((one) => one.state === state)
  const companies = request.flatMap(({ company }) => company ?? [])
  const whole = withdrawal(mail)
  const states = new Map<string, string>()
  for (const sentence of newestSentences(mail)) {
    const found = isFirm(sentence, companies) ? givenUpIn(sentence) : null
    const ours = (found?.states ?? []).filter(isOurs)
    if (
      whole !== null &&
      takesBack(sentence) &&
      !BUT_SOME.test(spelledOut(sentence)) &&
      isDoubtful(sentence, ours, open)
    )
      return { whole, states: new Map() }
    for (const state of ours) states.set(state, states.get(state) ?? found?.words ?? '')
  }
  const isAll = open.every(({ state }) => state !== null && states.has(state))
  return whole !== null && isAll ? { whole, states: new Map() } : { whole: null, states }
}

/** States that a mail takes back, each with the words; null: it takes back something else too. */
export function onlyStatesGivenUp(mail: ReadMail, companies: readonly string[]): ReadonlyMap<string, string> | null {
  const states = new Map<string, string>()
  for (const sentence of newestSentences(mail)) {
    const found = isFirm(sentence, companies) ? givenUpIn(sentence) : null
    if (found === null && takesBack(sentence)) return null
    for (const state of found?.states ?? []) states.set(state, states.get(state) ?? found?.words ?? '')
  }
  return states
}

/** States that the first clause which takes something back names; null: none does. */
function givenUpIn(sentence: string): { readonly states: readonly string[]; readonly words: string } | null {
  const spelled = spelledOut(sentence)
  // A search is far cheaper, and most sentences give nothing up.
  const allOf = (patterns: readonly RegExp[]) =>
    patterns.flatMap((one) => (spelled.search(one) < 0 ? [] : [...spelled.matchAll(one)]))
  const found = [
    ...allOf(GIVES_UP).filter((one) => !isInExhibit(spelled, one)),
    ...allOf(IS_GIVEN_UP).filter((one) => !isInExhibit(spelled, one) && !isSpared(spelled, one)),
    ...allOf(SHOULD_GO).filter((one) => !isInPart(spelled, one) && !isSpared(spelled, one)),
    ...allOf(IS_REPLACED),
  ][0]
  return found === undefined
    ? null
    : { states: statesIn(found.groups?.states ?? ''), words: quote(sentence, found.index) }
}

const EXHIBIT = '(?:the |your )?(?:exhibit|appendix|schedule|clause|paragraph)s?'
const OPENS = new RegExp(`\\bin ${EXHIBIT}(?: [\\w.]{1,6})?(?: of [^.,;]{0,30})?,? (?:please )?(?:the |our )?$`, 'i')
const ENDS = new RegExp(`^,? (?:from|in|on|out of|off) ${EXHIBIT}\\b`, 'i')

/** "In Exhibit B, strike Utah", "strike Utah from Exhibit B": a comment on a paper. */
function isInExhibit(words: string, { 0: { length }, index }: RegExpExecArray): boolean {
  return OPENS.test(words.slice(0, index)) || ENDS.test(words.slice(index + length))
}

/** "In Exhibit A, Utah should be struck", "the word Utah should be deleted". */
function isInPart(words: string, { 0: { length }, index }: RegExpExecArray): boolean {
  const said = words.slice(0, index + length)
  return /\b(?:exhibit|section|page|clause|paragraph|draft|subject|word)\b[^.?!;]{0,60}$/i.test(said)
}

/** "Everything but Oregon and Utah is off". */
function isSpared(words: string, { indices, index }: RegExpExecArray): boolean {
  const before = words.slice(0, indices?.groups?.states?.[0] ?? index)
  return SPARES.test(before)
}

const SPARES = new RegExp(
  `\\b(?:all|everything|every|rest|others?)\\b[^.?!;]{0,40}\\b${EXCEPT} (?:[^.?!;,]{0,60} )?$`,
  'i',
)

/** Said of none of them, or not clearly of these alone: another state stands there, and nothing says that it goes on. */
function isDoubtful(sentence: string, ours: readonly string[], open: readonly Pick<CaseFile, 'state'>[]): boolean {
  const spelled = spelledOut(sentence)
  const stay = STAYS.flatMap((one) =>
    [...spelled.matchAll(one)].flatMap(({ groups }) => statesIn(groups?.states ?? '')),
  )
  const others = statesIn(spelled).filter((state) => !ours.includes(state) && !stay.includes(state))
  return ours.length === 0 || open.some(({ state }) => state !== null && others.includes(state))
}
