/** A state's name or code at its place, before it is judged. */
export interface Found {
  readonly code: string
  readonly at: number
  readonly length: number
  readonly isCode: boolean
}

/** The text before the first of a list of states, so that a label or a word counts for all of them. */
export function beforeList(text: string, found: readonly Found[], at: number): string {
  return text.slice(0, listStart(text, found, at))
}

/** The text behind the last of its list: "for Utah and Idaho only" is said of both. */
export function behindList(text: string, found: readonly Found[], one: Found): string {
  const start = listStart(text, found, one.at)
  const last = found.findLast((other) => other.at >= one.at && listStart(text, found, other.at) === start) ?? one
  return text.slice(last.at + last.length)
}

function listStart(text: string, found: readonly Found[], at: number): number {
  let first = at
  for (const one of [...found].sort((a, b) => b.at - a.at)) {
    if (
      one.at < first &&
      /^(?: \([^()]{1,20}\))?[\s,/&+|;()]*(?:and(?: also| then| finally)?|or|plus|as well as|both)?(?: in| for)?[\s,/&+]*$/.test(
        text.slice(one.at + one.length, first),
      )
    )
      first = one.at
  }
  return first
}
