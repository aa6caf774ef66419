/** Recognised words as the text of a page, in the same form as that of a PDF page with letters. */
import type { Piece } from '../pdf/piece.ts'
import { writePage } from '../pdf/write-page.ts'
import { Refusal } from '../refusal.ts'
import { TextSheet } from '../text-sheet.ts'
import type { PageText } from './protocol.ts'
import { meanConfidence, readableWords, type Word } from './words.ts'

/** Pages are laid out in points; a sheet is about this wide, whatever its picture's pixels are. */
const PAGE_WIDTH = 612

export function pageText(words: readonly Word[], width: number, room: number): Omit<PageText, 'page'> {
  const readable = readableWords(words)
  const sheet = new TextSheet(room)
  try {
    writePage(readable.map(pieceAt(PAGE_WIDTH / width)), PAGE_WIDTH, sheet)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  return { text: sheet.text(), confidence: Math.round(meanConfidence(readable) * 100) / 100 }
}

function pieceAt(scale: number): (word: Word) => Piece {
  return ({ text, left, right, top, bottom }) => {
    const place = { left: left * scale, right: right * scale, top: top * scale, bottom: bottom * scale }
    // Words are words, however narrow the gap between them is.
    return { sort: 'text', text: `${text} `, isTicked: false, name: '', ...place }
  }
}
