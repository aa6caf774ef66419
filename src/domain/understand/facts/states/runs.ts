/** Codes in a bare run: "IA NE ND OR SD WA", "IA? ND? OR?". What such a run holds are codes, also those that are words. */
import { CODES, WORDLIKE } from './names.ts'

const CODE = `(?:${[...CODES].join('|')})`
const RUN = new RegExp(`(?<![\\w/&'.-])${CODE}(?: {1,2}${CODE}){2,}(?![\\w/&'-])`, 'g')
/** Each with the same mark behind it, the last perhaps without. */
const MARKED = new RegExp(
  `(?<![\\w/&'.-])${CODE} ?([?;•·|]) {1,2}${CODE}(?: ?\\1 {1,2}${CODE})*(?: ?\\1)?(?![\\w/&'-])`,
  'g',
)
/** Words of a text that is all capitals: "WE ARE IN WA". */
const WORDS_IN_CAPITALS: ReadonlySet<string> = new Set(['IN', 'ME', 'OK', 'HI', 'OH', 'ID', 'PA', 'MA'])
/** Where a run begins and ends by itself, "OR" is at its end Oregon; "MN ND OR elsewhere" goes on in words. */
const ENDS_BEFORE = /(?:^|[:;,|(-]|\b(?:for|in|of)) ?$/
const ENDS_BEHIND = /^ ?(?:$|[.,;:?!|)-])/

/** "ND?" and "OR?", each a sentence of its own. */
const ASKED = /^\W*([A-Z]{2}) ?\?$/
const ASKED_BEFORE = /(?:^|[^\w/&'.-])([A-Z]{2}) ?\?$/

/** Where such codes stand in the text; `before` is the sentence above it. */
export function codesInRuns(text: string, before = ''): ReadonlySet<number> {
  const places = new Set<number>()
  const [, alone = ''] = ASKED.exec(text) ?? []
  if (CODES.has(alone) && CODES.has(ASKED_BEFORE.exec(before)?.[1] ?? '')) places.add(text.indexOf(alone))
  const isShouted = text === text.toUpperCase()
  for (const match of text.matchAll(RUN)) for (const at of ofRun(text, match, isShouted)) places.add(at)
  for (const match of text.matchAll(MARKED)) for (const at of ofMarked(match)) places.add(at)
  return places
}

interface Token {
  readonly code: string
  readonly at: number
}

function tokensOf(match: RegExpExecArray): Token[] {
  return [...match[0].matchAll(/[A-Z]{2}/g)].map((one) => ({ code: one[0], at: match.index + one.index }))
}

function ofRun(text: string, match: RegExpExecArray, isShouted: boolean): number[] {
  const all = tokensOf(match)
  const tokens = isShouted ? withoutWords(all) : all
  const plain = tokens.filter(({ code }) => !WORDLIKE.has(code))
  const isOne = plain.length > 1 || (plain.length === 1 && tokens.length > 3)
  if (!isOne) return []
  const [before, behind] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
  const isTwice = tokens.filter(({ code }) => code === 'OR').length > 1
  return tokens.flatMap(({ code, at }, nth) =>
    code === 'OR' && (isTwice || !isOregon(tokens, nth, { before, behind, isShouted })) ? [] : [at],
  )
}

/** In a text of capitals words may stand before and behind a run. */
function withoutWords(tokens: readonly Token[]): readonly Token[] {
  const areCodes = tokens.map(({ code }) => !WORDS_IN_CAPITALS.has(code))
  return tokens.slice(areCodes.indexOf(true), areCodes.lastIndexOf(true) + 1)
}

interface Around {
  readonly before: string
  readonly behind: string
  readonly isShouted: boolean
}

/** "UT OR NM" asks which; last but one in a text of capitals it is the word too, as it is twice in one run. */
function isOregon(tokens: readonly Token[], nth: number, { before, behind, isShouted }: Around): boolean {
  if (nth === 0) return ENDS_BEFORE.test(before)
  if (nth === tokens.length - 1) return ENDS_BEHIND.test(behind)
  return tokens.length > 3 && !(isShouted && nth === tokens.length - 2)
}

/** The word "or" has no mark behind it. */
function ofMarked(match: RegExpExecArray): number[] {
  const tokens = tokensOf(match)
  const plain = tokens.filter(({ code }) => !WORDLIKE.has(code))
  if (plain.length === 0 || tokens.some(({ code }) => code === 'OK')) return []
  return tokens
    .filter(({ code, at }, nth) => code !== 'OR' || nth < tokens.length - 1 || isMarked(match, at))
    .map(({ at }) => at)
}

function isMarked(match: RegExpExecArray, at: number): boolean {
  return /^ ?[?;•·|]/.test(match[0].slice(at - match.index + 2))
}
