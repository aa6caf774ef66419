/** Where a petition for arbitration stands in the window of 47 U.S.C. 252(b)(1): day 135 to day 160 inclusive. */
import { addDays, type Day, daysBetween } from '../calendar/day.ts'
import { type HolidayCalendar, US_FEDERAL } from '../calendar/holidays.ts'
import { isWorkingDay, nextWorkingDay } from '../calendar/working-days.ts'
import type { ClockFacts } from './facts.ts'
import { receiptOf } from './receipt.ts'

export const WINDOW_OPENS = 135
export const WINDOW_CLOSES = 160

/** `rolled`: after day 160, which was no working day, but not after the next working day. */
export type PetitionStanding = 'early' | 'in-window' | 'rolled' | 'late'

export interface Petition {
  readonly day: Day
  /** Days since receipt. */
  readonly dayNumber: number
  readonly standing: PetitionStanding
}

/** The petition of a case, or null while none was filed. */
export function petitionOf(facts: ClockFacts, calendar: HolidayCalendar = US_FEDERAL): Petition | null {
  const { petitionFiled, petitionReceived, petitionServed } = facts.milestones
  const day = petitionFiled ?? petitionReceived ?? petitionServed ?? null
  if (day === null) return null
  const receipt = receiptOf(facts).day
  return { day, dayNumber: daysBetween(receipt, day), standing: standingOf(receipt, day, calendar) }
}

/** The petition when it counts: a too early or too late one may be sent back. */
export function timelyPetition(facts: ClockFacts, calendar: HolidayCalendar): Day | null {
  const petition = petitionOf(facts, calendar)
  return petition === null || petition.standing === 'early' || petition.standing === 'late' ? null : petition.day
}

const SAID: Readonly<Record<PetitionStanding, string>> = {
  early: 'before the window opens: it may be dismissed, and the window is still watched',
  'in-window': 'within the window',
  rolled: 'after day 160 but on the next working day: whether that is in time is for counsel',
  late: 'after the window closed: it may be rejected',
}

/** A line for the derivation. */
export function petitionLines(facts: ClockFacts, calendar: HolidayCalendar): readonly string[] {
  const petition = petitionOf(facts, calendar)
  if (petition === null) return []
  return [`petition ${petition.day} is day ${petition.dayNumber}, ${SAID[petition.standing]}`]
}

function standingOf(receipt: Day, day: Day, calendar: HolidayCalendar): PetitionStanding {
  const number = daysBetween(receipt, day)
  if (number < WINDOW_OPENS) return 'early'
  if (number <= WINDOW_CLOSES) return 'in-window'
  const closes = addDays(receipt, WINDOW_CLOSES)
  const rolled = isWorkingDay(closes, calendar) ? closes : nextWorkingDay(closes, calendar)
  return daysBetween(day, rolled) >= 0 ? 'rolled' : 'late'
}
