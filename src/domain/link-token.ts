/**
 * Single-use signed links in digests: a mailto link whose subject carries the order and a signature over it and over the
 * address that it was made for. Whoever has the link can give this one order, once; a changed body is another order and
 * is judged without the link. The signature is made and checked elsewhere (`tokens/signer.ts`); here it is only text.
 */

/** What a link orders: line 2 of digest 31, in the words that a person would write. */
export interface LinkedOrder {
  readonly digestId: number
  readonly line: number
  /** Lower case words and dashes: `ok`, `no`, `to anna`, `route opt-in`. */
  readonly verb: string
}

export interface OrderToken extends LinkedOrder {
  /** 6 to 16 characters a-z, 0-9. */
  readonly token: string
}

/** The text that is signed; `to` is the address that the digest goes to. */
export function orderTokenText({ digestId, line, verb }: LinkedOrder, to: string): string {
  return `order / digest ${digestId} / line ${line} / ${verb} / ${to.trim().toLowerCase()}`
}

/** The key under which the use of a link is recorded: a second use finds it taken. */
export function orderTokenKey({ digestId, line, verb, token }: OrderToken): string {
  return `order-token / digest ${digestId} / line ${line} / ${verb} / ${token}`
}

const MAX_SUBJECT = 500
const VERB = /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/
const TOKEN = /\bintagree-order:(\d{1,12})\.(\d{1,4})\.([a-z0-9_-]{1,60})\.([a-z0-9]{6,16})\b/i

/**
 * `mailto:intagree@…?subject=…&body=2%20ok` (RFC 6068). Throws RangeError when the subject could not be read back: a
 * bug, for all of its pieces are ours.
 */
export function orderLink(parts: OrderToken & { readonly address: string }): string {
  const subject = `Order "${orderWords(parts)}" [${mark(parts)}]`
  const read = orderTokenIn(subject)
  if (!VERB.test(parts.verb) || read === null || mark(read) !== mark(parts))
    throw new RangeError(`order link: ${subject} could not be read back`)
  const [local, domain] = halves(parts.address)
  return `mailto:${encoded(local)}@${encoded(domain)}?subject=${encoded(subject)}&body=${encoded(orderWords(parts))}`
}

/** The words that the link puts into the mail: `2 ok`. */
export function orderWords({ line, verb }: LinkedOrder): string {
  return `${line} ${verb}`
}

/** Reads a link's order back from the subject of a mail, whatever a mail program put around it; null: none or several. */
export function orderTokenIn(subject: string): OrderToken | null {
  const all = [...subject.slice(0, MAX_SUBJECT).matchAll(new RegExp(TOKEN, 'gi'))]
  const [, digestId, line, verb = '', token = ''] = all.length === 1 ? (all[0] ?? []) : []
  if (digestId === undefined || line === undefined) return null
  return {
    digestId: Number(digestId),
    line: Number(line),
    verb: verb.toLowerCase().replaceAll('_', ' '),
    token: token.toLowerCase(),
  }
}

function mark({ digestId, line, verb, token }: OrderToken): string {
  return `intagree-order:${digestId}.${line}.${verb.replaceAll(' ', '_')}.${token}`
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

function halves(address: string): readonly [string, string] {
  const at = address.lastIndexOf('@')
  return [address.slice(0, at), address.slice(at + 1)]
}
