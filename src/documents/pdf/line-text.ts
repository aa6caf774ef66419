/** One line of a page as lines of text: labels with their values, boxes with theirs, words. */
import { box, field, row } from '../text-sheet.ts'
import type { LabelledCell } from './labels.ts'

/** True for a form's line or a table's row, which is complete; false for a line of running text. */
export interface LineText {
  readonly text: string
  readonly isWhole: boolean
}

export function lineText(cells: readonly LabelledCell[]): LineText {
  if (cells.every(({ sort }) => sort === 'text')) {
    return { text: row(cells.map(({ text }) => text)), isWhole: cells.length > 1 }
  }
  return { text: formLines(cells).join('\n'), isWhole: true }
}

function formLines(cells: readonly LabelledCell[]): readonly string[] {
  const said: string[] = []
  // Where a line ends with a box its words stand before it: "Collocation [ ]".
  const labelsFirst = cells.at(-1)?.sort === 'box' && cells[0]?.sort === 'text'
  let words: string[] = []
  for (const [at, cell] of cells.entries()) {
    if (cell.sort === 'text') words.push(cell.text)
    else if (cell.sort === 'field') {
      said.push(field(words.length > 0 ? words.join(' ') : cell.label, cell.text))
      words = []
    } else if (labelsFirst) {
      said.push(box(isTicked(cell), words.length > 0 ? words.join(' ') : cell.label))
      words = []
    } else {
      if (words.length > 0) said.push(words.join(' '))
      // The words up to the next box or field are this one's.
      words = [box(isTicked(cell), cells[at + 1]?.sort === 'text' ? '' : cell.label)]
    }
  }
  if (words.length > 0) said.push(words.join(' '))
  return said
}

function isTicked(cell: LabelledCell): boolean {
  return cell.pieces[0]?.isTicked === true
}
