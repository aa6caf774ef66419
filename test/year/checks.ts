/** What must be so on every day of the year, whatever the scripts say. */
import { US_FEDERAL } from '../../src/domain/calendar/holidays.ts'
import { withinOfficeHours } from '../../src/domain/calendar/office-hours.ts'
import { isWorkingDay } from '../../src/domain/calendar/working-days.ts'
import { dayIn } from '../../src/domain/calendar/zone.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import type { ItemId } from '../../src/domain/casework/items.ts'
import { ruleOf } from '../../src/domain/process/index.ts'
import { inWords } from '../../src/domain/process/step.ts'
import { officeOf } from '../../src/domain/reminders/office.ts'
import { forbiddenIn } from '../../src/render/forbidden-wording.ts'
import { readBytes } from '../mime/mails.ts'
import type { Deviation } from './deviations.ts'
import type { Delivered } from './play.ts'
import type { System } from './system.ts'

export const ZONE = 'America/Denver'
/** Letters to our own people. */
const TO_STAFF: ReadonlySet<string> = new Set(['digest', 'order-answer'])

/** Late is not lost: a queue that answers late is rung again, and what it held up is waited for. */
const OF_A_BUSY_MACHINE = /did not answer within/

interface LetterRow {
  readonly id: number
  readonly key: string
  readonly template: string
  readonly recipient: string
  readonly state: string
  readonly at: Date
  readonly raw: Buffer
  readonly ref: string | null
  readonly requestId: number | null
  readonly blocked: boolean
}

export interface DailyChecks {
  /** `expected`: all mails delivered so far that were not asked for before. */
  of(day: string, expected: readonly Delivered[]): Promise<readonly Deviation[]>
}

export function dailyChecks(system: System): DailyChecks {
  let lettersSeen = 0

  async function of(day: string, expected: readonly Delivered[]): Promise<readonly Deviation[]> {
    const found: Deviation[] = []
    const tell = (who: string, what: string, refs: readonly string[] = []) => void found.push({ day, who, what, refs })
    const remainder = await system.remainder()
    if (remainder !== 0) tell('accounting', `the remainder is ${remainder}`)
    for (const trouble of system.troubles().filter((one) => !OF_A_BUSY_MACHINE.test(one))) tell('trouble', trouble)
    await answeredOnce(expected, tell)
    for (const letter of await freshLetters()) await letterChecks(letter, tell)
    await marksToldOnce(tell)
    await keysOnce(tell)
    return found
  }

  async function freshLetters(): Promise<readonly LetterRow[]> {
    const rows = await system.rows<LetterRow>(
      `select o.id, o.key, o.template, o.recipient, o.state, o.created_at as at, o.raw, c.ref, c.request_id as "requestId",
         exists (select from blocked_address b where b.address = o.recipient and o.template = 'reminder'
                 and exists (select from outbox x where x.recipient = o.recipient and x.bounced_at < o.created_at)) as blocked
       from outbox o left join casefile c on c.id = o.case_id where o.id > $1 order by o.id`,
      [lettersSeen],
    )
    lettersSeen = rows.at(-1)?.id ?? lettersSeen
    return rows
  }

  async function answeredOnce(expected: readonly Delivered[], tell: Tell): Promise<void> {
    const answers = await system.rows<{ messageId: string; replies: number; copies: number }>(
      `select m.message_id as "messageId", count(o.id)::int as replies, count(distinct m.id)::int as copies
       from message m left join outbox o on o.answers = m.id where m.message_id = any($1) group by 1`,
      [expected.map((one) => one.messageId)],
    )
    const byId = new Map(answers.map((one) => [one.messageId, one]))
    for (const { messageId, answer } of expected) {
      const { replies = -1, copies = 0 } = byId.get(messageId) ?? {}
      if (copies !== 1) tell('mails', `${messageId} is in the ledger ${copies} times`)
      if (replies > 1 || replies !== (answer === 'none' ? 0 : 1))
        tell('answers', `${messageId} has ${replies} replies; ${answer} is expected`)
    }
  }

  async function letterChecks(letter: LetterRow, tell: Tell): Promise<void> {
    const refs = letter.ref === null ? [] : [letter.ref]
    const name = `${letter.template} ${letter.id} to ${letter.recipient}`
    // Rejected is what somebody of the desk did not approve.
    if (letter.state !== 'sent' && letter.state !== 'rejected') tell('letters', `${name} is ${letter.state}`, refs)
    const today = dayIn(letter.at.getTime(), ZONE)
    if (letter.template === 'digest' && !isWorkingDay(today, US_FEDERAL))
      tell('digests', `${name} came on ${today}`, refs)
    if (TO_STAFF.has(letter.template)) return
    const { text } = await readBytes(letter.raw)
    const forbidden = forbiddenIn(text)
    if (forbidden.length > 0) tell('wording', `${name} says ${forbidden.join(', ')}:\n${text}`, refs)
    if (letter.template === 'reminder')
      await reminderChecks(letter, text, (what) => tell('reminders', `${name}: ${what}`, refs))
  }

  async function reminderChecks(letter: LetterRow, text: string, tell: (what: string) => void): Promise<void> {
    if (letter.blocked) tell('the address came back as undeliverable before')
    const files = (
      await system.rows<{ file: CaseFile }>('select file from casefile where request_id = $1 order by id', [
        letter.requestId,
      ])
    ).map((row) => row.file)
    const at = letter.at.getTime()
    const open = files.filter((file) => file.closed === null || file.closed.at > at)
    const { zone, office } = officeOf(open[0]?.state ?? null, ZONE)
    if (!withinOfficeHours(at, zone, office.hours, office.calendar))
      tell(`it was written at ${letter.at.toISOString()}, outside of office hours`)
    if (open.length === 0) tell('all cases were closed')
    const isIn = (file: CaseFile, item: ItemId) =>
      ['met', 'waived'].includes(file.items[item]?.state ?? '') && (file.items[item]?.at ?? at) < at
    const items = [...new Set(files.flatMap((file) => Object.keys(file.items) as ItemId[]))]
    for (const item of items.filter((one) => open.every((file) => isIn(file, one)))) {
      const labels = files.map((file) => inWords(ruleOf(item, file).label, file))
      if (labels.some((label) => text.includes(`${label}:`) || text.includes(`- ${label}`)))
        tell(`it asks for ${item}, which is in`)
    }
  }

  async function marksToldOnce(tell: Tell): Promise<void> {
    const twice = await system.rows<{ sentence: string; ref: string }>(
      `select t.sentence, c.ref from task t join casefile c on c.id = t.case_id
       where t.sort = 'clock' group by 1, 2 having count(*) > 1`,
    )
    for (const { sentence, ref } of twice) tell('marks', `told twice: ${sentence}`, [ref])
  }

  async function keysOnce(tell: Tell): Promise<void> {
    const twice = await system.rows<{ what: string }>(
      `select 'key ' || key as what from outbox group by key having count(*) > 1
       union all select 'Message-ID ' || message_id from outbox group by message_id having count(*) > 1
       union all select 'answers to mail ' || answers from outbox where answers is not null and state <> 'rejected' group by answers having count(*) > 1
       union all select 'answer to a machine ' || o.id from outbox o join message m on m.id = o.answers where m.kind <> 'human'`,
    )
    for (const { what } of twice) tell('outbox', `twice, or never allowed: ${what}`)
  }

  return { of }
}

type Tell = (who: string, what: string, refs?: readonly string[]) => void
