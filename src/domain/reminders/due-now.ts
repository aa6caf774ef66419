/** What reminders bring about: changes to record, mails to write, tasks for people. Nothing is sent from here. */
import { withinOfficeHours } from '../calendar/office-hours.ts'
import { dayIn } from '../calendar/zone.ts'
import { askedItems, chasedItems } from '../casework/asked-items.ts'
import type { CaseFile, Chase } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { NOTHING_LEFT } from '../casework/fallen-items.ts'
import type { ItemStanding, Standing } from '../casework/standing.ts'
import type { Section } from '../letter/section.ts'
import { nextReminder, type Office } from './next-reminder.ts'

export interface ChasedCase {
  readonly file: CaseFile
  readonly standing: Standing
}

export interface ReminderLetter {
  readonly to: string
  /** The cases it is about; the first one's reference is in its subject. */
  readonly caseRefs: readonly string[]
  readonly section: Extract<Section, { readonly section: 'reminder' }>
  /** Unique business key of the outbox: `CLEC-2026-00042 / reminder 2 / asked 2026-03-05T21:02:41.000Z`. */
  readonly key: string
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

export interface ReminderOutcome {
  readonly changes: readonly CaseChanges[]
  readonly letters: readonly ReminderLetter[]
  readonly tasks: readonly ReminderTask[]
}

/** One case's reminder that is to be written now. */
interface Due {
  readonly file: CaseFile
  readonly chase: Chase
  readonly items: readonly ItemStanding[]
  readonly number: number
}

/** For cases of one recipient's zone. What several cases of one request miss is asked for in one mail. */
export function dueNow(
  cases: readonly ChasedCase[],
  plan: readonly number[],
  office: Office,
  timeZone: string,
  now: number,
): ReminderOutcome {
  const open = withinOfficeHours(now, timeZone, office.hours, office.calendar)
  const due = cases.flatMap((one) => {
    const next = nextReminder(one.file, plan, office, timeZone)
    return next !== null && next.at <= now && one.file.chase !== null ? [{ ...one, chase: one.file.chase, next }] : []
  })
  const settled = due.filter((one) => itemsOf(one).length === 0)
  const owing = due.filter((one) => itemsOf(one).length > 0)
  const used = owing.filter(({ next }) => next.next === 'escalate')
  const reminders = owing.flatMap(({ next, ...one }) =>
    open && next.next === 'remind' ? [{ ...one, items: itemsOf(one), number: next.number }] : [],
  )
  return {
    changes: [
      ...settled.map(({ file }) => stop(file, NOTHING_LEFT)),
      ...used.map(({ file, chase }) => stop(file, `no answer after ${times(chase.reminded.length, 'reminder')}`)),
      ...reminders.map(({ file }) => ({ caseRef: file.ref, changes: [{ change: 'reminded', at: now } as const] })),
    ],
    letters: groups(reminders).map((group) => letterOf(group, timeZone)),
    tasks: used.map((one) => escalation(one, timeZone)),
  }
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

/** Mails to write: the same request, recipient, ask and count make one. */
function groups(reminders: readonly Due[]): readonly (readonly Due[])[] {
  const byKey = new Map<string, Due[]>()
  for (const one of reminders) {
    const key = [one.file.requestId, one.chase.to.toLowerCase(), one.chase.askedAt, one.chase.heardAt, one.number].join(
      ' ',
    )
    byKey.set(key, [...(byKey.get(key) ?? []), one])
  }
  return [...byKey.values()]
}

function letterOf(group: readonly Due[], timeZone: string): ReminderLetter {
  const [first] = group as readonly [Due]
  const at = new Date(first.chase.askedAt).toISOString()
  const isAgain = ({ chase }: Due, { id }: ItemStanding) =>
    chase.again?.includes(id) === true && !chase.items.includes(id)
  const asked = group.map((one) => ({ ...one, items: one.items.filter((item) => !isAgain(one, item)) }))
  const again = group.map((one) => ({ ...one, items: one.items.filter((item) => isAgain(one, item)) }))
  const heard = group.some(
    ({ chase, items }) => chase.heardAt !== undefined || items.some((one) => one.state === 'problem'),
  )
  return {
    to: first.chase.to,
    caseRefs: group.map(({ file }) => file.ref),
    section: {
      section: 'reminder',
      items: askedItems(asked),
      again: askedItems(again),
      askedOn: { at, timeZone },
      number: first.number,
      heard,
    },
    key: `${first.file.ref} / reminder ${first.number} / asked ${new Date(first.chase.heardAt ?? first.chase.askedAt).toISOString()}`,
  }
}

function times(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
