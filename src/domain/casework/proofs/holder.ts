/**
 * Whose agreement a sentence speaks of where the name has no legal form: "the Bandera Telecom deal", "Bandera Telecom's
 * Montana contract", "what Bandera Telecom has", "Bandera Telecom, docket D2019.6.33".
 */
const PAPER = '(?:agreements?|contracts?|ICAs?|deals?|terms)'
/** Words with a capital that are no carrier's name, and ours. */
const NOBODY =
  '(?:Interconnection|State|Template|Negotiations?|Resale|Commercial|Wireless|Master|Section|Exhibit|Amendment|Entire|Agreement|CenturyLink|CenturyTel|Lumen|Qwest|Embarq|The|This|That|Your|Our|Their|Its|His|Her|My|Any|We|It|If|Please|What|Which|In|On|As|For|And|Or|Docket|Case|Order|Re)\\b'
const WORD = "\\p{Lu}[\\w&.-]*(?:'(?!s\\b)\\w+)?"
const NAME = `(?!${NOBODY})${WORD}(?: (?:${WORD}|&|of)){0,5}`
const OF_PAPER = `(?: [a-z-]+){0,2} ${PAPER}\\b`

/** A pattern without groups, for patterns around it. */
export const THEIRS = `(?:[Tt]he ${NAME}${OF_PAPER}|(?:[Tt]he )?${NAME}'s(?: [\\w-]+){0,3} ${PAPER}\\b|[Tt]he same ${PAPER} ${NAME} (?:has|have|got|holds?|signed)\\b)`

const HOLDERS: readonly RegExp[] = [
  new RegExp(`\\b(${NAME})'s(?: [\\w-]+){0,3} ${PAPER}\\b`, 'u'),
  new RegExp(`\\b[Tt]he (${NAME})${OF_PAPER}`, 'u'),
  new RegExp(`\\b(?:what|${PAPER})(?: that| which| as)? (${NAME}) (?:has|have|got|holds?|signed|made)\\b`, 'u'),
  new RegExp(
    `^(?:(?:[Ii]t is|[Ii]t's|[Tt]hat is|[Ww]e mean|[Tt]he one of|[Tt]hat of) )?(${NAME})(?:,? (?:in|for) \\p{Lu}\\w+(?: \\p{Lu}\\w+)?)?,? \\(?(?:docket|case|order)\\b`,
    'u',
  ),
]

/** The names, without asking whose they are. */
export function holdersIn(sentence: string): readonly string[] {
  return HOLDERS.flatMap((pattern) => pattern.exec(sentence)?.[1] ?? [])
}
