/**
 * Phrases of many languages as one pattern. Mail is compared without accents, because half of the world's mail programs
 * lose them: `letters` takes them off the mail, `phrases` off the pattern, so that both can be written as people write.
 */

const LIGATURES: Readonly<Record<string, string>> = {
  ß: 's',
  ø: 'o',
  Ø: 'O',
  æ: 'a',
  Æ: 'A',
  œ: 'o',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  ı: 'i',
}
/** A mail in plain ASCII, as most are, needs no work. */
const BEYOND_ASCII = /[^\u0000-\u007f]/

/** A text without accents, one character for one, so that indexes keep their meaning for composed text. */
export function letters(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßøØæÆœłŁđı]/g, (letter) => LIGATURES[letter] ?? letter)
}

/**
 * One pattern of many phrases. Each is a regular expression in which a blank stands for any white space, and "…" for
 * some words of the same sentence. Phrases of Latin letters begin at a word; scripts without blanks have no such place.
 */
export function phrases(...lists: readonly (readonly string[])[]): RegExp {
  const sources = lists.flat().flatMap(alternatives).map(source)
  const latin = sources.filter((one) => STARTS_LATIN.test(one))
  const other = sources.filter((one) => !STARTS_LATIN.test(one))
  const parts = [...(latin.length === 0 ? [] : [`\\b(?:${latin.join('|')})`]), ...other]
  return new RegExp(parts.join('|'), 'i')
}

/** The parts of a phrase between bars that stand in no brackets. */
function alternatives(phrase: string): string[] {
  const parts = ['']
  let depth = 0
  for (const char of phrase) {
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (char === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts
}

const STARTS_LATIN = /^(?:\(\?:)?[a-z]/i

function source(phrase: string): string {
  return letters(phrase)
    .replace(/ ?… ?/g, GAP)
    .replace(/\[[^\]]*\]| \?| /g, (found) => BLANKS[found] ?? found)
}

/** A blank that may be missing, and one that may not; those within brackets stay as they are. */
const BLANKS: Readonly<Record<string, string>> = { ' ': '\\s{1,6}', ' ?': '\\s{0,6}' }

/** At most 70 characters without the end of a sentence; a dot inside an address is no end. */
const GAP = '(?:[^.!?。]|\\.(?=[^\\s])){0,70}?'
