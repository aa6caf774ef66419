/** The text of RTF out of its tokens: paragraphs, tables, boxes of forms, changes. */
import type { Job } from '../job.ts'
import { symbol } from '../office/symbols.ts'
import { Refusal } from '../refusal.ts'
import { box, formRow } from '../text-sheet.ts'
import { decoderOf } from './code-pages.ts'
import type { RtfToken } from './tokens.ts'

/** Groups that hold no text for readers; any group that begins with `\*` and is not known is another. */
const SILENT = new Set(
  (
    'fonttbl colortbl stylesheet info pict objdata fldinst filetbl listtable listoverridetable revtbl rsidtbl ' +
    'themedata colorschememapping datastore latentstyles generator xmlnstbl mmathPr sp nonshppict bkmkstart bkmkend'
  ).split(' '),
)
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '\u2014',
  endash: '\u2013',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
}

interface Group {
  isSilent: boolean
  /** Hidden or deleted. */
  isHidden: boolean
  font: number
  /** Characters that stand for a Unicode one in programs that know none. */
  skip: number
  readonly name: string
}

export class RtfText {
  private readonly job: Job
  private readonly groups: Group[] = [{ isSilent: false, isHidden: false, font: 0, skip: 1, name: '' }]
  private readonly symbolFonts = new Set<number>()
  private decoder = decoderOf(1252)
  private bytes: number[] = []
  private paragraph = ''
  private cells: string[] = []
  private isInTable = false
  private toSkip = 0
  private starred = false
  private isChanged = false
  private legacy = { type: 0, result: 25, usual: 0 }

  constructor(job: Job) {
    this.job = job
  }

  take(token: RtfToken): void {
    if (token.sort !== 'byte') this.flushBytes()
    switch (token.sort) {
      case 'byte':
        this.byte(token.byte)
        break
      case 'open':
        this.open()
        break
      case 'close':
        this.close()
        break
      case 'word':
        this.word(token.word, token.value)
        break
      case 'symbol':
        this.sign(token.symbol)
        break
      case 'text':
        this.plain(token.text)
    }
  }

  end(): void {
    this.flushBytes()
    this.isInTable = false
    this.endRow()
    this.endParagraph()
    if (this.groups.length > 1) this.job.note('damaged-file', 'its end is missing')
  }

  private get group(): Group {
    return this.groups.at(-1)!
  }

  private open(): void {
    if (this.groups.length > this.job.limits.depth) {
      throw new Refusal('depth-limit', `nested deeper than ${this.job.limits.depth}`)
    }
    this.groups.push({ ...this.group, name: '' })
  }

  private close(): void {
    const { name } = this.group
    if (this.groups.length > 1) this.groups.pop()
    this.toSkip = 0
    if (name === 'formfield' && this.legacy.type === 1) {
      const { result, usual } = this.legacy
      this.say(`${box((result === 25 ? usual : result) === 1, '')} `, true)
    }
  }

  private word(word: string, value: number | null): void {
    const { group } = this
    const isStarred = this.starred
    this.starred = false
    if (isStarred || SILENT.has(word) || word === 'formfield') this.enter(word)
    if (word === 'u') this.unicode(value ?? 0)
    else if (Object.hasOwn(SIGNS, word)) this.say(SIGNS[word] ?? '')
    else if (word === 'ansicpg') this.decoder = decoderOf(value ?? 1252)
    else if (word === 'uc') group.skip = Math.min(Math.max(value ?? 1, 0), 16)
    else if (word === 'f') group.font = value ?? 0
    else if (word === 'v') group.isHidden = value !== 0
    else if (word === 'deleted' || word === 'revised') this.change(word, value !== 0)
    else if (word === 'objupdate' || word === 'objautlink')
      this.job.note('active-content', 'an object in it updates itself')
    else if (word.startsWith('ff')) this.formWord(word, value ?? 0)
    else this.breakWord(word)
  }

  private enter(word: string): void {
    const { group } = this
    this.groups[this.groups.length - 1] = { ...group, isSilent: true, name: word }
    if (word === 'formfield') this.legacy = { type: 0, result: 25, usual: 0 }
  }

  private formWord(word: string, value: number): void {
    if (word === 'fftype') this.legacy.type = value
    else if (word === 'ffres') this.legacy.result = value
    else if (word === 'ffdefres') this.legacy.usual = value
  }

  private breakWord(word: string): void {
    if (word === 'pard') this.isInTable = false
    else if (word === 'intbl') this.isInTable = true
    else if (word === 'cell' || word === 'nestcell') this.endCell()
    else if (word === 'row' || word === 'nestrow') this.endRow()
    else if (word === 'par') this.endParagraph()
    else if (word === 'page' || word === 'sect') this.turnPage()
    else if (word === 'pagebb' && !/\S/.test(this.paragraph)) this.say('\f')
    // A section begins a page unless its settings, which come behind its break, say that it does not.
    else if (word === 'sbknone' || word === 'sbkcol') this.paragraph = this.paragraph.replace(/\f$/, '')
  }

  private change(word: string, isOn: boolean): void {
    if (!isOn) return
    if (word === 'deleted') this.group.isHidden = true
    if (!this.isChanged) this.job.sheet.block('Tracked changes (redlined version)')
    this.isChanged = true
  }

  private sign(symbol: string): void {
    if (symbol === '*') this.starred = true
    else if (symbol === '~') this.say(' ')
    else if (symbol === '_') this.say('-')
    else if (symbol === '\n' || symbol === '\r') this.endParagraph()
    else if ('{}\\'.includes(symbol)) this.plain(symbol)
  }

  private plain(text: string): void {
    const skipped = Math.min(this.toSkip, text.length)
    this.toSkip -= skipped
    const rest = text.slice(skipped)
    if (this.groups.some(({ name }) => name === 'fonttbl') && /wingdings/i.test(rest)) {
      this.symbolFonts.add(this.group.font)
    }
    // Text outside of ASCII stands as bytes of the code page, against the rules but often.
    if (rest !== '') this.say(this.decoder(Buffer.from(rest, 'latin1')))
  }

  private unicode(value: number): void {
    const code = value < 0 ? value + 65_536 : value
    this.toSkip = this.group.skip
    this.say(code >= 0xf000 && code <= 0xf0ff ? wingding(code) : String.fromCharCode(code))
  }

  private byte(byte: number): void {
    if (this.toSkip > 0) this.toSkip -= 1
    else this.bytes.push(byte)
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return
    const bytes = Buffer.from(this.bytes)
    this.bytes = []
    const isSymbols = this.symbolFonts.has(this.group.font)
    this.say(isSymbols ? [...bytes].map(wingding).join('') : this.decoder(bytes))
  }

  private say(text: string, always = false): void {
    if (always || !(this.group.isSilent || this.group.isHidden)) this.paragraph += text
  }

  private turnPage(): void {
    this.endParagraph()
    this.say('\f')
  }

  private endParagraph(): void {
    if (this.isInTable && this.paragraph !== '') this.paragraph += '\n'
    if (this.isInTable) return
    this.job.sheet.flow(this.paragraph)
    this.paragraph = ''
  }

  private endCell(): void {
    this.cells.push(this.paragraph.trim())
    this.paragraph = ''
  }

  private endRow(): void {
    this.job.sheet.block(formRow(this.cells))
    this.cells = []
  }
}

function wingding(code: number): string {
  return symbol(code.toString(16), 'wingdings')
}
