/**
 * Bytes to text without ever throwing: the declared charset (WHATWG Encoding labels), else what the bytes look like,
 * else windows-1252, which gives every byte a character.
 */
import { isAscii, isUtf8 } from 'node:buffer'

export interface Decoded {
  readonly text: string
  /** A sentence when the declared charset was unknown or wrong, else null. */
  readonly problem: string | null
}

const UNICODE_OR_NONE = /^(|utf-?8|us-ascii|ascii|ansi_x3\.4-1968|unicode-1-1-utf-8)$/
const UTF16 = /^(?:utf-?16(?:le|be)?|unicode|ucs-?2)$/
const WESTERN = /^(iso-?8859-?1|latin-?1|windows-1252|cp-?1252|iso_8859-1)$/

/** `bytes` may end inside a character, as cut text does; that character is dropped. */
export function decodeText(bytes: Uint8Array, declared: string): Decoded {
  const label = declared.trim().toLowerCase().replace(/^"|"$/g, '').slice(0, 40)
  const marked = byteOrderMark(bytes)
  if (marked) return { text: marked === 'utf-8' ? utf8(bytes) : decodeAs(marked, bytes)!, problem: null }
  if (UNICODE_OR_NONE.test(label)) return decodeUnicode(bytes, label)
  if (WESTERN.test(label) && isUtf8(bytes) && hasHighByte(bytes)) {
    return { text: utf8(bytes), problem: `declared ${label}, the bytes are UTF-8` }
  }
  // Text of 16-bit units without a single NUL byte, and valid in UTF-8, was mislabelled: its blanks alone would have some.
  if (UTF16.test(label) && !bytes.includes(0) && isUtf8(withoutTornEnd(bytes))) {
    return { text: utf8(bytes), problem: `declared ${label}, the bytes are UTF-8` }
  }
  const text = decodeAs(label, bytes)
  if (text !== null) return { text, problem: null }
  return sniff(bytes, `declared ${label}`, label)
}

function decodeUnicode(bytes: Uint8Array, label: string): Decoded {
  if (isUtf8(withoutTornEnd(bytes))) return { text: utf8(bytes), problem: null }
  return sniff(bytes, label === '' ? 'no charset declared' : `declared ${label}`, 'utf-8')
}

function sniff(bytes: Uint8Array, was: string, label: string): Decoded {
  if (isUtf8(withoutTornEnd(bytes))) return { text: utf8(bytes), problem: `${was}, read as utf-8` }
  const patched = decodeLoosely(label, bytes)
  if (patched !== null) return { text: patched, problem: `${was}, invalid bytes replaced` }
  return { text: decodeAs('windows-1252', bytes)!, problem: `${was}, read as windows-1252` }
}

/** In this charset with U+FFFD for what is invalid; null when more of the non-ASCII text is invalid than valid. */
function decodeLoosely(label: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(label).decode(bytes)
    const invalid = count(text, /\ufffd/g)
    return count(text, /[^\x00-\x7f\ufffd]/g) > invalid ? text : null
  } catch {
    return null
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** Null when the label is unknown or the bytes are not valid in it. */
function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && isUtf8(withoutTornEnd(bytes))) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe && decodeAs('utf-16le', bytes) !== null) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff && decodeAs('utf-16be', bytes) !== null) return 'utf-16be'
  return null
}

/** Of bytes that are UTF-8 but for a torn end. */
function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(withoutTornEnd(bytes))
}

/**
 * Without an UTF-8 sequence that the end of the bytes cuts. Where nothing before it is UTF-8 either, the byte is the last
 * letter of a text in another charset.
 */
function withoutTornEnd(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!
    const rest = bytes.subarray(0, bytes.length - back)
    if (byte >= 0xc0) return isAscii(rest) ? bytes : rest
    if (byte < 0x80) break
  }
  return bytes
}

function hasHighByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80)
}
