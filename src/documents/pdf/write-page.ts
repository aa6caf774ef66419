/** The words of a page, told by their places, as lines of text. */
import type { Job } from '../job.ts'
import { inReadingOrder } from './columns.ts'
import { labelled } from './labels.ts'
import { lineText } from './line-text.ts'
import { linesOf } from './lines.ts'
import { heightOf, middleOf, type Piece } from './piece.ts'

/** Middles farther apart than this, in line heights, belong to different paragraphs. */
const PARAGRAPH_GAP = 1.7

export function writePage(pieces: readonly Piece[], width: number, sheet: Job['sheet']): void {
  let last = { middle: -Infinity, isWhole: false }
  for (const { line, cells } of labelled(inReadingOrder(linesOf(pieces), width))) {
    const { text, isWhole } = lineText(cells)
    const middle = middleOf(line)
    const isApart = middle - last.middle > PARAGRAPH_GAP * heightOf(line) || middle < last.middle
    // Rows of a form stand wide, and are no paragraphs.
    if (isApart && !(isWhole && last.isWhole)) sheet.gap()
    last = { middle, isWhole }
    if (isWhole) sheet.block(text)
    else sheet.line(text)
  }
  sheet.gap()
}
