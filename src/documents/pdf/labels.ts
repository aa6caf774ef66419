/** Gives form fields that stand alone the words above or below them as their label. */
import { type Cell, cellsOf } from './cells.ts'
import { heightOf, type Line } from './piece.ts'

/** A line as cells, fields among them with their labels. */
export interface LabelledLine {
  readonly line: Line
  readonly cells: readonly LabelledCell[]
}

export interface LabelledCell extends Cell {
  /** For fields and boxes: words taken from another line, else the author's name for it, else ''. */
  readonly label: string
}

/** In line heights: farther words belong to something else. */
const NEAR = 1.3
const LABEL_CHARS = 80

export function labelled(lines: readonly Line[]): readonly LabelledLine[] {
  const rows = lines.map((line) => ({ line, cells: [...cellsOf(line)] }))
  const labels = new Map<Cell, string>()
  for (const [at, { line, cells }] of rows.entries()) {
    if (cells.some(({ sort }) => sort === 'text')) continue
    for (const cell of cells) {
      const name = cell.pieces[0]?.name ?? ''
      const label = cell.sort === 'field' ? (take(rows[at - 1], line, cell) ?? take(rows[at + 1], line, cell)) : null
      labels.set(cell, label ?? name)
    }
  }
  return rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => ({ ...cell, label: labels.get(cell) ?? cell.pieces[0]?.name ?? '' })),
  }))
}

/** Takes the words over or under a field off their line. */
function take(row: { line: Line; cells: Cell[] } | undefined, line: Line, field: Cell): string | null {
  if (row === undefined || row.cells.some(({ sort }) => sort === 'field')) return null
  const distance = Math.max(row.line.top - line.bottom, line.top - row.line.bottom)
  if (distance > NEAR * heightOf(row.line)) return null
  const at = row.cells.findIndex((cell) => isLabel(cell) && cell.left < field.right && cell.right > field.left)
  return at < 0 ? null : (row.cells.splice(at, 1)[0]?.text ?? null)
}

function isLabel({ sort, text }: Cell): boolean {
  return sort === 'text' && text.length <= LABEL_CHARS && !/[.!?]\s*$/.test(text)
}
