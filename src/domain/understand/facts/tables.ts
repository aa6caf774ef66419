/** A cell of a table typed or pasted into a text: its words and where they stand. */
export interface Cell {
  readonly text: string
  readonly at: number
  /** The whole row, and where it begins. */
  readonly row: string
  readonly rowAt: number
  /** Of the row what stands under heads that speak of wishes, where heads tell. */
  readonly wish?: string
}

interface Column {
  readonly index: number
  readonly mark: RegExp
  readonly width: number
}

const MARKS: readonly RegExp[] = [/\|/g, /\t/g, /;/g, / {2,}/g, /,/g]

/** The cells under heads that match, in tables whose cells are parted by bars, tabs, semicolons, wide gaps or commas. */
export function cellsUnder(text: string, head: RegExp): Cell[] {
  const cells: Cell[] = []
  let columns: Column[] = []
  let rowAt = 0
  let blanks = 0
  for (const row of text.split('\n')) {
    const heads = headsIn(row, head)
    if (heads.length > 0) columns = heads
    // Some programs set a blank line between the rows.
    else if (row.trim() === '') columns = blanks > 0 ? [] : columns
    else if (isProse(row, columns)) columns = []
    else cells.push(...columns.flatMap((column) => cellOf(row, rowAt, column)))
    blanks = row.trim() === '' ? blanks + 1 : 0
    rowAt += row.length + 1
  }
  return cells
}

/** Rows that a table without a head needs. */
const FEWEST_ROWS = 3

/** The cells of tables without a head: rows one below the other that have a cell of a kind in the same column. */
export function cellsAlike(text: string, isOfKind: (cell: string) => boolean): Cell[] {
  const lines = linesOf(text).slice(0, MOST_LINES)
  return [/\|/g, /\t/g, / {2,}/g].flatMap((mark) => {
    const runs: Cell[][] = []
    let last = { index: -1, rowAt: -1 }
    for (const { row, at: rowAt, after } of lines) {
      const parts = row.length > LONGEST_ROW ? [] : partsOf(row, mark)
      const index = parts.length < FEWEST_ROWS ? -1 : parts.findIndex((part) => isOfKind(part.text))
      const part = parts[index]
      if (part === undefined) continue
      const cell = { text: part.text, at: rowAt + part.at, row, rowAt }
      if (index === last.index && after === last.rowAt) runs.at(-1)?.push(cell)
      else runs.push([cell])
      last = { index, rowAt }
    }
    return runs.filter((run) => run.length >= FEWEST_ROWS).flat()
  })
}

/** The lines with words, each with where the one before it began. */
function linesOf(text: string): { readonly row: string; readonly at: number; readonly after: number }[] {
  const lines: { readonly row: string; readonly at: number; readonly after: number }[] = []
  let at = 0
  for (const row of text.split('\n')) {
    if (row.trim() !== '') lines.push({ row, at, after: lines.at(-1)?.at ?? -1 })
    at += row.length + 1
  }
  return lines
}

const LONGEST_ROW = 400
const MOST_LINES = 2_000

/** A sentence of its own below a table. */
function isProse(row: string, [column]: readonly Column[]): boolean {
  if (column === undefined || partsOf(row, column.mark).length > 1) return false
  const words = row.trim().split(/\s+/, 7).length
  return words > 6 || (words > 3 && /[.?!:]\s*$/.test(row))
}

function headsIn(row: string, head: RegExp): Column[] {
  if (row.length > LONGEST_ROW) return []
  for (const mark of MARKS) {
    const parts = partsOf(row, mark)
    if (parts.length < 2) continue
    const columns = parts.flatMap(({ text }, index) => (head.test(text) ? [{ index, mark, width: parts.length }] : []))
    if (columns.length > 0) return columns
  }
  return []
}

/** A row of about as many cells as the head has. */
function cellOf(row: string, rowAt: number, column: Column): Cell[] {
  const parts = partsOf(row, column.mark)
  const part = parts[column.index]
  if (part === undefined || part.text === '' || Math.abs(parts.length - column.width) > 1) return []
  return [{ text: part.text, at: rowAt + part.at, row, rowAt }]
}

/** The cells of a row, and where the words of each begin. The blanks before the first are no gap. */
function partsOf(row: string, mark: RegExp): readonly { readonly text: string; readonly at: number }[] {
  const start = Math.max(0, row.search(/\S/))
  const line = row.slice(start).trimEnd()
  // A comma between quotation marks parts nothing: `"Acme Voice, Inc.",UT`.
  const bare = line.replace(/"[^"]{0,200}"/g, (quoted) => quoted.replaceAll(',', ' '))
  const ends = [...bare.matchAll(mark)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
  return [...ends, { from: line.length, to: line.length }].map(({ from }, index) => {
    const begin = ends[index - 1]?.to ?? 0
    const cell = line.slice(begin, from)
    return { text: cell.trim(), at: start + begin + Math.max(0, cell.search(/\S/)) }
  })
}
