import { FILE_TEXT_LIMIT, FILES_READ } from '../limits.ts'
import { plain } from '../plain.ts'
import type { Place, Reading } from '../reading.ts'
import { firmNamesIn } from './firm-names.ts'
import { PROFESSION } from './name-words.ts'
import { boxedStatesIn } from './state-boxes.ts'
import type { StateMention } from './state-mentions.ts'
import { CODE_OF, CODES } from './state-names.ts'
import { cellsUnder } from './tables.ts'

const HEAD = /^(?:st\.?|states?)(?:\(s\))?(?: (?:requested|needed|of (?:service|operation)))?$/i
const CLOSED = /\b(?:closed|done|executed|completed?|withdrawn|dropped|keep|leave|n\/a|none(?! yet)|not?)\b/i
/** "N" under a head such as "Wanted?". */
const DECLINED = /[|\t;, ] ?N ?(?:$|[(|;,\t])/
/** Where one row of a table says so, the others only tell how things are. */
const ASKED = /\b(?:this (?:request|one|time|letter|form)|request(?:ed|ing)|now needed|new request|wanted)\b/i

/** Rows of a table that are read. */
const MOST_ROWS = 200

/**
 * States under a table's head "State", and those of a form's boxes. A row about another company, or one marked as closed,
 * is not asked for.
 */
export function stateCellsOf(reading: Reading, company: string | null): StateMention[] {
  const of = (text: string, place: Place, from: string) => [
    ...cellsIn(text, place, from, company),
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

function cellsIn(text: string, place: Place, from: string, company: string | null): StateMention[] {
  const cells = cellsUnder(text, HEAD).slice(0, MOST_ROWS)
  const areSomeAsked = cells.some(({ row }) => ASKED.test(row))
  return cells.flatMap((cell) => {
    const code = CODES.has(cell.text) ? cell.text : CODE_OF.get(cell.text.toLowerCase())
    if (code === undefined) return []
    const firms = company === null ? [] : firmNamesIn(cell.row)
    if (firms.some((firm) => PROFESSION.test(firm.name))) return []
    const isOthers = firms.length > 0 && !firms.some((firm) => firm.name.includes(company ?? ''))
    const isAsked = areSomeAsked ? ASKED.test(cell.row) : !CLOSED.test(cell.row) && !DECLINED.test(cell.row.trimEnd())
    const stance = isAsked && !isOthers ? ('labelled' as const) : ('elsewhere' as const)
    return [{ code, at: cell.at - cell.rowAt, stance, sentence: { place, from, text: cell.row } }]
  })
}
