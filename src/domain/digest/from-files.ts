/** What the digest says of cases that stands in no table of its own: it is worked out of the files. */
import { type Day, daysBetween } from '../calendar/day.ts'
import type { CaseFile } from '../casework/case-file.ts'
import { queueOf } from '../casework/early-ordering-queue.ts'
import { caseClocks } from '../casework/summary.ts'
import type { Clock } from '../clocks/clock.ts'
import { placeInFile } from '../page-of.ts'
import { standingOf } from '../process/standing.ts'
import type { OpenCase, OverdueItem, QueuePlace } from './facts.ts'

export interface CaseToday {
  readonly open: OpenCase
  readonly overdue: readonly OverdueItem[]
}

/** A customer's day that has passed is an overdue item and no clock any more: it is asked for, not watched. */
export function caseToday(file: CaseFile, today: Day, timeZone: string): CaseToday {
  const running = caseClocks(file, timeZone).filter((clock) => clock.state === 'running' && !isOver(clock, today))
  const late = running.filter((clock) => isOverdue(clock, today))
  return {
    open: openCase(
      file,
      running.filter((clock) => !late.includes(clock)),
    ),
    overdue: late.map((clock) => overdueItem(file, clock, today)),
  }
}

/** Where it stands is asked of few of many thousands of cases, and worked out then. */
function openCase(file: CaseFile, clocks: readonly Clock[]): OpenCase {
  return {
    file,
    clocks,
    get standing() {
      return standingOf(file)
    },
  }
}

function isOverdue({ owedBy, due }: Clock, today: Day): boolean {
  return owedBy === 'customer' && daysBetween(due, today) > 0
}

/** What simply happened (a window opened) is late for nobody; the end of an agreement stays. */
function isOver({ owedBy, due, warned }: Clock, today: Day): boolean {
  return owedBy === 'nobody' && warned !== 'before-expiry' && daysBetween(due, today) > 0
}

/** All of the customer's clocks start with the questionnaire. */
function overdueItem(file: CaseFile, { title, due }: Clock, today: Day): OverdueItem {
  const proof = file.items.questionnaire?.proof
  const place = proof === undefined ? '' : placeInFile(proof.attachment, proof.page)
  return { caseRef: file.ref, label: title, due, daysLate: daysBetween(due, today), place, quote: proof?.quote ?? '' }
}

export function queuePlaces(files: readonly CaseFile[]): readonly QueuePlace[] {
  return queueOf(files).map(({ file, since }, at) => ({ caseRef: file.ref, position: at + 1, completeAt: since }))
}
