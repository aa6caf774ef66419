/** Which reminders have come due, and what an end of the plan brings: changes to record, tasks for people. */
import { addDays } from '../calendar/day.ts'
import { withinOfficeHours } from '../calendar/office-hours.ts'
import { dayIn, instantOf } from '../calendar/zone.ts'
import { chasedItems } from '../casework/asked-items.ts'
import type { CaseFile, Chase } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { NOTHING_LEFT } from '../casework/fallen-items.ts'
import type { ItemStanding, Standing } from '../casework/standing.ts'
import { type NextReminder, nextReminder, type Office } from './next-reminder.ts'

export interface ChasedCase {
  readonly file: CaseFile
  readonly standing: Standing
}

export interface ReminderTask {
  /** `no-answer`: the plan is used up. `bounce`: our mail came back. `absent`: away for long. */
  readonly sort: 'no-answer' | 'bounce' | 'absent'
  readonly caseRef: string
  readonly sentence: string
}

export interface CaseChanges {
  readonly caseRef: string
  readonly changes: readonly CaseChange[]
}

/** One case's reminder that is to be written. */
export interface Due {
  readonly file: CaseFile
  readonly chase: Chase
  readonly items: readonly ItemStanding[]
  readonly number: number
  /** From when on. */
  readonly at: number
  /** Of the recipient. */
  readonly timeZone: string
}

export interface ReminderOutcome {
  readonly changes: readonly CaseChanges[]
  readonly due: readonly Due[]
  readonly tasks: readonly ReminderTask[]
}

/** For cases of one recipient's zone. */
export function dueNow(
  cases: readonly ChasedCase[],
  plan: readonly number[],
  office: Office,
  timeZone: string,
  now: number,
): ReminderOutcome {
  const reached = reachedBy(now, cases, plan, office, timeZone)
  const settled = reached.filter((one) => itemsOf(one).length === 0)
  const owing = reached.filter((one) => itemsOf(one).length > 0)
  const used = owing.filter(({ next }) => next.next === 'escalate')
  return {
    changes: [
      ...settled.map(({ file }) => stop(file, NOTHING_LEFT)),
      ...used.map(({ file, chase }) => stop(file, `no answer after ${times(chase.reminded.length, 'reminder')}`)),
    ],
    due: withinOfficeHours(now, timeZone, office.hours, office.calendar) ? remindersIn(owing, timeZone) : [],
    tasks: used.map((one) => escalation(one, timeZone)),
  }
}

/** Due by the end of the day, or so many days later. */
export function dueWithin(
  days: number,
  cases: readonly ChasedCase[],
  plan: readonly number[],
  office: Office,
  timeZone: string,
  now: number,
): readonly Due[] {
  const end = instantOf(addDays(dayIn(now, timeZone), days + 1), '00:00', timeZone)
  return remindersIn(reachedBy(end - 1, cases, plan, office, timeZone), timeZone)
}

type Reached = ChasedCase & { readonly chase: Chase; readonly next: NextReminder }

function reachedBy(
  moment: number,
  cases: readonly ChasedCase[],
  plan: readonly number[],
  office: Office,
  timeZone: string,
): readonly Reached[] {
  return cases.flatMap((one) => {
    const next = nextReminder(one.file, plan, office, timeZone)
    return next !== null && next.at <= moment && one.file.chase !== null
      ? [{ ...one, chase: one.file.chase, next }]
      : []
  })
}

function remindersIn(reached: readonly Reached[], timeZone: string): readonly Due[] {
  return reached.flatMap(({ file, standing, chase, next }) => {
    const items = itemsOf({ file, standing })
    return next.next === 'remind' && items.length > 0
      ? [{ file, chase, items, number: next.number, at: next.at, timeZone }]
      : []
  })
}

/** Asked for, and owed now: what moved to a later step meanwhile is not pressed for. */
function itemsOf({ file, standing }: ChasedCase): readonly ItemStanding[] {
  const named = chasedItems(file.chase)
  return standing.missing.filter(({ id }) => named.includes(id))
}

export function stop(file: CaseFile, why: string): CaseChanges {
  return { caseRef: file.ref, changes: [{ change: 'chase-stopped', why }] }
}

function escalation(one: ChasedCase & { readonly chase: Chase }, timeZone: string): ReminderTask {
  const { to, askedAt, reminded } = one.chase
  const labels = itemsOf(one).map(({ label }) => label)
  const asked = `${to} was asked on ${dayIn(askedAt, timeZone)} for: ${labels.join(', ')}`
  const sentence = `${asked}. There was no answer to ${times(reminded.length, 'reminder')}; no more are sent.`
  return { sort: 'no-answer', caseRef: one.file.ref, sentence }
}

function times(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
