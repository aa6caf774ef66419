/** The words that the recogniser found, with how sure it is of each. */

export interface Word {
  readonly text: string
  /** 0 to 1. */
  readonly confidence: number
  readonly left: number
  readonly right: number
  /** Height of its line, not of its letters: "a" and "(406)" then stand level. */
  readonly top: number
  readonly bottom: number
  readonly line: number
}

/** A line that is as unsure as this all along is a pattern, a signature or the table under the sheet. */
const LEAST_LINE_CONFIDENCE = 0.3
/** Stains, staples and the frame of a table are read as marks that nobody would believe; codes are never sure either. */
const LEAST_MARK_CONFIDENCE = 0.6
const MARK = /^[^\p{L}\p{N}[\]]+$/u

const LINE = '4'
const WORD = '5'

/**
 * Out of tab-separated values: level, page, block, paragraph, line, word, left, top, width, height, confidence in
 * percent, text (tesseract's `GetTSVText`).
 */
export function wordsOf(table: string): readonly Word[] {
  const lines: Word[][] = []
  let box = { top: 0, bottom: 0 }
  for (const row of table.split('\n')) {
    const [level, , , , , , left = '', top = '', width = '', height = '', percent = '', text = ''] = row.split('\t')
    if (level === LINE) {
      box = { top: Number(top), bottom: Number(top) + Number(height) }
      lines.push([])
    }
    if (level !== WORD || !/\S/.test(text)) continue
    const right = Number(left) + Number(width)
    const confidence = Math.max(0, Number(percent) / 100)
    lines.at(-1)?.push({ text, confidence, left: Number(left), right, ...box, line: lines.length })
  }
  return lines.flat()
}

/** Those that are worth showing, of lines that run across the page. */
export function readableWords(words: readonly Word[]): readonly Word[] {
  return [...byLine(words).values()]
    .filter((line) => isLevel(line) && meanConfidence(line) >= LEAST_LINE_CONFIDENCE)
    .flatMap((line) => line.filter(({ text, confidence }) => confidence >= LEAST_MARK_CONFIDENCE || !MARK.test(text)))
}

/** The part of the letters that stands on lines across the page; the recogniser reads lines down the page as well. */
export function levelPart(words: readonly Word[]): number {
  const level = [...byLine(words).values()].filter(isLevel).flat()
  return lettersOf(level) / (lettersOf(words) || 1)
}

function isLevel(line: readonly Word[]): boolean {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last || lettersOf(line) < 3) return true
  const width = Math.max(...line.map(({ right }) => right)) - Math.min(...line.map(({ left }) => left))
  return width > first.bottom - first.top
}

function byLine(words: readonly Word[]): ReadonlyMap<number, readonly Word[]> {
  const lines = new Map<number, Word[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  return lines
}

/** Of each letter, so that a long word counts for more than a dash; 0 when there are none. */
export function meanConfidence(words: readonly Word[]): number {
  const letters = lettersOf(words)
  return letters === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters
}

export function lettersOf(words: readonly Word[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0)
}
