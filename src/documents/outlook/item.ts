/**
 * A message that Outlook saved as a file (.msg, MS-OXMSG): shown as an attached mail is, with the fields that people look
 * at, its words, and its files under their names.
 */
import { readInnerFile } from '../inner-file.ts'
import type { Job } from '../job.ts'
import type { Storage } from '../office/compound-file.ts'
import { noteFailure } from '../read-document.ts'
import { tidy } from '../text-sheet.ts'
import { BODY, writeBody } from './body.ts'

/** Property numbers, MS-OXPROPS. */
const SUBJECT = 0x0037
const SUBMIT_TIME = 0x0039
const SENDER_NAME = 0x0c1a
const SENDER_ADDRESS = 0x0c1f
const SENDER_SMTP = 0x5d01
const TO = 0x0e04
const CC = 0x0e03
const DELIVERY_TIME = 0x0e06
const MESSAGE_ID = 0x1035
const FILE_NAMES = [0x3707, 0x3704, 0x3001]
const FILE_DATA = 0x3701
const FILE_TYPE = 0x370e

/** Types of values, MS-OXCDATA 2.11.1. */
const UNICODE = '001F'
const ANSI = '001E'
const BINARY = '0102'
const OBJECT = '000D'
const TIME = 0x0040

const FILE_STORAGE = /^__attach_version1\.0_/
/** The fixed properties stand behind a head, which is shorter in a message inside another one (MS-OXMSG 2.4). */
const HEAD = { top: 32, inside: 24 }
/** Between 1601, where Windows begins to count, and 1970, in milliseconds. */
const EPOCH_MS = 11_644_473_600_000

export function isOutlookItem({ streams }: Storage): boolean {
  return streams.has('__properties_version1.0')
}

/** Throws `Refusal` where its limits end; what is damaged in it costs that part only. */
export async function readItem(item: Storage, job: Job, place: keyof typeof HEAD = 'top'): Promise<void> {
  for (const [field, value] of fieldsOf(item, place)) if (value !== '') job.sheet.line(`${field}: ${tidy(value)}`)
  job.sheet.gap()
  try {
    await writeBody({ plain: textOf(item, BODY.plain), html: htmlOf(item), rtf: bytesOf(item, BODY.rtf) }, job)
  } catch (error) {
    // The files may be whole.
    noteFailure(job, error)
  }
  job.sheet.gap()
  let files = 0
  for (const [name, storage] of item.storages) {
    if (!FILE_STORAGE.test(name)) continue
    files += 1
    if (files > job.limits.members)
      return job.note('part-limit', `more than ${job.limits.members} files inside; the rest is left out`)
    await readFile(storage, files, job)
  }
}

function fieldsOf(item: Storage, place: keyof typeof HEAD): readonly (readonly [field: string, value: string])[] {
  const [name, smtp, address] = [SENDER_NAME, SENDER_SMTP, SENDER_ADDRESS].map((id) => textOf(item, id))
  const at = timeOf(item, SUBMIT_TIME, place) ?? timeOf(item, DELIVERY_TIME, place)
  return [
    // Within a company the address is one of X.400 and of no use to anybody else.
    ['From', senderOf(name ?? '', [smtp ?? '', address ?? ''].find((one) => one.includes('@')) ?? '')],
    ['To', textOf(item, TO)],
    ['Cc', textOf(item, CC)],
    ['Date', at === null ? '' : at.toUTCString().replace('GMT', '+0000')],
    ['Subject', textOf(item, SUBJECT)],
    ['Message-Id', textOf(item, MESSAGE_ID)],
  ]
}

function senderOf(name: string, address: string): string {
  if (address === '' || name === address) return name || address
  return name === '' ? address : `${name} <${address}>`
}

async function readFile(file: Storage, number: number, job: Job): Promise<void> {
  const names = FILE_NAMES.map((id) => tidy(textOf(file, id).replace(/^.*[/\\]/s, '')).slice(0, 255))
  const filename = names.find((each) => each !== '') ?? `attachment ${number}`
  const message = file.storages.get(streamName(FILE_DATA, OBJECT))
  try {
    if (message !== undefined) return await readMessageInside(message, filename, job)
    const bytes = bytesOf(file, FILE_DATA)
    if (bytes === null)
      return job.note('not-read', `${filename} is not a file of its own; it lies elsewhere or in a program`)
    await readInnerFile({ filename, mediaType: textOf(file, FILE_TYPE).trim().toLowerCase(), bytes }, job)
  } catch (error) {
    noteFailure(job, error)
  }
}

async function readMessageInside(message: Storage, filename: string, job: Job): Promise<void> {
  if (!isOutlookItem(message)) return job.note('not-read', `${filename} is an object of another program`)
  if (!job.mayOpen(filename)) return
  job.sheet.block(`File ${filename}`)
  await readItem(message, job.inner({ bytes: job.bytes, mediaType: '', filename }), 'inside')
}

function streamName(id: number, type: string): string {
  return `__substg1.0_${id.toString(16).toUpperCase().padStart(4, '0')}${type}`
}

/** What is not in Unicode is in the code page of whoever saved it; in this country that is windows-1252. */
function textOf(storage: Storage, id: number): string {
  const unicode = storage.read(streamName(id, UNICODE))
  const text =
    unicode?.toString('utf16le') ??
    new TextDecoder('windows-1252').decode(storage.read(streamName(id, ANSI)) ?? undefined)
  return text.split('\0', 1)[0] ?? ''
}

function bytesOf(storage: Storage, id: number): Buffer | null {
  return storage.read(streamName(id, BINARY))
}

/** Bytes as a rule; some programs write it as text. */
function htmlOf(item: Storage): Buffer | null {
  const bytes = bytesOf(item, BODY.html)
  if (bytes !== null) return bytes
  const text = textOf(item, BODY.html)
  return text === '' ? null : Buffer.from(text)
}

/** A moment among the fixed properties: 16 bytes each, type and number first, the value last. */
function timeOf(item: Storage, id: number, place: keyof typeof HEAD): Date | null {
  const properties = item.read('__properties_version1.0') ?? Buffer.alloc(0)
  for (let at = HEAD[place]; at + 16 <= properties.length; at += 16) {
    if (properties.readUInt16LE(at) !== TIME || properties.readUInt16LE(at + 2) !== id) continue
    const date = new Date(Number(properties.readBigUInt64LE(at + 8) / 10_000n) - EPOCH_MS)
    return Number.isNaN(date.getTime()) ? null : date
  }
  return null
}
