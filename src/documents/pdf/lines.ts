/** Pieces of a page as lines from top to bottom. */
import { heightOf, type Line, middleOf, type Piece } from './piece.ts'

/** Middles this near, in parts of the lower one's height, stand on one line: enough for raised figures. */
const SAME_LINE = 0.6

export function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const words = pieces.filter(({ sort }) => sort === 'text')
  const lines = gather(words)
  for (const piece of pieces) if (piece.sort !== 'text') place(piece, lines)
  return lines
    .map(({ pieces }) => lineOf(withoutDoubles([...pieces].sort((a, b) => a.left - b.left))))
    .sort((a, b) => middleOf(a) - middleOf(b))
}

export function lineOf(pieces: readonly Piece[]): Line {
  const words = pieces.filter(({ sort }) => sort === 'text')
  const measured = words.length > 0 ? words : pieces
  const top = measured.reduce((least, piece) => Math.min(least, piece.top), Infinity)
  return { pieces, top, bottom: measured.reduce((most, piece) => Math.max(most, piece.bottom), -Infinity) }
}

interface Gathering {
  readonly pieces: Piece[]
  middle: number
  height: number
}

function gather(words: readonly Piece[]): Gathering[] {
  const lines: Gathering[] = []
  for (const word of [...words].sort((a, b) => middleOf(a) - middleOf(b))) {
    const line = lines.at(-1)
    if (line !== undefined && isLevel(line, word)) line.pieces.push(word)
    else lines.push(gathering(word))
  }
  return lines
}

function gathering(piece: Piece): Gathering {
  return { pieces: [piece], middle: middleOf(piece), height: heightOf(piece) }
}

function isLevel(line: Gathering, piece: Piece): boolean {
  return Math.abs(middleOf(piece) - line.middle) <= SAME_LINE * Math.min(line.height, heightOf(piece))
}

/** A field joins the words beside it: a box the nearest, a field of several lines the first. */
function place(piece: Piece, lines: Gathering[]): void {
  const beside = lines.filter(({ middle }) => middle >= piece.top - 2 && middle <= piece.bottom + 2)
  const nearest = beside.reduce<Gathering | null>((best, line) => {
    if (best === null) return line
    return piece.sort === 'box' && distance(line, piece) < distance(best, piece) ? line : best
  }, null)
  if (nearest === null) lines.push(gathering(piece))
  else nearest.pieces.push(piece)
}

function distance({ middle }: Gathering, piece: Piece): number {
  return Math.abs(middle - middleOf(piece))
}

/** Fat letters are drawn twice by some programs. */
function withoutDoubles(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((piece, at) => {
    const before = pieces[at - 1]
    return !(before?.sort === 'text' && piece.text === before.text && Math.abs(piece.left - before.left) < 1.5)
  })
}
