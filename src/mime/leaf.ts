/** One leaf of a mail on its way through: counted, hashed, its beginning kept, its bytes handed to the archive. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Archive } from '../ports/archive.ts'

/** Leaves up to this size wait in memory and are stored together; larger ones are streamed. */
const SMALL_BYTES = 256 * 1024

export interface LeafBytes {
  readonly bytes: number
  readonly sha256: string
  /** The first bytes, at most as many as asked for. */
  readonly head: Buffer
  /** The whole leaf when it is small and still to be stored, else null. */
  readonly pending: Buffer | null
  /** False when it was larger than may be stored. */
  readonly stored: boolean
}

export interface LeafWish {
  /** How much of the beginning to keep. */
  readonly headBytes: number
  /** Where to store it; null to hash it only. */
  readonly archive: Archive | null
  readonly maxBytes: number
}

class TooLarge extends Error {}

/** Reads the leaf to its end. */
export async function readLeaf(content: AsyncIterable<Buffer>, wish: LeafWish): Promise<LeafBytes> {
  const intake = new Intake(wish.headBytes)
  const source = content[Symbol.asyncIterator]()
  const small = await takeSmall(source, intake)
  if (small !== null) return { ...intake.result(), pending: wish.archive ? small : null, stored: true }
  const stored = wish.archive === null ? true : await stream(source, intake, wish.archive, wish.maxBytes)
  await drain(source, intake)
  return { ...intake.result(), pending: null, stored }
}

/** What has been read so far. */
class Intake {
  bytes = 0
  /** Chunks read and not yet handed on. */
  readonly buffered: Buffer[] = []
  private readonly hash = createHash('sha256')
  private readonly head: Buffer[] = []
  private headRoom: number

  constructor(headBytes: number) {
    this.headRoom = headBytes
  }

  take(chunk: Buffer): void {
    this.bytes += chunk.length
    this.hash.update(chunk)
    if (this.headRoom <= 0) return
    const piece = chunk.subarray(0, this.headRoom)
    this.head.push(piece)
    this.headRoom -= piece.length
  }

  result(): Pick<LeafBytes, 'bytes' | 'sha256' | 'head'> {
    return { bytes: this.bytes, sha256: this.hash.digest('hex'), head: Buffer.concat(this.head) }
  }
}

/** The whole leaf, or null as soon as it is not small; what was read then waits in the intake. */
async function takeSmall(source: AsyncIterator<Buffer>, intake: Intake): Promise<Buffer | null> {
  for (;;) {
    const { done, value } = await source.next()
    if (done) return Buffer.concat(intake.buffered)
    intake.take(value)
    intake.buffered.push(value)
    if (intake.bytes > SMALL_BYTES) return null
  }
}

/** Streams into the archive. False when the leaf was too large: nothing of it stays there. */
async function stream(
  source: AsyncIterator<Buffer>,
  intake: Intake,
  archive: Archive,
  maxBytes: number,
): Promise<boolean> {
  async function* pieces(): AsyncGenerator<Buffer> {
    yield* intake.buffered.splice(0)
    for (;;) {
      const { done, value } = await source.next()
      if (done) return
      intake.take(value)
      if (intake.bytes > maxBytes) throw new TooLarge()
      yield value
    }
  }
  try {
    await archive.put(Readable.from(pieces()))
    return true
  } catch (error) {
    if (error instanceof TooLarge) return false
    throw error
  }
}

async function drain(source: AsyncIterator<Buffer>, intake: Intake): Promise<void> {
  for (;;) {
    const { done, value } = await source.next()
    if (done) return
    intake.take(value)
  }
}
