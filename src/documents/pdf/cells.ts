/** Lines cut at their wide gaps. */
import { heightOf, type Line, type Piece } from './piece.ts'

/** In parts of the letter height: wider is no blank between words, even of justified text. */
const CELL_GAP = 1.5
const WORD_GAP = 0.15

/** Neighbouring pieces of one sort: words that belong together, or one field. */
export interface Cell {
  readonly pieces: readonly Piece[]
  readonly sort: Piece['sort']
  readonly text: string
  readonly left: number
  readonly right: number
}

export function cellsOf({ pieces }: Line): readonly Cell[] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const joins = before?.sort === 'text' && piece.sort === 'text' && gapOf(before, piece) <= CELL_GAP
    if (joins) group?.push(piece)
    else groups.push([piece])
  }
  return groups.map(cellOf)
}

function cellOf(pieces: readonly Piece[]): Cell {
  let text = ''
  let before: Piece | undefined
  for (const piece of pieces) {
    const blank = before !== undefined && gapOf(before, piece) > WORD_GAP ? ' ' : ''
    text += blank + piece.text
    before = piece
  }
  const right = pieces.reduce((most, piece) => Math.max(most, piece.right), -Infinity)
  return { pieces, sort: pieces[0]?.sort ?? 'text', text, left: pieces[0]?.left ?? 0, right }
}

function gapOf(before: Piece, piece: Piece): number {
  return (piece.left - before.right) / (Math.max(heightOf(before), heightOf(piece)) || 1)
}
