/** What a file is, told by its bytes (file-type), else by what the sender declared. */
import { fileTypeFromBuffer } from 'file-type'

/** Enough for the signatures; a container's inner type may lie deeper and is then taken from the declaration. */
export const SNIFF_BYTES = 4096

/** Containers that many types share: the bytes confirm the container, the declaration or the name says which. */
const CONTAINERS: Readonly<Record<string, RegExp>> = {
  'application/zip':
    /^application\/(vnd\.openxmlformats-|vnd\.oasis\.opendocument|vnd\.ms-\w+\.\w+\.macroenabled|epub)/i,
  'application/x-cfb': /^application\/(msword|vnd\.ms-(excel|powerpoint|outlook|works|project)|vnd\.visio|x-msi)/i,
  'application/xml': /^(text\/html|text\/xml|image\/svg\+xml|application\/[\w.]+\+xml)/i,
}

const BY_EXTENSION: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
}

/** `head`: the first `SNIFF_BYTES` of the file. Never throws. */
export async function mediaTypeOf(head: Uint8Array, declared: string, filename: string): Promise<string> {
  const sniffed = await sniff(head)
  if (sniffed === null) return declared
  const within = CONTAINERS[sniffed]
  if (within === undefined) return sniffed
  if (within.test(declared)) return declared
  const named = BY_EXTENSION[filename.slice(filename.lastIndexOf('.') + 1).toLowerCase()]
  return named !== undefined && within.test(named) ? named : sniffed
}

/** A mail that begins like an mbox or a form feed is no file type worth telling: text stays as declared. */
async function sniff(head: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? null
  } catch {
    return null
  }
}
