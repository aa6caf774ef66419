import type { Job } from '../job.ts'

/** One attribute, MS-OXTNEF 2.1.3: level, number, length, data, checksum. */
export interface TnefAttribute {
  /** The low half of its tag; the high half tells the type, which follows from the number. */
  readonly id: number
  readonly data: Buffer
}

/** Behind the signature and the key. */
const FIRST = 6
const HEAD = 9

/** The attributes up to the end or to the first that is cut, which is noted. */
export function* tnefAttributes(job: Job): Generator<TnefAttribute> {
  const { bytes } = job
  let at = FIRST
  while (at + HEAD <= bytes.length) {
    job.checkTime()
    const level = bytes[at]
    // Some mail programs append bytes of their own.
    if (level !== 1 && level !== 2) return
    const length = bytes.readUInt32LE(at + 5)
    const end = at + HEAD + length
    if (end + 2 > bytes.length) return job.note('damaged-file', 'its end is missing')
    yield { id: bytes.readUInt16LE(at + 1), data: bytes.subarray(at + HEAD, end) }
    at = end + 2
  }
}
