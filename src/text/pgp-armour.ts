const SIGNED = '-----BEGIN PGP SIGNED MESSAGE-----'
const SIGNATURE = '-----BEGIN PGP SIGNATURE-----'
/** Within a signature: fields, base64, its checksum. */
const ARMOUR = /^(?:[A-Za-z]+: .*|[A-Za-z0-9+/=]{1,80}|)$/

export interface Unarmoured {
  readonly text: string
  readonly isSigned: boolean
}

/**
 * The text that a PGP signature stands around, without it: the cleartext framework, RFC 9580 7. Text before, between
 * and behind stays. Each line is looked at once.
 */
export function withoutPgpArmour(text: string): Unarmoured {
  if (!text.includes(SIGNED)) return { text, isSigned: false }
  const kept: string[] = []
  let within: 'text' | 'fields' | 'message' | 'signature' = 'text'
  let isSigned = false
  for (const line of text.split(/\r?\n/)) {
    const bare = line.trimEnd()
    if (bare === SIGNED) {
      within = 'fields'
      isSigned = true
    } else if (within === 'fields') {
      // Fields end with an empty line; where a program swallowed it, with the first line that is none.
      if (bare !== '' && /^[A-Z][A-Za-z]+: /.test(bare)) continue
      within = 'message'
      if (bare !== '') kept.push(withoutEscape(line))
    } else if (within === 'message' && bare === SIGNATURE) within = 'signature'
    else if (within === 'signature' && ARMOUR.test(bare)) continue
    else if (within === 'signature') {
      within = 'text'
      if (!/^-----END PGP SIGNATURE-----$/.test(bare)) kept.push(line)
    } else kept.push(within === 'message' ? withoutEscape(line) : line)
  }
  return { text: kept.join('\n').trim(), isSigned }
}

/** Lines that begin with a dash are escaped by `- `. */
function withoutEscape(line: string): string {
  return line.startsWith('- ') ? line.slice(2) : line
}
