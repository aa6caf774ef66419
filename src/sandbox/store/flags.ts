/** Flags a client may set (RFC 3501 2.3.2). \Recent is the server's and is not kept here. */
export const SYSTEM_FLAGS = ['\\Answered', '\\Flagged', '\\Deleted', '\\Seen', '\\Draft'] as const

export type Flags = ReadonlySet<string>

/** The usual spelling of a system flag, a keyword as it is, or null when it is neither. */
export function readFlag(text: string): string | null {
  if (text.startsWith('\\')) return SYSTEM_FLAGS.find((flag) => same(flag, text)) ?? null
  return /^[^\x00-\x20(){%*"\\\]\x7f-\uffff]{1,200}$/.test(text) ? text : null
}

/** Flags are compared without regard to case, and the spelling that came first is kept. */
export function hasFlag(flags: Flags, wanted: string): boolean {
  if (flags.has(wanted)) return true
  for (const flag of flags) if (same(flag, wanted)) return true
  return false
}

export function withFlags(flags: Flags, added: readonly string[]): Flags {
  const result = new Set(flags)
  for (const flag of added) if (!hasFlag(result, flag)) result.add(flag)
  return result
}

export function withoutFlags(flags: Flags, removed: readonly string[]): Flags {
  return new Set([...flags].filter((flag) => !removed.some((one) => same(one, flag))))
}

export function sameFlags(a: Flags, b: Flags): boolean {
  return a.size === b.size && [...a].every((flag) => b.has(flag))
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
