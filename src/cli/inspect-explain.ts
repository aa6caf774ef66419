import type { ReadMail } from '../domain/mail.ts'
import { fileNameIn, placeInFile } from '../domain/page-of.ts'
import { type Folded, foldText, type LineRange } from '../domain/understand/newest-text.ts'
import type { Evidence } from '../domain/understanding.ts'
import type { Inspected } from '../flows/inspect.ts'
import type { Io } from './command.ts'
import { field } from './inspect-card.ts'
import { clean, styled, truncate } from './print.ts'

/**
 * The evidence in words, what leads of two matters and why, then the mail's text: newest lines as they are, folded ones
 * counted.
 */
export function explain({ line, mail, turned }: Inspected, io: Io): string {
  const because = line.evidence.map(
    (evidence) => ['because', `${evidence.for}: “${clean(evidence.quote)}” (${placeOf(evidence)})`] as const,
  )
  const rows = [
    ...(because.length > 0 ? because : [['because', 'no evidence was found'] as const]),
    ...(turned === undefined ? [] : [['leads', `${turned.first} before ${turned.second}: ${turned.because}`] as const]),
  ]
  const text = mail === null ? [] : ['', ...foldedText(foldText(mail.text), mail.textFrom, io)]
  return `${[...rows.map((row) => field(row, io)), ...text].join('\n')}\n`
}

/** Where a quote stands: `text`, or a file and its page. */
export function placeOf({ from, page }: Pick<Evidence, 'from' | 'page'>): string {
  return page === undefined ? from : `attachment:${placeInFile(fileNameIn(from), page)}`
}

function foldedText(folded: Folded, origin: ReadMail['textFrom'], io: Io): string[] {
  if (origin === 'none') return [styled('  This mail has no text.', 'dim', io)]
  const sorts = ['newest', 'quoted', 'signature', 'disclaimer'] as const
  const ranges = sorts.flatMap((sort) => folded[sort].map((range) => ({ sort, range })))
  const heading = styled(`  text${origin === 'html' ? ', made from HTML' : ''}:`, 'dim', io)
  const inOrder = ranges.sort((a, b) => a.range.from - b.range.from)
  return [
    heading,
    ...inOrder.flatMap(({ sort, range }) => (sort === 'newest' ? newest(folded, range, io) : [folds(sort, range, io)])),
  ]
}

function newest(folded: Folded, range: LineRange, io: Io): string[] {
  const room = io.columns === null ? Number.POSITIVE_INFINITY : io.columns - 4
  const text = folded.lines.slice(range.from, range.to).map(clean).join('\n')
  const lines = text.replace(/^\n+|\n+$/g, '').split('\n')
  return lines.join('') === '' ? [] : lines.map((line) => `  | ${truncate(line, room)}`.trimEnd())
}

function folds(sort: string, { from, to }: LineRange, io: Io): string {
  return styled(`  : ${to - from} ${to - from === 1 ? 'line' : 'lines'} folded (${sort})`, 'dim', io)
}
