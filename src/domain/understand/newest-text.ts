import {
  isAttribution,
  isClosing,
  isDeviceLine,
  isDisclaimer,
  isDivider,
  isForwardDivider,
  isGreeting,
  isQuoted,
  isRule,
  isSignatureMark,
  mayStartAttribution,
  startsHeaderBlock,
} from './fold-marks.ts'
import { LINE_LIMIT, TEXT_LIMIT } from './limits.ts'
import { remembered } from './remembered.ts'

/** Lines `from` (included) to `to` (excluded), counted from 0 in `mail.text`. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** What a line of a mail is. */
export type LineSort = 'newest' | 'quoted' | 'signature' | 'disclaimer'

/**
 * A mail's text folded, never cut: every line belongs to exactly one of the four, in the order of the mail. Answers
 * written between `>` lines are newest text. Only the first 64 KB are folded; what lies behind is not read.
 */
export interface Folded {
  readonly lines: readonly string[]
  readonly newest: readonly LineRange[]
  readonly quoted: readonly LineRange[]
  readonly signature: readonly LineRange[]
  readonly disclaimer: readonly LineRange[]
  /** A "forwarded message" line stands above the quoted part. */
  readonly forwardMark: boolean
}

/** Folds a text in one pass over its lines; linear whatever the text is. */
export const foldText: (text: string) => Folded = remembered(foldAnew)

function foldAnew(text: string): Folded {
  const lines = text.slice(0, TEXT_LIMIT).split('\n').slice(0, LINE_LIMIT)
  const sorts: LineSort[] = new Array<LineSort>(lines.length).fill('newest')
  const forwardMark = markQuoted(lines, sorts)
  markDisclaimers(lines, sorts)
  markPictures(lines, sorts)
  markSignature(lines, sorts)
  const ranges = (sort: LineSort) => rangesOf(sorts, sort)
  return {
    lines,
    newest: ranges('newest'),
    quoted: ranges('quoted'),
    signature: ranges('signature'),
    disclaimer: ranges('disclaimer'),
    forwardMark,
  }
}

/** The lines of some ranges as text again. */
export function textOf(folded: Folded, ranges: readonly LineRange[]): string {
  return ranges.map((range) => folded.lines.slice(range.from, range.to).join('\n')).join('\n')
}

function markQuoted(lines: readonly string[], sorts: LineSort[]): boolean {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (isQuoted(line)) {
      sorts[at] = 'quoted'
      continue
    }
    if (isDivider(line) || startsHeaderBlock(lines, at)) {
      markRest(lines, sorts, at)
      return isForwardDivider(line)
    }
    const length = attributionLength(lines, at)
    if (length === 0) continue
    sorts.fill('quoted', at, at + length)
    if (!quoteFollows(lines, at + length)) {
      sorts.fill('quoted', at)
      return false
    }
    at += length - 1
  }
  return false
}

/** From a divider on all is old, and so is the rule drawn above it. */
function markRest(lines: readonly string[], sorts: LineSort[], at: number): void {
  let from = at
  while (from > 0 && (isRule(lines[from - 1] ?? '') || (lines[from - 1] ?? '').trim() === '')) from -= 1
  sorts.fill('quoted', from)
}

/** How many lines an attribution takes here: 0 when there is none, at most 3. */
function attributionLength(lines: readonly string[], at: number): number {
  const first = (lines[at] ?? '').trim()
  if (first === '') return 0
  if (first.endsWith(':') && isAttribution(first)) return 1
  if (!mayStartAttribution(first)) return 0
  let words = first
  for (let length = 2; length <= 3; length += 1) {
    const next = (lines[at + length - 1] ?? '').trim()
    if (next === '' || isQuoted(next)) return 0
    words = `${words} ${next}`
    if (next.endsWith(':') && isAttribution(words)) return length
  }
  return 0
}

/** Whether the next line with words is quoted with `>`. */
function quoteFollows(lines: readonly string[], at: number): boolean {
  for (let i = at; i < Math.min(at + 4, lines.length); i += 1) {
    if ((lines[i] ?? '').trim() !== '') return isQuoted(lines[i] ?? '')
  }
  return false
}

/** A signature begins at "-- ", after a closing phrase, or at a name block, and ends with the newest text. */
function markSignature(lines: readonly string[], sorts: LineSort[]): void {
  const block = lastNewestBlock(sorts, lines)
  if (block === null) return
  for (let at = block.from; at < block.to; at += 1) if (isDeviceLine(lines[at] ?? '')) sorts[at] = 'signature'
  const start = firstMark(lines, block) ?? firstClosing(lines, block) ?? nameBlock(lines, block)
  if (start !== null) fillNewest(sorts, start, block.to)
}

type Block = LineRange & { readonly first: number }

function firstMark(lines: readonly string[], block: Block): number | null {
  for (let at = block.first + 1; at < block.to; at += 1) if (isSignatureMark(lines[at] ?? '')) return at
  return null
}

function firstClosing(lines: readonly string[], block: Block): number | null {
  for (let at = Math.max(block.first + 1, block.to - 25); at < block.to; at += 1) {
    if (isClosing(lines[at] ?? '') && tailIsShort(lines, at + 1, block.to)) return at
  }
  return null
}

/** Without a closing phrase: the last paragraph, when all its lines are short and one carries a number or an address. */
function nameBlock(lines: readonly string[], block: Block): number | null {
  let from = block.to
  while (from > block.from && (lines[from - 1] ?? '').trim() !== '') from -= 1
  const tail = lines.slice(from, block.to)
  if (from <= block.from || tail.length < 2 || tail.length > 8) return null
  const contact = tail.some((line) => /\d{3}[ .)-]{1,2}\d{3}[ .-]\d{4}|@/.test(line))
  return contact && tail.every(isShortLine) ? from : null
}

function isShortLine(line: string): boolean {
  return line.length <= 90 && !/[.?!]\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(line) && !/[?!]$/.test(line.trim())
}

function fillNewest(sorts: LineSort[], from: number, to: number): void {
  for (let at = from; at < to; at += 1) if (sorts[at] === 'newest') sorts[at] = 'signature'
}

/** The last run of newest lines: `first` is its first line with words, blank lines at the end are left out. */
function lastNewestBlock(sorts: readonly LineSort[], lines: readonly string[]): Block | null {
  let to = sorts.length
  while (to > 0 && (sorts[to - 1] !== 'newest' || (lines[to - 1] ?? '').trim() === '')) to -= 1
  if (to === 0) return null
  let from = to
  while (from > 0 && sorts[from - 1] === 'newest') from -= 1
  let first = from
  while (first < to && (lines[first] ?? '').trim() === '') first += 1
  return { from, to, first }
}

/** Names, titles, numbers: at most twelve lines with words, none of them a long sentence, notices aside. */
function tailIsShort(lines: readonly string[], from: number, to: number): boolean {
  const tail = lines.slice(from, to).filter((line) => line.trim() !== '')
  const long = tail.filter((line) => line.length > 100)
  return tail.length <= 20 && long.every((line) => isDisclaimer(line))
}

function markDisclaimers(lines: readonly string[], sorts: LineSort[]): void {
  let from = 0
  for (let at = 0; at <= lines.length; at += 1) {
    const ends = at === lines.length || (lines[at] ?? '').trim() === '' || sorts[at] === 'quoted'
    if (!ends) continue
    // The first paragraph is never a notice: a lawyer's whole letter may speak of privilege.
    if (at > from && from > 0 && !isFirst(lines, sorts, from) && isDisclaimer(lines.slice(from, at).join(' '))) {
      // Below a name and a number in the same paragraph only the notice itself is folded away.
      const start = firstNoticeLine(lines, from, at)
      for (let i = start; i < at; i += 1) if (sorts[i] !== 'quoted') sorts[i] = 'disclaimer'
    }
    from = at + 1
  }
}

/** Nothing but "Dear Sirs," stands above it. */
function isFirst(lines: readonly string[], sorts: readonly LineSort[], from: number): boolean {
  const above = lines.slice(0, from).filter((line, at) => sorts[at] === 'newest' && line.trim() !== '')
  return above.length > 0 && above.every(isGreeting)
}

/** "[cid:logo.png@…]": what the text of an HTML mail keeps of a picture. */
function markPictures(lines: readonly string[], sorts: LineSort[]): void {
  for (let at = 0; at < lines.length; at += 1) {
    if (sorts[at] === 'newest' && /^\s{0,4}\[(?:cid|image)\s?:[^\]]{0,200}\]\s*$/.test(lines[at] ?? ''))
      sorts[at] = 'signature'
  }
}

function firstNoticeLine(lines: readonly string[], from: number, to: number): number {
  if ((lines[from] ?? '').length > 60 || isDisclaimer(lines[from] ?? '')) return from
  for (let at = from + 1; at < to; at += 1) if (isDisclaimer(lines[at] ?? '')) return at
  return from
}

function rangesOf(sorts: readonly LineSort[], sort: LineSort): LineRange[] {
  const ranges: LineRange[] = []
  let from = -1
  for (let at = 0; at <= sorts.length; at += 1) {
    if (sorts[at] === sort && from < 0) from = at
    if (sorts[at] !== sort && from >= 0) {
      ranges.push({ from, to: at })
      from = -1
    }
  }
  return ranges
}
