import { PageStarts } from './page-starts.ts'
import { Refusal } from './refusal.ts'

/** A longer line that is followed by text is taken by every reader of plain text for one that was wrapped. */
const WRAPPED_CHARS = 40

/** C0 and C1 controls but tab and line feed, soft hyphens, marks that hide or reorder text, lone surrogates. */
const UNREADABLE =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Surrogate}]/gu
/** Dots that lead the eye to a page number, lines to write on. */
const LEADERS = /(?:\. ?){6,}|_{6,}/g
const BLANKS = /[^\S\n]+/g
const TYPED_BOX = /\[ {0,3}[xX]? {0,3}\]/g
const EMPTY_BOX = /[\u2610\u25a1\u25fb\u2751\u274f]/g
const TICKED_BOX = /[\u2611\u2612\u25a3\u22a0]/g

/** The text of a document as it grows, line by line, up to a number of characters. */
export class TextSheet {
  private readonly lines: string[] = []
  readonly pages = new PageStarts()
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
    for (const line of text.split('\n')) this.choices(line)
    this.endBlock(before)
  }

  /** A block in which form feeds say where a page begins. */
  flow(text: string): void {
    const before = this.lines.length
    for (const line of text.split('\n')) {
      const from = this.length
      const turns = feedsIn(line).map((at) => tidy(line.slice(0, at)).length)
      this.choices(line)
      for (const at of turns) this.pages.turn(at === 0 ? from : Math.min(from + at + 1, this.length))
    }
    this.endBlock(before)
  }

  private choices(line: string): void {
    for (const choice of choices(line)) this.line(choice)
  }

  private endBlock(before: number): void {
    if (this.lines.length > before && (this.lines.at(-1)?.length ?? 0) > WRAPPED_CHARS) this.gap()
  }

  /** One line as it stands on a page; nothing when it has no ink. Throws `Refusal` when the room is used up. */
  line(text: string): void {
    const clean = tidy(text)
    if (clean === '') return
    // A cut between the halves of a character leaves none of it.
    const kept = clean.slice(0, this.room).replace(/[\ud800-\udbff]$/, '')
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

  /** Characters written until now. */
  get length(): number {
    return this.maxChars - this.room
  }

  get lineCount(): number {
    return this.lines.length
  }

  /** The text from this line on. */
  text(from = 0): string {
    return this.lines.slice(from).join('\n').trim()
  }
}

/** Where the form feeds stand. */
function feedsIn(line: string): readonly number[] {
  return line.includes('\f') ? [...line.matchAll(/\f/g)].map(({ index }) => index) : []
}

/** One line, printable: blanks single, boxes as `[ ]` and `[x]`. */
export function tidy(text: string): string {
  return text
    .replace(EMPTY_BOX, '[ ] ')
    .replace(TICKED_BOX, '[x] ')
    .replace(TYPED_BOX, (typed) => (/x/i.test(typed) ? '[x]' : '[ ]'))
    .replace(UNREADABLE, '')
    .replace(BLANKS, ' ')
    .replace(LEADERS, (leader) => (leader[0] === '_' ? '_____' : '... '))
    .trim()
}

/** `Label: value`; `Label: -` where nothing is filled in. Leaders and colons of the label go. */
export function field(label: string, value: string): string {
  const name = tidy(label.replace(/\s+/g, ' ')).replace(/[\s.:_]+$/, '')
  const said = tidy(value.replace(/\s*\n\s*/g, ', ')).replace(/^_+$/, '')
  if (name === '') return said
  // A question mark needs no colon behind it.
  return `${name}${name.endsWith('?') ? '' : ':'} ${said === '' ? '-' : said}`
}

/** A box with its label. */
export function box(ticked: boolean, label: string): string {
  return `[${ticked ? 'x' : ' '}] ${tidy(label)}`.trim()
}

/** The choices of one line apart, where each box stands before its words. */
function choices(line: string): readonly string[] {
  const parts = tidy(line).split(/(?=\[[ x]\])/)
  const [first = ''] = parts
  const boxes = parts.filter((part) => part.startsWith('['))
  const areBefore = (/^\[/.test(first) || /:\s*$/.test(first)) && !/^\[.\]\s*$/.test(parts.at(-1) ?? '')
  return boxes.length > 1 && areBefore ? parts : [line]
}

/** A cell that holds label and value, or a choice. */
function saysItself(cell: string): boolean {
  return /^(?:\p{L}[^:]{1,60}: \S|\[[ x]\] \S)/u.test(tidy(cell))
}

/** "5.4.1", "(a)", "iv." */
const LIST_MARK = /^\(?(?:\d{1,3}(?:\.\d{1,3}){1,5}\.?|(?:\d{1,3}|[a-z]|[ivxlc]{1,5})[.)])$/i
const LABEL_CHARS = 120

/** A table row: two cells read as a form's line, more as cells. Cells may hold lines. */
export function row(cells: readonly string[]): string {
  const inked = withBoxes(cells.filter((cell) => /\S/.test(cell)))
  const [label = '', value = ''] = inked
  if (inked.length < 2) return inked.join('')
  if (inked.every(saysItself)) return inked.join('\n')
  if (inked.length === 2) return pair(label, value)
  if (inked.every((cell, at) => at % 2 === 1 || /:\s*$/.test(cell)) && inked.length % 2 === 0) return pairs(inked)
  return inked.map((cell) => tidy(cell.replace(/\s*\n\s*/g, ', '))).join(' | ')
}

/** A row of a form, in which an empty second cell says that nothing is filled in. */
export function formRow(cells: readonly string[]): string {
  const [label = '', value = ''] = cells
  const isOpen = cells.length === 2 && /\p{L}/u.test(label) && !/\S/.test(value) && tidy(label).length <= LABEL_CHARS
  return isOpen && !/\n|\[[ x]\]/.test(label) ? field(label, '') : row(cells)
}

/** A box that has a cell to itself belongs to the words behind it, at the end of a row to those before it. */
function withBoxes(cells: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const cell of cells) {
    const before = joined.at(-1)
    if (before !== undefined && isLoneBox(before) && !isLoneBox(cell))
      joined[joined.length - 1] = `${tidy(before)} ${cell}`
    else joined.push(cell)
  }
  const [label, last] = joined
  const isBehind = joined.length === 2 && isLoneBox(last ?? '') && !isLoneBox(label ?? '')
  return isBehind ? [`${tidy(last ?? '')} ${label}`] : joined
}

function isLoneBox(cell: string): boolean {
  return /^\[[ x]\]$/.test(tidy(cell))
}

function pair(label: string, value: string): string {
  const name = tidy(label.replace(/\s*\n\s*/g, ' '))
  if (LIST_MARK.test(name)) return `${name} ${value}`
  if (/^\[[ x]\]/.test(tidy(value))) return `${name.replace(/:$/, '')}:\n${value}`
  if (!/\p{L}{2}/u.test(name) || name.length > LABEL_CHARS) {
    return `${name} | ${tidy(value.replace(/\s*\n\s*/g, ', '))}`
  }
  return field(name, value)
}

function pairs(cells: readonly string[]): string {
  return cells.flatMap((cell, at) => (at % 2 === 0 ? [field(cell, cells[at + 1] ?? '')] : [])).join('\n')
}
