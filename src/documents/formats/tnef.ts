/** winmail.dat of Outlook (MS-OXTNEF): the text of the message, and of the files inside, each under its name. */
import { readInnerFile } from '../inner-file.ts'
import type { Job } from '../job.ts'
import { noteFailure } from '../read-document.ts'
import { inflateRtf } from '../tnef/compressed-rtf.ts'
import { type TnefMessage, textOf, tnefMessage } from '../tnef/tnef-message.ts'
import { readHtml } from './html.ts'
import { readRtf } from './rtf.ts'

const MAPI_BODY = 0x1000
const MAPI_RTF = 0x1009
const MAPI_HTML = 0x1013

export async function readTnef(job: Job): Promise<void> {
  const message = tnefMessage(job)
  if (message.files.length > 0) {
    const names = message.files.map(({ filename }) => filename)
    job.sheet.block(`Files: ${names.slice(0, 200).join('; ')}`)
    job.sheet.gap()
  }
  const before = job.sheet.lineCount
  try {
    const from = await writeBody(message, job)
    job.body = { text: job.sheet.text(before), from }
  } catch (error) {
    // The files may be whole.
    noteFailure(job, error)
  }
  job.sheet.gap()
  for (const file of message.files) await readInnerFile(file, job)
}

/** Outlook keeps one or several of these; the plain one needs no guessing. */
async function writeBody({ body, properties }: TnefMessage, job: Job): Promise<'plain' | 'html'> {
  const property = (id: number) => properties.find((one) => one.id === id)
  const plain = body || textOf(property(MAPI_BODY))
  const html = property(MAPI_HTML)
  const rtf = property(MAPI_RTF)
  if (/\S/.test(plain)) writeLines(plain, job)
  else if (html !== undefined) await readHtml(job.inner({ bytes: html.data, mediaType: 'text/html', filename: 'body' }))
  else if (rtf !== undefined)
    await readRtf(job.inner({ bytes: inflateRtf(rtf.data, job), mediaType: '', filename: 'body' }))
  return /\S/.test(plain) ? 'plain' : 'html'
}

function writeLines(text: string, job: Job): void {
  for (const line of text.split(/\r\n?|\n/)) {
    if (/\S/.test(line)) job.sheet.line(line)
    else job.sheet.gap()
  }
}
