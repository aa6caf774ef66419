/** PDF (ISO 32000-1): text in reading order, form fields beside their labels, notes. Pictures are not read. */
import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import type { Job } from '../job.ts'
import { inReadingOrder } from '../pdf/columns.ts'
import { labelled } from '../pdf/labels.ts'
import { lineText } from '../pdf/line-text.ts'
import { linesOf } from '../pdf/lines.ts'
import { isSigned, notePdf, openPdf } from '../pdf/open.ts'
import { type PagePieces, piecesOf } from '../pdf/page-pieces.ts'
import { heightOf, middleOf } from '../pdf/piece.ts'
import { Refusal } from '../refusal.ts'

/** Middles farther apart than this, in line heights, belong to different paragraphs. */
const PARAGRAPH_GAP = 1.7

export async function readPdf(job: Job): Promise<void> {
  const pdf = await openPdf(job)
  try {
    await notePdf(pdf, job)
    await readPages(pdf, job)
    if (await isSigned(pdf)) job.sheet.block('Digital signature: present, not checked')
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function readPages(pdf: PDFDocumentProxy, job: Job): Promise<void> {
  const pages = Math.min(pdf.numPages, job.limits.pages)
  let hasInk = false
  let damaged = 0
  for (let at = 1; at <= pages; at += 1) {
    job.checkTime()
    const found = await readPage(pdf, at, job)
    if (found === null) damaged += 1
    else {
      hasInk ||= found.pieces.length > 0
      writePage(found, job)
    }
  }
  if (damaged > 0) job.note('damaged-file', `${damaged} of its ${pages} pages cannot be read`)
  else if (!hasInk)
    job.note('picture', `${pages} ${pages === 1 ? 'page' : 'pages'} without text: a scan, for a person to read`)
  if (pages < pdf.numPages) job.note('part-limit', `${pdf.numPages} pages; ${pages} are read`)
}

/** Null when the page is damaged; the others may be whole. */
async function readPage(pdf: PDFDocumentProxy, at: number, job: Job): Promise<PagePieces | null> {
  try {
    const page = await pdf.getPage(at)
    const pieces = await piecesOf(page, job)
    page.cleanup()
    return pieces
  } catch (error) {
    if (error instanceof Refusal) throw error
    return null
  }
}

function writePage({ pieces, turned, comments, width }: PagePieces, job: Job): void {
  let last = { middle: -Infinity, isWhole: false }
  for (const { line, cells } of labelled(inReadingOrder(linesOf(pieces), width))) {
    const { text, isWhole } = lineText(cells)
    const middle = middleOf(line)
    const isApart = middle - last.middle > PARAGRAPH_GAP * heightOf(line) || middle < last.middle
    // Rows of a form stand wide, and are no paragraphs.
    if (isApart && !(isWhole && last.isWhole)) job.sheet.gap()
    last = { middle, isWhole }
    if (isWhole) job.sheet.block(text)
    else job.sheet.line(text)
  }
  job.sheet.gap()
  if (turned.length > 0) job.sheet.block(turned.join(' '))
  for (const comment of comments) job.sheet.block(comment)
}
