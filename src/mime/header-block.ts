/**
 * Collects the lines of one header block (RFC 5322 2.2, RFC 2045 3) as they come, bounded. Tells where the block ends
 * also when the empty line is missing.
 */
import type { ReaderLimits } from './limits.ts'

export interface RawField {
  /** Lower case. */
  readonly name: string
  /** The value as it stands in the mail, folding included. */
  readonly value: Buffer
}

/** `more`: the line was taken. `end`: it was the empty line. `body`: the block ended before this line, or `stray`. */
export type LineVerdict = 'more' | 'end' | 'body'

interface OpenField {
  name: string
  pieces: Buffer[]
  bytes: number
}

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const TAB = 0x09
const COLON = 0x3a

export class HeaderBlock {
  /** A line that is no field; held back until the next line tells whether the body began with it. */
  stray: Buffer | null = null
  /** Whether a line was dropped because it is no field. */
  broken = false
  /** All bytes seen, kept or not. */
  seen = 0
  private kept = 0
  private readonly open: OpenField[] = []
  private skipped = false
  /** Fields beyond the limit are dropped with their folded lines. */
  private dropping = false
  private readonly limits: ReaderLimits

  constructor(limits: ReaderLimits) {
    this.limits = limits
  }

  /** Whether something was cut. */
  get cut(): boolean {
    return this.skipped
  }

  /** Takes a whole line, its line end included. */
  add(line: Buffer): LineVerdict {
    const first = line[0]
    if (first === LF || (first === CR && (line.length === 1 || line[1] === LF))) return 'end'
    if ((first === SPACE || first === TAB) && this.open.length > 0) {
      this.forgetStray()
      this.keep(line)
      return 'more'
    }
    const colon = fieldNameEnd(line)
    if (colon < 0) return this.addStray(line)
    this.forgetStray()
    this.startField(line, colon)
    return 'more'
  }

  /** Takes a piece of a line that is too long to wait for its end. `isStart`: the piece begins the line. */
  addPiece(piece: Buffer, isStart: boolean): LineVerdict {
    if (isStart) return this.add(piece)
    if (this.stray === null) this.keep(piece)
    return 'more'
  }

  fields(): readonly RawField[] {
    return this.open.map(({ name, pieces }) => ({ name, value: Buffer.concat(pieces) }))
  }

  private startField(line: Buffer, colon: number): void {
    this.dropping = this.open.length >= this.limits.headerFields || this.kept >= this.limits.headerBytes
    if (this.dropping) {
      this.seen += line.length
      this.skipped = true
      return
    }
    const name = line.toString('latin1', 0, colon).trimEnd().toLowerCase()
    this.open.push({ name, pieces: [], bytes: 0 })
    this.seen += colon + 1
    this.kept += colon + 1
    this.keep(line.subarray(colon + 1))
  }

  private keep(bytes: Buffer): void {
    this.seen += bytes.length
    const field = this.open.at(-1)
    if (this.dropping || field === undefined) return
    const room = Math.min(this.limits.fieldBytes - field.bytes, this.limits.headerBytes - this.kept)
    if (bytes.length > room) this.skipped = true
    if (room <= 0) return
    const piece = bytes.subarray(0, room)
    field.pieces.push(piece)
    field.bytes += piece.length
    this.kept += piece.length
  }

  /** One broken line between fields is dropped, as other readers do; two in a row are the body without its empty line. */
  private addStray(line: Buffer): LineVerdict {
    const isMboxLine = this.open.length === 0 && this.seen === 0 && /^>?From /.test(line.toString('latin1', 0, 6))
    if (isMboxLine) {
      this.seen += line.length
      return 'more'
    }
    if (this.open.length === 0 || this.stray !== null) return 'body'
    this.stray = line
    return 'more'
  }

  private forgetStray(): void {
    if (this.stray === null) return
    this.seen += this.stray.length
    this.stray = null
    this.broken = true
  }
}

/** Where the colon stands behind a field name (RFC 5322 2.2, spaces before the colon as in 4.5), or -1. */
function fieldNameEnd(line: Buffer): number {
  let at = 0
  while (at < line.length && line[at]! > SPACE && line[at]! < 0x7f && line[at] !== COLON) at += 1
  const nameEnd = at
  while (line[at] === SPACE || line[at] === TAB) at += 1
  return nameEnd > 0 && line[at] === COLON ? at : -1
}
