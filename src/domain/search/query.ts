import { inSearchWords } from './words.ts'

/** What somebody looks for. */
export interface SearchQuery {
  /** In the language of PostgreSQL's `websearch_to_tsquery`: words, "phrases", or, -without. */
  readonly websearch: string
  /** The words that a hit may show, in lower case; those that must not be there left out. */
  readonly words: readonly string[]
}

/** One piece of a query: perhaps a minus, then a phrase in quotes (the second may be missing) or a run without blanks. */
const PIECE = /(-?)(?:"([^"]*)"?|([^\s"]+))/g

/**
 * Reads what was typed. A run with marks inside (a number, an address, a reference) stands for its words in their order.
 * Null: there is no word to look for.
 */
export function searchQuery(typed: string): SearchQuery | null {
  const pieces = [...typed.matchAll(PIECE)].flatMap(([, minus = '', phrase, run]) => {
    const words = inSearchWords(phrase ?? run ?? '')
    return words === '' ? [] : [{ minus, words, isPhrase: phrase !== undefined || words.includes(' ') }]
  })
  const wanted = pieces.filter(({ minus, words, isPhrase }) => minus === '' && (isPhrase || !isOr(words)))
  if (wanted.length === 0) return null
  return {
    websearch: pieces.map(({ minus, words, isPhrase }) => `${minus}${isPhrase ? `"${words}"` : words}`).join(' '),
    words: [...new Set(wanted.flatMap(({ words }) => words.toLowerCase().split(' ')))],
  }
}

function isOr(word: string): boolean {
  return word.toLowerCase() === 'or'
}
