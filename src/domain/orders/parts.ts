/** The orders of a mail, apart from one another and from what is no order: one per line, sentence or semicolon. */
import { isClosing, isSignatureMark } from '../understand/fold-marks.ts'
import { foldText } from '../understand/newest-text.ts'
import { plain } from '../understand/plain.ts'
import { DAY_PATTERN } from './days.ts'
import { type Head, type Headed, headOf } from './heads.ts'
import type { OrderContext } from './order-context.ts'
import { quoted } from './words.ts'

export interface Part {
  /** As it was written. */
  readonly line: string
  readonly head: Head
  /** What is said, without the number or reference in front. */
  readonly said: string
  readonly place: Place
}

/** Below a closing phrase only what has a number or a reference can be an order; a block of names may hold one. */
export type Place = 'text' | 'name-block' | 'below-closing'

/** A person's answer to a digest is short; what lies behind these is not read. */
const MOST_PARTS = 200
const MOST_LINES = 500
const MOST_CHARACTERS = 2_000
/** Programs wrap at 72 to 78 columns. */
const WRAPPED = 60

export interface Parts {
  readonly parts: readonly Part[]
  /** Where reading ended before the end, in the writer's words; null: all was read. */
  readonly unread: string | null
}

export function partsOf(text: string, context: OrderContext): Parts {
  const lines = newestLines(text)
  const whole = unwrapped(lines.slice(0, MOST_LINES), context)
  const parts: Part[] = []
  for (const { line, place } of whole) {
    const here = partsOfLine(line, place, context)
    const room = MOST_PARTS - parts.length
    parts.push(...here.slice(0, room))
    if (here.length > room) return { parts, unread: quoted(here[room]?.line ?? line) }
    if (line.length > MOST_CHARACTERS) parts.push(tooLong(line))
  }
  const behind = lines.slice(MOST_LINES).find(({ line }) => line !== '')
  return { parts, unread: behind === undefined ? null : quoted(behind.line) }
}

/** What is left of a line that is longer than anybody's order: it is named, and read as nothing. */
function tooLong(line: string): Part {
  return { line: quoted(line.slice(MOST_CHARACTERS)), head: { head: 'none' }, said: '…', place: 'text' }
}

interface NewestLine {
  readonly line: string
  readonly place: Place
}

/** A digest's answer is short and often ends in an address: what folding takes for a signature is kept, with its place. */
function newestLines(text: string): readonly NewestLine[] {
  const folded = foldText(plain(text))
  const ranges = [
    ...folded.newest.map((range) => ({ ...range, signature: false })),
    ...folded.signature.map((range) => ({ ...range, signature: true })),
  ].sort((one, other) => one.from - other.from)
  return ranges.flatMap(({ from, to, signature }) => {
    const lines = folded.lines.slice(from, to).map((line) => line.trim())
    const end = lines.findIndex((line) => (signature && isClosing(line)) || isSignatureMark(line))
    const placeOf = (at: number) => (end >= 0 && at >= end ? 'below-closing' : signature ? 'name-block' : 'text')
    return lines.map((line, at) => ({ line, place: placeOf(at) }))
  })
}

/** Lines that a mail program wrapped, whole again. */
function unwrapped(lines: readonly NewestLine[], context: OrderContext): readonly NewestLine[] {
  const whole: NewestLine[] = []
  let room = false
  for (const { line, place } of lines) {
    const last = whole.at(-1)
    const goesOn =
      room && last !== undefined && /^[\p{Ll}("]|^\d{4}\b/u.test(line) && headOf(line, context).head.head === 'none'
    if (goesOn) whole[whole.length - 1] = { line: `${last.line} ${line}`, place: last.place }
    else if (line !== '') whole.push({ line, place })
    room = line.length >= WRAPPED
  }
  return whole
}

function partsOfLine(line: string, place: Place, context: OrderContext): readonly Part[] {
  const parts: Part[] = []
  let rest = line.slice(0, MOST_CHARACTERS).replace(/^\s*(?:[-*•·>]+|->|=>)\s+/, '')
  let inherited: Head = { head: 'none' }
  while (rest.trim() !== '' && parts.length <= MOST_PARTS) {
    const { head, rest: words }: Headed = headOf(rest.trim().replace(COURTESY, ''), context)
    const own: Head = head.head === 'none' ? inherited : head
    const cut = FREE_TEXT.test(words) ? endOfFreeText(words, context) : endOfPart(words, context, own)
    const said = words.slice(0, cut).trim()
    if (said !== '' || head.head !== 'none') {
      const written = rest.trim().slice(0, rest.trim().length - words.length + cut)
      parts.push({ line: written.replace(/[;,\s]+$/, ''), head: own, said, place })
    }
    inherited = own
    rest = words.slice(cut).replace(/^(?:[;,.!\s]|and\s+(?=[#\d]))+/i, '')
    if (cut === 0 && rest.trim() === words.trim()) break
  }
  return parts
}

/** Its words are the writer's own to the end of the line. */
const FREE_TEXT =
  /^\s*(?:(?:please\s+)?(?:add\s+(?:a\s+)?)?(?:note|comment|remark)\b|extend\b|(?:shift|move|set)\b[^;]*\breceipt\b)/i

const COURTESY = /^(?:(?:please|pls|also|and|then|finally)[,:]?\s+){1,3}(?=#?\d|\[?CLEC-)/i

/** A semicolon and a known number end even a note: an order must not vanish in it. */
function endOfFreeText(words: string, context: OrderContext): number {
  for (const found of words.matchAll(/;\s*#?(\d{1,3})\s*[:.)]?\s+(?=\p{L})/gu))
    if (context.lines.has(Number(found[1]))) return found.index
  return words.length
}

const ABBREVIATION =
  /(?:\s(?:no|nr)|(?:^|\s)(?:inc|co|corp|ltd|llc|l\.l\.c|dr|mr|mrs|ms|st|vs|e\.g|i\.e|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))$/i

/** Where the first order of a line ends: at a semicolon, at the end of a sentence, or before the next known number. */
function endOfPart(words: string, context: OrderContext, { head }: Head): number {
  const marks = /;|[.!](?=\s)|(?:,|\s+and|\s+then)?\s+(?=#?\d{1,3}\s*[:.)]?\s+\p{L})/giu
  for (const found of words.matchAll(marks)) {
    const at = found.index
    const before = words.slice(0, at)
    if (found[0] === ';') return at
    if (found[0] === '.' || found[0] === '!') {
      if (found[0] === '!' || !ABBREVIATION.test(before)) return at + 1
      continue
    }
    const next = words.slice(at + found[0].length)
    if (isNextLine(before, next, context) && (head !== 'none' || /\S/.test(found[0]) || !VERB_AT_END.test(before)))
      return at
  }
  return words.length
}

const ENDS_IN_QUESTION_OF_NUMBER =
  /\b(?:orders?|mails?|messages?|docket|case|no|nr|number|page|pages|undo|section|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|and|to|on|of|for|lines?)[.,]?$/i
/** "approve 1": without a comma the number belongs to the verb. */
const VERB_AT_END = /(?:^|\s)(?:approve|reject|send|ok|yes|no|drop|done|release)$/i
const DAY_AT_START = new RegExp(`^${DAY_PATTERN}\\b`, 'i')

function isNextLine(before: string, next: string, context: OrderContext): boolean {
  const number = Number(/^#?(\d{1,3})/.exec(next)?.[1])
  if (!context.lines.has(number) || before.trim() === '') return false
  return !ENDS_IN_QUESTION_OF_NUMBER.test(before.trim()) && !DAY_AT_START.test(next.replace(/^#/, ''))
}
