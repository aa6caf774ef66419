/**
 * What the digest is made of, read once for all who get one. Open cases come page by page, so that the process breathes
 * in between; of everything else there are few statements, whatever the number of rows.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import { dayIn } from '../domain/calendar/zone.ts'
import type { CaseFile } from '../domain/casework/case-file.ts'
import type { DigestFacts, NewRequest, OpenTask, WaitingDraft } from '../domain/digest/facts.ts'
import { type CaseToday, caseToday, queuePlaces } from '../domain/digest/from-files.ts'
import { speakingQuote } from '../domain/digest/quotes.ts'
import type { DigestQuestion, FactsSince } from '../ports/stores/digests.ts'
import {
  bouncesOf,
  firstMails,
  letters,
  type MailRow,
  mailsOf,
  openTaskRows,
  remindersSince,
  type TaskRow,
} from './digest-rows.ts'
import { failuresOf, lowConfidenceOf, remindersOf } from './digest-waiting.ts'
import { blockedAmong } from './due-cases.ts'
import { type Pool, type Queryable, reporting, rows } from './pool.ts'

/** Cases at a time: some milliseconds of work. */
const PAGE = 100
/** Mails per list whose words are shown; a reader sees twenty lines of a list. */
const QUOTED = 500

const CASES = `
select id, file, floor(extract(epoch from opened_at) * 1000)::float8 as "openedAt"
from casefile where status <> 'closed' and id > $1 order by id limit $2`

interface CaseRow {
  readonly id: number
  readonly file: CaseFile
  readonly openedAt: number
}

export function digestFacts(pool: Pool, question: DigestQuestion): Promise<FactsSince> {
  return reporting(pool, (client) => gather(client, question))
}

async function gather(db: Queryable, question: DigestQuestion): Promise<FactsSince> {
  const { oldest, staff, timeZone, accounting, ending } = question
  const cases = await openCases(db, question)
  const files = cases.map(({ open }) => open.file)
  const tasks = await openTaskRows(db)
  const bounces = await bouncesOf(db, tasks, oldest)
  const outbox = await letters(db, tasks, bounces)
  const fresh = cases.filter(({ openedAt }) => openedAt > oldest)
  const first = await firstMails(
    db,
    fresh.slice(0, QUOTED).map(({ open }) => open.file.id),
  )
  const mails = await mailsOf(db, [
    ...tasks.slice(0, QUOTED).map((task) => task.messageId),
    ...outbox
      .filter(({ state }) => state === 'draft')
      .slice(0, QUOTED)
      .map((draft) => draft.messageId),
    ...first.values(),
  ])
  const texts = await draftTexts(db, question.textOf)
  const reminded = await remindersSince(db, files, oldest)
  const lasting = {
    ...{ timeZone, staff, accounting, ending, cases: cases.map(({ open }) => open) },
    unreachable: await blockedAmong(
      db,
      staff.map(({ email }) => email),
    ),
    tasks: tasks.map((task) => taskOf(task, mails)),
    drafts: outbox.filter(({ state }) => state === 'draft').map((draft) => draftOf(draft, mails, texts)),
    lowConfidence: lowConfidenceOf(tasks, mails),
    overdue: cases.flatMap(({ overdue }) => overdue),
    earlyOrdering: queuePlaces(files),
  }
  return (since): DigestFacts => ({
    ...lasting,
    newRequests: fresh.filter(({ openedAt }) => openedAt > since).map((one) => requestOf(one.open.file, first, mails)),
    failures: failuresOf(tasks, outbox, bounces, since),
    reminders: remindersOf(reminded, tasks, files, since),
  })
}

/** Nobody reads more drafts at once than a few lists of twenty. */
const SHOWN_DRAFTS = 200

/** What the oldest drafts say: those that a digest shows. */
async function draftTexts(db: Queryable, textOf: DigestQuestion['textOf']): Promise<ReadonlyMap<number, string>> {
  const found = await rows<{ id: number; raw: Buffer }>(
    db,
    `select id, raw from outbox where state = 'draft' order by id limit ${SHOWN_DRAFTS}`,
  )
  const texts = new Map<number, string>()
  for (const { id, raw } of found) texts.set(id, await textOf(raw))
  return texts
}

async function openCases(
  db: Queryable,
  { now, timeZone }: DigestQuestion,
): Promise<readonly (CaseToday & { readonly openedAt: number })[]> {
  const found: (CaseToday & { readonly openedAt: number })[] = []
  const today = dayIn(now, timeZone)
  for (let after = 0, more = true; more; ) {
    const page = await rows<CaseRow>(db, CASES, [after, PAGE])
    for (const { file, openedAt } of page) found.push({ ...caseToday(file, today, timeZone), openedAt })
    after = page.at(-1)?.id ?? after
    more = page.length === PAGE
    await breathe()
  }
  return found
}

function taskOf({ outboxId: _outbox, ...task }: TaskRow, mails: ReadonlyMap<number, MailRow>): OpenTask {
  const legal = task.sort === 'legal'
  // The sentence of a legal notice holds its words; what else the mail says would only draw the eye from them.
  return { ...task, legal, quote: legal ? '' : quoteOf(task.messageId, mails) }
}

function draftOf(
  { id, caseRef, messageId, to, subject, createdAt }: Awaited<ReturnType<typeof letters>>[number],
  mails: ReadonlyMap<number, MailRow>,
  texts: ReadonlyMap<number, string>,
): WaitingDraft {
  const text = texts.get(id) ?? ''
  return { outboxId: id, caseRef, messageId, to, subject, createdAt, quote: quoteOf(messageId, mails), text }
}

function requestOf(
  file: CaseFile,
  first: ReadonlyMap<number, number>,
  mails: ReadonlyMap<number, MailRow>,
): NewRequest {
  const mail = mails.get(first.get(file.id) ?? 0)
  return {
    ...{ caseRef: file.ref, messageId: mail?.id ?? null, at: file.receivedAt },
    from: mail?.from ?? 'somebody',
    subject: mail?.subject || file.subjectStem || 'no subject',
    quote: quoteOf(mail?.id ?? null, mails),
  }
}

function quoteOf(messageId: number | null, mails: ReadonlyMap<number, MailRow>): string {
  const understanding = mails.get(messageId ?? 0)?.understanding ?? null
  return understanding === null ? '' : speakingQuote(understanding)
}
