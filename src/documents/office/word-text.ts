/**
 * The text of one Word part out of its XML (ECMA-376 part 1, 17): paragraphs, tables, form fields old and new, changes.
 * Deleted, hidden and duplicated text is left out, as a reader who accepts all changes would see it.
 */
import { field, formRow } from '../text-sheet.ts'
import type { Attributes, XmlHandler } from '../xml.ts'
import { ContentControls, isOn } from './content-controls.ts'
import { symbol } from './symbols.ts'

/** Where finished blocks go. In them a form feed says that a page begins. */
export type Emit = (block: string) => void

export interface Changes {
  insertions: number
  deletions: number
  readonly authors: Set<string>
}

/** Elements whose text nobody is shown: moved away, settings old and new, the copy of a drawing for old programs. */
const SILENT = new Set(['moveFrom', 'Fallback', 'pPr', 'rPrChange', 'tblPr', 'sectPr'])
const DDE = /^\s*DDE(?:AUTO)?\b/

export class WordText implements XmlHandler {
  readonly changes: Changes = { insertions: 0, deletions: 0, authors: new Set() }
  readonly pageBreaks = { typed: 0, laidOut: 0 }
  hasDde = false
  private readonly containers: string[][] = []
  private readonly rows: string[][] = []
  private readonly paragraphs: string[] = []
  private readonly controls = new ContentControls()
  private readonly emit: Emit
  private silent = 0
  private isHiddenRun = false
  /** What stands before the next words: nothing yet, a break that was typed, or other words. */
  private before: 'nothing' | 'break' | 'words' = 'nothing'
  private collecting: 't' | 'instrText' | null = null

  constructor(emit: Emit) {
    this.emit = emit
  }

  open(name: string, attribute: Attributes): void {
    if (SILENT.has(name)) this.silent += 1
    this.countChange(name, attribute)
    // Among the settings of the paragraph that it is in, not among those that were changed.
    if (name === 'pageBreakBefore' && this.silent === 1 && isOn(attribute('val'))) this.breakBefore()
    if (this.silent > 0) return
    this.controls.open(name, attribute)
    if (name === 'p') this.paragraphs.push('')
    else if (name === 'tr') this.rows.push([])
    else if (name === 'tc') this.containers.push([])
    else if (name === 't' || name === 'instrText') this.collecting = name
    else if (name === 'vanish') this.isHiddenRun = isOn(attribute('val'))
    else this.openMark(name, attribute)
  }

  text(text: string): void {
    if (this.collecting === 'instrText') this.hasDde ||= DDE.test(text)
    else if (this.collecting === 't') this.say(text)
  }

  close(name: string): void {
    if (SILENT.has(name)) this.silent -= 1
    if (this.silent > 0 || SILENT.has(name)) return
    const said = this.controls.close(name)
    if (said !== '') this.append(said)
    if (name === 'p') this.endParagraph(this.paragraphs.pop() ?? '')
    else if (name === 'tr') this.endRow(this.rows.pop() ?? [])
    else if (name === 'tc') this.endCell(this.containers.pop() ?? [])
    else if (name === 'r') this.isHiddenRun = false
    else if (name === this.collecting) this.collecting = null
  }

  private openMark(name: string, attribute: Attributes): void {
    if (name === 'tab' || name === 'ptab') this.say('\t')
    else if (name === 'lastRenderedPageBreak') this.turnPage('laidOut')
    else if (name === 'br' || name === 'cr') this.breakLine(attribute('type'))
    else if (name === 'noBreakHyphen') this.say('-')
    else if (name === 'sym') this.say(symbol(attribute('char') ?? '', attribute('font') ?? ''))
    else if (name === 'fldChar') this.append(this.controls.fieldMark(attribute('fldCharType') ?? ''))
  }

  private countChange(name: string, attribute: Attributes): void {
    const isIn = name === 'ins' || name === 'moveTo'
    if (!isIn && name !== 'del' && name !== 'moveFrom') return
    if (isIn) this.changes.insertions += 1
    else this.changes.deletions += 1
    const author = attribute('author') ?? ''
    if (author !== '' && this.changes.authors.size < 3) this.changes.authors.add(author.slice(0, 60))
  }

  private breakLine(type: string | undefined): void {
    this.say('\n')
    if (type === 'page') this.turnPage('typed')
  }

  private turnPage(sort: 'typed' | 'laidOut'): void {
    this.pageBreaks[sort] += 1
    // Behind a break that was typed Word leaves a mark that says the same.
    if (sort === 'typed' || this.before !== 'break') this.append('\f')
    this.before = sort === 'typed' ? 'break' : 'words'
  }

  /** The first page needs no break, and nothing breaks twice in one place. */
  private breakBefore(): void {
    if (this.before === 'words') this.turnPage('typed')
  }

  private say(text: string): void {
    if (this.before !== 'words' && /\S/.test(text)) this.before = 'words'
    if (!this.isHiddenRun) this.append(this.controls.replace(text))
  }

  private append(text: string): void {
    const at = this.paragraphs.length - 1
    if (at >= 0) this.paragraphs[at] += text
  }

  /** A paragraph of a text box stands inside another one and comes before it. */
  private endParagraph(paragraph: string): void {
    const label = this.controls.takeLabel()
    const text = withoutFeeds(paragraph)
    const cells = text.split('\t').filter((cell) => /\S/.test(cell))
    const [first = '', second = ''] = cells
    const isForm = cells.length === 2 && /^\s*\p{L}/u.test(first) && first.length <= 80 && !text.includes('\n')
    if (isForm) this.put(withFeeds(field(first, second), [paragraph]))
    else if (label !== null && this.containers.length === 0) this.put(withFeeds(field(label, text), [paragraph]))
    else this.put(paragraph)
  }

  private endRow(cells: readonly string[]): void {
    this.put(withFeeds(formRow(cells.map(withoutFeeds)), cells))
  }

  private endCell(lines: readonly string[]): void {
    this.rows.at(-1)?.push(lines.join('\n'))
  }

  private put(block: string): void {
    const cell = this.containers.at(-1)
    if (cell === undefined) this.emit(block)
    else if (/\S/.test(block)) cell.push(block)
  }
}

function withoutFeeds(text: string): string {
  return text.includes('\f') ? text.replaceAll('\f', '') : text
}

/**
 * A row of a form with the page breaks of its cells, before it or behind it: it belongs to the page where it begins. A
 * row that runs over has a mark in each of its cells.
 */
function withFeeds(row: string, cells: readonly string[]): string {
  const feeds = '\f'.repeat(Math.max(0, ...cells.map((cell) => cell.split('\f').length - 1)))
  if (feeds === '') return row
  const text = cells.join('')
  const beginsPage = !/\S/.test(text.slice(0, text.indexOf('\f')))
  return beginsPage ? feeds + row : row + feeds
}
