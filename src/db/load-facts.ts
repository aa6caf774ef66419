/** Everything a decision needs to know, in one statement. */
import { type CaseView, caseRef } from '../domain/case.ts'
import type { ArrivalFacts } from '../domain/decide/mail-arrived.ts'
import { prepared, type Queryable } from './pool.ts'

export interface FactKeys {
  readonly sender: string
  readonly recipient: string
  readonly messageIds: readonly string[]
  readonly tokenRefs: readonly string[]
  readonly subjectRefs: readonly string[]
  readonly bounced: readonly string[]
  readonly wantsCase: boolean
}

interface CaseRow {
  id: number
  ref: string
  status: CaseView['status']
  subjectStem: string
  participants: string[]
  lastMailAt: number
  byToken: boolean
  byReference: boolean
  bySubjectRef: boolean
  bySender: boolean
  repliesLastDay: number
}

interface FactRow {
  cases: CaseRow[] | null
  earlier: number | null
  bounced: { outboxId: number; caseId: number | null; recipient: string } | null
  toAddress: number
  toDomain: number
  blocked: boolean
  fresh: number | null
}

/** Replies that went out or will: drafts and rejected ones do not count against a cap. */
const COUNTED = `state not in ('draft', 'rejected')`

const FACTS = `
with candidate as (
  select id, ref = any($4) as by_token, false as by_reference, ref = any($5) as by_subject_ref, false as by_sender
  from casefile where ref = any($4) or ref = any($5)
  union all
  select case_id, false, true, false, false from case_thread where message_id = any($3)
  union all
  (select p.case_id, false, false, false, true from case_participant p join casefile c on c.id = p.case_id
   where p.address = $1 and c.status <> 'closed' order by p.case_id desc limit 20)),
found as (
  select id, bool_or(by_token) as by_token, bool_or(by_reference) as by_reference,
         bool_or(by_subject_ref) as by_subject_ref, bool_or(by_sender) as by_sender
  from candidate group by id)
select
  (select json_agg(json_build_object(
     'id', c.id, 'ref', c.ref, 'status', c.status, 'subjectStem', c.subject_stem,
     'lastMailAt', extract(epoch from c.last_mail_at) * 1000,
     'participants', (select coalesce(json_agg(address), '[]') from case_participant p where p.case_id = c.id),
     'byToken', f.by_token, 'byReference', f.by_reference, 'bySubjectRef', f.by_subject_ref, 'bySender', f.by_sender,
     'repliesLastDay', (select count(*) from outbox o where o.case_id = c.id and o.created_at > now() - interval '1 day' and ${COUNTED})))
   from found f join casefile c on c.id = f.id) as cases,
  (select min(m.id) from message m join message me on me.id = $6
   where m.message_id = me.message_id and m.from_address = me.from_address and m.sent_at = me.sent_at
     and m.id < me.id and m.stage = 'done' and m.outcome <> 'before-start') as earlier,
  (select json_build_object('outboxId', id, 'caseId', case_id, 'recipient', recipient) from outbox
   where message_id = any($7) or return_path = any($7) limit 1) as bounced,
  (select count(*)::int from outbox where recipient = $2 and created_at > now() - interval '1 hour' and ${COUNTED}) as "toAddress",
  (select count(*)::int from outbox where recipient_domain = $8 and created_at > now() - interval '1 hour' and ${COUNTED}) as "toDomain",
  exists (select 1 from blocked_address where address = $2) as blocked,
  case when $9 then nextval('case_number') end as fresh`

export type LoadedFacts = Omit<ArrivalFacts, 'mode' | 'ownAddresses' | 'caps'>

export async function loadFacts(
  db: Queryable,
  todo: { readonly messageId: number },
  keys: FactKeys,
  year: number,
): Promise<LoadedFacts> {
  const domain = keys.recipient.slice(keys.recipient.lastIndexOf('@') + 1)
  const values = [
    keys.sender,
    keys.recipient,
    keys.messageIds,
    keys.tokenRefs,
    keys.subjectRefs,
    todo.messageId,
    keys.bounced,
    domain,
    keys.wantsCase,
  ]
  const [row] = await prepared<FactRow>(db, 'facts', FACTS, values)
  const found = row as FactRow
  const cases = found.cases ?? []
  const fresh = found.fresh ?? 0
  return {
    threads: {
      byToken: cases.filter((one) => one.byToken),
      byReference: cases.filter((one) => one.byReference),
      bySubjectRef: cases.filter((one) => one.bySubjectRef),
      bySender: cases.filter((one) => one.bySender),
    },
    earlierDelivery: found.earlier,
    bouncedReply: found.bounced,
    repliesToAddressLastHour: found.toAddress,
    repliesToDomainLastHour: found.toDomain,
    repliesInCaseLastDay: new Map(cases.map((one) => [one.id, one.repliesLastDay])),
    recipientBlocked: found.blocked,
    freshCase: { id: fresh, ref: caseRef(year, fresh) },
  }
}
