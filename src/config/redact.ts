/**
 * Takes secrets out of values that are shown. It must hold for values that are broken, because broken values are what
 * an error message quotes: it never parses, and what it does not recognise it hides.
 */

const SECRET_PARAMETER = /([?&][^=&#]*(?:pass|secret|token|key|auth)[^=&#]*=)[^&#\s]*/gi

/** One or several URLs separated by spaces, passwords replaced by `***`. */
export function redactUrls(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  return words.map((word) => redactWord(word, words.length > 1)).join(' ')
}

function redactWord(word: string, amongOthers: boolean): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(word)?.[0]
  if (scheme === undefined) return redactLoose(word, amongOthers)
  const rest = word.slice(scheme.length)
  const at = rest.lastIndexOf('@')
  const userinfo = at < 0 ? '' : `${redactUser(rest.slice(0, at))}@`
  // Without an @ the password may stand where the port belongs: only digits are shown there.
  const place = rest.slice(at + 1)
  const tail = at < 0 ? place.replace(/^([^:/?#[]*):(?!\d*(?:[/?#]|$)).*$/, '$1:***') : place
  return scheme + userinfo + tail.replace(SECRET_PARAMETER, '$1***')
}

function redactUser(userinfo: string): string {
  const colon = userinfo.indexOf(':')
  return colon < 0 ? userinfo : `${userinfo.slice(0, colon)}:***`
}

/** No scheme: a piece of a password with a space in it looks like this, so it is hidden unless it stands alone. */
function redactLoose(word: string, amongOthers: boolean): string {
  const at = word.lastIndexOf('@')
  if (at >= 0) return `***${word.slice(at)}`
  return amongOthers || word.includes(':') ? '***' : word
}
