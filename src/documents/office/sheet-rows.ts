/** The rows of one worksheet (ECMA-376 part 1, 18.3), cell by cell. */
import type { Attributes, XmlHandler } from '../xml.ts'
import { dateOf, type NumberSort } from './cell-formats.ts'

export interface Workbook {
  readonly strings: readonly string[]
  readonly sorts: readonly NumberSort[]
  readonly isFrom1904: boolean
}

export class SheetRows implements XmlHandler {
  private readonly workbook: Workbook
  private readonly emit: (cells: readonly string[]) => void
  private cells: string[] = []
  private type = 'n'
  private style = 0
  private value = ''
  private isValue = false
  private phonetic = 0

  constructor(workbook: Workbook, emit: (cells: readonly string[]) => void) {
    this.workbook = workbook
    this.emit = emit
  }

  open(name: string, attribute: Attributes): void {
    if (name === 'row') this.cells = []
    else if (name === 'c') {
      this.type = attribute('t') ?? 'n'
      this.style = Number(attribute('s') ?? '0')
      this.value = ''
    } else if (name === 'v' || name === 't') this.isValue = true
    // Phonetic readings repeat the text.
    else if (name === 'rPh') this.phonetic += 1
  }

  text(text: string): void {
    if (this.isValue && this.phonetic === 0) this.value += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false
    else if (name === 'rPh') this.phonetic -= 1
    else if (name === 'c') this.cells.push(this.shown())
    else if (name === 'row') this.emit(this.cells)
  }

  private shown(): string {
    const { strings, sorts, isFrom1904 } = this.workbook
    switch (this.type) {
      case 's':
        return strings[Number(this.value)] ?? ''
      case 'b':
        return this.value === '1' ? 'TRUE' : 'FALSE'
      case 'n':
        return this.value === '' ? '' : shownNumber(Number(this.value), sorts[this.style] ?? 'plain', isFrom1904)
      default:
        return this.value
    }
  }
}

function shownNumber(value: number, sort: NumberSort, isFrom1904: boolean): string {
  if (sort === 'date') return dateOf(value, isFrom1904) ?? String(value)
  if (sort === 'time' && value >= 0 && value < 1) return dateOf(value, true)?.slice(-5) ?? String(value)
  if (sort === 'percent') return `${plainNumber(value * 100)}%`
  return plainNumber(value)
}

/** 15 digits, as Excel shows; beyond them lies only the noise of binary fractions. */
function plainNumber(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : ''
}
