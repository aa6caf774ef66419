/** Drafts that wait for a yes or no, as they are held against their cases. */

import type { CaseFile } from '../domain/casework/case-file.ts'
import { contactName } from '../domain/decide/contact-name.ts'
import type { OverdueDraft } from '../domain/decide/overdue-draft.ts'
import type { AskWish } from '../domain/decision.ts'
import { asksIn } from '../domain/letter/asks-in.ts'
import type { Section } from '../domain/letter/section.ts'
import type { WaitingLetter } from '../domain/letter/waiting-letter.ts'
import type { DraftStore, Replacement } from '../ports/stores/waiting-drafts.ts'
import { commitCasework } from './commit-casework.ts'
import { newestMail } from './due-cases.ts'
import { mailsOf, readingsOf } from './order-cases.ts'
import { type Pool, rows, transaction } from './pool.ts'
import { stumbleStore } from './stumbles.ts'

/** What changes what a letter may say; that somebody was asked or told changes nothing of it. */
const CHANGING = [
  ...['item-met', 'item-waived', 'item-problem', 'item-opened', 'route-chosen', 'facts-learned', 'corrected'],
  ...['closed', 'reopened', 'needs-person', 'person-done', 'mail-filed', 'moved-to-request'],
]

/** Whether the cases of an outbox row `o` changed since somebody looked. */
export const STALE = `(o.state = 'draft' and o.sections is not null and exists (
  -- The few cases first, each by its key: with "or" all entries ever made would be read for each draft.
  select from (select o.case_id as id union all select case_id from outbox_along where outbox_id = o.id) about
    join casefile own on own.id = about.id join casefile c2 on c2.request_id = own.request_id
    join timeline t on t.case_id = c2.id
  where t.at > coalesce(o.looked_at, o.created_at)
    and t.event in (${CHANGING.map((event) => `'${event}'`).join(', ')})))`

const LETTERS = `
select o.id, o.key, o.recipient, o.sections, o.answers, o.case_id as "caseId", c.request_id as "requestId",
  floor(extract(epoch from o.created_at) * 1000)::float8 as "createdAt",
  (select json_agg(f.file order by f.id) from casefile f where f.id in (
     select cm.case_id from case_message cm where cm.message_id = o.answers
     union select id from casefile where o.answers is null and request_id = c.request_id
     union select k.id from outbox_along a join casefile own on own.id = a.case_id
       join casefile k on k.request_id = own.request_id where a.outbox_id = o.id)) as files,
  (select json_agg(case_id) from outbox_along where outbox_id = o.id) as along, o.parted,
  (select json_agg(distinct k.request_id) from outbox_along a
     join casefile own on own.id in (a.case_id, o.case_id) join casefile k on k.request_id = own.request_id
     join timeline t on t.case_id = k.id and t.event = 'mail-filed' and t.at > o.created_at
     join message m on m.id = t.message_id and m.kind = 'human' where a.outbox_id = o.id) as heard,
  (select coalesce(json_agg(json_build_object('id', l.id, 'answers', l.answers, 'waits', l.state = 'draft',
      'asks', l.asks, 'sections', l.sections, 'since', floor(extract(epoch from coalesce(
        (select received_at from message where id = l.answers), l.created_at)) * 1000)::float8,
      'about', (select json_agg(f.ref) from casefile f where f.id in (
        select l.case_id where l.answers is null
        union select case_id from case_message where message_id = l.answers
        union select id from casefile where l.template = 'reminder' and request_id = c.request_id)))), '[]')
   from outbox l join casefile k on k.id = l.case_id
   where k.request_id = c.request_id and l.id <> o.id and l.state <> 'rejected'
     and l.created_at >= coalesce((select received_at from message where id = o.answers), o.created_at)) as beside
from outbox o join casefile c on c.id = o.case_id`

const FIND = `${LETTERS} where ${STALE} order by o.id limit $1`
const OF_REQUEST = `${LETTERS}
where o.state = 'draft' and o.sections is not null
  and c.request_id = (select request_id from casefile where ref = $1) order by o.id`

interface Row extends Omit<WaitingLetter, 'to' | 'answers' | 'opened' | 'files' | 'beside'> {
  readonly recipient: string
  readonly sections: readonly Section[]
  readonly answers: number | null
  readonly requestId: number
  readonly files: readonly CaseFile[] | null
  readonly beside: readonly BesideRow[]
}

interface BesideRow extends Omit<WaitingLetter['beside'][number], 'asks'> {
  readonly asks: boolean
  /** Null: it left without a yes. */
  readonly sections: readonly Section[] | null
  /** References of its cases. */
  readonly about: readonly string[] | null
}

const WAITING = `
select o.id, o.case_id as "caseId", c.ref as "caseRef", o.recipient as "to", o.subject,
  floor(extract(epoch from o.created_at) * 1000)::float8 as "createdAt"
from outbox o left join casefile c on c.id = o.case_id
where o.state = 'draft' and o.created_at < to_timestamp($1::float8 / 1000)
  and not exists (select from task where once = 'draft ' || o.id) order by o.id limit 100`

const ASK = `
insert into task (sort, sentence, case_id, opened_at, once)
select q.sort, q.sentence, q."caseId", to_timestamp($2::float8 / 1000), q.once
from json_to_recordset($1) as q(sort text, sentence text, "caseId" bigint, once text)
on conflict (once) where once is not null and done_at is null do nothing`

/** Row of the draft that an open question is about (`draftQuestion`). */
const DRAFT_OF = `substr(task.once, length('draft ') + 1)::bigint`

export const SETTLE = `
with done as (
  update task set done_at = to_timestamp($1::float8 / 1000), done_by = 'system'
  -- By the key of the row: the other way round all letters ever written would be read.
  from outbox o where task.done_at is null and task.sort = 'draft' and o.id = ${DRAFT_OF} and o.state <> 'draft'
  returning task.id, task.case_id)
insert into timeline (at, actor, event, case_id, detail)
select to_timestamp($1::float8 / 1000), 'system', 'task-settled', case_id,
  json_build_object('task', id, 'why', 'the draft waits no more') from done`

const LOOKED_AT = 'update outbox set looked_at = to_timestamp($2::float8 / 1000) where id = $1'
const LOOKED_AT_NEW = 'update outbox set looked_at = to_timestamp($2::float8 / 1000) where key = $1'

const DROP = `
with dropped as (update outbox set state = 'rejected' where id = $1 and state = 'draft' returning id, case_id, answers),
told as (
  insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
  select to_timestamp($2::float8 / 1000), 'system', 'draft-rejected', case_id, answers, id, json_build_object('why', $3::text)
  from dropped)
select id from dropped`

export function draftStore(pool: Pool): DraftStore {
  return {
    stumbles: stumbleStore(pool),
    stale: async (most) => Promise.all((await rows<Row>(pool, FIND, [most])).map((row) => letterOf(pool, row))),
    looked: async (id, knownUntil) => {
      await rows(pool, LOOKED_AT, [id, knownUntil])
    },
    withdraw: async (id, why, now) => {
      await rows(pool, DROP, [id, now, why])
    },
    replace: (id, by, now) => replace(pool, id, by, now),
    newestMail: (requestId) => newestMail(pool, requestId),
    waitingSince: (before) => rows<OverdueDraft>(pool, WAITING, [before]),
    ask: async (tasks: readonly AskWish[], now) => {
      await rows(pool, ASK, [JSON.stringify(tasks), now])
    },
    settle: async (now) => {
      await rows(pool, SETTLE, [now])
    },
  }
}

/** All letters that wait in the request of a case. */
export async function waitingLetters(pool: Pool, ref: string): Promise<readonly WaitingLetter[]> {
  return Promise.all((await rows<Row>(pool, OF_REQUEST, [ref.toUpperCase()])).map((row) => letterOf(pool, row)))
}

async function letterOf(pool: Pool, { recipient, answers, files, ...row }: Row) {
  const cases = files ?? []
  const refs = cases.map(({ ref }) => ref)
  const readings = answers === null ? new Map() : await readingsOf(pool, refs, answers)
  const mails = answers === null ? new Map() : await mailsOf(pool, refs, false)
  const mail = [...readings.values()].flat().find(({ id }) => id === answers) ?? null
  const lead = cases.find(({ id }) => id === row.caseId) ?? cases[0]
  return {
    ...row,
    ...{ files: cases, answers: mail, beside: row.beside.map(besideOf) },
    to: { name: lead === undefined ? '' : contactName(lead, recipient), address: recipient },
    opened: refs.every((ref) => mails.get(ref)?.[0]?.id === answers),
  }
}

function besideOf({ asks, sections, about, ...one }: BesideRow): WaitingLetter['beside'][number] {
  return { ...one, asks: asks ? asksIn(sections ?? [], about ?? []) : [] }
}

/** Before the draft, and before the timeline tells of it: who decides about the cases takes them in that order. */
const HELD = `
select from casefile where id = (select case_id from outbox where id = $1) or id = any($2) order by id for update`

/** All or nothing: a draft that somebody has answered meanwhile is not replaced. */
async function replace(pool: Pool, id: number, by: Replacement, now: number): Promise<boolean> {
  return transaction(pool, 'begin', async (client) => {
    await rows(client, HELD, [id, by.cases.map(({ file }) => file.id)])
    const dropped = await rows(client, DROP, [id, now, 'it is written anew, for its case has changed'])
    if (dropped.length === 0) return false
    const { reply, cases, knownUntil } = by
    const written = await commitCasework(client, { now, actor: 'system', cases, replies: [reply], tasks: [] })
    if (written === null) throw new DraftOvertaken()
    await rows(client, LOOKED_AT_NEW, [reply.wish.key, knownUntil])
    return true
  }).catch((error: unknown) => {
    if (error instanceof DraftOvertaken) return false
    throw error
  })
}

/** A case was changed by somebody else in between; the next round sees it. */
class DraftOvertaken extends Error {}
