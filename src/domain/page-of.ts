/** On which page of a file something stands. */
import type { Attachment, PageStart } from './mail.ts'
import { FILE_TEXT_LIMIT } from './understand/limits.ts'
import { plain } from './understand/plain.ts'
import type { Evidence } from './understanding.ts'

/** The page on which the character stands; null where that is not known. */
export function pageStartingBefore(pages: readonly PageStart[], at: number): number | null {
  return pages.findLast(({ from }) => from <= at)?.page ?? null
}

/** Name of the file in which evidence stands; null: in the mail itself. */
export function fileNameIn(from: string): string | null {
  return /^attachment:(.*)$/s.exec(from)?.[1] ?? null
}

/** The evidence with the page of each quote that stands in a file with pages. */
export function withPages(evidence: readonly Evidence[], files: readonly Attachment[]): readonly Evidence[] {
  const paged = files.flatMap(pagedFile)
  if (paged.length === 0) return evidence
  return evidence.map((one) => {
    const name = fileNameIn(one.from)
    const found = paged.filter(({ filename }) => filename === name).map((file) => pageOfQuote(file, one.quote))
    const page = found.find((number) => number !== null) ?? null
    return page === null ? one : { ...one, page }
  })
}

interface PagedFile {
  readonly filename: string
  readonly pages: readonly PageStart[]
  /** As quotes are taken from it. */
  readonly text: string
}

function pagedFile({ filename, pages, text }: Attachment): readonly PagedFile[] {
  return pages === undefined || text === null ? [] : [{ filename, pages, text: plain(text.slice(0, FILE_TEXT_LIMIT)) }]
}

/** Quotes are made of one line, cut at their ends; the first of several places counts. */
function pageOfQuote({ text, pages }: PagedFile, quote: string): number | null {
  const words = quote
    .replace(/ \u2026$/, '')
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return null
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s\\u0000-\\u001f\\u007f]+')
  const at = new RegExp(pattern).exec(text)?.index
  return at === undefined ? null : pageStartingBefore(pages, at)
}

/**
 * A file and the page of it, for people: "Certificate.pdf, page 2". A workbook has sheets. '' when it is no file.
 */
export function placeInFile(filename: string | null, page: number | null): string {
  if (filename === null) return ''
  const name = filename === '' ? 'a file without a name' : filename
  return page === null ? name : `${name}, ${/\.(?:xls[xmb]?|ods)$/i.test(name) ? 'sheet' : 'page'} ${page}`
}
