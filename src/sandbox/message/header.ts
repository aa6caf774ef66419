/** Header of a message as Latin-1 text, one character per byte, so that no byte is lost. */
export interface RawField {
  /** In lower case. */
  readonly name: string
  /** Unfolded and trimmed; RFC 2047 words are left as they are. */
  readonly value: string
  /** The lines as they stand in the mail, without the last line end. */
  readonly lines: string
}

/** Where the body begins: the offset after the empty line, or -1 when there is none (yet). */
export function bodyStart(bytes: Buffer, from = 0): number {
  if (bytes[from] === 0x0a) return from + 1
  if (bytes[from] === 0x0d && bytes[from + 1] === 0x0a) return from + 2
  const crlf = bytes.indexOf('\r\n\r\n', from, 'latin1')
  const lf = bytes.indexOf('\n\n', from, 'latin1')
  if (crlf < 0 && lf < 0) return -1
  return crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf + 2
}

export function readFields(header: string): readonly RawField[] {
  const fields: RawField[] = []
  for (const lines of header.split(/\r?\n(?![ \t])/)) {
    const colon = lines.indexOf(':')
    if (colon <= 0) continue
    const name = lines.slice(0, colon).trim().toLowerCase()
    const value = lines
      .slice(colon + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim()
    fields.push({ name, value, lines })
  }
  return fields
}

/** The first field of this name; null when there is none. */
export function fieldValue(fields: readonly RawField[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null
}
