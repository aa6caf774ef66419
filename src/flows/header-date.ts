/** How much of a mail is searched for its Date field. */
const HEADER_BYTES = 64 << 10

/** The Date field of a raw mail (RFC 5322 3.6.1), or null. Used only to tell old mail from new, never for a clock. */
export function dateOfHeader(raw: Buffer): Date | null {
  const head = raw.subarray(0, HEADER_BYTES).toString('latin1')
  const end = /\r?\n\r?\n/.exec(head)
  const header = end ? head.slice(0, end.index) : head
  const unfolded = header.replace(/\r?\n[ \t]+/g, ' ')
  const value = /^date:[ \t]*(.+)$/im.exec(unfolded)?.[1]
  if (value === undefined) return null
  const time = Date.parse(value.replace(/\(.*\)/, '').trim())
  return Number.isNaN(time) ? null : new Date(time)
}
