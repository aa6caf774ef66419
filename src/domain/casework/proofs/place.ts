/** Places in a mail: sentences of its writer, and pages of its files. */
import type { Day } from '../../calendar/day.ts'
import { dayIn } from '../../calendar/zone.ts'
import type { Attachment } from '../../mail.ts'
import { pageStartingBefore } from '../../page-of.ts'
import { FILE_TEXT_LIMIT } from '../../understand/limits.ts'
import { plain } from '../../understand/plain.ts'
import { quote } from '../../understand/quote.ts'
import { readingOf, sentencesIn } from '../../understand/reading.ts'
import type { Place, ProvingMail } from './claim.ts'

/** Subject and new words; of a bare forward the forwarded ones too (domain T12: quoted text is context, not request). */
export function ownSentences({ mail }: ProvingMail): readonly string[] {
  const reading = readingOf(mail)
  const isBareForward = reading.forwarded && reading.nearlyEmpty
  return sentencesIn(reading, 'subject', 'newest', ...(isBareForward ? (['quoted'] as const) : [])).map(
    (one) => one.text,
  )
}

/** The first sentence in which it stands. */
export function inOwnWords(sentences: readonly string[], pattern: RegExp): Place | null {
  for (const sentence of sentences) {
    const at = pattern.exec(sentence)?.index
    if (at !== undefined) return { attachment: null, page: null, quote: quote(sentence, at) }
  }
  return null
}

/** The day on which a mail came, for what papers say of their own term; a day more or less does not matter there. */
export function dayOf({ receivedAt }: ProvingMail): Day {
  return dayIn(receivedAt, 'UTC')
}

export function textOfFile(file: Attachment): string {
  return file.text === null ? '' : plain(file.text.slice(0, FILE_TEXT_LIMIT))
}

/** How the CLEC is told of a file. */
export function nameOf(file: Attachment): string {
  return file.filename === '' ? 'An attached file without a name' : file.filename
}

/** The file where the pattern stands, else its first words; without text the file's name stands for it. */
export function inFile(file: Attachment, pattern: RegExp | null = null): Place {
  const text = textOfFile(file)
  const at = (pattern === null ? undefined : pattern.exec(text)?.index) ?? Math.max(0, text.search(/\S/))
  const lineFrom = text.lastIndexOf('\n', at) + 1
  const shown = pattern === null ? text.slice(at) : text.slice(Math.max(lineFrom, at - 80), at + 400)
  return {
    attachment: file.filename,
    page: pageAt(file, at),
    quote: text.trim() === '' ? file.filename : quote(shown.slice(0, 400)),
  }
}

/** These very words, also where a line is wrapped between them. */
export function literal(words: string): RegExp {
  return new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
}

const PRINTED_PAGE = /^[ \t]*(?:page )?(\d{1,3}) of \d{1,3}[ \t]*$/gim

/**
 * The page on which a character stands: told by the reader of the file, else by form feeds, else by printed "Page 2 of 9"
 * lines, which stand at the foot unless the first of them opens the text. Null where nothing tells it.
 */
export function pageAt(file: Pick<Attachment, 'text' | 'pages'>, at: number): number | null {
  if (file.pages !== undefined) return pageStartingBefore(file.pages, at)
  const text = file.text ?? ''
  const before = text.slice(0, at)
  if (text.includes('\f')) return before.split('\f').length
  const marks = [...text.slice(0, FILE_TEXT_LIMIT).matchAll(PRINTED_PAGE)].map((one) => ({
    at: one.index,
    page: Number(one[1]),
  }))
  const [first] = marks
  if (first === undefined) return null
  const isAtHead = text.slice(0, first.at).trim() === ''
  const mark = isAtHead ? marks.findLast((one) => one.at <= at) : marks.find((one) => one.at >= at)
  return mark?.page ?? (isAtHead ? first.page : null)
}
