import { bodyStart, fieldValue, type RawField, readFields } from './header.ts'
import { type Parameterised, readParameterised } from './parameters.ts'

/** A MIME part as a range of the message. Offsets count bytes from the beginning of the mail. */
export interface Part {
  readonly start: number
  readonly body: number
  readonly end: number
  readonly fields: readonly RawField[]
  /** In lower case, e.g. `text/plain`. */
  readonly type: Parameterised
  readonly encoding: string
  /** Line feeds in the body. */
  readonly lines: number
  readonly children: readonly Part[]
  /** The mail inside a message/rfc822 part. */
  readonly message: Part | null
}

const DEEPEST = 30
const MOST_PARTS = 1000

/** Finds the parts of a mail. Beyond 30 levels or 1,000 parts the rest counts as one part. */
export function readParts(bytes: Buffer): Part {
  return readPart({ bytes, left: MOST_PARTS }, 0, bytes.length, 'text/plain', 0)
}

interface Reading {
  readonly bytes: Buffer
  left: number
}

function readPart(reading: Reading, start: number, end: number, standard: string, depth: number): Part {
  const range = reading.bytes.subarray(0, end)
  const found = bodyStart(range, start)
  const body = found < 0 ? end : found
  const fields = readFields(range.toString('latin1', start, body))
  const declared = readParameterised(fieldValue(fields, 'content-type') ?? '')
  const type = /^[^/\s]+\/[^/\s]+$/.test(declared.value) ? declared : { value: standard, parameters: [] }
  const encoding = (fieldValue(fields, 'content-transfer-encoding') ?? '7bit').toLowerCase()
  const inner = depth < DEEPEST ? type.value : ''
  const children = inner.startsWith('multipart/') ? readChildren(reading, type, body, end, depth) : []
  const message = inner === 'message/rfc822' ? readPart(reading, body, end, 'text/plain', depth + 1) : null
  return { start, body, end, fields, type, encoding, lines: countLines(range, body), children, message }
}

function readChildren(reading: Reading, type: Parameterised, body: number, end: number, depth: number): Part[] {
  const boundary = type.parameters.find(([name]) => name === 'boundary')?.[1]
  if (!boundary) return []
  const standard = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  const delimiters = findDelimiters(reading.bytes.subarray(0, end), boundary, body)
  const children: Part[] = []
  for (const [index, delimiter] of delimiters.entries()) {
    if (delimiter.closing || reading.left <= 0) break
    reading.left -= 1
    const next = delimiters[index + 1]
    const partEnd = Math.max(delimiter.after, next ? next.before : end)
    children.push(readPart(reading, delimiter.after, partEnd, standard, depth + 1))
  }
  return children
}

interface Delimiter {
  /** End of the part before it: the line end in front of a delimiter belongs to the delimiter (RFC 2046 5.1.1). */
  readonly before: number
  readonly after: number
  readonly closing: boolean
}

function findDelimiters(bytes: Buffer, boundary: string, from: number): readonly Delimiter[] {
  const found: Delimiter[] = []
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  for (let at = bytes.indexOf(mark, from); at >= 0; at = bytes.indexOf(mark, at + mark.length)) {
    if (at > from && bytes[at - 1] !== 0x0a) continue
    const lineEnd = bytes.indexOf(0x0a, at)
    const after = lineEnd < 0 ? bytes.length : lineEnd + 1
    const rest = bytes.toString('latin1', at + mark.length, Math.min(after, at + mark.length + 80))
    const kind = /^(--)?[ \t]*\r?\n?/.exec(rest)
    if (!kind || (kind[0].length < rest.length && kind[1] === undefined)) continue
    const before = at - (bytes[at - 2] === 0x0d ? 2 : 1)
    found.push({ before: Math.max(from, before), after, closing: kind[1] !== undefined })
    if (kind[1] !== undefined) break
  }
  return found
}

function countLines(bytes: Buffer, from: number): number {
  let lines = 0
  for (let at = bytes.indexOf(0x0a, from); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines++
  return lines
}
