/** Delimiter lines of multiparts (RFC 2046 5.1.1). */

export interface Delimiter {
  /** Index of the multipart whose boundary it is, in the list of open ones. */
  readonly owner: number
  readonly closes: boolean
}

/** A line that might still be a delimiter is waited for; RFC 2046 allows 70 characters, broken mailers write more. */
export const DELIMITER_BYTES = 10 * 1024

const DASH = 0x2d

/** The innermost multipart that the line delimits, or null. White space may follow the boundary. */
export function delimiterIn(line: Buffer, boundaries: readonly string[]): Delimiter | null {
  if (line[0] !== DASH || line[1] !== DASH || boundaries.length === 0 || line.length > DELIMITER_BYTES) return null
  const text = line.toString('latin1', 2).trimEnd()
  for (let owner = boundaries.length - 1; owner >= 0; owner -= 1) {
    const boundary = boundaries[owner]!
    if (!text.startsWith(boundary)) continue
    if (text.length === boundary.length) return { owner, closes: false }
    if (text.length === boundary.length + 2 && text.endsWith('--')) return { owner, closes: true }
  }
  return null
}

/** Where the next line that begins with two dashes begins, or -1. `startsLine`: `at` is the start of a line. */
export function nextDashes(data: Buffer, at: number, startsLine: boolean): number {
  if (startsLine && data[at] === DASH && data[at + 1] === DASH) return at
  const before = data.indexOf('\n--', at)
  return before < 0 ? -1 : before + 1
}
