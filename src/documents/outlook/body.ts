/** The words of a message as Outlook keeps them, in one or several of three ways; the plain one needs no guessing. */
import { readHtml } from '../formats/html.ts'
import { readRtf } from '../formats/rtf.ts'
import type { Job } from '../job.ts'
import { inflateRtf } from '../tnef/compressed-rtf.ts'

/** Numbers of the properties in which they lie (MS-OXPROPS). */
export const BODY = { plain: 0x1000, rtf: 0x1009, html: 0x1013 } as const

export interface OutlookBody {
  readonly plain: string
  readonly html: Buffer | null
  /** Packed (MS-OXRTFCP). */
  readonly rtf: Buffer | null
}

/** Throws `Refusal`. */
export async function writeBody({ plain, html, rtf }: OutlookBody, job: Job): Promise<'plain' | 'html'> {
  const inner = (bytes: Buffer, mediaType: string) => job.inner({ bytes, mediaType, filename: 'body' })
  if (/\S/.test(plain)) writeLines(plain, job)
  else if (html !== null) await readHtml(inner(html, 'text/html'))
  else if (rtf !== null) await readRtf(inner(inflateRtf(rtf, job), ''))
  return /\S/.test(plain) ? 'plain' : 'html'
}

function writeLines(text: string, job: Job): void {
  for (const line of text.split(/\r\n?|\n/)) {
    if (/\S/.test(line)) job.sheet.line(line)
    else job.sheet.gap()
  }
}
