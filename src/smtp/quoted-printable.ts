/** Quoted-printable (RFC 2045 6.7), for text that is nearly all ASCII: a line that may stand as it is costs one look. */

/** Longest line, the soft break at its end included. */
export const LINE = 76

/** Of printable ASCII without `=`, and no blank at its end. */
const FINE = /^(?:[\t\x20-\x3c\x3e-\x7e]{0,75}[\x21-\x3c\x3e-\x7e])?$/
const TO_ENCODE = /[^\t\x20-\x3c\x3e-\x7e]+|[\t ]$/g

/** Of a text whose lines end in LF; they end in CRLF then. */
export function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => (FINE.test(line) ? line : folded(line.replace(TO_ENCODE, inHex))))
    .join('\r\n')
}

function inHex(chars: string): string {
  return Buffer.from(chars).toString('hex').toUpperCase().replace(/../g, '=$&')
}

function folded(line: string): string {
  const pieces: string[] = []
  let from = 0
  while (line.length - from > LINE) {
    const end = breakIn(line, from)
    pieces.push(line.slice(from, end))
    from = end
  }
  pieces.push(line.slice(from))
  return pieces.join('=\r\n')
}

/** How far back a blank is looked for, where a reader of the raw mail would break the line. */
const NEAR = 24
/** No character has more bytes than four, and each is written in three letters. */
const CHARACTER = 12

/** Behind a blank where there is one near the end, else anywhere but within what stands for one character. */
function breakIn(line: string, from: number): number {
  const most = from + LINE - 1
  const blank = line.lastIndexOf(' ', most - 1) + 1
  if (blank > most - NEAR) return blank
  for (let end = most; end > most - CHARACTER; end -= 1) if (!isWithin(line, end)) return end
  return most
}

/** Whether the place is inside `=C3=A9`: behind a `=`, behind its first digit, or before a byte that goes on. */
function isWithin(line: string, at: number): boolean {
  return line[at - 1] === '=' || line[at - 2] === '=' || /^=[89AB]/.test(line.slice(at, at + 2))
}
