/** One MIME node as its header declares it (RFC 2045 5, RFC 2183). */
import libmime from 'libmime'
import type { RawField } from './header-block.ts'

export interface Part {
  /** Counts the nodes from 0 in the order of the mail. */
  readonly index: number
  readonly parent: Part | null
  /** Declared type in lower case; `text/plain` when none is declared. */
  readonly type: string
  readonly parameters: Readonly<Record<string, string>>
  /** `inline`, `attachment`, another word, or '' when not declared. */
  readonly disposition: string
  /** Null for a leaf. */
  readonly boundary: string | null
}

/** Larger MIME fields are cut: no parameter we read is longer. */
const MIME_FIELD_BYTES = 8 * 1024

/** RFC 2045 5.1; whatever follows is not part of it. */
const TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+/

const MIME_FIELDS = ['content-type', 'content-transfer-encoding', 'content-disposition', 'content-id'] as const

/** Names our own numbering in the block handed to the MIME library; the sender's field of that name is not handed on. */
export const MARK_FIELD = 'x-part'

/** Reads the MIME fields of a node. The first of a repeated field counts. */
export function readPart(index: number, parent: Part | null, fields: readonly RawField[]): Part {
  const declared = textOf(fields, 'content-type')
  const { value, params } = libmime.parseHeaderValue(declared, { stripComments: true })
  const disposition = libmime.parseHeaderValue(textOf(fields, 'content-disposition'), { stripComments: true })
  const word = disposition.value.trim().toLowerCase()
  // Comments may stand in front of the type (RFC 2045 5.1); the library looks past them, and so do we.
  const type = (TYPE.exec(declared) ?? TYPE.exec(value.trim()))?.[0].toLowerCase() ?? defaultType(parent, word)
  return {
    index,
    parent,
    type,
    parameters: params,
    disposition: word,
    boundary: type.startsWith('multipart/') ? boundaryOf(params.boundary, declared) : null,
  }
}

/** Printable ASCII without what would need quoting; a boundary with other characters splits nothing (RFC 2046 5.1.1). */
function boundaryOf(parameter: string | undefined, declared: string): string | null {
  // Some programs forget the semicolon in front of the parameter.
  const boundary = (parameter ?? /\bboundary\s*=\s*"?([^\s";]+)/i.exec(declared)?.[1] ?? '').trimEnd()
  return /^[\x20-\x7e]+$/.test(boundary) && !/["\\]/.test(boundary) ? boundary : null
}

/**
 * The header block the MIME library gets to see instead of the original: our number, and of the MIME fields one each.
 * `asType` is what it is to take the part for; null leaves the declared type.
 */
export function markedHead(part: Part, fields: readonly RawField[], asType: string | null): Buffer {
  const pieces: Buffer[] = [Buffer.from(`${MARK_FIELD}: ${part.index}\r\n`)]
  if (asType !== null) pieces.push(Buffer.from(`content-type: ${asType}\r\n`))
  for (const name of MIME_FIELDS) {
    const value = fields.find((field) => field.name === name)?.value
    if (name === 'content-type' && (asType !== null || !value)) continue
    if (name === 'content-type') pieces.push(typeLine(part, textOf(fields, name)))
    else if (value) pieces.push(Buffer.from(`${name}:`), endedLine(value.subarray(0, MIME_FIELD_BYTES)))
  }
  pieces.push(Buffer.from('\r\n'))
  return Buffer.concat(pieces)
}

/**
 * The type of a leaf in so many words, with its parameters. The library would look for a type further on, and would split
 * any part that has a boundary.
 */
function typeLine({ type }: Part, declared: string): Buffer {
  const at = declared.toLowerCase().startsWith(type) ? type.length : declared.indexOf(';')
  const parameters = at < 0 ? '' : declared.slice(at).replace(/\bboundary(?=[*\d]*\s*=)/gi, 'x-boundary')
  return endedLine(Buffer.from(`content-type: ${type}${parameters}`, 'latin1'))
}

/** The nearest multipart/alternative around a part, or null. */
export function alternativeOf(part: Part): Part | null {
  for (let around = part.parent; around; around = around.parent) {
    if (around.type === 'multipart/alternative') return around
  }
  return null
}

/** RFC 2046 5.1.5: what is in a digest is a mail unless it says otherwise. A file of no type is just bytes. */
function defaultType(parent: Part | null, disposition: string): string {
  if (disposition === 'attachment') return 'application/octet-stream'
  return parent?.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
}

function textOf(fields: readonly RawField[], name: string): string {
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) return ''
  return field.value
    .subarray(0, MIME_FIELD_BYTES)
    .toString('latin1')
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim()
}

function endedLine(value: Buffer): Buffer {
  return value.at(-1) === 0x0a ? value : Buffer.concat([value, Buffer.from('\r\n')])
}
