/** One entry of an address list as ENVELOPE wants it (RFC 3501 7.4.2). A group is a start and an end marker. */
export type ListedAddress =
  | { readonly kind: 'mailbox'; readonly name: string | null; readonly local: string; readonly domain: string }
  | { readonly kind: 'group-start'; readonly name: string }
  | { readonly kind: 'group-end' }

const LONGEST_LIST = 2000

/**
 * Reads an RFC 5322 address list: quoted names, comments (an address's only name in old mail), groups, source routes.
 * Never fails: what is not an address becomes a mailbox without a domain.
 */
export function readAddresses(value: string): readonly ListedAddress[] {
  const found: ListedAddress[] = []
  let inGroup = false
  let entry = new Entry()
  const finish = () => {
    const address = entry.address()
    if (address) found.push(address)
    entry = new Entry()
  }
  for (const token of tokens(value)) {
    if (found.length >= LONGEST_LIST) break
    if (token === ',') finish()
    else if (token === ':' && !entry.inAngle && !inGroup) {
      found.push({ kind: 'group-start', name: entry.phrase() })
      inGroup = true
      entry = new Entry()
    } else if (token === ';' && inGroup) {
      finish()
      found.push({ kind: 'group-end' })
      inGroup = false
    } else entry.take(token)
  }
  finish()
  if (inGroup) found.push({ kind: 'group-end' })
  return found
}

class Entry {
  inAngle = false
  #words: string[] = []
  #angle: string[] | null = null
  #comment: string | null = null

  take(token: string): void {
    if (token === '<') {
      this.inAngle = true
      this.#angle ??= []
    } else if (token === '>') this.inAngle = false
    else if (token.startsWith('(')) this.#comment ??= token.slice(1, -1).trim()
    else if (this.inAngle) this.#angle?.push(token)
    else this.#words.push(token)
  }

  phrase(): string {
    return this.#words.map(unquote).join('').replace(/\s+/g, ' ').trim()
  }

  address(): ListedAddress | null {
    const words = this.#angle ?? this.#words
    const spec = words
      .map(withoutSpaces)
      .join('')
      .replace(/^@[^:]*:/, '')
    const name = this.#angle === null ? this.#comment : this.phrase() || this.#comment
    if (spec === '' && !name) return null
    const at = spec.lastIndexOf('@')
    const local = at < 0 ? spec : spec.slice(0, at)
    return { kind: 'mailbox', name: name || null, local: unquote(local), domain: at < 0 ? '' : spec.slice(at + 1) }
  }
}

/** Special characters alone; quoted strings and comments whole; everything between them as it stands. */
function* tokens(value: string): Generator<string> {
  const pattern = /"(?:[^"\\]|\\.)*"?|\((?:[^()\\]|\\.|\([^()]*\))*\)?|[<>,:;]|[^"(<>,:;]+/g
  for (const [token] of value.matchAll(pattern)) yield token
}

function withoutSpaces(word: string): string {
  return word.startsWith('"') ? word : word.replace(/\s+/g, '')
}

function unquote(word: string): string {
  return word.startsWith('"') ? word.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : word
}
