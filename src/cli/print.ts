/**
 * Printing for people and for programs. Whatever a stranger wrote goes through `clean` before it reaches a terminal:
 * escape sequences and direction marks in a subject could rewrite the screen.
 */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Io } from './command.ts'

/** Writes and waits while the reader is slower than we are. */
export async function print(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain')
}

/** One object as one line on stdout. */
export async function printJson(io: Io, value: unknown): Promise<void> {
  await print(io.stdout, `${JSON.stringify(value)}\n`)
}

export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red'
const STYLES: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  green: [32, 39],
  yellow: [33, 39],
  red: [31, 39],
}

/** The text in a style, or as it is where colours are not wanted. */
export function styled(text: string, style: Style, io: Pick<Io, 'colour'>): string {
  const [on, off] = STYLES[style]
  return io.colour ? `\u001b[${on}m${text}\u001b[${off}m` : text
}

/** One line without control characters, direction marks and runs of blanks. */
export function clean(text: string): string {
  return text.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, ' ').trim()
}

export interface Column<Row> {
  readonly title: string
  readonly of: (row: Row) => string | number | null
  /** Numbers stand on the right. */
  readonly right?: boolean
  readonly style?: (row: Row) => Style | null
}

const GAP = '  '
const NARROWEST = 8

/** A heading and one line per row, in columns; on a terminal the widest columns give way until the lines fit. */
export async function printTable<Row>(io: Io, columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  const cells = rows.map((row) => columns.map((column) => clean(String(column.of(row) ?? '-'))))
  const widths = columns.map(({ title }, at) => Math.max(widthOf(title), ...cells.map((line) => widthOf(line[at]!))))
  if (io.columns !== null) shrink(widths, io.columns - GAP.length * (columns.length - 1))
  const laidOut = (texts: readonly string[], paint: (text: string, at: number) => string) =>
    `${texts
      .map((text, at) => paint(fitted(text, widths[at]!, columns[at]!.right ?? false), at))
      .join(GAP)
      .trimEnd()}\n`
  await print(
    io.stdout,
    laidOut(
      columns.map(({ title }) => title),
      (text) => styled(text, 'dim', io),
    ),
  )
  for (const [index, line] of cells.entries()) {
    const paint = (text: string, at: number) => {
      const style = columns[at]!.style?.(rows[index]!) ?? null
      return style === null ? text : styled(text, style, io)
    }
    await print(io.stdout, laidOut(line, paint))
  }
}

function shrink(widths: number[], room: number): void {
  let total = widths.reduce((sum, width) => sum + width, 0)
  while (total > room) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= NARROWEST) return
    widths[widest]! -= 1
    total -= 1
  }
}

function fitted(text: string, width: number, right: boolean): string {
  const cut = truncate(text, width)
  const blanks = ' '.repeat(Math.max(0, width - widthOf(cut)))
  return right ? blanks + cut : cut + blanks
}

/** Cut to a width in terminal cells, with an ellipsis where something is missing. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let out = ''
  let used = 0
  for (const character of text) {
    used += cellsOf(character)
    if (used > width - 1) break
    out += character
  }
  return `${out}…`
}

/** Cells a text takes on a terminal. */
export function widthOf(text: string): number {
  let cells = 0
  for (const character of text) cells += cellsOf(character)
  return cells
}

const WIDE =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u

function cellsOf(character: string): number {
  if (character < '\u0300') return 1
  if (/^\p{Mark}$/u.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}
