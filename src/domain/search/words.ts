/**
 * What counts as a word when mails are searched: a run of letters and digits without its accents. Whatever stands between
 * two runs only parts them, so that `(303) 555-0142` is found by `303.555.0142`, and an address by its domain.
 */

const APART = /[^\p{L}\p{N}]+/gu

/** The words of a text with blanks between them. */
export function inSearchWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(APART, ' ')
    .trim()
}

export interface PlacedWord {
  /** In lower case, without accents. */
  readonly word: string
  /** Where it stands in the text: from (included), to (excluded). */
  readonly from: number
  readonly to: number
}

/** The words of a text in their order, with their places. */
export function placedWords(text: string): readonly PlacedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: run, index }) => ({
    word: inSearchWords(run).toLowerCase(),
    from: index,
    to: index + run.length,
  }))
}
