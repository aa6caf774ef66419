/** The words of old mails in their order, however their lines were broken, and whether a line is among them. */

export interface Compared {
  readonly words: number
  readonly isOld: boolean
}

/** A line with fewer words is old only where it goes on from the line before: "Yes" may be said anywhere. */
const TELLING = 4
/** So far a gateway may have put something between two old lines. */
const NEAR = 80
/** Characters of old mails that are compared. */
const MOST = 200_000

/**
 * Tells of one line after the other, from above to below, whether the old mails say it. Null: there is nothing to compare
 * with.
 */
export function comparedWith(older: readonly string[]): ((line: string) => Compared) | null {
  const old = wordsOf(older.join('\n').slice(0, MOST))
  if (old === '') return null
  const text = ` ${old} `
  // Behind the line that was found last.
  let at = 0
  return (line) => {
    const said = wordsOf(line)
    if (said === '') return { words: 0, isOld: true }
    const words = said.split(' ').length
    const next = text.indexOf(` ${said} `, at)
    const isNext = next >= 0 && next - at <= (words < TELLING ? 0 : NEAR)
    const found = isNext ? next : words < TELLING ? -1 : next >= 0 ? next : text.indexOf(` ${said} `)
    if (found < 0) return { words, isOld: false }
    at = found + said.length + 1
    return { words, isOld: true }
  }
}

/** Letters and digits alone: marks, bullets and rewritten addresses of pages differ from program to program. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/<?\bhttps?:\/\/[^\s>]{1,2000}>?/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
