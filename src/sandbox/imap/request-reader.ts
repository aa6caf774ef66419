/** A request is text with literals in between: text, literal, text, literal, text (RFC 3501 4.3). */
export type Piece = string | Buffer

export type Incoming =
  | { readonly kind: 'request'; readonly pieces: readonly Piece[] }
  /** The client waits for `+` before it sends the literal. */
  | { readonly kind: 'continue' }
  /** A literal over the limit; when the client waits for `+` it can be refused, else the connection must end. */
  | { readonly kind: 'literal-too-big'; readonly tag: string; readonly waits: boolean }
  | { readonly kind: 'line-too-long' }

const LONGEST_LINE = 1024 * 1024

/** Cuts the byte stream of a client into requests. Text is Latin-1, one character per byte. */
export class RequestReader {
  /** Bytes; the session raises it after login. */
  maxLiteral: number
  #rest = Buffer.alloc(0)
  #pieces: Piece[] = []
  #textLength = 0
  #literal: Buffer[] = []
  #missing = 0

  constructor(maxLiteral: number) {
    this.maxLiteral = maxLiteral
  }

  *push(chunk: Buffer): Generator<Incoming> {
    let bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    this.#rest = Buffer.alloc(0)
    while (bytes.length > 0) {
      if (this.#missing > 0) {
        bytes = this.#takeLiteral(bytes)
        continue
      }
      const end = bytes.indexOf(0x0a)
      if (this.#textLength + (end < 0 ? bytes.length : end) > LONGEST_LINE) {
        yield { kind: 'line-too-long' }
        return
      }
      if (end < 0) {
        this.#rest = Buffer.from(bytes)
        return
      }
      const line = bytes.toString('latin1', 0, end).replace(/\r$/, '')
      bytes = bytes.subarray(end + 1)
      const incoming = this.#takeLine(line)
      if (incoming) yield incoming
    }
  }

  #takeLiteral(bytes: Buffer): Buffer {
    const part = bytes.subarray(0, this.#missing)
    this.#literal.push(part)
    this.#missing -= part.length
    if (this.#missing === 0) {
      this.#pieces.push(Buffer.concat(this.#literal))
      this.#literal = []
    }
    return bytes.subarray(part.length)
  }

  #takeLine(line: string): Incoming | null {
    const literal = /\{(\d{1,10})(\+?)\}$/.exec(line)
    if (!literal) {
      const pieces = [...this.#pieces, line]
      this.#reset()
      return { kind: 'request', pieces }
    }
    const size = Number(literal[1])
    const waits = literal[2] !== '+'
    const text = line.slice(0, literal.index)
    if (size > this.maxLiteral) {
      const [first = text] = this.#pieces
      const tag = /^[^\s]+/.exec(String(first))?.[0] ?? '*'
      this.#reset()
      return { kind: 'literal-too-big', tag, waits }
    }
    this.#pieces.push(text)
    this.#textLength += text.length
    if (size === 0) this.#pieces.push(Buffer.alloc(0))
    else this.#missing = size
    return waits ? { kind: 'continue' } : null
  }

  #reset(): void {
    this.#pieces = []
    this.#textLength = 0
  }
}
