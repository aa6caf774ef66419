import { FILE_TEXT_LIMIT, FILES_READ } from '../../limits.ts'
import { plain } from '../../plain.ts'
import type { Place, Reading } from '../../reading.ts'
import { firmNamesIn } from '../company/firm-names.ts'
import { PROFESSION } from '../company/name-words.ts'
import { type Cell, cellsAlike, cellsUnder } from '../tables.ts'
import { boxedStatesIn } from './boxes.ts'
import type { StateMention } from './mentions.ts'
import { CODE_OF, CODES } from './names.ts'
import { isPointed, pointersIn } from './rows.ts'
import { cellsStacked } from './stacked.ts'

const HEAD = /^(?:st\.?|states?|jurisdictions?)(?:\(s\))?(?: (?:requested|needed|of (?:service|operation)))?$/i
const CLOSED =
  /\b(?:closed|done|executed|completed?|withdrawn|dropped|keep|leave|stays|no change|n\/a|none(?! (?:yet|filed|so far|to date|known|on file)))\b/i
/** "TBD", "will ask in the fall", "nothing, ever again": how a cell begins that asks for nothing now. */
const PUT_OFF =
  /^(?:nothing(?! (?:yet|so far|but|else))|TBD|undecided|to be decided|will (?:ask|follow|come)|later|next (?:year|spring|summer|fall|winter)|is off|on hold)\b/i
/** "No" and "N" under a head such as "Wanted?". */
const DECLINED = /\b(?:[Nn]ot?|NOT?)\b|[|\t;, ] ?N ?(?:$|[(|;,\t])/
const [YES, NO] = [/^Y(?:es)?$/i, /^No?$/i]
/** Where one row of a table says so, the others only tell how things are. */
const ASKED = /\b(?:this (?:request|one|time|letter|form)|request(?:ed|ing)|now needed|new request|wanted|successor)\b/i

/** Rows of a table that are read. */
const MOST_ROWS = 200

/**
 * States under a table's head "State", those that stand one below the other, and those of a form's boxes. A row about
 * another company, or one marked as closed, is not asked for; where the text says which rows it means, those are.
 */
export function stateCellsOf(reading: Reading, company: string | null): StateMention[] {
  const of = (text: string, place: Place, from: string) => [
    ...cellsIn({ text, place, from, newest: reading.newest, company }),
    ...boxedStatesIn(text, place, from),
  ]
  const files = reading.mail.attachments.slice(0, FILES_READ)
  return [
    ...of(reading.newest, 'newest', 'text'),
    ...of(reading.quoted, 'quoted', 'text'),
    ...files.flatMap((file) =>
      of(plain((file.text ?? '').slice(0, FILE_TEXT_LIMIT)), 'file', `attachment:${file.filename}`),
    ),
  ]
}

interface Sheet {
  readonly text: string
  readonly place: Place
  readonly from: string
  /** The writer's own words, which may say what rows are meant. */
  readonly newest: string
  readonly company: string | null
}

function cellsIn({ text, place, from, newest, company }: Sheet): StateMention[] {
  const isOfStates = (cell: string) => codesIn(cell).length > 0
  const stacked = place === 'file' ? [] : cellsStacked(text, HEAD, isOfStates)
  const under = stacked.length > 0 ? stacked : cellsUnder(text, HEAD)
  const isBare = under.length === 0 && place !== 'file'
  const all = (isBare ? cellsAlike(text, isOfStates) : under).slice(0, MOST_ROWS)
  // "Hart LLP | New York" below a table is the writer's office.
  const cells = all.filter(({ row }) => !firmNamesIn(row).some((firm) => PROFESSION.test(firm.name)))
  if (cells.length === 0) return []
  const rows = cells.map(({ row }) => row)
  const pointers = pointersIn(newest)
  const pointed = rows.map((row, at) => pointers.some((pointer) => isPointed(pointer, row, at, rows.length)))
  const wanted = pointed.some(Boolean) ? pointed : wantedIn(cells, company, !isBare)
  return cells.flatMap((cell, at) =>
    codesIn(cell.text).map((code) => ({
      code,
      at: cell.at - cell.rowAt,
      stance: wanted[at] === true ? ('labelled' as const) : ('elsewhere' as const),
      // What stands cell below cell is no line of the mail.
      sentence: { place, from, text: stacked.length > 0 ? cell.text : cell.row },
    })),
  )
}

/** "CO, WY" and "Oregon"; none where a cell says anything else. */
function codesIn(cell: string): string[] {
  if (cell.length > 60) return []
  const codes = cell
    .split(/\s?[,/&+]\s?|\sand\s/)
    .map((word) => (CODES.has(word) ? word : CODE_OF.get(word.toLowerCase())))
  return codes.some((code) => code === undefined) ? [] : codes.filter((code) => code !== undefined)
}

function wantedIn(cells: readonly Cell[], company: string | null, hasHead: boolean): boolean[] {
  const rows = cells.map(({ row }) => row)
  const areSomeAsked = rows.some((row) => ASKED.test(row))
  const firms = company === null ? [] : rows.map((row) => firmNamesIn(row))
  const isOwn = (at: number) => firms[at]?.some((firm) => firm.name.includes(company ?? '')) === true
  // Where no row is about the company itself, the rows are of what belongs to it.
  const isSomeOwn = rows.some((_row, at) => isOwn(at))
  const fullest = Math.max(...rows.map((row) => filled(row).length))
  // "Later" in any other table may be said of a certificate.
  const areYesOrNo = [YES, NO].every((word) => rows.some((row) => filled(row).some((cell) => word.test(cell))))
  return cells.map(({ row, wish }, at) => {
    if (isSomeOwn && (firms[at]?.length ?? 0) > 0 && !isOwn(at)) return false
    if (filled(row).length <= 2 && fullest >= 5) return false
    if (areSomeAsked) return ASKED.test(row)
    const isPutOff = (wish !== undefined || areYesOrNo) && filled(wish ?? row).some((cell) => PUT_OFF.test(cell))
    return !CLOSED.test(row) && !isPutOff && !(hasHead && DECLINED.test((wish ?? row).trimEnd()))
  })
}

/** Cells of a row in which something stands. */
function filled(row: string): readonly string[] {
  return row
    .split(/[|\t;,]| {2,}/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
}
