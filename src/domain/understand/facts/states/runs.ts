/**
 * Runs of bare codes: "IA NE ND OR SD WA", "IA? ND? OR?". In one of four or more all are states, ID and CO too; OR is
 * Oregon where the word would join nothing: "MN ND OR SD" asks for one of three.
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

/** Right before the run: then one of them is asked for, and "or" is the word. */
const CHOICE_BEFORE =
  /\b(?:either|whether|choose|chooses|choosing|choice|pick|is (?:it|that|this)|(?:one|any|which)(?: \w+)? of|which(?: (?:state|one))?)(?: (?:of|in|for|from|these|those|them|the|between|is|it|state|please)){0,3}\W*$/i
/** Right behind it: "whichever is quickest"; "on whichever template is current" is of something else. */
const CHOICE_BEHIND =
  /^\W{0,3}(?:or )?(?:whichever|whatever) (?:\w+ )?(?:is|are|of|comes|goes|suits|works|you|we|one|state)\b/i
/** "States: ID MT OR WA" is a list, wherever OR stands in it. */
const LISTED = /\b(?:states?(?:\(s\))?(?: requested)?|as follows|the following) ?[:=|-] ?$/i
/** Where a list begins and ends, so that OR has nothing before it, or behind it, to join. */
const BEGINS = /(?:^|[:(|-] ?|\b(?:in|for|of|cover|covering|states?|are) )$/i
const ENDS = /^\s*(?:$|[.,;:!?)|-])/
const CAPITALS = /(?<![\p{L}\d])\p{Lu}[\p{Lu}\d&]*\p{Lu}(?![\p{L}\d])/gu
/** Words that are written so in any text. */
const ALWAYS_CAPITAL = /^(?:ICAS?|ARF|NTA|LLC|INC|LP|CLECS?|OCN|ACNA|MFN|QC|EQ)$/
const IN_SMALL = /\p{L}*\p{Ll}\p{L}*/gu
/** What cuts off a part of a subject, and of a line. */
const [CUT_IN_SUBJECT, CUT] = [/ - |[|:;,()]/g, /\|/g]

/** Where the codes of such runs stand. */
export function codesInRuns(text: string, isSubject: boolean): ReadonlySet<number> {
  if (!/\b[A-Z]{2}\W{1,3}[A-Z]{2}\b/.test(text)) return new Set()
  const runs = [...text.matchAll(RUN), ...text.matchAll(MARKED)].filter((run) => areSeveral(codesOf(run[0]), 2))
  const asked = [...text.matchAll(ASKED)].filter((run) => areSeveral(codesOf(run[0]), 1))
  const counted = runs.flatMap((run) => {
    const isOregon = isWithOregon(text, run) && !isShouted(text, run, isSubject)
    return placesIn(run).filter((at) => isOregon || text.slice(at, at + 2) !== 'OR')
  })
  return new Set([...counted, ...asked.flatMap(placesIn)])
}

function placesIn({ 0: run, index }: RegExpExecArray): number[] {
  return [...run.matchAll(/[A-Z]{2}/g)].map((code) => index + code.index)
}

function codesOf(run: string): string[] {
  return run.match(/[A-Z]{2}/g) ?? []
}

/** Each once, and some that are no words. */
function areSeveral(codes: readonly string[], some: number): boolean {
  return new Set(codes).size === codes.length && codes.filter((code) => !WORDLIKE.has(code)).length >= some
}

function isWithOregon(text: string, run: RegExpExecArray): boolean {
  const codes = codesOf(run[0])
  const before = text.slice(0, run.index)
  const behind = text.slice(run.index + run[0].length)
  if (CHOICE_BEFORE.test(before) || CHOICE_BEHIND.test(behind)) return false
  if (LISTED.test(before)) return true
  const at = codes.indexOf('OR')
  if (at === 0) return BEGINS.test(before)
  if (at === codes.length - 1) return ENDS.test(behind)
  // The word stands before the last.
  return at < codes.length - 2
}

/** "WE WANT TO ADOPT IN WY OR ID MT SD": in a text of capitals nothing tells a code from a word. */
function isShouted(text: string, run: RegExpExecArray, isSubject: boolean): boolean {
  const cut = isSubject ? CUT_IN_SUBJECT : CUT
  const before = text.slice(0, run.index).split(cut).at(-1) ?? ''
  const behind = text.slice(run.index + run[0].length).split(cut)[0] ?? ''
  const words = `${before} ${behind}`
  const isShout = (word: string) => !COUNTED.has(word) && !ALWAYS_CAPITAL.test(word)
  const shouted = (words.match(CAPITALS) ?? []).filter(isShout)
  // "Interested IN WA OR UT NM": the word before it will do.
  const next = /(\p{Lu}[\p{Lu}\d&]+)\W*$/u.exec(before)?.[1] ?? ''
  return shouted.includes(next) || (shouted.length > 0 && shouted.length >= (words.match(IN_SMALL) ?? []).length)
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
  return codes.length > 2 && areSeveral(codes, 1)
}
