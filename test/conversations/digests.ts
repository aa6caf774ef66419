/** The digest of one of the desk in memory: the real one, of what stands in its lists. */
import { dayIn } from '../../src/domain/calendar/zone.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import type { DeskSettings, StaffMember } from '../../src/domain/casework/desk-settings.ts'
import type { Digest } from '../../src/domain/digest/digest.ts'
import { digestFor } from '../../src/domain/digest/digest-for.ts'
import type { DigestFacts, LowConfidence, NewRequest, OpenTask, WaitingDraft } from '../../src/domain/digest/facts.ts'
import { caseToday, queuePlaces } from '../../src/domain/digest/from-files.ts'
import { readingsOf, speakingQuote } from '../../src/domain/digest/quotes.ts'
import type { FiledMail, World } from './world.ts'

/** Null: there is nothing to say. */
export function digestOf(world: World, member: StaffMember, desk: DeskSettings): Digest | null {
  const since = world.digests.filter((one) => one.staff === member.email).at(-1)?.at ?? 0
  const role = member.manager ? 'manager' : 'negotiator'
  return digestFor({ ...member, role }, factsOf(world, desk, since), world.now)
}

function factsOf(world: World, { staff, timeZone }: DeskSettings, since: number): DigestFacts {
  const files = [...world.cases.values()].map(({ file }) => file).filter((file) => file.closed === null)
  const today = dayIn(world.now, timeZone)
  const cases = files.map((file) => caseToday(file, today, timeZone))
  const tasks = openTasks(world)
  return {
    ...{ timeZone, staff, unreachable: [], accounting: [], ending: [], failures: [], reminders: [] },
    cases: cases.map(({ open }) => open),
    newRequests: files.filter((file) => file.receivedAt > since).map((file) => newRequest(world, file)),
    tasks,
    drafts: world.letters.flatMap((_one, at) => draft(world, at)),
    lowConfidence: tasks.flatMap((task) => unclear(world, task)),
    overdue: cases.flatMap(({ overdue }) => overdue),
    earlyOrdering: queuePlaces(files),
  }
}

function openTasks(world: World): readonly OpenTask[] {
  return world.tasks.flatMap(({ at, sort, sentence, caseRef, messageId }, index) => {
    const taskId = index + 1
    const quote = sort === 'legal' ? '' : quoteOf(world.filed.get(messageId ?? 0))
    const task = { taskId, sort, sentence, caseRef, messageId, openedAt: at, legal: sort === 'legal', quote }
    return world.done.has(taskId) ? [] : [task]
  })
}

function newRequest(world: World, file: CaseFile): NewRequest {
  const first = [...world.filed.values()].find(({ cases }) => cases.has(file.id))
  const from = first?.mail.from[0]?.address ?? 'somebody'
  const subject = first?.mail.subject ?? 'no subject'
  return { caseRef: file.ref, messageId: first?.id ?? null, at: file.receivedAt, from, subject, quote: quoteOf(first) }
}

function draft(world: World, at: number): readonly WaitingDraft[] {
  const letter = world.letters[at]
  if (letter === undefined || letter.state !== 'draft' || world.dropped.has(at + 1)) return []
  const caseRef = world.cases.get(letter.reply.wish.caseId ?? 0)?.file.ref ?? null
  const { to, subject } = letter
  return [
    {
      outboxId: at + 1,
      caseRef,
      messageId: letter.answers,
      to,
      subject,
      createdAt: letter.at,
      quote: '',
      text: letter.text,
    },
  ]
}

function unclear(world: World, { sort, messageId, taskId, caseRef }: OpenTask): readonly LowConfidence[] {
  const filed = world.filed.get(messageId ?? 0)
  if (sort !== 'understand' || filed === undefined) return []
  const from = filed.mail.from[0]?.address ?? 'somebody'
  const { id, receivedAt, mail, understanding } = filed
  const readings = readingsOf(understanding)
  return [{ messageId: id, taskId, caseRef, from, subject: mail.subject, at: receivedAt, readings }]
}

function quoteOf(filed: FiledMail | undefined): string {
  return filed === undefined ? '' : speakingQuote(filed.understanding)
}
