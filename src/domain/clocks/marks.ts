/** The days on which staff is warned of a clock (domain 4.3, suggested alerts; domain 8, reminders). */
import { addDays, compareDays, type Day, daysBetween, spoken } from '../calendar/day.ts'
import { type HolidayCalendar, US_FEDERAL } from '../calendar/holidays.ts'
import { workingDayUpTo } from '../calendar/working-days.ts'
import type { Clock, ClockId } from './clock.ts'

export interface MarkSettings {
  /** Days since receipt; the settings name them `reminders.negotiationClock`. */
  readonly negotiation: readonly number[]
  /** Days before the due day of every other clock; 0 is the day itself. */
  readonly beforeDue: readonly number[]
  /** Days before an agreement expires. */
  readonly beforeExpiry: readonly number[]
  /** Warn once more on the day after a due day on which somebody had to act. */
  readonly overdue: boolean
}

export interface Mark {
  /** The same for the same warning of the same due day: what was told once is not told again. */
  readonly key: string
  readonly clock: ClockId
  readonly kind: 'since-receipt' | 'before-due' | 'overdue'
  readonly day: Day
  /** The mark's day, or the working day before it: a warning of a Saturday is read on Friday. */
  readonly tellOn: Day
  /** Days since receipt, days before the due day, or days after it. */
  readonly count: number
  /** `Window for arbitration closes: day 155 is 2001-11-03 (Saturday), due 2001-11-08 (Thursday)`. */
  readonly text: string
}

/** All marks of a clock after its start, in order; none once it is met or stopped. */
export function marksOf(clock: Clock, settings: MarkSettings, calendar: HolidayCalendar = US_FEDERAL): readonly Mark[] {
  if (clock.state !== 'running') return []
  return [...counted(clock, settings, calendar), ...overdue(clock, settings)].sort((a, b) => compareDays(a.day, b.day))
}

function counted(clock: Clock, settings: MarkSettings, calendar: HolidayCalendar): readonly Mark[] {
  return [...new Set(countsFor(clock, settings))]
    .map((count) => ({ count, day: dayOf(clock, count) }))
    .filter(({ day }) => daysBetween(clock.startsOn, day) > 0)
    .map(({ count, day }) => {
      const tellOn = tellingDay(clock, day, calendar)
      return clock.warned === 'from-receipt'
        ? mark(clock, 'since-receipt', count, day, tellOn, `day ${count}`)
        : mark(clock, 'before-due', count, day, tellOn, before(count))
    })
}

function countsFor({ warned }: Clock, settings: MarkSettings): readonly number[] {
  if (warned === 'never') return []
  if (warned === 'from-receipt') return settings.negotiation
  return warned === 'before-expiry' ? settings.beforeExpiry : settings.beforeDue
}

function dayOf(clock: Clock, count: number): Day {
  return clock.warned === 'from-receipt' ? addDays(clock.startsOn, count) : addDays(clock.due, -count)
}

/** Never before the clock has started. */
function tellingDay(clock: Clock, day: Day, calendar: HolidayCalendar): Day {
  const working = workingDayUpTo(day, calendar)
  return daysBetween(clock.startsOn, working) > 0 ? working : day
}

function overdue(clock: Clock, settings: MarkSettings): readonly Mark[] {
  if (!settings.overdue || clock.owedBy === 'nobody' || clock.warned === 'never') return []
  const day = addDays(clock.due, 1)
  return [mark(clock, 'overdue', 1, day, day, 'the first day overdue')]
}

function before(count: number): string {
  if (count === 0) return 'the due day'
  return count === 1 ? 'the day before' : `${count} days before`
}

function mark(clock: Clock, kind: Mark['kind'], count: number, day: Day, tellOn: Day, what: string): Mark {
  const key = `${clock.id}:${clock.due}:${kind}:${count}`
  const due = day === clock.due ? '' : `, due ${spoken(clock.due)}`
  return { key, clock: clock.id, kind, day, tellOn, count, text: `${clock.title}: ${what} is ${spoken(day)}${due}` }
}
