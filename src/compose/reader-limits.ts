import type { Limits } from '../config/settings.ts'
import { READER_LIMITS, type ReaderLimits } from '../mime/limits.ts'

const KB = 1024
const MB = 1024 * KB

/** The reader's limits with those that an operator may set. */
export function readerLimits(limits: Limits): ReaderLimits {
  return {
    ...READER_LIMITS,
    mailBytes: limits.mailMegabytes * MB,
    headerBytes: limits.headerKilobytes * KB,
    parts: limits.parts,
    depth: limits.depth,
    readMs: limits.readSeconds * 1000,
  }
}
