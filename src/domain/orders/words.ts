/** Words as they are compared: lower case, one blank, no articles in front, no punctuation but what joins a word. */
export function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[-_/]+/g, ' ')
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|an?) /, '')
}

/** The pieces of "a, b and c". */
export function listOf(text: string): readonly string[] {
  return text
    .split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|plus)\s+|\s*[&+]\s*/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/** "a, b or c", for sentences. */
export function anyOf(pieces: readonly string[]): string {
  return pieces.length < 2 ? pieces.join('') : `${pieces.slice(0, -1).join(', ')} or ${pieces.at(-1)}`
}

/** A stranger's or a colleague's words in a sentence of ours: short, on one line, in quotes. */
export function quoted(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return `"${[...line].length > 60 ? `${[...line].slice(0, 59).join('')}…` : line}"`
}

/** "a, b and c", for sentences. */
export function listed(pieces: readonly string[]): string {
  return pieces.length < 2 ? pieces.join('') : `${pieces.slice(0, -1).join(', ')} and ${pieces.at(-1)}`
}
