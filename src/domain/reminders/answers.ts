/**
 * What the machines of the other side do to reminders. (A person's answer ends them: the caller records
 * `chase-stopped`, or `asked` anew where something is still missing.)
 */
import { daysBetween } from '../calendar/day.ts'
import { nextOfficeMoment } from '../calendar/office-hours.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { dayIn, instantOf } from '../calendar/zone.ts'
import type { CaseFile } from '../casework/case-file.ts'
import { type ReminderOutcome, stop } from './due-now.ts'
import type { Office } from './next-reminder.ts'
import { returnDateIn } from './return-date.ts'

/** Working days that an absence without a return date is taken to last. */
const ABSENT_DAYS = 5
/** Somebody who is away for longer is no use to wait for; a person finds a deputy. */
const LONG_DAYS = 30

export type MachineOutcome = Pick<ReminderOutcome, 'changes' | 'tasks'>

const NOTHING: MachineOutcome = { changes: [], tasks: [] }

/** An absence note: the next reminder waits for the day of return. `text` is the note's own words. */
export function afterAbsence(
  file: CaseFile,
  text: string,
  office: Office,
  timeZone: string,
  now: number,
): MachineOutcome {
  if (file.chase === null || file.chase.stopped !== null) return NOTHING
  const today = dayIn(now, timeZone)
  const told = returnDateIn(text, today)
  const back = told ?? addWorkingDays(today, ABSENT_DAYS, office.calendar)
  const until = nextOfficeMoment(instantOf(back, '00:00', timeZone), timeZone, office.hours, office.calendar)
  const long = daysBetween(today, back) > LONG_DAYS
  const sentence = `${file.chase.to} is away until ${back}; reminders wait for that day. Is there a deputy to ask?`
  return {
    changes: [{ caseRef: file.ref, changes: [{ change: 'chase-paused', until }] }],
    tasks: long ? [{ sort: 'absent', caseRef: file.ref, sentence }] : [],
  }
}

/** Our mail came back for good: no more goes to that address, and a person finds another one. */
export function afterBounce(file: CaseFile, permanent: boolean, detail: string): MachineOutcome {
  if (file.chase === null || file.chase.stopped !== null || !permanent) return NOTHING
  const { to } = file.chase
  const sentence = `Our mail to ${to} came back: ${detail}. Reminders have stopped; find another address.`
  return {
    changes: [stop(file, `the mail to ${to} came back`)],
    tasks: [{ sort: 'bounce', caseRef: file.ref, sentence }],
  }
}
