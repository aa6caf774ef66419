/**
 * Which files people are handed. Every file is stored and kept; what is opened by us, forwarded or offered for download is
 * this list alone, by the type that the bytes tell. A type that is not named here is not handed on.
 */
import type { Attachment } from '../mail.ts'
import { isProgram } from './program.ts'
import { NO_SCANNER, type Scan } from './scan.ts'

/** By type, the extension under which a file is saved. Markup that may run (HTML, SVG) and programs are not among them. */
export const ALLOWED: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'application/zip': 'zip',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'message/rfc822': 'eml',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
  'image/tiff': 'tif',
  'image/webp': 'webp',
  'image/heic': 'heic',
}

export type HandOn = { readonly allowed: true } | { readonly allowed: false; readonly why: string }

/** Whether a file may be handed to a person, and if not, why. A file that was not scanned may be, and says so beside it. */
export function mayHandOn(file: Pick<Attachment, 'filename' | 'mediaType'>, scan: Scan = NO_SCANNER): HandOn {
  if (scan.scan === 'infected') return { allowed: false, why: `it is infected (${scan.name})` }
  if (isProgram(file.mediaType, file.filename)) return { allowed: false, why: 'it is a program' }
  if (!Object.hasOwn(ALLOWED, file.mediaType)) return { allowed: false, why: `${file.mediaType} is not handed on` }
  return { allowed: true }
}
