/**
 * Which of the words that our patterns look for stand in a text, found in one pass over it. The words are kept as a tree
 * of letters: a text marks every step that one of its words takes from its first letter on.
 */

/** Marks below this are characters: a text has them or not. Letters and blanks have none, for every text has them. */
const FIRST_WORD = 128
export const ANY_DIGIT = 1
export const BEYOND_ASCII = 2

/** Letters in either case, digits and `_` by number; 0 is no part of a word. */
const LETTER = new Uint8Array(128)
for (const [at, char] of [...'abcdefghijklmnopqrstuvwxyz0123456789_'].entries()) {
  LETTER[char.charCodeAt(0)] = at + 1
  LETTER[char.toUpperCase().charCodeAt(0)] = at + 1
}
const LETTERS = 38

/** Per mark the marks one letter on, 0 for none. The root of the tree is mark 0. */
let steps = new Uint16Array(LETTERS * 4096)
let known = FIRST_WORD
/** Beyond this nothing is learned any more: a mark must fit into 16 bits. Our patterns need some thousand. */
const MOST_MARKS = 60_000

/** A text with the marks it sets, one bit each. Marked again when words were learned since. */
export interface Marked {
  readonly text: string
  bits: Uint32Array
  known: number
}

export function marked(text: string): Marked {
  return { text, bits: bitsOf(text), known }
}

/** The marks of a text as of now. */
export function marksIn(text: Marked): Uint32Array {
  if (text.known !== known) {
    text.bits = bitsOf(text.text)
    text.known = known
  }
  return text.bits
}

/** The mark that a text sets which has a word with this beginning (letters, digits and `_`); null when there is no room. */
export function markOfWord(beginning: string): number | null {
  let mark = 0
  for (let at = 0; at < beginning.length; at += 1) {
    const step = (mark === 0 ? 0 : mark - FIRST_WORD + 1) * LETTERS + (LETTER[beginning.charCodeAt(at)] as number)
    if (steps[step] === 0) {
      if (known >= MOST_MARKS) return null
      steps[step] = known
      known += 1
      if ((known - FIRST_WORD + 2) * LETTERS > steps.length) steps = grown(steps)
    }
    mark = steps[step] as number
  }
  return mark
}

/** The mark of a character that belongs to no word, or null when it has none. */
export function markOfChar(char: string): number | null {
  const code = char.charCodeAt(0)
  if (code >= 128) return BEYOND_ASCII
  return code > 32 && LETTER[code] === 0 ? code : null
}

export function isWordChar(char: string): boolean {
  return (LETTER[char.charCodeAt(0)] ?? 0) !== 0
}

function grown(table: Uint16Array): Uint16Array<ArrayBuffer> {
  const twice = new Uint16Array(table.length * 2)
  twice.set(table)
  return twice
}

/** Where a walk through the tree is that has left it. */
const LOST = -1

function bitsOf(text: string): Uint32Array {
  const bits = new Uint32Array((known >> 5) + 1)
  const set = (mark: number) => {
    bits[mark >> 5] = (bits[mark >> 5] as number) | (1 << (mark & 31))
  }
  let at = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    const letter = code < 128 ? (LETTER[code] as number) : 0
    if (letter === 0) {
      at = 0
      if (code >= 128) set(BEYOND_ASCII)
      else if (code > 32) set(code)
      continue
    }
    if (code <= DIGIT_9 && code >= DIGIT_0) set(ANY_DIGIT)
    if (at === LOST) continue
    const mark = steps[at * LETTERS + letter] as number
    if (mark === 0) at = LOST
    else {
      set(mark)
      at = mark - FIRST_WORD + 1
    }
  }
  return bits
}

const DIGIT_0 = 48
const DIGIT_9 = 57
