/** S/MIME signatures around some bytes (RFC 5652), as far as they are read: nothing in them signs anything. */
type Style = 'der' | 'pieces' | 'endless'

const DATA = '06092a864886f70d010701'
const SIGNED = '06092a864886f70d010702'
/** Version 1 and SHA-256. */
const BEFORE = '020101310d300b0609608648016503040201'

/** `pieces`: the bytes in pieces of pieces; `endless`: also without any length, as mail programs stream it. */
export function signed(content: Buffer | null, style: Style = 'der'): Buffer {
  const wrap = style === 'endless' ? endless : element
  const octets = content === null ? [] : [wrap(0xa0, octetsOf(content, style))]
  const data = wrap(0x30, hex(BEFORE), wrap(0x30, hex(DATA), ...octets))
  return wrap(0x30, hex(SIGNED), wrap(0xa0, data))
}

export function wrappedTimes(times: number, content: Buffer): Buffer {
  return times === 0 ? content : signed(wrappedTimes(times - 1, content))
}

function octetsOf(content: Buffer, style: Style): Buffer {
  if (style === 'der') return element(0x04, content)
  const half = content.length >> 1
  const [first, second] = [content.subarray(0, half), content.subarray(half)]
  const wrap = style === 'endless' ? endless : element
  return wrap(0x24, element(0x04, first), wrap(0x24, element(0x04, second)))
}

function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.from([tag, 0x84, 0, 0, 0, 0])
  head.writeUInt32BE(body.length, 2)
  return Buffer.concat([head, body])
}

function endless(tag: number, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...parts, Buffer.alloc(2)])
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex')
}
