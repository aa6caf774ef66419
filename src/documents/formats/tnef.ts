/** winmail.dat of Outlook (MS-OXTNEF): the text of the message and the names of the files inside, which stay closed. */
import type { Job } from '../job.ts'
import { tnefAttributes } from '../tnef/attributes.ts'
import { inflateRtf } from '../tnef/compressed-rtf.ts'
import { type MapiProperty, mapiProperties } from '../tnef/mapi-properties.ts'
import { readHtml } from './html.ts'
import { readRtf } from './rtf.ts'

/** Attribute numbers, MS-OXTNEF 2.1.3.2; property numbers, MS-OXPROPS. */
const BODY = 0x800c
const TITLE = 0x8010
const MESSAGE_PROPERTIES = 0x9003
const FILE_PROPERTIES = 0x9005
const NEW_FILE = 0x9002
const MAPI_BODY = 0x1000
const MAPI_RTF = 0x1009
const MAPI_HTML = 0x1013
const MAPI_LONG_NAME = 0x3707

export async function readTnef(job: Job): Promise<void> {
  const names: string[] = []
  let body = ''
  let properties: readonly MapiProperty[] = []
  for (const { id, data } of tnefAttributes(job)) {
    if (id === NEW_FILE) names.push('')
    else if (id === TITLE) names[Math.max(names.length - 1, 0)] = ansi(data)
    else if (id === FILE_PROPERTIES) {
      const name = textOf(mapiProperties(data, job).find((one) => one.id === MAPI_LONG_NAME))
      if (name !== '') names[Math.max(names.length - 1, 0)] = name
    } else if (id === BODY) body = ansi(data)
    else if (id === MESSAGE_PROPERTIES) properties = mapiProperties(data, job)
  }
  const files = names.map((name) => name.trim()).filter((name) => name !== '')
  if (files.length > 0) {
    job.note('not-read', `files inside are not unpacked: ${files.join(', ').slice(0, 300)}`)
    job.sheet.block(`Files: ${files.join('; ')}`)
    job.sheet.gap()
  }
  await writeBody(body, properties, job)
}

/** Outlook keeps one or several of these; the plain one needs no guessing. */
async function writeBody(body: string, properties: readonly MapiProperty[], job: Job): Promise<void> {
  const property = (id: number) => properties.find((one) => one.id === id)
  const plain = body || textOf(property(MAPI_BODY))
  const html = property(MAPI_HTML)
  const rtf = property(MAPI_RTF)
  if (/\S/.test(plain)) writeLines(plain, job)
  else if (html !== undefined) await readHtml(job.inner({ bytes: html.data, mediaType: 'text/html', filename: 'body' }))
  else if (rtf !== undefined)
    await readRtf(job.inner({ bytes: inflateRtf(rtf.data, job), mediaType: '', filename: 'body' }))
}

function writeLines(text: string, job: Job): void {
  for (const line of text.split(/\r\n?|\n/)) {
    if (/\S/.test(line)) job.sheet.line(line)
    else job.sheet.gap()
  }
}

function textOf(property: MapiProperty | undefined): string {
  if (property === undefined) return ''
  return property.isUnicode ? property.data.toString('utf16le').replace(/\0+$/, '') : ansi(property.data)
}

function ansi(data: Buffer): string {
  return new TextDecoder('windows-1252').decode(data).replace(/\0+$/, '')
}
