/** How a clock is written down: one rule says when it runs, what starts it, how long it lasts and what meets it. */
import { addDays, addMonths, type Day, earliest, spoken } from '../calendar/day.ts'
import type { HolidayCalendar } from '../calendar/holidays.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Clock } from './clock.ts'
import type { ClockFacts, Milestone } from './facts.ts'
import { receiptOf } from './receipt.ts'
import type { Runs } from './regime.ts'

export interface ClockRule extends Pick<Clock, 'id' | 'title' | 'owedBy' | 'confidential' | 'warned'> {
  readonly source: string
  readonly runs: (facts: ClockFacts) => Runs
  /** Null while it has not started. */
  readonly start: (facts: ClockFacts) => Start | null
  readonly length: (facts: ClockFacts) => Length
  /** The day on which it was met, or null. */
  readonly met: (facts: ClockFacts, calendar: HolidayCalendar) => Day | null
  /** More for the lawyer. */
  readonly notes?: (facts: ClockFacts, calendar: HolidayCalendar) => readonly string[]
}

export interface Start {
  readonly day: Day
  readonly by: string
  readonly lines: readonly string[]
}

/** From the day of the start, which is day 0, to the due day. */
export interface Length {
  readonly end: (start: Day, calendar: HolidayCalendar) => Day
  /** The line of the derivation: `day 135 = 2001-10-14 (Sunday)`. */
  readonly told: (due: Day) => string
}

/** Calendar days (domain 4.2). */
export function days(count: number): Length {
  return { end: (start) => addDays(start, count), told: (due) => `day ${count} = ${spoken(due)}` }
}

/** Calendar months, same day of the month (domain 4.2). */
export function months(count: number): Length {
  return {
    end: (start) => addMonths(start, count),
    told: (due) => `${count} calendar months, same day of the month = ${spoken(due)}`,
  }
}

export function workingDays(count: number): Length {
  return {
    end: (start, calendar) => addWorkingDays(start, count, calendar),
    told: (due) => `${count} business days, the day of the start not counted = ${spoken(due)}`,
  }
}

/** A day that is given, not counted. */
export function until(day: Day): Length {
  return { end: () => day, told: (due) => `given: ${spoken(due)}` }
}

/** Receipt of the request, with the extensions that the parties agreed on. */
export function fromReceipt(facts: ClockFacts): Start {
  const { day, lines } = receiptOf(facts)
  const how = day === facts.received ? 'was received' : `was received ${facts.received} and counts as received`
  return { day, by: `The request ${how} on ${day}.`, lines }
}

/** A milestone: `what` completes the sentence "On that day …". */
export function from(facts: ClockFacts, milestone: Milestone, what: string): Start | null {
  const day = facts.milestones[milestone]
  if (day === null || day === undefined) return null
  return { day, by: `On ${day} ${what}.`, lines: [`${what}: ${day} is day 0`] }
}

/** The first of some milestones that happened. */
export function firstOf(facts: ClockFacts, ...names: readonly Milestone[]): Day | null {
  return earliest(names.flatMap((name) => facts.milestones[name] ?? []))
}
