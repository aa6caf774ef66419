/**
 * Time has passed in the cases of one request: reminders whose moment has come, and with them those of other requests of
 * the company that come due on the same day; marks of clocks that staff is told of.
 * Pure, as every decision is; nothing happened when nothing is due.
 */
import type { Autonomy } from '../autonomy.ts'
import { compareDays, type Day } from '../calendar/day.ts'
import { dayIn } from '../calendar/zone.ts'
import { applyAll } from '../casework/apply.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import { type Moot, mootIn, QUESTIONS } from '../casework/moot.ts'
import { type CaseOutcome, changedCase, type Summarize } from '../casework/outcome.ts'
import { caseClocks, openMarks, summarizer, tellingMoment } from '../casework/summary.ts'
import type { Mark } from '../clocks/marks.ts'
import type { ReplyWish, Wish } from '../decision.ts'
import { standingOf } from '../process/standing.ts'
import { type CaseChanges, type Due, dueNow, dueWithin, type ReminderOutcome } from '../reminders/due-now.ts'
import { officeOf } from '../reminders/office.ts'
import {
  goTogether,
  type ReminderLetter,
  reminderLetters,
  WAITS_DAYS,
  waitingForNext,
} from '../reminders/one-letter.ts'
import { planFor } from '../reminders/plan-for.ts'
import { certificateAsked, certificateOver } from './certificate-over.ts'
import { contactName } from './contact-name.ts'
import { letterWish } from './letter-wish.ts'

export interface TimeFacts {
  readonly now: number
  readonly desk: DeskSettings
  readonly autonomy: Autonomy
  /** Addresses to which nothing more is sent. */
  readonly blocked: readonly string[]
  /** An answer may lie here undecided, or a letter has not left yet: nobody is reminded now. */
  readonly waits: boolean
  /**
   * Ids of cases in which a mail of theirs waits for a person: nobody is reminded there until it was looked at. Of `beside`
   * also those of requests in which a letter waits to leave.
   */
  readonly unanswered: readonly number[]
  /** Open cases of other requests of the same company. */
  readonly beside: readonly CaseFile[]
}

export interface TimeDecision {
  readonly cases: readonly CaseOutcome[]
  readonly wishes: readonly Wish[]
  /** Questions that a newer one, or the time, has answered. */
  readonly settles: readonly Moot[]
}

/** `before`: all open cases of one request. */
export function timePassed(before: readonly CaseFile[], facts: TimeFacts): TimeDecision {
  const over = new Map(before.map((file) => [file.ref, certificateOver(file, facts.desk, facts.now)]))
  const files = before.map((file) => applyAll(file, over.get(file.ref) ?? []))
  const reminded = remind(files, facts)
  const marks = new Map(files.map((file) => [file.ref, dueMarks(file, facts)]))
  const summarize = notAtOnce(summarizer(facts.desk), facts.now, [...facts.unanswered, ...reminded.waiting])
  const along = facts.beside.flatMap((file) => {
    const changes = reminded.changes.filter((one) => one.caseRef === file.ref).flatMap((one) => one.changes)
    return changes.length === 0 ? [] : [changedCase(file, changes, summarize)]
  })
  const cases = before.flatMap((file) => {
    const told = marks.get(file.ref) ?? []
    const changes: readonly CaseChange[] = [
      ...(over.get(file.ref) ?? []),
      ...unreachable(file, facts),
      ...reminded.changes.filter((one) => one.caseRef === file.ref).flatMap((one) => one.changes),
      ...(told.length > 0 ? [{ change: 'staff-told', marks: told.map((mark) => mark.key) } as const] : []),
    ]
    // Also without a change: the moment of the next look was reckoned by settings that may be others now.
    return [changedCase(file, changes, summarize)]
  })
  return {
    cases: [...cases, ...along],
    wishes: [
      ...reminded.wishes,
      ...reminded.tasks.map((task) => ask('chase', task.sentence, files, task.caseRef)),
      ...before.flatMap((file) => certificateAsked(file, over.get(file.ref) ?? [], facts.desk)),
      ...files.flatMap((file) => newest(marks.get(file.ref) ?? []).map((mark) => clockTask(mark, file))),
    ],
    settles: mootIn([...before, ...facts.beside], [...cases, ...along]),
  }
}

/** What cannot be done now (the recipient's office is closed) is looked at again soon, not again and again. */
function notAtOnce(summarize: Summarize, now: number, later: readonly number[]): Summarize {
  return (file) => {
    const summary = summarize(file)
    const { nextDueAt } = summary
    return nextDueAt !== null && nextDueAt <= now
      ? { ...summary, nextDueAt: now + (later.includes(file.id) ? LATER_MS : SOON_MS) }
      : summary
  }
}

const SOON_MS = 15 * 60_000
/** A person takes hours, and another case days; a mark of a clock that falls due meanwhile is not to wait longer. */
const LATER_MS = 3_600_000

function unreachable(file: CaseFile, { blocked }: TimeFacts): readonly CaseChange[] {
  const { chase } = file
  if (chase === null || chase.stopped !== null || !blocked.includes(chase.to)) return []
  return [{ change: 'chase-stopped', why: `nothing more is sent to ${chase.to}: it came back as undeliverable` }]
}

interface Reminded extends Pick<ReminderOutcome, 'changes' | 'tasks'> {
  readonly wishes: readonly ReplyWish[]
  /** Ids of cases that wait for the next one of the same person. */
  readonly waiting: readonly number[]
}

/** One letter to each recipient, of what is due now and what else is on this day. */
function remind(files: readonly CaseFile[], facts: TimeFacts): Reminded {
  if (facts.waits) return { changes: [], waiting: [], wishes: [], tasks: [] }
  const outcomes = byPlan(files, facts).map((one) => dueNow(...one))
  const due = outcomes.flatMap((one) => one.due)
  const others = due.length === 0 ? [] : byRequest(facts.beside)
  const within = (days: number) =>
    [files, ...others].flatMap((some) => byPlan(some, facts).flatMap((one) => dueWithin(days, ...one)))
  const today = within(0)
  const waiting = waitingForNext(
    due,
    within(WAITS_DAYS).filter((one) => !today.some(({ file }) => file.id === one.file.id)),
  )
  const letters = reminderLetters(
    due.filter((one) => !waiting.includes(one) && !isToldToday(one, [...files, ...facts.beside], facts.now)),
    today,
  )
  const left = leaving(letters, facts)
  return {
    changes: [...outcomes.flatMap((one) => one.changes), ...left.changes],
    waiting: waiting.map(({ file }) => file.id),
    wishes: left.wishes,
    tasks: outcomes.flatMap((one) => one.tasks),
  }
}

/** Cases with the same plan, as they are looked at. */
function byPlan(files: readonly CaseFile[], facts: TimeFacts) {
  const { zone, office } = officeOf(files[0]?.state ?? null, facts.desk.timeZone)
  const plans = new Map<string, CaseFile[]>()
  const isReminded = (one: CaseFile) =>
    !facts.blocked.includes(one.chase?.to ?? '') && !facts.unanswered.includes(one.id)
  for (const file of files.filter(isReminded)) {
    const key = planFor(file, facts.desk.reminders).join(' ')
    plans.set(key, [...(plans.get(key) ?? []), file])
  }
  return [...plans.values()].map((some) => {
    const plan = planFor(some[0] as CaseFile, facts.desk.reminders)
    const cases = some.map((file) => ({ file, standing: standingOf(file) }))
    return [cases, plan, office, zone, facts.now] as const
  })
}

function byRequest(files: readonly CaseFile[]): readonly (readonly CaseFile[])[] {
  const ids = [...new Set(files.map(({ requestId }) => requestId))]
  return ids.map((id) => files.filter(({ requestId }) => requestId === id))
}

/** Somebody had a letter today in which it was not: tomorrow is soon enough. */
function isToldToday({ file, chase, timeZone }: Due, files: readonly CaseFile[], now: number): boolean {
  const today = dayIn(now, timeZone)
  return files.some(
    (one) =>
      one.chase?.to === chase.to &&
      goTogether(file, one) &&
      one.chase.reminded.some((at) => at < now && sameDay(dayIn(at, timeZone), today)),
  )
}

function sameDay(one: Day, other: Day): boolean {
  return compareDays(one, other) === 0
}

/** A reminder that is not written because nothing is (observe) was none: it does not count. */
function leaving(letters: readonly ReminderLetter[], facts: TimeFacts) {
  const written = letters.flatMap((letter) => {
    const wish = wishOf(letter, facts)
    return wish === null ? [] : [{ letter, wish }]
  })
  const reminded = { change: 'reminded', at: facts.now } as const
  return {
    changes: written.flatMap(({ letter }) =>
      letter.files.map(({ ref }): CaseChanges => ({ caseRef: ref, changes: [reminded] })),
    ),
    wishes: written.map(({ wish }) => wish),
  }
}

function dueMarks(file: CaseFile, { desk, now }: TimeFacts): readonly Mark[] {
  if (file.closed !== null) return []
  const clocks = caseClocks(file, desk.timeZone)
  return openMarks(file, clocks, desk).filter((mark) => tellingMoment(mark, desk.timeZone) <= now)
}

/** Of several marks of one clock at once (nothing ran for a while) the newest says it all. */
function newest(marks: readonly Mark[]): readonly Mark[] {
  return [...new Map(marks.map((mark) => [mark.clock, mark])).values()]
}

function clockTask(mark: Mark, file: CaseFile): Wish {
  const once = QUESTIONS.mark(file.ref, mark.key)
  return { wish: 'ask-human', sort: 'clock', sentence: `${file.ref}: ${mark.text}.`, caseId: file.id, once }
}

function wishOf({ to, files, sections, key }: ReminderLetter, { autonomy }: TimeFacts): ReplyWish | null {
  const [first] = files as readonly [CaseFile]
  // A letter that is not about the first case of the request has a reference, and a subject, of its own.
  const lead = files.find((file) => file.id === first.requestId) ?? first
  const intents = [...new Set(files.flatMap(({ intent }) => intent ?? []))]
  const wish = letterWish({ key, sections, lead, to: { name: contactName(lead, to), address: to }, intents }, autonomy)
  const along = files.filter(({ requestId }) => requestId !== lead.requestId).map(({ id }) => id)
  return wish === null || along.length === 0 ? wish : { ...wish, along }
}

function ask(sort: 'chase', sentence: string, files: readonly CaseFile[], ref: string | null): Wish {
  const caseId = files.find((file) => file.ref === ref)?.id ?? null
  return { wish: 'ask-human', sort, sentence, caseId, ...(ref === null ? {} : { once: QUESTIONS.silence(ref) }) }
}
