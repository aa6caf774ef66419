/**
 * Somebody names the day on which we received the request, or counts days from it: "you received it on March 2", "by our
 * count day 135 is August 14", and perhaps asks us to confirm it. No program confirms a day (T3, T13); a person sees both.
 */
import type { ReadMail } from '../mail.ts'
import { DAY_PATTERN, dayOf } from '../orders/days.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'

export interface SaidCount {
  /** Days since receipt, 0 for the receipt itself; `nine-months`: the end of arbitration. */
  readonly count: number | 'nine-months'
  /** `YYYY-MM-DD`; null: no day is named, and the receipt is to be confirmed. */
  readonly day: string | null
  readonly quote: string
}

export interface ReceiptCount {
  readonly said: readonly SaidCount[]
  /** It asks to confirm that, or the receipt of the request. */
  readonly asks: boolean
}

const CONFIRM =
  /\b(?:confirm(?:s|ed|ing|ation)?|acknowledg\w+|verify|agree(?:s|d)?|concur\w*|correct\?|right\?|stipulat\w+)(?!\w)/i
const OF_REQUEST = /\b(?:receipt|received)\b[^.?!]{0,60}\brequest\b|\brequest\b[^.?!]{0,60}\b(?:receipt|received)\b/i
const DAY_NUMBER = /\bday (?:no\.? ?|number )?(\d{2,3})\b|\b(\d{2,3})(?:st|nd|rd|th)[- ]day\b/i
const OPENS = /\b(?:window|period)\b[^.?!]{0,40}\b(?:opens?|begins?|starts?)\b/i
const CLOSES = /\b(?:window|period)\b[^.?!]{0,80}\b(?:closes?|ends?|expires?|runs? out)\b/i
const WINDOW = /\barbitrat\w+|\b252\b|\bpetition/i
const NINE_MONTHS = /\b(?:nine|9)[ -]months?\b/i
const RECEIVED = /\b(?:receipt|received|delivered)\b/i
const SAID_DAY = new RegExp(`\\b(${DAY_PATTERN})`, 'gi')
/** Told of a mail of ours, or of papers. */
const OF_OURS = /\b(?:we|I) (?:have )?received\b|\breceived (?:from you|your)\b/i

/** `today`: the day on which it came. Null: nothing is counted, and no receipt of a request is to be confirmed. */
export function receiptCount(mail: Pick<ReadMail, 'text'>, today: string): ReceiptCount | null {
  const sentences = newestSentences(mail)
  const said = sentences.flatMap((sentence) => countsIn(sentence, today))
  const counted = said.filter(({ day }) => day !== null)
  if (said.length === 0) return null
  return {
    said: counted.length > 0 ? counted : said.slice(0, 1),
    asks: sentences.some((sentence) => CONFIRM.test(sentence)),
  }
}

function countsIn(sentence: string, today: string): readonly SaidCount[] {
  const told = whatIsCounted(sentence)
  const days = told.length === 0 ? [] : daysIn(sentence, today)
  const counted = told.map(({ count, at }) => ({ count, named: nearest(days, at) }))
  // Of two that would have the same day the nearer one has it.
  const own = counted.filter(
    ({ named }) =>
      named !== null && !counted.some((other) => other.named?.day === named.day && other.named.apart < named.apart),
  )
  if (own.length > 0) return own.map(({ count, named }) => ({ count, day: named?.day ?? null, quote: quote(sentence) }))
  const asks = CONFIRM.test(sentence) && (OF_REQUEST.test(sentence) || counted.some(({ count }) => count === 0))
  return asks ? [{ count: 0, day: null, quote: quote(sentence) }] : []
}

function daysIn(sentence: string, today: string) {
  return [...sentence.matchAll(SAID_DAY)].flatMap(({ index, 1: text = '' }) => {
    const found = dayOf(text, today)
    return 'day' in found ? [{ day: found.day, at: index }] : []
  })
}

interface Counted {
  readonly count: SaidCount['count']
  readonly at: number
}

function whatIsCounted(sentence: string): readonly Counted[] {
  const number = DAY_NUMBER.exec(sentence)
  const count = Number(number?.[1] ?? number?.[2])
  const ofWindow = WINDOW.test(sentence)
  const received = OF_REQUEST.test(sentence) && !OF_OURS.test(sentence) ? RECEIVED.exec(sentence) : null
  return [
    ...(number !== null && count >= 30 && count <= 300 ? [{ count, at: number.index }] : []),
    ...(ofWindow ? [...placed(135, OPENS, sentence), ...placed(160, CLOSES, sentence)] : []),
    ...(ofWindow ? placed('nine-months', NINE_MONTHS, sentence) : []),
    ...(received === null ? [] : [{ count: 0, at: received.index } as const]),
  ]
}

function placed(count: SaidCount['count'], pattern: RegExp, sentence: string): readonly Counted[] {
  const found = pattern.exec(sentence)
  return found === null ? [] : [{ count, at: found.index + found[0].length }]
}

function nearest(days: readonly { readonly day: string; readonly at: number }[], at: number) {
  const [first] = days
    .map(({ day, at: there }) => ({ day, apart: Math.abs(there - at) }))
    .sort((one, other) => one.apart - other.apart)
  return first ?? null
}
