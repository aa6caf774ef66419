/**
 * Time has passed in the cases of one request: reminders whose moment has come, marks of clocks that staff is told of.
 * Pure, as every decision is; nothing happened when nothing is due.
 */
import type { Autonomy } from '../autonomy.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import { type Moot, mootIn, QUESTIONS } from '../casework/moot.ts'
import { type CaseOutcome, changedCase, type Summarize } from '../casework/outcome.ts'
import { caseClocks, openMarks, summarizer, tellingMoment } from '../casework/summary.ts'
import type { Mark } from '../clocks/marks.ts'
import type { ReplyWish, Wish } from '../decision.ts'
import { standingOf } from '../process/standing.ts'
import { dueNow, type ReminderLetter, type ReminderOutcome } from '../reminders/due-now.ts'
import { officeOf } from '../reminders/office.ts'
import { planFor } from '../reminders/plan-for.ts'
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
  /** Ids of cases in which a mail of theirs waits for a person: nobody is reminded there until it was looked at. */
  readonly unanswered: readonly number[]
}

export interface TimeDecision {
  readonly cases: readonly CaseOutcome[]
  readonly wishes: readonly Wish[]
  /** Questions that a newer one, or the time, has answered. */
  readonly settles: readonly Moot[]
}

/** `files`: all open cases of one request. */
export function timePassed(files: readonly CaseFile[], facts: TimeFacts): TimeDecision {
  const reminded = remind(files, facts)
  const marks = new Map(files.map((file) => [file.ref, dueMarks(file, facts)]))
  const summarize = notAtOnce(summarizer(facts.desk), facts)
  const cases = files.flatMap((file) => {
    const told = marks.get(file.ref) ?? []
    const changes: readonly CaseChange[] = [
      ...unreachable(file, facts),
      ...reminded.changes.filter((one) => one.caseRef === file.ref).flatMap((one) => one.changes),
      ...(told.length > 0 ? [{ change: 'staff-told', marks: told.map((mark) => mark.key) } as const] : []),
    ]
    // Also without a change: the moment of the next look was reckoned by settings that may be others now.
    return [changedCase(file, changes, summarize)]
  })
  return {
    cases,
    wishes: [
      ...reminded.wishes,
      ...reminded.tasks.map((task) => ask('chase', task.sentence, files, task.caseRef)),
      ...files.flatMap((file) => newest(marks.get(file.ref) ?? []).map((mark) => clockTask(mark, file))),
    ],
    settles: mootIn(files, cases),
  }
}

/** What cannot be done now (the recipient's office is closed) is looked at again soon, not again and again. */
function notAtOnce(summarize: Summarize, { now, unanswered }: TimeFacts): Summarize {
  return (file) => {
    const summary = summarize(file)
    const { nextDueAt } = summary
    return nextDueAt !== null && nextDueAt <= now
      ? { ...summary, nextDueAt: now + (unanswered.includes(file.id) ? LATER_MS : SOON_MS) }
      : summary
  }
}

const SOON_MS = 15 * 60_000
/** A person takes hours; a mark of a clock that falls due meanwhile is not to wait longer. */
const LATER_MS = 3_600_000

function unreachable(file: CaseFile, { blocked }: TimeFacts): readonly CaseChange[] {
  const { chase } = file
  if (chase === null || chase.stopped !== null || !blocked.includes(chase.to)) return []
  return [{ change: 'chase-stopped', why: `nothing more is sent to ${chase.to}: it came back as undeliverable` }]
}

interface Reminded extends Omit<ReminderOutcome, 'letters'> {
  readonly wishes: readonly ReplyWish[]
}

/** Cases with the same plan are reminded of in one letter. */
function remind(files: readonly CaseFile[], facts: TimeFacts): Reminded {
  if (facts.waits) return { changes: [], wishes: [], tasks: [] }
  const { zone, office } = officeOf(files[0]?.state ?? null, facts.desk.timeZone)
  const byPlan = new Map<string, CaseFile[]>()
  const isReminded = (one: CaseFile) =>
    !facts.blocked.includes(one.chase?.to ?? '') && !facts.unanswered.includes(one.id)
  for (const file of files.filter(isReminded)) {
    const key = planFor(file, facts.desk.reminders).join(' ')
    byPlan.set(key, [...(byPlan.get(key) ?? []), file])
  }
  const outcomes = [...byPlan.values()].map((some) => {
    const plan = planFor(some[0] as CaseFile, facts.desk.reminders)
    return dueNow(
      some.map((file) => ({ file, standing: standingOf(file) })),
      plan,
      office,
      zone,
      facts.now,
    )
  })
  return {
    ...leaving(outcomes, files, facts),
    tasks: outcomes.flatMap((one) => one.tasks),
  }
}

/** A reminder that is not written because nothing is (observe) was none: it does not count. */
function leaving(
  outcomes: readonly ReminderOutcome[],
  files: readonly CaseFile[],
  facts: TimeFacts,
): Pick<Reminded, 'changes' | 'wishes'> {
  const letters = outcomes
    .flatMap((one) => one.letters)
    .map((letter) => ({ letter, wish: wishOf(letter, files, facts) }))
  const unwritten = new Set(letters.flatMap(({ letter, wish }) => (wish === null ? letter.caseRefs : [])))
  const isCounted = (caseRef: string, { change }: CaseChange) => change !== 'reminded' || !unwritten.has(caseRef)
  const changes = outcomes
    .flatMap((one) => one.changes)
    .map((one) => ({ ...one, changes: one.changes.filter((change) => isCounted(one.caseRef, change)) }))
  return { changes, wishes: letters.flatMap(({ wish }) => wish ?? []) }
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

function wishOf(letter: ReminderLetter, files: readonly CaseFile[], { autonomy }: TimeFacts): ReplyWish | null {
  const first = files.find((file) => file.ref === letter.caseRefs[0]) as CaseFile
  // A letter that is not about the first case of the request has a reference, and a subject, of its own.
  const lead = files.find((file) => file.id === first.requestId && letter.caseRefs.includes(file.ref)) ?? first
  const intents = first.intent === null ? [] : [first.intent]
  const to = { name: contactName(lead, letter.to), address: letter.to }
  return letterWish({ key: letter.key, sections: [letter.section], lead, to, intents }, autonomy)
}

function ask(sort: 'chase', sentence: string, files: readonly CaseFile[], ref: string | null): Wish {
  const caseId = files.find((file) => file.ref === ref)?.id ?? null
  return { wish: 'ask-human', sort, sentence, caseId, ...(ref === null ? {} : { once: QUESTIONS.silence(ref) }) }
}
