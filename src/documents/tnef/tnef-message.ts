/** The message in a winmail.dat and the files inside, out of its attributes. */
import type { Job } from '../job.ts'
import { tidy } from '../text-sheet.ts'
import { tnefAttributes } from './attributes.ts'
import { type MapiProperty, mapiProperties } from './mapi-properties.ts'

export interface TnefFile {
  readonly filename: string
  /** '' when not told. */
  readonly mediaType: string
  readonly bytes: Buffer
}

export interface TnefMessage {
  /** The old attribute for plain text; '' in most. */
  readonly body: string
  readonly properties: readonly MapiProperty[]
  readonly files: readonly TnefFile[]
}

/** Attribute numbers, MS-OXTNEF 2.1.3.2; property numbers, MS-OXPROPS. */
const BODY = 0x800c
const FILE_DATA = 0x800f
const TITLE = 0x8010
const NEW_FILE = 0x9002
const MESSAGE_PROPERTIES = 0x9003
const FILE_PROPERTIES = 0x9005
const MAPI_DISPLAY_NAME = 0x3001
const MAPI_DATA = 0x3701
const MAPI_SHORT_NAME = 0x3704
const MAPI_LONG_NAME = 0x3707
const MAPI_MIME_TYPE = 0x370e
const OBJECT_HEAD = 16

/** A file while its attributes come. */
interface Draft {
  title: string
  data: Buffer | null
  properties: readonly MapiProperty[]
}

export function tnefMessage(job: Job): TnefMessage {
  const drafts: Draft[] = []
  let body = ''
  let properties: readonly MapiProperty[] = []
  for (const { id, data } of tnefAttributes(job)) {
    if (id === BODY) body = ansi(data)
    else if (id === MESSAGE_PROPERTIES) properties = mapiProperties(data, job)
    else if (isOfFile(id) && !takeOfFile(id, data, drafts, job)) break
  }
  return { body, properties, files: drafts.map(fileOf) }
}

function isOfFile(id: number): boolean {
  return id === NEW_FILE || id === TITLE || id === FILE_DATA || id === FILE_PROPERTIES
}

/** False when there are more files than are looked at. Some programs leave out what begins the first file. */
function takeOfFile(id: number, data: Buffer, drafts: Draft[], job: Job): boolean {
  if (id === NEW_FILE || drafts.length === 0) {
    if (drafts.length >= job.limits.members) {
      job.note('part-limit', `more than ${job.limits.members} files inside; the rest is left out`)
      return false
    }
    drafts.push({ title: '', data: null, properties: [] })
  }
  const draft = drafts.at(-1)!
  if (id === TITLE) draft.title = ansi(data)
  else if (id === FILE_DATA) draft.data = data
  else if (id === FILE_PROPERTIES) draft.properties = mapiProperties(data, job)
  return true
}

function fileOf({ title, data, properties }: Draft, at: number): TnefFile {
  const named = (id: number) => textOf(properties.find((one) => one.id === id))
  const names = [named(MAPI_LONG_NAME), title, named(MAPI_SHORT_NAME), named(MAPI_DISPLAY_NAME)]
  const name = names.map((each) => tidy(each.replace(/^.*[/\\]/s, '')).slice(0, 255)).find((each) => each !== '')
  const property = properties.find((one) => one.id === MAPI_DATA)
  return {
    filename: name ?? `attachment ${at + 1}`,
    mediaType: named(MAPI_MIME_TYPE).trim().toLowerCase(),
    bytes: bytesOf(data, property),
  }
}

/** A message inside is an object among the properties (MS-OXTNEF 3.3); the old attribute then holds a stand-in. */
function bytesOf(data: Buffer | null, property: MapiProperty | undefined): Buffer {
  if (property?.isObject === true) return property.data.subarray(OBJECT_HEAD)
  return data !== null && data.length > 0 ? data : (property?.data ?? Buffer.alloc(0))
}

export function textOf(property: MapiProperty | undefined): string {
  if (property === undefined) return ''
  return property.isUnicode ? property.data.toString('utf16le').replace(/\0+$/, '') : ansi(property.data)
}

function ansi(data: Buffer): string {
  return new TextDecoder('windows-1252').decode(data).replace(/\0+$/, '')
}
