/** What people order: the facts that an order is judged on, and the one transaction that carries it out. */

import { caseRef } from '../domain/case.ts'
import type { Act } from '../domain/casework/act.ts'
import type { DeskSettings } from '../domain/casework/desk-settings.ts'
import { tracesOf } from '../domain/casework/undo.ts'
import type { CaseLetter, OrderFacts, PastOrder } from '../domain/orders/order-facts.ts'
import type { CarriedOut, LoadedOrder, OrderStore } from '../ports/stores/orders.ts'
import { affiliationsOf } from './affiliations.ts'
import { commitCasework } from './commit-casework.ts'
import { correctWithin, decidedMail, takeTurn } from './corrections.ts'
import { newestMail } from './due-cases.ts'
import { jsonText } from './json.ts'
import { casesOf, contactsOf, mailsOf, readingsOf } from './order-cases.ts'
import { milestoneStore } from './order-letters.ts'
import { carryOut, OrderOvertaken } from './order-moves.ts'
import { isDeadlock, type Pool, type Queryable, rows, transaction } from './pool.ts'
import { recordUndone } from './undone-order.ts'
import { STALE, waitingLetters } from './waiting-drafts.ts'

export function orderStore(pool: Pool, yearOf: (at: number) => number, desk: DeskSettings): OrderStore {
  return {
    facts: (order) => factsFor(pool, order),
    draw: async (order, now) => ({
      number: await nextNumber(pool),
      freshCase: order.act === 'split' ? await freshCase(pool, yearOf(now)) : null,
    }),
    newestMail: (requestId) => newestMail(pool, requestId),
    commit: (work) => commit(pool, work, desk),
    ...milestoneStore(pool),
  }
}

/** Everything but what the configuration knows. */
async function factsFor(pool: Pool, order: Act): Promise<LoadedOrder> {
  const past = order.act === 'undo' ? await pastOrder(pool, order.order) : null
  const refs = [...new Set([...refsOf(order, past), ...(await refsAbout(pool, order))])]
  const [drafts, tasks, waiting] = await Promise.all([
    draftsOf(pool, draftIds(order, past), order),
    tasksOf(pool, taskIds(order, past), refs),
    order.act === 'close' ? waitingLetters(pool, order.caseRef) : [],
  ])
  const cases = await casesOf(pool, refs)
  const companies = [...cases.values()].flatMap(({ company }) => (company === null ? [] : [company]))
  const [mails, readings, letters, affiliations] = await Promise.all([
    mailsOf(pool, refs, past !== null),
    readingsOf(pool, weighsPapers(order) ? refs : []),
    past === null ? [] : lettersOf(pool, refs),
    affiliationsOf(pool, [...companies, ...pairedIn(past)]),
  ])
  const contacts = await contactsOf(pool, cases, mails)
  const orders = new Map(past === null ? [] : [[past.number, past]])
  const relabelled = order.act === 'relabel' ? await mailToRelabel(pool, order.messageId) : null
  return { cases, mails, readings, letters, contacts, drafts, waiting, tasks, affiliations, relabelled, orders }
}

/** What is said of the head of a case makes something else of the papers that came before. */
function weighsPapers({ act }: Act): boolean {
  return act === 'describe' || act === 'relabel'
}

async function nextNumber(pool: Pool): Promise<number> {
  const [row] = await rows<{ number: number }>(
    pool,
    `select nextval(pg_get_serial_sequence('ordered', 'id'))::int as number`,
    [],
  )
  return row?.number ?? 0
}

async function freshCase(pool: Pool, year: number): Promise<OrderFacts['freshCase']> {
  const [row] = await rows<{ id: number }>(pool, `select nextval('case_number')::int as id`, [])
  return row ? { id: row.id, ref: caseRef(year, row.id) } : null
}

function refsOf(order: Act, past: PastOrder | null): readonly string[] {
  const named = 'caseRef' in order ? [order.caseRef] : []
  const into = order.act === 'merge' ? [order.into] : []
  const changed = past?.traces.map((one) => one.caseRef) ?? []
  const moved = past?.also.flatMap((one) => (one.also === 'move-mails' ? [one.from, one.into] : [])) ?? []
  return [...new Set([...named, ...into, ...changed, ...moved].map((ref) => ref.toUpperCase()))]
}

/** The cases of an order that names none: those of the mail, or of the task. */
async function refsAbout(pool: Pool, order: Act): Promise<readonly string[]> {
  if (order.act === 'goes-on' || order.act === 'describe' || order.act === 'rest') return requestOf(pool, order.caseRef)
  if (order.act !== 'relabel' && order.act !== 'done') return []
  const ids = order.act === 'done' ? OF_TASK : OF_MAIL
  const found = await rows<{ ref: string }>(pool, `select ref from casefile where id in (${ids}) order by id`, [
    order.act === 'done' ? order.task : order.messageId,
  ])
  return found.map(({ ref }) => ref)
}

/** What goes on or rests does so in all cases of the request, and a name is in question in all of them. */
async function requestOf(pool: Pool, ref: string): Promise<readonly string[]> {
  const sql = 'select ref from casefile where request_id = (select request_id from casefile where ref = $1) order by id'
  return (await rows<{ ref: string }>(pool, sql, [ref.toUpperCase()])).map((row) => row.ref)
}

/** And those of its request: one mail may hold up several. */
const OF_TASK = `
select o.id from task t join casefile c on c.id = t.case_id join casefile o on o.request_id = c.request_id where t.id = $1`
const OF_MAIL =
  'select case_id from case_message where message_id = $1 union select case_id from task where message_id = $1'

function draftIds(order: Act, past: PastOrder | null): readonly number[] {
  const own = 'draft' in order ? [order.draft] : []
  return [...own, ...(past?.also.flatMap((one) => ('draft' in one ? [one.draft] : [])) ?? []), ...(past?.letters ?? [])]
}

/** Companies that an earlier order put together. */
function pairedIn(past: PastOrder | null): readonly string[] {
  return past?.also.flatMap((one) => (one.also === 'join-affiliates' ? [one.one] : [])) ?? []
}

function taskIds(order: Act, past: PastOrder | null): readonly number[] {
  const own = 'task' in order ? [order.task] : []
  return [...own, ...(past?.also.flatMap((one) => ('task' in one ? [one.task] : [])) ?? [])]
}

function lettersOf(pool: Pool, refs: readonly string[]): Promise<readonly CaseLetter[]> {
  return rows<CaseLetter>(
    pool,
    `select o.message_id as "messageId", c.ref as "caseRef", o.answers,
       floor(extract(epoch from o.created_at) * 1000)::float8 as at
     from outbox o join casefile c on c.id = o.case_id where c.ref = any($1) order by o.id`,
    [refs],
  )
}

async function mailToRelabel(pool: Pool, messageId: number): Promise<OrderFacts['relabelled']> {
  const [row] = await rows<{ receivedAt: number }>(
    pool,
    'select floor(extract(epoch from received_at) * 1000)::float8 as "receivedAt" from message where id = $1',
    [messageId],
  )
  const decided = await decidedMail(pool, messageId)
  return row === undefined || decided === null
    ? null
    : { id: messageId, receivedAt: row.receivedAt, mail: decided.mail, understanding: decided.understanding }
}

/** These, all that answer the mail that is relabelled, and all that wait in a case that is merged. */
async function draftsOf(pool: Pool, ids: readonly number[], order: Act): Promise<OrderFacts['drafts']> {
  type Row = OrderFacts['drafts'] extends ReadonlyMap<number, infer View> ? View : never
  const found = await rows<Row>(
    pool,
    `select o.id, c.ref as "caseRef", o.recipient as "to", o.answers, o.template, o.state, ${STALE} as "isStale"
     from outbox o left join casefile c on c.id = o.case_id
     where o.id = any($1) or o.answers = $2
       or (o.state = 'draft' and o.case_id = (select id from casefile where ref = $3))`,
    [ids, order.act === 'relabel' ? order.messageId : null, order.act === 'merge' ? order.caseRef.toUpperCase() : null],
  )
  return new Map(found.map((row) => [row.id, row]))
}

/** These, and all that are open in these cases. */
async function tasksOf(pool: Pool, ids: readonly number[], refs: readonly string[]): Promise<OrderFacts['tasks']> {
  type Row = OrderFacts['tasks'] extends ReadonlyMap<number, infer View> ? View : never
  const found = await rows<Row>(
    pool,
    `select t.id, t.sort, c.ref as "caseRef", t.message_id as "messageId", t.done_at is null as open, t.once
     from task t left join casefile c on c.id = t.case_id
     where t.id = any($1) or (c.ref = any($2) and t.done_at is null)`,
    [ids, refs],
  )
  return new Map(found.map((row) => [row.id, row]))
}

async function pastOrder(pool: Pool, number: number): Promise<PastOrder | null> {
  const [row] = await rows<{ number: number; by: string; at: Date; undoneBy: number | null; act: Act; traces: Kept }>(
    pool,
    `select id as number, by_whom as by, at, undone_by as "undoneBy", act, traces from ordered where id = $1`,
    [number],
  )
  if (!row) return null
  const { traces, also, letters } = row.traces
  return {
    number: row.number,
    order: row.act,
    by: row.by,
    at: row.at.getTime(),
    traces,
    also,
    letters,
    undoneBy: row.undoneBy,
  }
}

/** What an order left behind, for taking it back. */
type Kept = Pick<PastOrder, 'traces' | 'also' | 'letters'>

/**
 * Null: somebody else changed a case, was first with a draft, or waited for a row of ours while we waited for one of
 * theirs; the order is to be judged anew.
 */
async function commit(pool: Pool, work: CarriedOut, desk: DeskSettings) {
  const committing = transaction(pool, 'begin', async (client) => {
    for (const { messageId } of correctionsOf(work)) await takeTurn(client, messageId)
    const written = await commitCasework(client, work)
    if (written === null) return null
    const chimes = await carryOut(client, work)
    for (const { messageId, intents } of correctionsOf(work))
      await correctWithin(client, messageId, intents, { actor: work.actor, at: work.now }, desk)
    await record(client, work, written.letters)
    return { chimes: [...written.chimes, ...chimes], letters: written.letters }
  })
  return committing.catch((error) => {
    if (error instanceof OrderOvertaken || isDeadlock(error)) return null
    throw error
  })
}

/** Learned from, and its cases mended, with the order or not at all. */
function correctionsOf({ also }: CarriedOut) {
  return also.flatMap((one) => {
    if (one.also !== 'correct' && one.also !== 'withdraw-correction') return []
    return [{ messageId: one.messageId, intents: one.also === 'correct' ? one.intents : null }]
  })
}

async function record(client: Queryable, work: CarriedOut, letters: readonly number[]): Promise<void> {
  const kept: Kept = {
    traces: work.cases.flatMap(({ file, opened }) => {
      const before = work.before.get(file.ref)
      return opened || before === undefined ? [] : [{ caseRef: file.ref, traces: tracesOf(before, file) }]
    }),
    also: work.also,
    letters,
  }
  await rows(
    client,
    `insert into ordered (id, at, by_whom, via, message_id, place, link, act, traces, said)
     overriding system value values ($1, to_timestamp($2::float8 / 1000), $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[work.number, work.now, work.actor, work.via, work.messageId, work.place, work.link],
      ...[jsonText(work.order), jsonText(kept), work.sentence],
    ],
  )
  if (work.order.act === 'undo') await recordUndone(client, work, work.order.order)
}
