/** What people said that a mail is, kept as labelled examples. */
import type { DeskSettings } from '../domain/casework/desk-settings.ts'
import type { Intent } from '../domain/labels.ts'
import { correctedLabel } from '../domain/learn/correct.ts'
import type { Label } from '../domain/learn/example.ts'
import type { ReadMail } from '../domain/mail.ts'
import type { Understanding } from '../domain/understanding.ts'
import { type Mended, mendCases } from './mend-cases.ts'
import { despiteDeadlocks, type Pool, type Queryable, rows, transaction } from './pool.ts'

/** A mail that is read and decided, as a person corrects it. */
export interface DecidedMail {
  readonly messageId: number
  readonly mail: ReadMail
  readonly understanding: Understanding
}

/** Who said it, and when (milliseconds since the epoch). */
export interface Saying {
  readonly actor: string
  readonly at: number
}

/** What a correction did. */
export interface Corrected extends Mended {
  /** The mail was taken for a machine's; it waits to be decided as what it is. */
  readonly decidedAgain: boolean
}

export async function decidedMail(pool: Queryable, messageId: number): Promise<DecidedMail | null> {
  const [row] = await rows<DecidedMail>(
    pool,
    `select d.message_id as "messageId", r.mail, d.understanding
     from decision d join reading r on r.message_id = d.message_id where d.message_id = $1`,
    [messageId],
  )
  return row ?? null
}

/**
 * One transaction: replaces an earlier correction of the mail, closes its question to a person, mends the cases that the
 * mail opened, and tells it in the timeline.
 */
export async function keepCorrection(
  pool: Pool,
  messageId: number,
  label: Label,
  said: Saying,
  desk: DeskSettings,
): Promise<Corrected> {
  return despiteDeadlocks(() =>
    transaction(pool, 'begin', (client) => keepCorrectionWithin(client, messageId, label, said, desk)),
  )
}

/** Within a transaction of the caller's, that of an order. */
async function keepCorrectionWithin(
  client: Queryable,
  messageId: number,
  label: Label,
  { actor, at }: Saying,
  desk: DeskSettings,
): Promise<Corrected> {
  const text = JSON.stringify(label)
  await rows(client, IN_TURN, [messageId])
  await rows(client, HELD, [messageId])
  const [earlier] = await rows<{ label: Label }>(client, EARLIER, [messageId])
  await rows(client, WITHDRAW, [messageId])
  await rows(client, 'insert into correction (message_id, label, made_by) values ($1, $2, $3)', [
    messageId,
    text,
    actor,
  ])
  await rows(client, CLOSE_QUESTION, [messageId])
  await rows(client, TELL, [messageId, actor, 'mail-corrected', text])
  const mended = await mendCases(client, { messageId, label, earlier: earlier?.label ?? null, actor, at }, desk)
  const decidedAgain = label.kind === 'human' && (await rows(client, DECIDE_AGAIN, [messageId])).length > 0
  return { ...mended, decidedAgain }
}

/** Of a mail that is read and decided what a person says it is; null: that it was wrong to say so. */
export async function correctWithin(
  client: Queryable,
  messageId: number,
  intents: readonly Intent[] | null,
  said: Saying,
  desk: DeskSettings,
): Promise<void> {
  if (intents === null) return void (await withdrawCorrectionWithin(client, messageId, said.actor))
  const decided = await decidedMail(client, messageId)
  if (decided === null) return
  const label = correctedLabel(decided.mail, decided.understanding, { intents })
  await keepCorrectionWithin(client, messageId, label, said, desk)
}

/** Taken before the cases are: whoever corrects holds the mail first. */
export async function takeTurn(client: Queryable, messageId: number): Promise<void> {
  await rows(client, IN_TURN, [messageId])
}

/** Of two people who correct a mail at once, the later one replaces what the earlier one said. */
const IN_TURN = 'select from message where id = $1 for no key update'

/** Before anything is told of them: who decides holds the cases first, and then their ends of the timeline. */
const HELD = `
select from casefile where id in (select case_id from case_message where message_id = $1) order by id for update`

/** Withdrawn or not: it mended the cases. */
const EARLIER = 'select label from correction where message_id = $1 order by id desc limit 1'

const WITHDRAW =
  'update correction set withdrawn_at = now() where message_id = $1 and withdrawn_at is null returning message_id'

const CLOSE_QUESTION = `update task set done_at = now() where message_id = $1 and sort in ('understand', 'withdrawal', 'correction', 'answer') and done_at is null`

/** What was taken for a machine's belongs to no case: it is decided anew, and is then handled as what it is. */
const DECIDE_AGAIN = `
with m as (
  update message set stage = 'read', outcome = null, kind = null
  where id = $1 and stage = 'done' and outcome in ('machine', 'unrelated')
    and exists (select from reading where message_id = $1)
    and not exists (select from case_message where message_id = $1) returning id),
undecided as (delete from decision where message_id in (select id from m))
insert into work (stage, ref, next_at) select 'decide', id, now() from m
on conflict (stage, ref) do update set next_at = now() returning ref`

const TELL = `
insert into timeline (at, actor, event, case_id, message_id, detail)
select now(), $2, $3, (select min(case_id) from case_message where message_id = $1), $1, $4::json`

/** False when the mail has no correction in force. */
export async function withdrawCorrection(pool: Pool, messageId: number, actor: string): Promise<boolean> {
  return despiteDeadlocks(() =>
    transaction(pool, 'begin', (client) => withdrawCorrectionWithin(client, messageId, actor)),
  )
}

async function withdrawCorrectionWithin(client: Queryable, messageId: number, actor: string): Promise<boolean> {
  const found = await rows(client, WITHDRAW, [messageId])
  if (found.length > 0) await rows(client, TELL, [messageId, actor, 'correction-withdrawn', '{}'])
  return found.length > 0
}

export interface Correction {
  readonly messageId: number
  readonly mail: ReadMail
  readonly label: Label
}

/** All corrections in force with their mails, in the order of the mails. */
export function correctionsInForce(pool: Pool): Promise<Correction[]> {
  return rows<Correction>(
    pool,
    `select c.message_id as "messageId", r.mail, c.label
     from correction c join reading r on r.message_id = c.message_id
     where c.withdrawn_at is null order by c.message_id`,
  )
}
