/** Values of header fields, decoded: RFC 2047 words, addresses, Message-IDs. */
import { isAscii } from 'node:buffer'
import libmime from 'libmime'
import { parseAddressHeader } from 'mailparser'
import type { Address } from '../domain/mail.ts'
import { decodeText } from '../text/charset.ts'
import { cleanLine } from './clean.ts'

/** Longer ones are no Message-IDs (RFC 5322 2.1.1, a line). */
const MESSAGE_ID_CHARS = 998

export interface Unfolded {
  readonly text: string
  /** Why the raw bytes are not plain ASCII or UTF-8 (RFC 6532), or null. */
  readonly problem: string | null
}

/** The raw value on one line; encoded words still encoded. */
export function unfold(value: Buffer): Unfolded {
  const { text, problem } = isAscii(value) ? { text: value.toString('latin1'), problem: null } : decodeText(value, '')
  return { text: text.replace(/\r?\n(?=[ \t])/g, '').trim(), problem }
}

/** RFC 2047 words decoded, controls replaced by spaces. */
export function decodeWords(text: string): string {
  return cleanLine(text.includes('=?') ? libmime.decodeWords(text) : text)
}

/** The mailboxes of an address field, groups flattened (RFC 5322 3.4). Entries without an address are left out. */
export function readAddresses(text: string): readonly Address[] {
  return parseAddressHeader(text, { flatten: true, decodePunycode: false })
    .value.map(({ name, address }) => ({
      name: cleanLine(name.replaceAll('\ufffd', '')),
      address: cleanLine(address ?? '').toLowerCase(),
    }))
    .filter(({ address }) => address !== '')
}

/** `<id@host>` tokens in order; words with an @ when the brackets are missing. */
export function readMessageIds(text: string): readonly string[] {
  const bracketed = [...text.matchAll(/<([^<>]*)>/g)].map((found) => found[1]!.replace(/\s+/g, ''))
  const bare = bracketed.length > 0 ? bracketed : text.split(/[\s,;]+/).filter((word) => word.includes('@'))
  return bare
    .map((id) => `<${cleanLine(id.replace(/[<>]/g, ''))}>`)
    .filter((id) => id !== '<>' && id.length <= MESSAGE_ID_CHARS)
}
