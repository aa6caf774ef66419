/** How much of a mail is searched. */
const HEADER_BYTES = 64 << 10
/** What is kept of an address or an id. */
const MOST = 200

/** From whom a mail is and to which thread it belongs, as its header says. */
export interface Origin {
  /** The address in From, in lower case; null: none was found. */
  readonly lane: string | null
  /** The Message-ID that its thread began with (RFC 5322 3.6.4), its own where it begins one; null: it has none. */
  readonly thread: string | null
}

/** A hint for the order of work alone, so that nothing is decoded: who writes nonsense waits with other nonsense. */
export function originOf(raw: Buffer): Origin {
  const head = raw.subarray(0, HEADER_BYTES).toString('latin1')
  const end = /\r?\n\r?\n/.exec(head)
  const header = (end ? head.slice(0, end.index) : head).replace(/\r?\n[ \t]+/g, ' ')
  const field = (name: string) => new RegExp(`^${name}[ \\t]*:(.*)$`, 'im').exec(header)?.[1] ?? ''
  const from = /([^\s<>"(),;:]+@[^\s<>"(),;:]+)[^@]*$/.exec(field('from'))?.[1]
  const id = ['references', 'in-reply-to', 'message-id'].flatMap((name) => /<[^<>\s]+>/.exec(field(name)) ?? [])[0]
  return { lane: cut(from?.toLowerCase()), thread: cut(id) }
}

/** Plain ASCII, as an index holds it. */
function cut(text: string | undefined): string | null {
  return text === undefined ? null : text.replace(/[^\x21-\x7e]/g, '?').slice(0, MOST)
}
