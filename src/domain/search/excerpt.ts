import type { Passage } from './passages.ts'
import { type PlacedWord, placedWords } from './words.ts'

/** A piece of a text, in turn as it is and marked, beginning with one that is not. */
export interface Excerpt {
  readonly place: Passage['place']
  readonly filename: string
  readonly pieces: readonly string[]
}

/** Characters shown around what was found. */
const BEFORE = 50
const WHOLE = 160

/**
 * Where the most different of the words stand close to each other. `hits`: words of the mail that the query means, as
 * they are written there. Null: none of them is in any passage.
 */
export function excerptOf(passages: readonly Passage[], hits: ReadonlySet<string>): Excerpt | null {
  let best: { readonly passage: Passage; readonly found: readonly PlacedWord[]; readonly worth: number } | null = null
  for (const passage of passages) {
    const found = placedWords(passage.text).filter(({ word }) => hits.has(word))
    const closest = closestOf(found)
    if (closest.worth > (best?.worth ?? 0)) best = { passage, ...closest }
  }
  return best === null ? null : cutOut(best.passage, best.found)
}

/** The stretch of at most `WHOLE` characters with the most different words; of equals the first. */
function closestOf(found: readonly PlacedWord[]): { readonly found: readonly PlacedWord[]; readonly worth: number } {
  let best: readonly PlacedWord[] = []
  let worth = 0
  let end = 0
  for (const [start, first] of found.entries()) {
    while (end < found.length && (found[end]?.to ?? 0) - first.from <= WHOLE - BEFORE) end += 1
    const stretch = found.slice(start, Math.max(end, start + 1))
    const different = new Set(stretch.map(({ word }) => word)).size
    if (different <= worth) continue
    best = stretch
    worth = different
  }
  return { found: best, worth }
}

function cutOut({ place, filename, text }: Passage, found: readonly PlacedWord[]): Excerpt {
  const first = found[0]?.from ?? 0
  const from = first <= BEFORE ? 0 : wordBorder(text, first - BEFORE)
  const to = Math.max(found.at(-1)?.to ?? 0, Math.min(text.length, from + WHOLE))
  const pieces: string[] = []
  let at = from
  for (const word of found) {
    pieces.push(text.slice(at, word.from), text.slice(word.from, word.to))
    at = word.to
  }
  pieces.push(text.slice(at, to))
  const shown = pieces.map((piece) => piece.replace(/\s+/g, ' '))
  const last = shown.length - 1
  return {
    place,
    filename,
    pieces: shown.map(
      (piece, n) => `${n === 0 && from > 0 ? '…' : ''}${piece}${n === last && to < text.length ? '…' : ''}`,
    ),
  }
}

/** The next beginning of a word. */
function wordBorder(text: string, at: number): number {
  const blank = text.slice(at, at + BEFORE).search(/\s/)
  return blank < 0 ? at : at + blank + 1
}
