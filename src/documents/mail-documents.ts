/** The documents of one mail, read one after the other in one time budget. */
import { mayHoldText } from '../domain/pictures.ts'
import type { DocumentText } from './document.ts'
import type { DocumentThread } from './document-thread.ts'
import type { DocumentLimits } from './limits.ts'
import { PICTURE_HEAD_BYTES, pictureHeader } from './picture/header.ts'
import type { DocumentFile } from './protocol.ts'
import { isDocument } from './recognise.ts'

const MB = 1024 * 1024

export interface MailDocuments {
  /**
   * How many of the first bytes of a file of this declared type have to be kept: for `read` one more than may be read,
   * which tells a larger file; of a picture those that tell its size.
   */
  headBytes(declaredType: string): number
  /** The text of a file, whose bytes it takes away; null when it is no document. Rejects only when no thread starts. */
  read(file: DocumentFile): Promise<DocumentText | null>
}

/** Types that are no documents whatever their bytes are; text and mails have readers of their own. */
const NEVER = /^(?:text\/(?!rtf)|image\/|audio\/|video\/|font\/|message\/|multipart\/)/

/** Whether a file of this declared type may be a document, so that its bytes are worth keeping. */
export function mayBeDocument(declaredType: string): boolean {
  return !NEVER.test(declaredType)
}

/** Whether a file is a picture that may show a page of text. Only its first bytes are looked at. */
export function isPictureOfText(head: Buffer, mediaType: string, inline: boolean): boolean {
  const size = pictureHeader(head)
  if (size !== null) return mayHoldText(size, inline)
  // A fax, whose size stands at its end.
  return mediaType === 'image/tiff'
}

export function documentsOfMail(thread: DocumentThread, limits: DocumentLimits): MailDocuments {
  let msLeft = limits.mailMs
  let filesLeft = limits.mailFiles
  let rssBefore: number | null = null
  return {
    headBytes: (type) => (mayBeDocument(type) ? limits.bytes + 1 : type.startsWith('image/') ? PICTURE_HEAD_BYTES : 0),
    async read(file) {
      const head = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, Math.min(file.bytes.byteLength, 1024))
      if (!isDocument(head, file.mediaType, file.filename)) return null
      if (filesLeft <= 0) return refused('part-limit', `only ${limits.mailFiles} documents of a mail are read`)
      if (msLeft <= 0) return refused('time-limit', `the documents of this mail took ${limits.mailMs / 1000} s`)
      rssBefore ??= process.memoryUsage.rss()
      const mbLeft = limits.mailGrowthMb - (process.memoryUsage.rss() - rssBefore) / MB
      if (mbLeft <= 0) return refused('memory-limit', `the documents of this mail took ${limits.mailGrowthMb} MB`)
      filesLeft -= 1
      const began = performance.now()
      const document = await thread.read(file, {
        ...limits,
        ms: Math.min(limits.ms, msLeft),
        growthMb: Math.min(limits.growthMb, mbLeft),
      })
      msLeft -= performance.now() - began
      return document
    },
  }
}

function refused(code: 'part-limit' | 'time-limit' | 'memory-limit', detail: string): DocumentText {
  return { text: '', problems: [{ code, detail }] }
}
