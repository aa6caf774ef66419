/** What is asked for in a case and when somebody is reminded of it, in lines. */
import { chasedItems } from '../domain/casework/asked-items.ts'
import { type CaseFile, type ChaseRest, ORDERED } from '../domain/casework/case-file.ts'
import type { DeskSettings } from '../domain/casework/desk-settings.ts'
import { nextReminderOf } from '../domain/casework/summary.ts'
import { itemWord } from '../domain/orders/item-words.ts'
import { planFor } from '../domain/reminders/plan-for.ts'
import type { When } from './when.ts'

/** `explain`: also from what the next one follows. */
export function reminderLines(file: CaseFile, desk: DeskSettings, when: When, explain: boolean): readonly string[] {
  const { chase } = file
  if (chase === null || file.closed !== null) return []
  const at = (ms: number) => when(new Date(ms))
  const next = nextReminderOf(file, desk)
  const pause = chase.pausedUntil
  const asked = `${chase.to} was asked on ${at(chase.askedAt)} for: ${chasedItems(chase).map(itemWord).join(', ') || 'nothing'}`
  return [
    asked,
    ...chase.reminded.map((one, place) => `reminder ${place + 1} written ${at(one)}`),
    ...(chase.stopped === null ? [] : [`no more: ${chase.stopped}`]),
    ...(pause === null || chase.stopped !== null ? [] : [`none before ${at(pause)}${whose(chase.rest)}`]),
    ...(next === null
      ? []
      : [`${next.next === 'escalate' ? 'to a person' : `reminder ${next.number}`} on ${at(next.at)}`]),
    ...(next === null || !explain ? [] : derivation(file, desk, at)),
  ]
}

function whose(rest: ChaseRest | undefined): string {
  if (rest === undefined) return ''
  return rest.why === ORDERED ? `, ordered by ${rest.by}` : `, as ${rest.by} asks: ${rest.why}`
}

function derivation(file: CaseFile, desk: DeskSettings, at: (ms: number) => string): readonly string[] {
  const { chase } = file
  const plan = planFor(file, desk.reminders)
  const since = chase?.heardAt ?? chase?.askedAt ?? 0
  return [
    `    plan: ${plan.join(', ')} days after ${at(since)}${chase?.heardAt === undefined ? ', when it was asked' : ', when they wrote last'}`,
    ...(chase?.pausedUntil == null
      ? []
      : [`    not before ${at(chase.pausedUntil)}, and then on a working day in their office hours`]),
  ]
}
