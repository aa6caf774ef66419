/** PDF.js as bundled by unpdf for servers: no canvas, no fonts of the system, no network, no evaluation of scripts. */
import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import type { Job } from '../job.ts'
import { Refusal } from '../refusal.ts'
import { HOLDS_SCRIPTS, noteActiveNames } from './active-names.ts'
import { checkPackedStreams } from './packed-streams.ts'

/** Pictures of more pixels than this are not unpacked: text needs none. */
const NO_IMAGES = 1

/** Opens the file. Throws `Refusal` when it is locked or a bomb, and what PDF.js throws when nothing of it can be found. */
export async function openPdf(job: Job, imagePixels = NO_IMAGES): Promise<PDFDocumentProxy> {
  checkPackedStreams(job)
  const { getDocument } = await import('unpdf/pdfjs')
  const task = getDocument({
    // PDF.js takes the bytes away from whoever gives them, so it gets a copy.
    data: new Uint8Array(job.bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    // Else it compiles the PostScript functions of a file (ISO 32000-1, 7.10.5) into JavaScript.
    isEvalSupported: false,
    stopAtErrors: false,
    maxImageSize: imagePixels,
    verbosity: 0,
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy()
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new Refusal('encrypted', 'a password is needed to open it')
    }
    throw error
  }
}

/** What can be said of the whole file: scripts, files inside, forms of another kind, a missing end. */
export async function notePdf(pdf: PDFDocumentProxy, job: Job): Promise<void> {
  if (!job.bytes.subarray(-2048).includes('%%EOF')) job.note('damaged-file', 'its end is missing')
  const scripts = await pdf.getJSActions()
  if (scripts !== null && Object.keys(scripts).length > 0) job.note('active-content', HOLDS_SCRIPTS)
  noteActiveNames(job.bytes, job)
  const { info } = await pdf.getMetadata()
  const facts = info as Readonly<Record<string, unknown>>
  if (facts.IsXFAPresent === true) job.note('not-read', 'an XFA form; only its plain pages are read')
  const files = Object.keys(((await pdf.getAttachments()) as object | null) ?? {})
  if (files.length > 0) job.note('not-read', `files inside are not opened: ${files.join(', ').slice(0, 200)}`)
}

/** Whether somebody signed it with a certificate. */
export async function isSigned(pdf: PDFDocumentProxy): Promise<boolean> {
  const { info } = await pdf.getMetadata()
  return (info as Readonly<Record<string, unknown>>).IsSignaturesPresent === true
}
