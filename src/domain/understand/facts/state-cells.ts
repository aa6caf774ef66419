import { FILE_TEXT_LIMIT, FILES_READ } from '../limits.ts'
import { plain } from '../plain.ts'
import type { Place, Reading } from '../reading.ts'
import { firmNamesIn } from './firm-names.ts'
import type { StateMention } from './state-mentions.ts'
import { CODE_OF, CODES } from './state-names.ts'
import { cellsUnder } from './tables.ts'

const HEAD = /^states?(?:\(s\))?(?: (?:requested|needed|of (?:service|operation)))?$/i
const CLOSED = /\b(?:closed|done|executed|completed?|withdrawn|dropped|n\/a|none|not?)\b/i

/** Rows of a table that are read. */
const MOST_ROWS = 200

/** States under a table's head "State". A row about another company, or one marked as closed, is not asked for. */
export function stateCellsOf(reading: Reading, company: string | null): StateMention[] {
  const files = reading.mail.attachments.slice(0, FILES_READ)
  return [
    ...cellsIn(reading.newest, 'newest', 'text', company),
    ...cellsIn(reading.quoted, 'quoted', 'text', company),
    ...files.flatMap((file) =>
      cellsIn(plain((file.text ?? '').slice(0, FILE_TEXT_LIMIT)), 'file', `attachment:${file.filename}`, company),
    ),
  ]
}

function cellsIn(text: string, place: Place, from: string, company: string | null): StateMention[] {
  return cellsUnder(text, HEAD)
    .slice(0, MOST_ROWS)
    .flatMap((cell) => {
      const code = CODES.has(cell.text) ? cell.text : CODE_OF.get(cell.text.toLowerCase())
      if (code === undefined) return []
      const firms = company === null ? [] : firmNamesIn(cell.row)
      const isOthers = firms.length > 0 && !firms.some((firm) => firm.name.includes(company ?? ''))
      const stance = CLOSED.test(cell.row) || isOthers ? ('elsewhere' as const) : ('labelled' as const)
      return [{ code, at: cell.at - cell.rowAt, stance, sentence: { place, from, text: cell.row } }]
    })
}
