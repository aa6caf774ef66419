/**
 * A table that a mail program has laid out cell below cell: its heads one by one, then the cells of each row. "State",
 * "What we need", "Idaho", "ICA as it is", "Oregon", "nothing".
 */
import type { Cell } from '../tables.ts'

const LONGEST_CELL = 120
const MOST_COLUMNS = 8
const MOST_LINES = 2_000
/** A head below which a row only tells how things are. */
const AS_IT_IS = /\b(?:have|has|had|today|current(?:ly)?|existing|so far)\b/i
/** A table of sites, contacts or codes has no such head, and asks for nothing by itself. */
const OF_WISHES = /\b(?:needs?|needed|wants?|wanted|asks?|asked|requests?|requested)\b|\blive\?/i

interface Line {
  readonly text: string
  readonly at: number
}

/** The cells of the column whose head matches, each with the cells of its row that may ask for something. */
export function cellsStacked(text: string, head: RegExp, isOfKind: (cell: string) => boolean): Cell[] {
  const lines = linesOf(text)
  return lines.flatMap((line, from) => (head.test(line.text) ? rowsBelow(lines, from, isOfKind) : []))
}

/** As many lines as there are heads make a row; the table ends where no such row begins. */
function rowsBelow(lines: readonly Line[], from: number, isOfKind: (cell: string) => boolean): Cell[] {
  const width = lines.slice(from + 1, from + 1 + MOST_COLUMNS).findIndex(({ text }) => isOfKind(text)) + 1
  if (width < 2) return []
  const heads = lines.slice(from, from + width)
  const wishes = heads.map(({ text }) => OF_WISHES.test(text))
  if (!wishes.includes(true)) return []
  const cells: Cell[] = []
  for (let at = from + width; at < lines.length; at += width) {
    const row = lines.slice(at, at + width)
    const [first] = row
    if (first === undefined || !isOfKind(first.text) || row.some((cell) => cell.text.length > LONGEST_CELL)) break
    const said = row.filter((_, column) => column === 0 || !AS_IT_IS.test(heads[column]?.text ?? ''))
    const wish = joined(row.filter((_, column) => wishes[column] === true))
    cells.push({ text: first.text, at: first.at, row: joined(said), rowAt: first.at, wish })
  }
  return cells.length > 1 ? cells : []
}

function joined(cells: readonly Line[]): string {
  return cells.map(({ text }) => text).join(' | ')
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let at = 0
  for (const line of text.split('\n', MOST_LINES)) {
    if (line.trim() !== '') lines.push({ text: line.trim(), at })
    at += line.length + 1
  }
  return lines
}
