/** Two states in one name: "North and South Dakota", "N. and S. Dakota", "both Dakotas". */

const NORTH_FIRST = /\bnorth (and|&|\/|or|\+) ?south (dakota|carolina)s?\b/gi
const SOUTH_FIRST = /\bsouth (and|&|\/|or|\+) ?north (dakota|carolina)s?\b/gi
const SHORT = /\bN\.? ?(and|&|\/|\+) ?S\.? (Dakota|Carolina)s?\b/g
/** "Telephone of the Dakotas" is a name. */
const BOTH = /(?<!\b\p{Lu}\p{L}+ of )\b(?:[Bb]oth(?: of)?(?: the| our)?|[Tt]he|[Oo]ur|[Tt]wo)(?: two)? [Dd]akotas\b/gu

/** With both names written out. `between`: what stands between them where they were joined by such a word. */
export function pairsSpelledOut(text: string, between: (and: string) => string): string {
  if (!/dakota|carolina/i.test(text)) return text
  return text
    .replace(NORTH_FIRST, (_all, and: string, name: string) => `North ${name}${between(and)}South ${name}`)
    .replace(SOUTH_FIRST, (_all, and: string, name: string) => `South ${name}${between(and)}North ${name}`)
    .replace(SHORT, (_all, and: string, name: string) => `North ${name}${between(and)}South ${name}`)
    .replace(BOTH, `North Dakota${between('and')}South Dakota`)
}
