/** PDF (ISO 32000-1): text in reading order, form fields beside their labels, notes. Pictures are not read. */
import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import type { Job } from '../job.ts'
import { isSigned, notePdf, openPdf } from '../pdf/open.ts'
import { type PagePieces, piecesOf } from '../pdf/page-pieces.ts'
import { holdsPictures, isPicturePage } from '../pdf/picture-page.ts'
import { writePage } from '../pdf/write-page.ts'
import { Refusal } from '../refusal.ts'

export async function readPdf(job: Job): Promise<void> {
  const pdf = await openPdf(job)
  try {
    await notePdf(pdf, job)
    await readPages(pdf, job)
    job.beginPage(null)
    if (await isSigned(pdf)) job.sheet.block('Digital signature: present, not checked')
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function readPages(pdf: PDFDocumentProxy, job: Job): Promise<void> {
  const pages = Math.min(pdf.numPages, job.limits.pages)
  let hasInk = false
  let damaged = 0
  let pictures = 0
  for (let at = 1; at <= pages; at += 1) {
    job.checkTime()
    const found = await readPage(pdf, at, job)
    if (found === null) damaged += 1
    else {
      hasInk ||= found.pieces.length > 0
      if (isPicturePage(found)) pictures += 1
      job.beginPage(at)
      write(found, job)
    }
  }
  if (damaged > 0) job.note('damaged-file', `${damaged} of its ${pages} pages cannot be read`)
  else if (!hasInk)
    job.note('picture', `${pages} ${pages === 1 ? 'page' : 'pages'} without text: a scan, for a person to read`)
  if (pictures > 0 && (!hasInk || holdsPictures(job.bytes))) job.picturePages(pictures)
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

function write({ pieces, turned, comments, width }: PagePieces, job: Job): void {
  writePage(pieces, width, job.sheet)
  if (turned.length > 0) job.sheet.block(turned.join(' '))
  for (const comment of comments) job.sheet.block(comment)
}
