/** Marks of clocks as a round of the day tells them. */
import { compareDays, type Day, daysBetween } from '../../src/domain/calendar/day.ts'
import type { Clock } from '../../src/domain/clocks/clock.ts'
import { type Mark, type MarkSettings, marksOf } from '../../src/domain/clocks/marks.ts'

export const DEFAULT_MARKS: MarkSettings = {
  negotiation: [120, 135, 150, 155, 158, 160],
  beforeDue: [30, 14, 7, 1, 0],
  beforeExpiry: [180, 90, 60, 30, 0],
  overdue: true,
}

/** The marks to tell after one day and up to another: those since the last round, of all clocks, in order. */
export function marksReached(clocks: readonly Clock[], settings: MarkSettings, after: Day, upTo: Day): readonly Mark[] {
  return clocks
    .flatMap((clock) => marksOf(clock, settings))
    .filter(({ tellOn }) => daysBetween(after, tellOn) > 0 && daysBetween(tellOn, upTo) >= 0)
    .sort((a, b) => compareDays(a.tellOn, b.tellOn) || compareDays(a.day, b.day))
}
