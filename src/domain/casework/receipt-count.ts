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
const CLOSES = /\b(?:window|period)\b[^.?!]{0,40}\b(?:closes?|ends?|expires?|runs? out)\b/i
const WINDOW = /\barbitrat\w+|\b252\b|\bpetition/i
const NINE_MONTHS = /\b(?:nine|9)[ -]months?\b/i
const RECEIVED = /\b(?:receipt|received|delivered)\b/i
const SAID_DAY = new RegExp(`\\b(${DAY_PATTERN})`, 'gi')
/** Told of a mail of ours, or of papers. */
const OF_OURS = /\b(?:we|I) (?:have )?received\b|\breceived (?:from you|your)\b/i

/** `today`: the day on which it came. Null: nothing is counted, and no receipt of a request is to be confirmed. */
export function receiptCount(mail: Pick<ReadMail, 'text'>, today: string): ReceiptCount | null {
  const sentences = newestSentences(mail)
  const said = sentences.flatMap((sentence) => {
    const one = countIn(sentence, today)
    return one === null ? [] : [one]
  })
  const counted = said.filter(({ day }) => day !== null)
  if (said.length === 0) return null
  return {
    said: counted.length > 0 ? counted : said.slice(0, 1),
    asks: sentences.some((sentence) => CONFIRM.test(sentence)),
  }
}

function countIn(sentence: string, today: string): SaidCount | null {
  const count = whatIsCounted(sentence)
  const words = quote(sentence, 0)
  if (count === null)
    return CONFIRM.test(sentence) && OF_REQUEST.test(sentence) ? { count: 0, day: null, quote: words } : null
  const [day] = [...sentence.matchAll(SAID_DAY)].flatMap(([, text = '']) => {
    const found = dayOf(text, today)
    return 'day' in found ? [found.day] : []
  })
  if (day !== undefined) return { count, day, quote: words }
  return count === 0 && CONFIRM.test(sentence) ? { count, day: null, quote: words } : null
}

function whatIsCounted(sentence: string): SaidCount['count'] | null {
  const found = DAY_NUMBER.exec(sentence)
  const number = Number(found?.[1] ?? found?.[2])
  if (number >= 30 && number <= 300) return number
  if (WINDOW.test(sentence) && OPENS.test(sentence)) return 135
  if (WINDOW.test(sentence) && CLOSES.test(sentence)) return 160
  if (WINDOW.test(sentence) && NINE_MONTHS.test(sentence)) return 'nine-months'
  return RECEIVED.test(sentence) && OF_REQUEST.test(sentence) && !OF_OURS.test(sentence) ? 0 : null
}
