/**
 * JSON for PostgreSQL, which takes neither U+0000 nor half of a surrogate pair in text. A mail may hold both, and our own
 * cutting of a stranger's words may make the second; each becomes U+FFFD.
 */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value)
  // JSON.stringify writes a lone surrogate as an escape and a pair as it is, so the escapes are the bad ones.
  if (!json.includes('\\ud') && !json.includes('\\u0000')) return json
  return json.replace(/(?<!\\)((?:\\\\)*)\\u(?:d[89a-f][0-9a-f]{2}|0000)/g, '$1\ufffd')
}

/** The same for text that goes into a column by itself. */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd')
}
