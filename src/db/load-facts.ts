/** Everything a decision needs to know, for several decisions in one statement. */
import { type CaseView, caseRef } from '../domain/case.ts'
import type { ReadMail } from '../domain/mail.ts'
import { domainOf } from '../domain/thread.ts'
import type { FactKeys, StoredFacts } from '../stores.ts'
import { jsonText } from './json.ts'
import { prepared, type Queryable } from './pool.ts'
import { headOf } from './reading-row.ts'

interface CaseRow {
  id: number
  ref: string
  status: CaseView['status']
  intent: CaseView['intent']
  states: string[]
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
  n: number
  version: number
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
select k.n,
  coalesce((select version from correspondent where domain = k.domain), 0) as version,
  (select json_agg(json_build_object(
     'id', c.id, 'ref', c.ref, 'status', c.status, 'intent', c.intent, 'states', c.states, 'subjectStem', c.subject_stem,
     'lastMailAt', extract(epoch from c.last_mail_at) * 1000,
     'participants', (select coalesce(json_agg(address), '[]') from case_participant p where p.case_id = c.id),
     'byToken', f.by_token, 'byReference', f.by_reference, 'bySubjectRef', f.by_subject_ref, 'bySender', f.by_sender,
     'repliesLastDay', (select count(*) from outbox o where o.case_id = c.id and o.created_at > now() - interval '1 day' and ${COUNTED})))
   from (
     select id, bool_or(by_token) as by_token, bool_or(by_reference) as by_reference,
            bool_or(by_subject_ref) as by_subject_ref, bool_or(by_sender) as by_sender
     from (
       select id, true as by_token, false as by_reference, false as by_subject_ref, false as by_sender
       from casefile where ref = any(k.token_refs)
       union all
       select id, false, false, true, false from casefile where ref = any(k.subject_refs)
       union all
       select case_id, false, true, false, false from case_thread where message_id = any(k.message_ids)
       union all
       (select p.case_id, false, false, false, true from case_participant p join casefile c on c.id = p.case_id
        where p.address = k.sender and c.status <> 'closed' order by p.case_id desc limit 20)) candidate
     group by id) f join casefile c on c.id = f.id) as cases,
  -- The candidates first, by index: offset 0 keeps the planner from looking at everybody's words.
  (select min(twin.first) from (
     select m.id, coalesce(m.duplicate_of, m.id) as first
     from message m
     where m.message_id = k.message_id and m.from_address = k.from_address and m.sent_at = k.sent_at
       and m.id <> k.message_row and m.stage = 'done' and m.outcome not in ('before-start', 'quarantined') offset 0) twin
   -- A reused Message-ID is no identity: only the same words are the same mail. Lists add theirs at the end.
   where (select left(ltrim(mail ->> 'text'), 200) from reading where message_id = twin.id)
       = left(ltrim(k.opening), 200)) as earlier,
  (select json_build_object('outboxId', id, 'caseId', case_id, 'recipient', recipient) from outbox
   where cardinality(k.bounced) > 0 and (message_id = any(k.bounced) or return_path = any(k.bounced)) limit 1) as bounced,
  (select count(*)::int from outbox
   where recipient = k.recipient and created_at > now() - interval '1 hour' and ${COUNTED}) as "toAddress",
  (select count(*)::int from outbox
   where recipient_domain = k.recipient_domain and created_at > now() - interval '1 hour' and ${COUNTED}) as "toDomain",
  exists (select 1 from blocked_address where address = k.recipient) as blocked,
  case when k.wants_case then nextval('case_number') end as fresh
from json_to_recordset($1) as k(n int, message_row bigint, message_id text, from_address text,
  sent_at timestamptz, opening text, domain text, sender text, recipient text,
  recipient_domain text, message_ids text[], token_refs text[], subject_refs text[], bounced text[], wants_case boolean)`

export interface Asked {
  readonly messageId: number
  readonly mail: ReadMail
  /** The sender's domain, whose turn it is. */
  readonly domain: string
  readonly keys: FactKeys
  /** Year of a case that this mail may open. */
  readonly year: number
}

/** One answer per question, in their order; `version` is the domain's as the facts were seen. */
export async function loadFacts(
  db: Queryable,
  asked: readonly Asked[],
): Promise<readonly { readonly version: number; readonly facts: StoredFacts }[]> {
  const found = await prepared<FactRow>(db, 'facts', FACTS, [jsonText(asked.map(keyRow))])
  const byNumber = new Map(found.map((row) => [row.n, row]))
  return asked.map(({ year }, n) => {
    const row = byNumber.get(n) as FactRow
    return { version: row.version, facts: factsOf(row, year) }
  })
}

/** Longer than what is compared of it, also after the spaces before it. */
const OPENING_CHARACTERS = 1_000

function keyRow({ messageId, mail, domain, keys }: Asked, n: number) {
  const [message_id, from_address, , sent_at] = headOf(mail)
  return {
    ...{ message_id, from_address, sent_at, opening: mail.text.slice(0, OPENING_CHARACTERS) },
    ...{ n, message_row: messageId, domain, sender: keys.sender, recipient: keys.recipient },
    recipient_domain: domainOf(keys.recipient),
    message_ids: keys.messageIds,
    token_refs: keys.tokenRefs,
    subject_refs: keys.subjectRefs,
    bounced: keys.bounced,
    wants_case: keys.wantsCase,
  }
}

function factsOf(row: FactRow, year: number): StoredFacts {
  const cases = row.cases ?? []
  const fresh = row.fresh ?? 0
  return {
    threads: {
      byToken: cases.filter((one) => one.byToken),
      byReference: cases.filter((one) => one.byReference),
      bySubjectRef: cases.filter((one) => one.bySubjectRef),
      bySender: cases.filter((one) => one.bySender),
    },
    earlierDelivery: row.earlier,
    bouncedReply: row.bounced,
    repliesToAddressLastHour: row.toAddress,
    repliesToDomainLastHour: row.toDomain,
    repliesInCaseLastDay: new Map(cases.map((one) => [one.id, one.repliesLastDay])),
    recipientBlocked: row.blocked,
    freshCase: { id: fresh, ref: caseRef(year, fresh) },
  }
}
