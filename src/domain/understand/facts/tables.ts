/** A cell of a table typed or pasted into a text: its words and where they stand. */
export interface Cell {
  readonly text: string
  readonly at: number
  /** The whole row, and where it begins. */
  readonly row: string
  readonly rowAt: number
}

interface Column {
  readonly index: number
  readonly mark: string
  readonly width: number
}

const MARKS = ['|', '\t', ';', ','] as const

/** The cells under heads that match, in tables whose cells are parted by bars, tabs, semicolons or commas. */
export function cellsUnder(text: string, head: RegExp): Cell[] {
  const cells: Cell[] = []
  let columns: Column[] = []
  let rowAt = 0
  for (const row of text.split('\n')) {
    const heads = headsIn(row, head)
    if (heads.length > 0) columns = heads
    else if (row.trim() === '') columns = []
    else cells.push(...columns.flatMap((column) => cellOf(row, rowAt, column)))
    rowAt += row.length + 1
  }
  return cells
}

function headsIn(row: string, head: RegExp): Column[] {
  if (row.length > 400) return []
  const mark = MARKS.find((one) => row.split(one).some((cell) => head.test(cell.trim())) && row.includes(one))
  if (mark === undefined) return []
  const parts = row.split(mark)
  return parts.flatMap((cell, index) => (head.test(cell.trim()) ? [{ index, mark, width: parts.length }] : []))
}

/** A row of about as many cells as the head has. */
function cellOf(row: string, rowAt: number, column: Column): Cell[] {
  const parts = row.split(column.mark)
  const cell = parts[column.index]
  if (cell === undefined || Math.abs(parts.length - column.width) > 1 || cell.trim() === '') return []
  const before = parts.slice(0, column.index).reduce((sum, part) => sum + part.length + 1, 0)
  return [{ text: cell.trim(), at: rowAt + before + cell.search(/\S/), row, rowAt }]
}
