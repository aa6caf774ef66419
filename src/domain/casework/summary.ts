/** What follows from a case file and the time: its stage, what is missing, its clocks, and when to look again. */
import { addDays, type Day, isDay } from '../calendar/day.ts'
import { dayIn, instantOf } from '../calendar/zone.ts'
import type { Clock } from '../clocks/clock.ts'
import { clocksOf } from '../clocks/clocks-of.ts'
import type { ClockFacts, Milestones } from '../clocks/facts.ts'
import { type Mark, type MarkSettings, marksOf } from '../clocks/marks.ts'
import { FURTHER_PAPERS, isRejected } from '../process/facts.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import { standingOf } from '../process/standing.ts'
import { type NextReminder, nextReminder } from '../reminders/next-reminder.ts'
import { officeOf } from '../reminders/office.ts'
import { planFor } from '../reminders/plan-for.ts'
import type { CaseFile } from './case-file.ts'
import { dayZero, isRequested } from './day-zero.ts'
import type { DeskSettings } from './desk-settings.ts'
import type { ItemId } from './items.ts'
import type { ClockLine, Summarize } from './outcome.ts'

/** Marks are told in the morning, before the digest. */
const MARKS_AT = '07:00'

export function summarizer(desk: DeskSettings): Summarize {
  return (file) => {
    const standing = standingOf(file)
    const clocks = caseClocks(file, desk.timeZone)
    return {
      stage: standing.stage,
      missing: standing.missing.map((one) => one.id),
      clocks: clocks.map(lineOf),
      nextDueAt: nextDue(file, clocks, desk),
    }
  }
}

/** No clock runs for what is no agreement: a question, an amendment, another department's matter. */
export function caseClocks(file: CaseFile, timeZone: string): readonly Clock[] {
  return hasChecklist(file) ? clocksOf(clockFacts(file, timeZone)) : []
}

export function markSettings({ reminders }: DeskSettings): MarkSettings {
  return {
    negotiation: reminders.negotiationClock,
    beforeDue: [7, 1, 0],
    beforeExpiry: reminders.expiringAgreement,
    overdue: true,
  }
}

/** Marks of which staff was not told yet. */
export function openMarks(file: CaseFile, clocks: readonly Clock[], desk: DeskSettings): readonly Mark[] {
  const told = new Set(file.told)
  return clocks.flatMap((clock) => marksOf(clock, markSettings(desk))).filter((mark) => !told.has(mark.key))
}

/** The moment from which a mark may be told. */
export function tellingMoment(mark: Mark, timeZone: string): number {
  return instantOf(mark.tellOn, MARKS_AT, timeZone)
}

function nextDue(file: CaseFile, clocks: readonly Clock[], desk: DeskSettings): number | null {
  if (file.closed !== null) return null
  const moments = [
    reminderMoment(file, desk),
    markMoment(file, clocks, desk),
    certificateOverAt(clocks, desk.timeZone),
  ].filter((moment) => moment !== null)
  return moments.length === 0 ? null : Math.min(...moments)
}

function markMoment(file: CaseFile, clocks: readonly Clock[], desk: DeskSettings): number | null {
  const [first] = openMarks(file, clocks, desk).toSorted((a, b) => (a.tellOn < b.tellOn ? -1 : 1))
  return first === undefined ? null : tellingMoment(first, desk.timeZone)
}

function reminderMoment(file: CaseFile, desk: DeskSettings): number | null {
  return nextReminderOf(file, desk)?.at ?? null
}

/** Null: nobody is reminded of anything. */
export function nextReminderOf(file: CaseFile, desk: DeskSettings): NextReminder | null {
  const { zone, office } = officeOf(file.state, desk.timeZone)
  return nextReminder(file, planFor(file, desk.reminders), office, zone)
}

function lineOf(clock: Clock): ClockLine {
  const { id, title, due, rolled, state, confidential, derivation } = clock
  return { id, title, due, rolled, state, confidential, derivation }
}

function clockFacts(file: CaseFile, timeZone: string): ClockFacts {
  const day = (ms: number): Day => dayIn(ms, timeZone)
  return {
    state: file.state,
    agreement: file.agreement,
    path: file.route === 'commercial' ? null : file.route,
    ambiguous: file.routeDoubtful || (file.route !== 'negotiate' && typeof file.requestedAt === 'number'),
    requested: isRequested(file),
    received: day(dayZero(file)),
    extensions: file.extensions.map((one) => ({
      deemedReceipt: one.deemedReceipt as Day,
      agreedOn: day(one.agreedAt),
      confirmedBy: one.confirmedBy,
      why: one.why,
    })),
    milestones: milestonesOf(file, day),
    filedBy: filedBy(file),
    // What the commission did not decide the parties agreed on: the shorter times of both are watched.
    arbitrated: file.items['arbitration-decided']?.state === 'met' ? 'mixed' : false,
    claimsTaxExemption: claimsTaxExemption(file),
    closed: file.closed !== null && file.closed.reason !== 'completed',
  }
}

function milestonesOf(file: CaseFile, day: (ms: number) => Day): Milestones {
  const dayOf = (item: ItemId): Day | null => {
    const found = file.items[item]
    return found === undefined ? null : (found.on?.day ?? day(found.at))
  }
  const metOn = (item: ItemId): Day | null => (file.items[item]?.state === 'met' ? dayOf(item) : null)
  /** What is waived is waited for no longer; it starts nothing. */
  const settledOn = (item: ItemId): Day | null => (file.items[item]?.state === 'problem' ? null : dayOf(item))
  const last = (...days: (Day | null)[]): Day | null =>
    days.every((one) => one !== null) ? (days.toSorted().at(-1) ?? null) : null
  return {
    executed: last(metOn('clec-signature'), metOn('carrier-signature')),
    filed: metOn('filed'),
    approved: metOn('approved'),
    rejected: isRejected(file) ? dayOf('approved') : null,
    petitionFiled: metOn('petition-filed'),
    petitionReceived: metOn('petition-received'),
    petitionServed: metOn('petition-served'),
    petitionAnswered: metOn('petition-answered'),
    arbitrationDecided: metOn('arbitration-decided'),
    writtenAnswer: metOn('written-answer'),
    noticePublished: metOn('notice-published'),
    madePublic: metOn('made-public'),
    questionnaireRefreshed: metOn('questionnaire-refreshed'),
    questionnaireReceived: metOn('questionnaire'),
    questionnaireDocumentsComplete: last(
      settledOn('questionnaire'),
      settledOn('ocn-letter'),
      settledOn('certification'),
      ...(['questionnaire-papers', ...FURTHER_PAPERS] as const).flatMap((item) =>
        file.items[item] === undefined ? [] : [settledOn(item)],
      ),
    ),
    taxFormsComplete: settledOn('tax-forms'),
    agreementExpires: agreementEnd(file),
    certificateEnds: certificateEnd(file),
  }
}

/** Where the day of the filing comes from. */
function filedBy({ items: { filed } }: CaseFile): string | null {
  if (filed?.state !== 'met') return null
  if (filed.on !== undefined) return `the filing itself says so: "${filed.on.quote}"`
  return filed.proof.by === 'system'
    ? 'the day on which its copy came, for none of its own was read in it'
    : `as ${filed.proof.by} recorded it`
}

/** The day that the agreement names as its end. */
function agreementEnd(file: CaseFile): Day | null {
  const end = file.items['agreement-end']
  return end?.state === 'met' && end.value !== null && isDay(end.value) ? end.value : null
}

/** The last day on which the certificate holds, by its own words. */
function certificateEnd({ items: { certification } }: CaseFile): Day | null {
  const day = certification?.state === 'met' ? certification.until?.day : undefined
  return day !== undefined && isDay(day) ? day : null
}

/** From when on the certificate is over. */
export function certificateOverAt(clocks: readonly Clock[], timeZone: string): number | null {
  const clock = clocks.find(({ id }) => id === 'certificate-ends')
  return clock === undefined ? null : instantOf(addDays(clock.due, 1), MARKS_AT, timeZone)
}

/** The papers are owed by whoever claims an exemption (domain 2.3): some came in, or they were asked for. */
function claimsTaxExemption({ items, chase }: CaseFile): boolean {
  return items['tax-forms'] !== undefined || (chase?.items.includes('tax-forms') ?? false)
}
