/** Everything a decision needs to know, for several decisions in one statement. */
import { type CaseView, caseRef } from '../domain/case.ts'
import type { Affiliation } from '../domain/casework/affiliates.ts'
import type { CaseFile } from '../domain/casework/case-file.ts'
import type { Clec } from '../domain/casework/clec.ts'
import { NOT_UNDERSTOOD } from '../domain/casework/moot.ts'
import type { Stage } from '../domain/casework/standing.ts'
import type { ReadMail } from '../domain/mail.ts'
import { domainOf, type ThreadFacts } from '../domain/thread.ts'
import type { FactKeys, StoredFacts } from '../ports/stores/decide-mail.ts'
import { BOUNCED, BOUNCED_CASES } from './bounced.ts'
import { jsonText } from './json.ts'
import { readingsOf } from './order-cases.ts'
import { OF_SEVERAL } from './outbox-row.ts'
import { prepared, type Queryable } from './pool.ts'
import { headOf } from './reading-row.ts'

interface CaseRow {
  file: CaseFile
  status: Stage
  participants: string[]
  /** What speaks for it. */
  signs: string[]
  incomplete: boolean
  repliesLastDay: number
  affiliations: Affiliation[] | null
}

interface FactRow {
  n: number
  version: number
  cases: CaseRow[] | null
  earlier: number | null
  sameId: number | null
  old: boolean | null
  bounced: { outboxId: number; caseId: number | null; along: number[]; recipient: string } | null
  toAddress: number
  toDomain: number
  toAll: number
  blocked: boolean
  fresh: number[] | null
  freshClec: number | null
  clec: { file: Clec; version: number } | null
  earlyOrders: CaseFile[] | null
  affiliations: Affiliation[] | null
  repliesTo: string[] | null
  ofSeveral: number[][] | null
}

/** Replies that went out or will: drafts and rejected ones do not count against a cap. */
const COUNTED = `state not in ('draft', 'rejected')`

const affiliationsOf = (of: 'c' | 'k') => `
  (select json_agg(json_build_object('one', a.one_name, 'other', a.other_name)) from affiliation a
   where a.one_key = ${of}.company_key or a.other_key = ${of}.company_key)`

const FACTS = `
select k.n,
  coalesce((select version from correspondent where domain = k.domain), 0) as version,
  -- The cases that the mail may belong to, with the others of the same requests and those that they were merged into.
  (with r as materialized (
     select id, array_agg(sign) as signs
     from (
       select id, 'byToken' as sign from casefile where ref = any(k.token_refs)
       union all
       select id, 'bySubjectRef' from casefile where ref = any(k.subject_refs)
       union all
       select case_id, 'byReference' from case_thread where message_id = any(k.message_ids)
       union all
       (select case_id, 'awaiting' from awaited_messages where message_id = k.message_id limit 20)
       union all
       -- Many may answer what was written to many: of other domains they are not asked for.
       (select a.case_id, 'sameAwaited' from awaited_messages a where a.message_id = any(k.message_ids) and exists (
          select from case_participant p
          where p.case_id = a.case_id and right(p.address, length(k.domain) + 1) = '@' || k.domain) limit 20)
       union all
       (select p.case_id, 'bySender' from case_participant p join casefile c on c.id = p.case_id
        where p.address = k.sender and c.status <> 'closed' order by p.case_id desc limit 20)
       union all
       (select id, 'byMatter' from casefile
        where company_key = k.company_key and states && k.states
          and (status <> 'closed' or file #>> '{closed,reason}' = 'completed') order by id desc limit 20)
       union all
       (select id, 'byCompany' from casefile
        where company_key = k.company_key and cardinality(k.states) = 0 and status <> 'closed' order by id desc limit 20)
       union all
       select id, 'byMatter' from casefile where tracking = any(k.tracking) and status <> 'closed'
       union all
       ${BOUNCED_CASES}) candidate
     group by id),
   -- With those into which they were merged, one after the other.
   request as materialized (
     with recursive goes_on as (
       select c.request_id, c.file #>> '{closed,into}' as into from r join casefile c on c.id = r.id
       union select c.request_id, c.file #>> '{closed,into}' from goes_on join casefile c on c.ref = goes_on.into)
     select distinct request_id from goes_on)
   select json_agg(json_build_object(
     'file', c.file, 'status', c.status, 'signs', coalesce(r.signs, '{}'),
     'incomplete', exists (select from awaited_messages a where a.case_id = c.id),
     'affiliations', ${affiliationsOf('c')},
     'participants', (select coalesce(json_agg(distinct address), '[]') from case_participant p
                      where p.case_id in (select id from casefile s where s.request_id = c.request_id)),
     'repliesLastDay', (select count(*) from outbox o where o.case_id = c.id and o.answers is not null
                        and o.created_at > to_timestamp(k.now / 1000.0) - interval '1 day' and ${COUNTED})))
   from request join casefile c on c.request_id = request.request_id left join r on r.id = c.id) as cases,
  -- It lay there when its mailbox was first connected, or is older; a day, for no two clocks agree.
  (select (m.uid < e.old_below and m.uidvalidity = e.uidvalidity) or m.received_at < e.opened_at - interval '1 day'
   from message m cross join lateral (
     select * from mailbox_epoch where mailbox_id = m.mailbox_id order by opened_at limit 1) e
   where m.id = k.message_row and e.old_below > 0) as old,
  -- The candidates first, by index: offset 0 keeps the planner from looking at everybody's words.
  (select min(twin.first) from (
     select m.id, coalesce(m.duplicate_of, m.id) as first
     from message m
     where m.message_id = k.message_id and m.from_address = k.from_address and m.sent_at = k.sent_at
       and m.id <> k.message_row and m.stage = 'done' and m.outcome not in ('before-start', 'quarantined') offset 0) twin
   -- A reused Message-ID is no identity: only the same words are the same mail. Lists add theirs at the end.
   where (select left(ltrim(mail ->> 'text'), 200) from reading where message_id = twin.id)
       = left(ltrim(k.opening), 200)) as earlier,
  (select min(id) from message m
   where m.message_id = k.message_id and m.id <> k.message_row and m.stage = 'done' and m.duplicate_of is null
     and m.outcome not in ('before-start', 'quarantined', 'duplicate')) as "sameId",
  ${BOUNCED} as bounced,
  (select count(*)::int from outbox
   where recipient = k.recipient and created_at > to_timestamp(k.now / 1000.0) - interval '1 hour' and ${COUNTED}) as "toAddress",
  (select count(*)::int from outbox
   where recipient_domain = k.recipient_domain and created_at > to_timestamp(k.now / 1000.0) - interval '1 hour' and ${COUNTED}) as "toDomain",
  -- Once for all questions of the statement.
  (select count(*)::int from outbox where created_at > (
     select to_timestamp(max(now) / 1000.0) from json_to_recordset($1) as z(now float8)) - interval '1 hour'
   and ${COUNTED}) as "toAll",
  exists (select 1 from blocked_address where address = k.recipient) as blocked,
  (select json_agg(nextval('case_number')) from generate_series(1, k.wants_cases)) as fresh,
  case when k.company_key is not null then nextval('clec_number') end as "freshClec",
  (select json_build_object('file', file, 'version', version) from clec where name_key = k.company_key) as clec,
  ${affiliationsOf('k')} as affiliations,
  ${OF_SEVERAL} as "ofSeveral",
  (select json_agg(recipient) from outbox where message_id = any(k.own_ids)) as "repliesTo",
  case when k.wants_queue then (select json_agg(file) from casefile where early_order) end as "earlyOrders"
from json_to_recordset($1) as k(n int, message_row bigint, message_id text, from_address text,
  sent_at timestamptz, opening text, domain text, sender text, recipient text,
  recipient_domain text, message_ids text[], token_refs text[], subject_refs text[], bounced text[], wants_cases int,
  company_key text, states text[], tracking text[], own_ids text[], wants_queue boolean, now float8)`

export interface Asked {
  readonly messageId: number
  readonly mail: ReadMail
  /** The sender's domain, whose turn it is. */
  readonly domain: string
  readonly keys: FactKeys
  /** Year of a case that this mail may open. */
  readonly year: number
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** One answer per question, in their order; `version` is the domain's as the facts were seen. */
export async function loadFacts(
  db: Queryable,
  asked: readonly Asked[],
): Promise<readonly { readonly version: number; readonly facts: StoredFacts }[]> {
  const found = await prepared<FactRow>(db, 'facts', FACTS, [jsonText(asked.map(keyRow))])
  const byNumber = new Map(found.map((row) => [row.n, row]))
  const unread = await unreadIn(db, found)
  return asked.map(({ year }, n) => {
    const row = byNumber.get(n) as FactRow
    return { version: row.version, facts: { ...factsOf(row, year), unread } }
  })
}

/** Few cases wait for a person because of their first mail, and of no others the mails are looked up. */
async function unreadIn(db: Queryable, found: readonly FactRow[]): Promise<StoredFacts['unread']> {
  const files = found.flatMap(({ cases }) => (cases ?? []).map(({ file }) => file))
  const refs = files.flatMap(({ ref, needsPerson }) => (needsPerson === NOT_UNDERSTOOD ? [ref] : []))
  return refs.length === 0 ? new Map() : readingsOf(db, [...new Set(refs)])
}

/** Longer than what is compared of it, also after the spaces before it. */
const OPENING_CHARACTERS = 1_000

function keyRow({ messageId, mail, domain, keys, now }: Asked, n: number) {
  const [message_id, from_address, , sent_at] = headOf(mail)
  return {
    ...{ message_id, from_address, sent_at, opening: mail.text.slice(0, OPENING_CHARACTERS) },
    ...{ n, message_row: messageId, domain, sender: keys.sender, recipient: keys.recipient },
    recipient_domain: domainOf(keys.recipient),
    message_ids: keys.messageIds,
    token_refs: keys.tokenRefs,
    subject_refs: keys.subjectRefs,
    bounced: keys.bounced,
    wants_cases: keys.wantsCases,
    company_key: keys.companyKey,
    states: keys.states,
    tracking: keys.tracking,
    own_ids: keys.ownIds,
    wants_queue: keys.wantsQueue,
    now,
  }
}

/** A file may hold the same case under several candidates of one request; what speaks for it is put together. */
function viewsOf(found: readonly CaseRow[]): readonly (CaseRow & { readonly view: CaseView })[] {
  const byId = new Map<number, CaseRow>()
  for (const row of found) {
    const before = byId.get(row.file.id)
    byId.set(row.file.id, before ? { ...row, signs: [...before.signs, ...row.signs] } : row)
  }
  return [...byId.values()].map((row) => ({
    ...row,
    view: { ...row.file, status: row.status, participants: row.participants },
  }))
}

function factsOf(row: FactRow, year: number): Omit<StoredFacts, 'unread'> {
  const cases = viewsOf(row.cases ?? [])
  const by = (sign: keyof ThreadFacts) => cases.filter((one) => one.signs.includes(sign)).map((one) => one.view)
  return {
    threads: {
      byToken: by('byToken'),
      byReference: by('byReference'),
      awaiting: by('awaiting'),
      sameAwaited: by('sameAwaited'),
      bySubjectRef: by('bySubjectRef'),
      bySender: by('bySender'),
      incomplete: cases.filter((one) => one.incomplete && one.signs.includes('bySender')).map((one) => one.view),
      byMatter: by('byMatter'),
      byCompany: by('byCompany'),
      byLetterOfSeveral: row.ofSeveral ?? [],
      requests: cases.map((one) => one.view),
    },
    isOld: row.old ?? false,
    earlierDelivery: row.earlier,
    sameMessageId: row.earlier === null ? row.sameId : null,
    bouncedReply: row.bounced,
    repliesToAddressLastHour: row.toAddress,
    repliesToDomainLastHour: row.toDomain,
    repliesLastHour: row.toAll,
    repliesInCaseLastDay: new Map(cases.map((one) => [one.file.id, one.repliesLastDay])),
    recipientBlocked: row.blocked,
    freshCases: (row.fresh ?? []).map((id) => ({ id, ref: caseRef(year, id) })),
    clec: {
      freshId: row.freshClec ?? 0,
      known: row.clec === null ? null : { ...row.clec.file, version: row.clec.version },
    },
    affiliations: [...(row.affiliations ?? []), ...cases.flatMap((one) => one.affiliations ?? [])],
    earlyOrders: row.earlyOrders ?? [],
    repliesTo: row.repliesTo ?? [],
  }
}
