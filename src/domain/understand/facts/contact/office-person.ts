import { domainOf } from './mailboxes.ts'
import { folded, isFullName, isGivenName, personName } from './person-name.ts'

/** Who sits in an office that writes: its mail names him in passing, at its end or in its first words. */

/** "Ann Orr", "A. Orr", "Ann". */
const NAME = "(\\p{Lu}(?:\\.|[\\p{L}'’-]+)(?: \\p{Lu}(?:\\.|[\\p{L}'’-]+)){0,2})"
const PHONE = '\\(?\\d{3}\\)?[ ./-]{1,2}\\d{3}[ .-]\\d{4}'
/** What may stand before a name in the middle of a line. */
const APART = '(?:^|[,;:?!.(/|–—]\\s+|\\s-{1,2}\\s*|\\s{2,}|\\()'
/** "on shift", "in payables", "at the mailroom". */
const PLACE = '(?: (?:on|in|at|from) (?:the )?(?!\\d)\\p{Ll}[\\p{Ll}-]+(?: \\p{Ll}+)?)'

const TITLE =
  '(?:[Ss]hift [Ll]ead|SHIFT LEAD|[Tt]yped by|[Ww]ritten by|[Oo]n (?:duty|shift|call)|[Dd]uty (?:engineer|manager|officer)|[Aa]sk for|[Ss]igned for by me)'
/** What follows is looked at and not used up: the next name may begin in it. */
const WAYS: readonly RegExp[] = [
  `\\b${TITLE}[:,]? (?=${NAME})`,
  `${APART}(?=${NAME}(?! \\p{Lu})${PLACE}?(?:, \\p{Lu}[^,;]{2,40})?,?\\s*${PHONE})`,
  `${APART}(?=${NAME}${PLACE}[.,]?\\s*$)`,
  `^\\p{Lu}[\\p{L} &-]{2,40} \\((?=${NAME}\\)\\s*$)`,
].map((way) => new RegExp(way, 'gu'))
const HERE = new RegExp(`^(?:(?:Hi|Hello|Hey),? )?${NAME} here\\b`, 'u')

/** Null where nobody is named. */
export function personOfOffice(lines: readonly string[], email: string | null): string | null {
  const said = lines.filter((line) => line.trim() !== '')
  const first = HERE.exec(said.slice(0, 2).join(' '))?.[1]
  if (first !== undefined && isSomebody(first, email)) return first
  const ending = said.slice(-3).toReversed()
  // A wrapped line goes on below.
  const texts = ending.flatMap((line, at) => [line, `${line} ${ending[at - 1] ?? ''}`])
  for (const way of WAYS) {
    for (const text of texts) {
      const names = [...text.matchAll(way)].flatMap(([, name]) => name ?? [])
      const found = names.find((name) => isSomebody(name, email))
      if (found !== undefined) return found
    }
  }
  return null
}

function isSomebody(name: string, email: string | null): boolean {
  if (email !== null && folded(domainOf(email)).includes(folded(name))) return false
  const words = personName(name).split(' ')
  return words.length === 1 ? /^\p{Lu}\p{Ll}{2,14}$/u.test(name) && isGivenName(name) : isFullName(name)
}
