/** When the digest goes out: once a working day, at its time of day in the installation's zone. */
import type { OfficeCalendar } from '../reminders/office-calendar.ts'

/** `at`: `HH:MM`, or `off`. A digest missed while nothing ran is sent late on the same day, never on the next. */
export function digestDue(
  _now: number,
  _lastDigestAt: number | null,
  _at: string,
  _timeZone: string,
  _calendar: Pick<OfficeCalendar, 'dayAt' | 'momentOn' | 'isWorkingDay'>,
): boolean {
  return false
}
