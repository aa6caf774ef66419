/** The digest of one person: the sections in triage order, cut to a length that is read, numbered through. */
import { accountingLine } from './accounting-line.ts'
import { clocks, earlyOrdering, newRequests, overdue, reminders, unassigned } from './case-rows.ts'
import type { Digest, DigestLine, DigestSection, DigestTarget } from './digest.ts'
import type { DigestFacts } from './facts.ts'
import { headline } from './headline.ts'
import { totals } from './totals.ts'
import { type Reader, type Row, type Rows, viewOf } from './view.ts'
import { decisions, drafts, failedSends, lowConfidence } from './waiting-rows.ts'

/** In triage order. */
const SECTIONS = [
  totals,
  decisions,
  drafts,
  clocks,
  newRequests,
  overdue,
  lowConfidence,
  failedSends,
  earlyOrdering,
  unassigned,
  reminders,
] as const

/** Null: a negotiator for whom there is nothing. A manager always gets one, for the accounting. */
export function digestFor(who: Reader, facts: DigestFacts, now: number): Digest | null {
  const view = viewOf(who, facts, now)
  const sections = SECTIONS.map((rowsOf) => rowsOf(view)).filter(({ rows }) => rows.length > 0)
  if (sections.length === 0 && who.role === 'negotiator') return null
  const lines = new Map<number, DigestTarget>()
  return {
    ...{ name: who.name, email: who.email, role: who.role, day: view.today, headline: headline(sections) },
    sections: sections.map((section) => numbered(section, lines)),
    accounting: facts.accounting.map(accountingLine),
    lines,
  }
}

/** Even what must be seen is not read any more beyond this; the rest is counted. */
const MOST_ALWAYS = 50

/** Gives the lines that can be answered the next numbers, and enters what they stand for. */
function numbered({ id, title, command, most, rows }: Rows, lines: Map<number, DigestTarget>): DigestSection {
  const shown = rows.filter(({ always }, index) => index < most || (always && index < MOST_ALWAYS))
  const more = rows.length - shown.length
  return { id, title, command, more, lines: shown.map((row) => lineOf(row, lines)) }
}

function lineOf({ line, target }: Row, lines: Map<number, DigestTarget>): DigestLine {
  if (target === null) return { number: null, ...line }
  const number = lines.size + 1
  lines.set(number, target)
  return { number, ...line }
}
