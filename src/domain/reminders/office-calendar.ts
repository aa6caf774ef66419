/** What reminders need of a calendar; `src/domain/calendar` fills it in. Days are `YYYY-MM-DD`. */
export interface OfficeCalendar {
  /** The day in that zone at that moment. */
  dayAt(at: number, timeZone: string): string
  /** Moment at which clocks in that zone show the day and `HH:MM`; where they skip it, the first after the gap. */
  momentOn(day: string, time: string, timeZone: string): number
  isWorkingDay(day: string): boolean
  addDays(day: string, days: number): string
  addWorkingDays(day: string, days: number): string
  /** The moment itself within office hours of a working day in that zone, else the next opening. */
  officeMoment(at: number, timeZone: string): number
}
