import { Refusal } from './refusal.ts'

/** A longer line that is followed by text is taken by every reader of plain text for one that was wrapped. */
const WRAPPED_CHARS = 40

/** C0 and C1 controls but tab and line feed, soft hyphens, marks that hide or reorder text, lone surrogates. */
const UNREADABLE =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Surrogate}]/gu
const BLANKS = /[^\S\n]+/g
const EMPTY_BOX = /[\u2610\u25a1\u25fb\u2751\u274f]/g
const TICKED_BOX = /[\u2611\u2612\u25a3\u22a0]/g

/** The text of a document as it grows, line by line, up to a number of characters. */
export class TextSheet {
  private readonly lines: string[] = []
  private room: number
  private readonly maxChars: number

  constructor(maxChars: number) {
    this.maxChars = maxChars
    this.room = maxChars
  }

  get isEmpty(): boolean {
    return this.lines.length === 0
  }

  /** A block that is complete: a paragraph, a row, a field. May hold line ends. */
  block(text: string): void {
    const before = this.lines.length
    for (const line of text.split('\n')) this.line(line)
    if (this.lines.length > before && (this.lines.at(-1)?.length ?? 0) > WRAPPED_CHARS) this.gap()
  }

  /** One line as it stands on a page; nothing when it has no ink. Throws `Refusal` when the room is used up. */
  line(text: string): void {
    const clean = tidy(text)
    if (clean === '') return
    const kept = clean.slice(0, this.room)
    if (kept !== '') this.lines.push(kept)
    this.room -= kept.length + 1
    if (this.room <= 0) throw new Refusal('text-limit', `only its first ${this.maxChars} characters are read`)
  }

  /** An empty line, never two. */
  gap(): void {
    if (this.lines.length === 0 || this.lines.at(-1) === '') return
    this.lines.push('')
    this.room -= 1
  }

  text(): string {
    return this.lines.join('\n').trim()
  }
}

/** One line, printable: blanks single, boxes as `[ ]` and `[x]`. */
export function tidy(text: string): string {
  return text.replace(EMPTY_BOX, '[ ] ').replace(TICKED_BOX, '[x] ').replace(UNREADABLE, '').replace(BLANKS, ' ').trim()
}

/** `Label: value`; `Label: -` where nothing is filled in. Leaders and colons of the label go. */
export function field(label: string, value: string): string {
  const name = tidy(label).replace(/[\s.:_]+$/, '')
  const said = tidy(value.replace(/\s*\n\s*/g, ', ')).replace(/^_+$/, '')
  return name === '' ? said : `${name}: ${said === '' ? '-' : said}`
}

/** A box with its label. */
export function box(ticked: boolean, label: string): string {
  return `[${ticked ? 'x' : ' '}] ${tidy(label)}`.trim()
}

/** A table row: two cells read as a form's line, more as cells. Cells may hold lines. */
export function row(cells: readonly string[]): string {
  const inked = cells.filter((cell) => /\S/.test(cell))
  const [label = '', value = ''] = inked
  if (inked.length < 2) return inked.join('')
  if (cells.length === 2 || inked.length === 2) return pair(label, value)
  if (inked.every((cell, at) => at % 2 === 1 || /:\s*$/.test(cell)) && inked.length % 2 === 0) return pairs(inked)
  return inked.map((cell) => tidy(cell.replace(/\s*\n\s*/g, ', '))).join(' | ')
}

/** A label that is a number or a sentence is no label; choices below a label stay lines of their own. */
function pair(label: string, value: string): string {
  if (/^\s*\[[ x]\]/m.test(value)) return `${tidy(label).replace(/:$/, '')}:\n${value}`
  if (/^\s*\[[ x]\]|^[\d\s.,$%-]+$/.test(label) || tidy(label).length > 120) return `${tidy(label)} | ${tidy(value)}`
  return field(label.replace(/\s*\n\s*/g, ' '), value)
}

function pairs(cells: readonly string[]): string {
  return cells.flatMap((cell, at) => (at % 2 === 0 ? [field(cell, cells[at + 1] ?? '')] : [])).join('\n')
}
