/**
 * Lines built piece by piece from markup. Pieces are joined once per line: growing a string and looking at it would
 * cost the square of a long line.
 */

/** A table cell under way. */
interface Cell {
  /** Lines there were before it. */
  readonly at: number
  /** Its row so far. */
  readonly row: string[]
  /** How many tables it lies in. */
  readonly table: number
}

/** Deeper quotes are shown at this depth, deeper cells as plain blocks: tables nested for layout stay linear. */
const MAX_QUOTES = 20
const MAX_CELLS = 20

export class TextPage {
  private readonly lines: string[] = []
  private pieces: string[] = []
  private readonly cells: Cell[] = []
  private endsInSpace = true
  private bullet = false
  private quotes = 0
  private verbatim = 0
  private tables = 0

  /** Running text; white space collapses unless it is verbatim. */
  add(text: string): void {
    if (this.verbatim > 0) this.addVerbatim(text)
    else this.addFlowing(text)
  }

  /** Marks a place in the line, for `since`. */
  mark(): number {
    return this.pieces.length
  }

  since(mark: number): string {
    return this.pieces.slice(mark).join('')
  }

  /** Ends the line even when it is empty. */
  newLine(): void {
    this.lines.push(this.takeLine())
  }

  /** Ends the line when it holds something; `gap`: an empty line follows. */
  breakLine(gap: boolean): void {
    const line = this.takeLine()
    if (line !== '' && !/^[> ]+$/.test(line)) this.lines.push(line)
    if (gap && this.lines.at(-1) !== '') this.lines.push('')
  }

  startItem(): void {
    this.bullet = true
  }

  quote(deeper: 1 | -1): void {
    this.quotes = Math.max(0, this.quotes + deeper)
  }

  preserve(deeper: 1 | -1): void {
    this.verbatim = Math.max(0, this.verbatim + deeper)
  }

  table(deeper: 1 | -1): void {
    if (deeper < 0) this.endRow()
    this.tables = Math.max(0, this.tables + deeper)
  }

  /** Ends the cell whose end tag was left out, as HTML allows. */
  endRow(): void {
    while (this.cells.length > 0 && this.cells.at(-1)!.table >= this.tables) this.endCell()
  }

  startCell(): void {
    this.endRow()
    if (this.cells.length >= MAX_CELLS) return
    this.cells.push({ at: this.lines.length, row: this.pieces, table: this.tables })
    this.pieces = []
    this.endsInSpace = true
  }

  /** A cell of one line joins its row, with a tab behind it; a longer one stays the block it is. */
  endCell(): void {
    const cell = this.cells.pop()
    if (cell === undefined) return
    this.breakLine(false)
    const inked = this.inkedSince(cell.at)
    if (inked === null) {
      this.lines.splice(cell.at, 0, ...(cell.row.length > 0 ? [cell.row.join('').trim()] : []))
      return
    }
    this.lines.length = cell.at
    this.pieces = cell.row
    this.pieces.push(inked.trim(), '\t')
    this.endsInSpace = true
  }

  text(): string {
    while (this.cells.length > 0) this.endCell()
    this.breakLine(false)
    return this.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  }

  /** The only line with ink since `at`, '' when there is none, null when there are several. */
  private inkedSince(at: number): string | null {
    let only = ''
    for (let line = at; line < this.lines.length; line += 1) {
      const text = this.lines[line]!
      if (text === '') continue
      if (only !== '') return null
      only = text
    }
    return only
  }

  private addFlowing(text: string): void {
    const flat = text.replace(/[\s\u200b-\u200d\ufeff]+/g, ' ')
    const piece = this.endsInSpace && flat.startsWith(' ') ? flat.slice(1) : flat
    if (piece === '') return
    this.pieces.push(piece)
    this.endsInSpace = piece.endsWith(' ')
  }

  private addVerbatim(text: string): void {
    const lines = text.split(/\r\n?|\n/)
    for (const line of lines.slice(0, -1)) {
      this.pieces.push(line)
      this.newLine()
    }
    this.pieces.push(lines.at(-1)!)
  }

  private takeLine(): string {
    const joined = this.pieces.join('')
    const text = this.verbatim > 0 ? joined.trimEnd() : joined.trim()
    this.pieces = []
    this.endsInSpace = true
    if (text === '') return ''
    const item = this.bullet ? '- ' : ''
    this.bullet = false
    return '> '.repeat(Math.min(this.quotes, MAX_QUOTES)) + item + text
  }
}
