/** A state's name or code at its place, before it is judged. */
export interface Named {
  readonly code: string
  readonly at: number
  readonly length: number
  readonly isCode: boolean
}

/** With the place of the list in which it stands: what leads up to a list, and what follows it, is said of all of it. */
export interface Found extends Named {
  readonly list: { readonly from: number; readonly to: number }
}

const JOINED =
  /^(?: \([^()]{1,20}\)| \[[\p{L}.]{1,5}\])?[\s,/&+|;()]*(?:and(?: also| then| finally)?|or|plus|as well as|both)?(?: in| for)?[\s,/&+]*$/u

const TELLS = /^ (?:is|was|are|has|have|had|will|we|they|stays?|remains?|belongs)\b/

/** "Oregon and Utah; for Idaho we will write separately": what is said behind it is not said of those before. */
function beginsClause(text: string, between: string, first: Named | undefined, { at, length }: Named): boolean {
  // "Utah (same contact as Idaho) and Wyoming".
  if (
    /^\)/.test(between) &&
    /\([^()]*\p{L}[^()]*$/u.test(text.slice(Math.max(0, (first?.at ?? 0) - 60), first?.at ?? 0))
  )
    return true
  // "Utah and Idaho (Nevada is with another company)".
  if (/\($/.test(between) && TELLS.test(text.slice(at + length, at + length + 12))) return true
  return (
    /[,;] ?(?:and )?for (?:the )?$/.test(between) &&
    /^,? (?:we|I)(?:['’]ll| will| shall)\b/.test(text.slice(at + length, at + length + 12))
  )
}

/** Finds the lists. One pass over the names, in the order of the text. */
export function inLists(text: string, named: readonly Named[]): Found[] {
  const lists: { readonly names: Named[]; to: number }[] = []
  for (const one of [...named].sort((a, b) => a.at - b.at)) {
    const last = lists.at(-1)
    const between = last === undefined ? '' : text.slice(last.to, one.at)
    if (last !== undefined && JOINED.test(between) && !beginsClause(text, between, last.names[0], one))
      last.names.push(one)
    else lists.push({ names: [one], to: 0 })
    const list = lists.at(-1)
    if (list !== undefined) list.to = Math.max(list.to, one.at + one.length)
  }
  return lists.flatMap(({ names, to }) => names.map((one) => ({ ...one, list: { from: names[0]?.at ?? one.at, to } })))
}

/** The text before the first of its list, so that a label or a word counts for all of them. */
export function beforeList(text: string, { list }: Found): string {
  return text.slice(0, list.from)
}

/** The text behind the last of its list: "for Utah and Idaho only" is said of both. */
export function behindList(text: string, { list }: Found): string {
  return text.slice(list.to)
}
