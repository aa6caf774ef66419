/**
 * A mail that hands on what was filed with a commission, or what the commission sent out of it (domain 6.1 no. 9). Those
 * papers are full of the words of requests, and ask us for nothing: what the mail wants, if anything, a person says.
 */
import type { Intent } from '../labels.ts'
import { type Checklist, checklistIn } from './documents/checklist.ts'
import { type Filing, filingIn } from './documents/filing.ts'
import { newestSentences } from './newest-words.ts'
import { plain } from './plain.ts'
import type { Reading } from './reading.ts'

export const FILING_LABEL: Intent = 'supporting-document'

/** Where the paper is, and the words that tell it. */
export interface FilingCopy {
  /** `text`, or `attachment:<file name>`. */
  readonly from: string
  readonly quote: string
  /** Null: Oregon's checklist. */
  readonly filing: Filing | null
  /** That checklist. */
  readonly form: Checklist | null
}

/** Such a paper says at its top what it is. */
const MOST = 3_000

/** What somebody wants of us; what is asked of the commission is not. */
const WANTS =
  /\b(?:elects?|adopts?|opt(?:s|ing)?[ -]?in|requests?|requesting|asks?|wish(?:es)?|wants?|would like|seeks?|negotiat\w+|needs?|please (?!find\b|see\b|note\b)|could you|can you|would you)\b|\?\s*$/i
const OF_COMMISSION =
  /\b(?:commission|board)\b[^.?!]{0,30}\b(?:asks|requests|wants|needs|seeks)\b|\brequest(?:s|ed|ing)? (?:that the (?:commission|board)|expedited|approval)\b/i

/** Null: no such paper is with it, or the writer wants something of us. */
export function filingCopyIn(reading: Reading): FilingCopy | null {
  const copy = paperIn(reading) ?? bodyIn(reading)
  if (copy === null) return null
  const own = copy.from === 'text' ? [] : newestSentences(reading.mail)
  return own.some((one) => WANTS.test(one) && !OF_COMMISSION.test(one)) ? null : copy
}

/** Oregon's checklist among the papers, whatever the mail wants. */
export function checklistOf({ mail }: Pick<Reading, 'mail'>): FilingCopy | null {
  for (const { filename, text } of mail.attachments) {
    const form = checklistIn(text ?? '')
    if (form !== null) return copyOf(filename, form, text ?? '')
  }
  return null
}

function copyOf(filename: string, form: Checklist, text: string): FilingCopy {
  return { from: `attachment:${filename}`, quote: plain(text.slice(0, MOST)).trim().slice(0, 200), filing: null, form }
}

function paperIn({ mail }: Reading): FilingCopy | null {
  for (const { filename, text } of mail.attachments) {
    const words = plain((text ?? '').slice(0, MOST))
    const filing = filingIn(words)
    if (filing !== null) return ofFiling(`attachment:${filename}`, words, filing)
    const form = checklistIn(text ?? '')
    if (form !== null) return copyOf(filename, form, text ?? '')
  }
  return null
}

/** The cover letter itself came as a mail. */
function bodyIn({ newest }: Reading): FilingCopy | null {
  const filing = filingIn(newest)
  return filing === null ? null : ofFiling('text', newest, filing)
}

function ofFiling(from: string, words: string, filing: Filing): FilingCopy {
  return { from, quote: words.slice(filing.at, filing.at + 200), filing, form: null }
}
