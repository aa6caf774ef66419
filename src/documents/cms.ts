/**
 * What lies inside an S/MIME signature (RFC 5652): one way down, ContentInfo > SignedData > EncapsulatedContentInfo >
 * eContent, in DER and in the BER that mail programs stream. Nothing is checked, so no certificate is looked at; no
 * step calls itself, and each byte is passed once.
 */

export interface SignedContent {
  readonly kind: 'signed'
  /** Null when the signature stands alone; cut when not whole. */
  readonly content: Buffer | null
  readonly isWhole: boolean
}

export type Cms =
  | SignedContent
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'compressed' }
  | { readonly kind: 'none' }

/** Head of an element: X.690 8.1. The end may lie behind the bytes; of an endless one it is where its parent's is. */
interface Head {
  readonly tag: number
  readonly from: number
  readonly end: number
  readonly isEndless: boolean
}

const OID = 0x06
const OCTETS = 0x04
const OCTETS_IN_PIECES = 0x24
const SEQUENCE = 0x30
const EXPLICIT = 0xa0
const END = 0x00

/** Behind their tag and length: signedData, envelopedData, encryptedData, authEnvelopedData, compressedData. */
const KINDS: Readonly<Record<string, 'signed' | 'encrypted' | 'compressed'>> = {
  '2a864886f70d010702': 'signed',
  '2a864886f70d010703': 'encrypted',
  '2a864886f70d010706': 'encrypted',
  '2a864886f70d0109100117': 'encrypted',
  '2a864886f70d0109100109': 'compressed',
}

export function openCms(file: Buffer): Cms {
  const bytes = withoutArmour(file)
  const info = enter(bytes, 0, bytes.length, SEQUENCE)
  const oid = info && enter(bytes, info.from, info.end, OID)
  const kind = oid && KINDS[bytes.toString('hex', oid.from, Math.min(oid.end, oid.from + 16))]
  if (!info || !oid || !kind) return { kind: 'none' }
  return kind === 'signed' ? signed(bytes, oid.end, info.end) : { kind }
}

/** Whether it begins with a header of MIME (RFC 2045 3), as what a mail program signs does. */
export function isMimeEntity(content: Buffer): boolean {
  const [head = ''] = content.toString('latin1', 0, 8192).split(/\r?\n\r?\n/, 1)
  return /^[!-9;-~]+[ \t]*:/.test(head) && /^(?:content-[a-z-]+|mime-version)[ \t]*:/im.test(head)
}

function signed(bytes: Buffer, at: number, end: number): Cms {
  const cut = { kind: 'signed', content: null, isWhole: false } as const
  const explicit = enter(bytes, at, end, EXPLICIT)
  const data = explicit && enter(bytes, explicit.from, explicit.end, SEQUENCE)
  if (!data) return cut
  // Its version and the digest algorithms stand before.
  const algorithms = behind(bytes, data.from, data.end)
  const inside = enter(bytes, behind(bytes, algorithms, data.end), data.end, SEQUENCE)
  const type = inside && enter(bytes, inside.from, inside.end, OID)
  if (!inside || !type) return cut
  const content = enter(bytes, type.end, inside.end, EXPLICIT)
  if (!content) return { ...cut, isWhole: inside.end <= bytes.length }
  const first = headAt(bytes, content.from, content.end)
  if (first?.tag === OCTETS) {
    return { kind: 'signed', content: bytes.subarray(first.from, first.end), isWhole: first.end <= bytes.length }
  }
  return first?.tag === OCTETS_IN_PIECES ? { kind: 'signed', ...joined(bytes, first) } : cut
}

/** Pieces may hold pieces; which ones does not matter, only their order. */
function joined(bytes: Buffer, whole: Head): { readonly content: Buffer; readonly isWhole: boolean } {
  const limit = Math.min(whole.end, bytes.length)
  const out = Buffer.allocUnsafe(limit - whole.from)
  let length = 0
  let open = whole.isEndless ? 1 : 0
  let at = whole.from
  let isWhole = whole.end <= bytes.length && !whole.isEndless
  while (at < limit) {
    const piece = headAt(bytes, at, limit)
    if (piece?.tag === OCTETS) length += bytes.copy(out, length, piece.from, Math.min(piece.end, limit))
    if (piece?.tag === END) open -= 1
    else if (piece?.tag === OCTETS_IN_PIECES && piece.isEndless) open += 1
    const isOver = piece?.tag === END && open <= 0
    if (isOver && whole.isEndless) isWhole = true
    const isKnown = piece !== null && [OCTETS, OCTETS_IN_PIECES, END].includes(piece.tag)
    if (!isKnown || piece.end > limit) isWhole = false
    if (!isKnown || (isOver && whole.isEndless)) break
    at = piece.tag === OCTETS ? piece.end : piece.from
  }
  return { content: out.subarray(0, length), isWhole }
}

/** The head at this place when it is of this tag. */
function enter(bytes: Buffer, at: number, end: number, tag: number): Head | null {
  const head = headAt(bytes, at, end)
  return head?.tag === tag ? head : null
}

/** Where the element at this place is over; behind all bytes when it cannot be followed. */
function behind(bytes: Buffer, from: number, end: number): number {
  let at = from
  let open = 0
  do {
    const head = headAt(bytes, at, end)
    if (head === null) return bytes.length
    if (head.tag === END) open -= 1
    else if (head.isEndless) open += 1
    at = head.isEndless || head.tag === END ? head.from : head.end
  } while (open > 0)
  return at
}

function headAt(bytes: Buffer, at: number, end: number): Head | null {
  if (at + 2 > Math.min(end, bytes.length)) return null
  const tag = bytes[at]!
  const short = bytes[at + 1]!
  // Tags of several bytes stand nowhere on our way.
  if ((tag & 0x1f) === 0x1f) return null
  if (short < 0x80) return { tag, from: at + 2, end: at + 2 + short, isEndless: false }
  if (short === 0x80) return { tag, from: at + 2, end, isEndless: true }
  const digits = short - 0x80
  const from = at + 2 + digits
  if (digits > 6 || from > bytes.length) return null
  return { tag, from, end: from + bytes.readUIntBE(at + 2, digits), isEndless: false }
}

/** Some programs leave it in base64 (RFC 7468), with or without lines around it. */
function withoutArmour(file: Buffer): Buffer {
  if (file[0] === SEQUENCE) return file
  const isText = /^[\w+/=\s-]*$/.test(file.toString('latin1', 0, 200))
  return isText ? Buffer.from(file.toString('latin1').replace(/-----[^-\n]*-----/g, ''), 'base64') : Buffer.alloc(0)
}
