/**
 * Staff is told when a legal clock reaches a mark, once for each mark; the CLEC never is (domain T3). A mark on a day
 * without work is told on the working day before: to warn late is worse than early (domain 4.2).
 */
import { addDays, compareDays, type Day, daysBetween, spoken } from '../calendar/day.ts'
import { withinOfficeHours } from '../calendar/office-hours.ts'
import { workingDayUpTo } from '../calendar/working-days.ts'
import { dayIn } from '../calendar/zone.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { Clock } from '../clocks/clock.ts'
import type { Office } from './next-reminder.ts'

/** The numbers of the settings. */
export interface MarkPlan {
  /** Days since the request was received. */
  readonly negotiationClock: readonly number[]
  /** Days before the end. */
  readonly expiringAgreement: readonly number[]
}

/** Days before a clock that has no numbers of its own. */
const BEFORE_DUE: readonly number[] = [7, 1]

export interface StaffNotice {
  readonly caseRef: string
  readonly clock: Clock['id']
  readonly mark: number
  /** null: nobody yet, so the manager. */
  readonly to: string | null
  readonly sentence: string
}

interface Mark {
  readonly days: number
  readonly on: Day
  readonly words: string
}

/** In the office hours of the installation's own zone. */
export function clockNotices(
  file: CaseFile,
  clocks: readonly Clock[],
  plan: MarkPlan,
  office: Office,
  timeZone: string,
  now: number,
): { readonly changes: readonly CaseChange[]; readonly notices: readonly StaffNotice[] } {
  const open = withinOfficeHours(now, timeZone, office.hours, office.calendar)
  if (file.closed !== null || !open) return { changes: [], notices: [] }
  const today = dayIn(now, timeZone)
  const reached = clocks
    .filter(({ state }) => state === 'running')
    .map((clock) => ({
      clock,
      marks: marksOf(clock, plan).filter(
        (mark) =>
          compareDays(workingDayUpTo(mark.on, office.calendar), today) <= 0 &&
          !file.told.includes(nameOf(clock, mark.days)),
      ),
    }))
  const marks = reached.flatMap(({ clock, marks }) => marks.map(({ days }) => nameOf(clock, days)))
  return {
    changes: marks.length === 0 ? [] : [{ change: 'staff-told', marks }],
    // Several at once (nothing ran for a while): the newest says it all.
    notices: reached.flatMap(({ clock, marks }) => marks.slice(-1).map((mark) => noticeOf(file, clock, mark, today))),
  }
}

/** `window-closes 150`, as it stands in `CaseFile.told`. */
function nameOf(clock: Clock, days: number): string {
  return `${clock.id} ${days}`
}

/** In the order of their days. The opening of the window is a mark of its closing, so it has none itself. */
function marksOf(clock: Clock, plan: MarkPlan): readonly Mark[] {
  const before = (numbers: readonly number[]) =>
    numbers.map((days) => ({ days, on: addDays(clock.due, -days), words: '' }))
  const marks = (): readonly Mark[] => {
    if (clock.warned === 'before-expiry') return before(plan.expiringAgreement)
    if (clock.warned === 'before-due') return before(BEFORE_DUE)
    if (clock.warned === 'never' || clock.id !== 'window-closes') return []
    return plan.negotiationClock.map((days) => {
      const on = addDays(clock.startsOn, days)
      return { days, on, words: `Day ${days} of the negotiation. ` }
    })
  }
  return [...marks()].sort((one, other) => compareDays(one.on, other.on))
}

function noticeOf(file: CaseFile, clock: Clock, mark: Mark, today: Day): StaffNotice {
  const left = daysBetween(today, clock.due)
  const rolled = clock.rolled === null ? '' : ` ${spoken(clock.rolled)} is only a possibility.`
  const sentence = `${mark.words}${clock.title}: ${spoken(clock.due)}, ${daysInWords(left)}.${rolled}`
  return { caseRef: file.ref, clock: clock.id, mark: mark.days, to: file.negotiator, sentence }
}

/** `in 10 days`, `today`, `3 days ago`. */
export function daysInWords(left: number): string {
  if (left === 0) return 'today'
  const days = `${Math.abs(left)} day${Math.abs(left) === 1 ? '' : 's'}`
  return left > 0 ? `in ${days}` : `${days} ago`
}
