/**
 * Runs of bare codes in which OR is Oregon: "IA NE ND OR SD WA", "IA? ND? OR?". Anywhere else two capitals do not tell it
 * from the word: "MN ND OR SD" asks for one of three.
 */
import type { Sentence } from '../../reading.ts'
import { CODES, INCUMBENT_STATES, WORDLIKE } from './names.ts'

/** IN, ME and OK are words in any company; OR, ID and CO are states of the carrier. */
const COUNTED: ReadonlySet<string> = new Set(
  [...CODES].filter((code) => !WORDLIKE.has(code) || INCUMBENT_STATES.includes(code)),
)
const CODE = `(?:${[...COUNTED].join('|')})`
const [BEFORE, BEHIND] = ["(?<![\\w/&'.-])", "(?![\\w/&'-])"]
/** Set off by nothing, or by one mark all along. */
const RUN = new RegExp(`${BEFORE}${CODE}(?: {1,2}${CODE}){3,}${BEHIND}`, 'g')
const MARKED = new RegExp(`${BEFORE}${CODE} ?([;•·|]) ?${CODE}(?: ?\\1 ?${CODE}){2,}${BEHIND}`, 'g')
/** Each with a question mark of its own. */
const ASKED = new RegExp(`${BEFORE}${CODE} ?\\?(?: {1,2}${CODE} ?\\?){2,}`, 'g')

/** Then one of them is asked for, and "or" is the word. */
const CHOICE =
  /\b(?:either|whichever|whatever|which|whether|choose|chooses|choosing|choice|pick|is (?:it|that|this)|(?:one|any) of)\b/i
const CAPITALS = /(?<![\p{L}\d])\p{Lu}[\p{Lu}\d&]*\p{Lu}(?![\p{L}\d])/gu
/** Words of a subject that are written so in any text. */
const ALWAYS_CAPITAL = /^(?:ICAS?|ARF|NTA|LLC|INC|LP|CLECS?|OCN|ACNA|MFN)$/
/** What cuts off a part of a subject, and of a line. */
const [CUT_IN_SUBJECT, CUT] = [/ - |[|:;,()]/g, /\|/g]

/** Where the codes of such runs stand. */
export function codesInRuns(text: string, isSubject: boolean): ReadonlySet<number> {
  if (!/\bOR\b|\?/.test(text) || CHOICE.test(text)) return new Set()
  const runs = [...text.matchAll(RUN), ...text.matchAll(MARKED)].filter(
    (run) => isWithOregon(codesOf(run[0])) && !isShouted(text, run, isSubject),
  )
  const asked = [...text.matchAll(ASKED)].filter((run) => areSeveral(codesOf(run[0])))
  return new Set([...runs, ...asked].flatMap((run) => placesIn(run)))
}

function placesIn({ 0: run, index }: RegExpExecArray): number[] {
  return [...run.matchAll(/[A-Z]{2}/g)].map((code) => index + code.index)
}

function codesOf(run: string): string[] {
  return run.match(/[A-Z]{2}/g) ?? []
}

/** Each once, and some that are no words. */
function areSeveral(codes: readonly string[]): boolean {
  return new Set(codes).size === codes.length && codes.some((code) => !WORDLIKE.has(code))
}

/** The word stands before the last. */
function isWithOregon(codes: readonly string[]): boolean {
  const at = codes.indexOf('OR')
  return at > 0 && at < codes.length - 2 && areSeveral(codes) && codes.filter((code) => !WORDLIKE.has(code)).length > 1
}

/** "WE WANT TO ADOPT IN WY OR ID MT SD": in a text of capitals nothing tells a code from a word. */
function isShouted(text: string, run: RegExpExecArray, isSubject: boolean): boolean {
  const cut = isSubject ? CUT_IN_SUBJECT : CUT
  const before = text.slice(0, run.index).split(cut).at(-1) ?? ''
  const behind = text.slice(run.index + run[0].length).split(cut)[0] ?? ''
  const words = `${before} ${behind}`.match(CAPITALS) ?? []
  return words.some((word) => !COUNTED.has(word) && !(isSubject && ALWAYS_CAPITAL.test(word)))
}

const ENDS_ON_ONE = new RegExp(`${BEFORE}(${CODE}) ?\\?$`)
const IS_ONE = new RegExp(`^\\W{0,3}(${CODE}) ?\\?$`)

/** "Can you fill in the open ones: IA?", "ND?", "OR?": whether the code on which this sentence ends is of such a row. */
export function isAskedInRow(sentences: readonly Sentence[], at: number): boolean {
  const place = sentences[at]?.place
  const says = (nth: number, what: RegExp) => sentences[nth]?.place === place && what.test(sentences[nth]?.text ?? '')
  if (!says(at, ENDS_ON_ONE)) return false
  let [from, to] = [at, at]
  while (says(from, IS_ONE) && says(from - 1, ENDS_ON_ONE)) from -= 1
  while (says(to + 1, IS_ONE)) to += 1
  const row = sentences.slice(from, to + 1)
  const codes = row.map(({ text }) => ENDS_ON_ONE.exec(text)?.[1] ?? '')
  return codes.length > 2 && areSeveral(codes) && !CHOICE.test(row[0]?.text ?? '')
}
