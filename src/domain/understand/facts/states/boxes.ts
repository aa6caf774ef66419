/**
 * States that a form offers with boxes: "[x] ID [ ] OR", "Idaho (x)  Oregon ( )", or a sheet's rows "ID: x" above a bare
 * "MT". Those that are ticked are asked for, the others are not.
 */
import type { Place } from '../../reading.ts'
import type { StateMention } from './mentions.ts'
import { CODE_OF, CODES, STATES, WORDLIKE } from './names.ts'

interface Offered {
  readonly code: string
  /** As written, which tells a code that is a word too from a name. */
  readonly word: string
  readonly at: number
  readonly to: number
  readonly isTicked: boolean
  readonly row: string
}

const STATE = `(?:${STATES.map(([, name]) => name)
  .sort((a, b) => b.length - a.length)
  .join('|')}|[A-Z]{2})`
const NAMED = new RegExp(`(?<![\\p{L}\\d/&'-])${STATE}(?![\\p{L}\\d/&'])`, 'gu')
const TICK =
  '[☒☑✓✔]|\\[[ \\t]{0,3}[xX✓✔][ \\t]{0,3}\\]|\\([ \\t]{0,3}[xX✓✔][ \\t]{0,3}\\)|_{1,4}(?:[xX✓✔]|[A-Z]{2,3})_{1,4}'
const BLANK = '☐|\\[[ \\t]{0,3}\\]|\\([ \\t]{0,3}\\)|_{2,6}'
const BOX = new RegExp(TICK.concat('|', BLANK), 'g')
const TICKED_BEFORE = new RegExp(`(?:${TICK})[ \\t]{0,3}$`)
const BOX_BEFORE = new RegExp(`(?:${TICK}|${BLANK})[ \\t]{0,3}$`)
const BEHIND = '^(?: ?\\([A-Z]{2}\\))?[ \\t:]{0,3}'
const TICKED_BEHIND = new RegExp(`${BEHIND}(?:${TICK})`)
const BOX_BEHIND = new RegExp(`${BEHIND}(?:${TICK}|${BLANK})`)
/** "ID: x", "Idaho | yes", "Oregon" by itself. */
const ROW = new RegExp(
  `^[ \\t*•-]{0,6}(${STATE})(?: ?\\([A-Z]{2}\\))?[ \\t]{0,4}[:=|\\t]?[ \\t|]{0,4}(x|yes|y|true|[☒☑✓✔]|no?|false|-)?[ \\t|.]{0,4}$`,
  'i',
)
const YES = /^(?:x|yes|y|true|[☒☑✓✔])$/i
/** A box about where the company was formed chooses no state. */
const FORMED = /\b(?:incorporat|organi[sz]|form(?:ed|ation)|domicil|charter)/i

/** Lines of a text that are read. */
const MOST_LINES = 2_000
const LONGEST = 400

/** Empty where no state is ticked. */
export function boxedStatesIn(text: string, place: Place, from: string): StateMention[] {
  const lines = text.split('\n', MOST_LINES).filter((line) => line.length <= LONGEST && !FORMED.test(line))
  const rows = lines.flatMap(rowOf)
  const offered = [...lines.flatMap(boxesOf), ...(rows.length > 1 && rows.some(({ isTicked }) => isTicked) ? rows : [])]
  if (!offered.some(({ isTicked }) => isTicked)) return []
  return offered.map(({ code, at, isTicked, row }) => ({
    code,
    at,
    stance: isTicked ? ('labelled' as const) : ('elsewhere' as const),
    sentence: { place, from, text: row },
  }))
}

/** Boxes stand all before or all behind their states. */
function boxesOf(line: string): Offered[] {
  if (line.search(BOX) < 0) return []
  const named = statesIn(line)
  const [first] = named
  // "[ ] Negotiate OR [x] Adopt": no state.
  if (first === undefined || (named.length === 1 && isWord(first.word) && /\p{Ll}{3}/u.test(line))) return []
  const areBefore = haveBoxesBefore(line, named)
  return named.map((one) => {
    const isTicked = areBefore ? TICKED_BEFORE.test(line.slice(0, one.at)) : TICKED_BEHIND.test(line.slice(one.to))
    return { ...one, isTicked, row: line }
  })
}

/** "AZ  CO  [x] ID  MN" has its box before the state, as no more of them have one behind; "ID (x) OR ( ) WA (x)" has not. */
function haveBoxesBefore(line: string, named: readonly { readonly at: number; readonly to: number }[]): boolean {
  const before = named.map(({ at }) => BOX_BEFORE.test(line.slice(0, at)))
  const behind = named.filter(({ to }) => BOX_BEHIND.test(line.slice(to)))
  return before[0] === true || before.filter(Boolean).length >= behind.length
}

function statesIn(line: string): Omit<Offered, 'isTicked' | 'row'>[] {
  return [...line.matchAll(NAMED)].flatMap((match) => {
    const [word] = match
    const [at, to] = [match.index, match.index + word.length]
    const code = codeOf(word)
    // "Idaho (ID)" is one.
    const isEcho = /[A-Za-z] ?\($/.test(line.slice(0, at)) && line.startsWith(')', to)
    return code === null || isEcho ? [] : [{ code, word, at, to }]
  })
}

function rowOf(line: string): Offered[] {
  const [, word = '', mark = ''] = ROW.exec(line) ?? []
  const code = codeOf(word)
  const at = line.indexOf(word)
  return code === null ? [] : [{ code, word, at, to: at + word.length, isTicked: YES.test(mark), row: line }]
}

function codeOf(word: string): string | null {
  return CODES.has(word) ? word : (CODE_OF.get(word.toLowerCase()) ?? null)
}

function isWord(word: string): boolean {
  return WORDLIKE.has(word)
}
