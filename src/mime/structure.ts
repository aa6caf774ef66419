/**
 * The shape of a mail, in one linear pass over its raw bytes (RFC 2046 5.1), and the bytes the MIME library is to see:
 * the same mail with small header blocks, at most `limits.parts` leaves and `limits.depth` levels. So no mail reaches
 * the library that it would have to refuse, and its work is bounded before it begins.
 */
import { DELIMITER_BYTES, type Delimiter, delimiterIn, nextDashes } from './delimiter.ts'
import { HeaderBlock, type RawField } from './header-block.ts'
import type { ReaderLimits } from './limits.ts'
import { markedHead, type Part, readPart } from './part.ts'
import { grouped, type ProblemLog } from './problems.ts'

/** A multipart that is open at this point of the mail. */
interface OpenMultipart {
  readonly part: Part
  /** Delimiter lines seen that begin a part. */
  children: number
  /** What stands before the first delimiter, kept in case none comes. */
  readonly preamble: Buffer[]
  preambleBytes: number
}

/** A multipart whose boundary never came: its raw content, cut. */
export interface Undelimited {
  readonly part: Part
  readonly bytes: Buffer
}

const PREAMBLE_BYTES = 64 * 1024
const LF = 0x0a
const DASH = 0x2d
const CRLF = Buffer.from('\r\n')
const NOTHING = Buffer.alloc(0)

export class Structure {
  /** Every node that is read, by its number. */
  readonly parts: Part[] = []
  readonly undelimited: Undelimited[] = []
  /** Fields of the top header block. */
  rootFields: readonly RawField[] = []
  /** Parts that were only counted. */
  skippedParts = 0
  /** Bytes of the mail so far. */
  bytes = 0
  private readonly limits: ReaderLimits
  private readonly problems: ProblemLog
  private readonly open: OpenMultipart[] = []
  /** Of the open multiparts, outermost first. */
  private readonly boundaries: string[] = []
  private head: HeaderBlock | null
  private headParent: Part | null = null
  /** Inside a header line that is taken in pieces. */
  private midLine = false
  private lineStart = true
  private skipping = false
  private leaves = 0
  private carry: Buffer = NOTHING

  constructor(limits: ReaderLimits, problems: ProblemLog) {
    this.limits = limits
    this.problems = problems
    this.head = new HeaderBlock(limits)
  }

  /** Takes the next bytes of the mail; returns what the MIME library is to see of them. */
  push(chunk: Buffer): Buffer[] {
    this.bytes += chunk.length
    return this.consume(this.carry.length > 0 ? Buffer.concat([this.carry, chunk]) : chunk, false)
  }

  /** To be called after the last bytes; returns the rest for the MIME library and notes what the structure lacked. */
  end(): Buffer[] {
    const out = this.consume(this.carry, true)
    while (this.head) {
      const { stray } = this.head
      this.finishHead(out)
      if (stray) this.takeStray(stray, out)
    }
    this.closeDownTo(0)
    if (this.skipping) {
      this.problems.note('part-limit', `${grouped(this.leafCount())} MIME parts; ${grouped(this.leaves)} read`)
    }
    return out
  }

  /** Leaf parts seen, those not read included. */
  leafCount(): number {
    return this.leaves + this.undelimited.length + this.skippedParts
  }

  private consume(data: Buffer, final: boolean): Buffer[] {
    const out: Buffer[] = []
    this.carry = NOTHING
    let at = 0
    while (at < data.length) {
      const next = this.head ? this.inHead(this.head, data, at, final, out) : this.inBody(data, at, final, out)
      if (next < 0) break
      at = next
    }
    return out
  }

  /** One header line. Returns where to go on, or -1 when more bytes are needed. */
  private inHead(head: HeaderBlock, data: Buffer, at: number, final: boolean, out: Buffer[]): number {
    const lf = data.indexOf(LF, at)
    const end = lf < 0 ? data.length : lf + 1
    const line = data.subarray(at, end)
    if (lf < 0 && !final && line.length < this.limits.fieldBytes && !this.midLine) {
      this.carry = line
      return -1
    }
    const delimiter = this.midLine ? null : delimiterIn(line, this.boundaries)
    if (delimiter) {
      this.finishHead(out)
      this.delimit(delimiter, line, out)
      return end
    }
    const verdict = head.addPiece(line, !this.midLine)
    this.midLine = lf < 0
    if (verdict === 'more') return end
    this.midLine = false
    this.finishHead(out)
    this.lineStart = true
    if (verdict === 'end') return end
    if (head.stray) this.takeStray(head.stray, out)
    return at
  }

  /** The first line of a body whose empty line is missing. The header just read may have said that it is a delimiter. */
  private takeStray(line: Buffer, out: Buffer[]): void {
    const delimiter = delimiterIn(line, this.boundaries)
    if (delimiter) this.delimit(delimiter, line, out)
    else this.emit(line, out)
  }

  /** Body bytes up to the next delimiter. Returns where to go on, or -1 when more bytes are needed. */
  private inBody(data: Buffer, from: number, final: boolean, out: Buffer[]): number {
    let at = from
    for (;;) {
      const dashes = this.open.length === 0 ? -1 : nextDashes(data, at, this.lineStart)
      if (dashes < 0) return this.passRest(data, from, final, out)
      const lf = data.indexOf(LF, dashes)
      if (lf < 0 && !final && data.length - dashes <= DELIMITER_BYTES) {
        this.emit(data.subarray(from, dashes), out)
        this.carry = data.subarray(dashes)
        this.lineStart = true
        return -1
      }
      const end = lf < 0 ? data.length : lf + 1
      const delimiter = delimiterIn(data.subarray(dashes, end), this.boundaries)
      if (delimiter) {
        this.emit(data.subarray(from, dashes), out)
        this.delimit(delimiter, data.subarray(dashes, end), out)
        this.lineStart = true
        return end
      }
      this.lineStart = lf >= 0
      at = end
    }
  }

  private passRest(data: Buffer, from: number, final: boolean, out: Buffer[]): number {
    const last = data.length - 1
    // A lone dash at the start of a line may be the first half of a delimiter's dashes.
    const startsLine = last === from ? this.lineStart : data[last - 1] === LF
    if (!final && data[last] === DASH && startsLine && this.open.length > 0) {
      this.emit(data.subarray(from, last), out)
      this.carry = data.subarray(last)
      this.lineStart = true
      return -1
    }
    this.emit(data.subarray(from), out)
    this.lineStart = data[last] === LF
    return data.length
  }

  private delimit(delimiter: Delimiter, line: Buffer, out: Buffer[]): void {
    const owner = this.open[delimiter.owner]!
    // A closing line before any part is preamble, for the MIME library too.
    const isPreamble = delimiter.closes && owner.children === 0
    if (!isPreamble) this.closeDownTo(delimiter.closes ? delimiter.owner : delimiter.owner + 1)
    if (delimiter.closes) {
      this.emit(line, out)
      return
    }
    owner.children += 1
    if (this.skipping || this.leaves >= this.limits.parts || this.parts.length >= 2 * this.limits.parts) {
      this.skipping = true
      this.skippedParts += 1
      return
    }
    this.emit(line, out)
    // The mail ends here; its last part is empty, and its head must not run into the delimiter.
    if (line.at(-1) !== LF) this.emit(CRLF, out)
    this.head = new HeaderBlock(this.limits)
    this.headParent = owner.part
  }

  private finishHead(out: Buffer[]): void {
    const head = this.head!
    this.head = null
    const fields = head.fields()
    if (this.headParent === null) this.rootFields = fields
    if (head.broken) this.problems.note('malformed', 'a header line that is no field')
    if (head.cut) this.problems.note('header-limit', `a header block of ${grouped(head.seen)} bytes was cut`)
    const part = readPart(this.parts.length, this.headParent, fields)
    this.parts.push(part)
    const asType = this.enter(part)
    if (this.open.at(-1)?.part !== part) this.leaves += 1
    out.push(markedHead(part, fields, asType))
  }

  /** Opens a multipart. Returns what the library is to take the part for, or null for its declared type. */
  private enter(part: Part): string | null {
    if (part.type === 'message/rfc822') return part.type
    if (!part.type.startsWith('multipart/')) return null
    if (part.boundary === null) {
      this.problems.note('malformed', `${part.type} without a boundary, read as text`)
      return 'text/plain'
    }
    if (this.open.length >= this.limits.depth) {
      this.problems.note(
        'depth-limit',
        `multiparts nested deeper than ${this.limits.depth}; the inner ones are one file`,
      )
      return 'application/octet-stream'
    }
    this.boundaries.push(part.boundary)
    this.open.push({ part, children: 0, preamble: [], preambleBytes: 0 })
    return `${part.type}; boundary="${part.boundary}"`
  }

  private closeDownTo(length: number): void {
    this.boundaries.length = length
    for (const { part, children, preamble } of this.open.splice(length)) {
      if (children > 0) continue
      this.problems.note('malformed', `${part.type} whose boundary never comes`)
      this.undelimited.push({ part, bytes: Buffer.concat(preamble) })
    }
  }

  private emit(bytes: Buffer, out: Buffer[]): void {
    if (bytes.length === 0 || this.skipping) return
    out.push(bytes)
    const inner = this.open.at(-1)
    if (inner === undefined || inner.children > 0 || inner.preambleBytes >= PREAMBLE_BYTES || this.head) return
    const kept = bytes.subarray(0, PREAMBLE_BYTES - inner.preambleBytes)
    inner.preamble.push(kept)
    inner.preambleBytes += kept.length
  }
}
