/** Searching: what matches, and how the words of a query stand in a mail. */
import type { ReadMail } from '../domain/mail.ts'
import { type Pool, rows, transaction } from './pool.ts'

export interface FoundMail {
  readonly id: number
  readonly receivedAt: Date
  readonly from: string | null
  readonly subject: string | null
  readonly kind: string | null
  readonly caseRefs: readonly string[]
  readonly mail: ReadMail
}

export interface FoundCaseLine {
  readonly ref: string
  readonly company: string | null
  readonly state: string | null
  readonly status: string
  readonly receivedAt: Date
}

export interface FindAsk {
  /** For `websearch_to_tsquery`. */
  readonly websearch: string
  readonly most: number
  /** Received at or after, and before. */
  readonly from: Date | null
  readonly to: Date | null
}

export interface FindMailsAsk extends FindAsk {
  /** Only mails of this case. */
  readonly caseRef: string | null
  /** Only what stands behind this mail in the list. */
  readonly after: number | null
}

const ASKED = `websearch_to_tsquery('english', $1)`
const WITHIN = (at: string) => `($3::timestamptz is null or ${at} >= $3) and ($4::timestamptz is null or ${at} < $4)`

/** So many of the newest mails are looked through before the index is asked. */
const NEWEST = 2_000

/** Common words are found among the newest at once; the index would give all that there ever were. */
const AMONG_NEWEST = `
with newest as materialized (
  select message_id, words from reading where $5::bigint is null or message_id < $5
  order by message_id desc limit ${NEWEST})
select m.id from newest join message m on m.id = newest.message_id
where words @@ ${ASKED} and ${WITHIN('m.received_at')} order by m.id desc limit $2`

/** Materialized, or the planner looks through all mails from the newest on: it cannot know which words go together. */
const AMONG_ALL = `
with hit as materialized (select message_id from reading where words @@ ${ASKED})
select m.id from hit join message m on m.id = hit.message_id
where ($5::bigint is null or m.id < $5) and ${WITHIN('m.received_at')} order by m.id desc limit $2`

const IN_CASE = `
with mine as materialized (
  select cm.message_id from case_message cm join casefile c on c.id = cm.case_id where c.ref = $6)
select m.id from mine join message m on m.id = mine.message_id join reading r on r.message_id = m.id
where r.words @@ ${ASKED} and ($5::bigint is null or m.id < $5) and ${WITHIN('m.received_at')}
order by m.id desc limit $2`

const SHOWN = `
select m.id, m.received_at as "receivedAt", m.from_address as "from", m.subject, m.kind, r.mail,
  (select coalesce(array_agg(c.ref order by c.id), '{}') from case_message cm join casefile c on c.id = cm.case_id
   where cm.message_id = m.id) as "caseRefs"
from message m join reading r on r.message_id = m.id where m.id = any($1) order by m.id desc`

/** The newest first. */
export async function findMails(pool: Pool, ask: FindMailsAsk): Promise<FoundMail[]> {
  const values = [ask.websearch, ask.most, ask.from, ask.to, ask.after]
  const idsOf = async (sql: string, ...more: readonly unknown[]) =>
    (await rows<{ id: number }>(pool, sql, [...values, ...more])).map(({ id }) => id)
  const ids = ask.caseRef === null ? await idsOf(AMONG_NEWEST) : await idsOf(IN_CASE, ask.caseRef)
  const isEnough = ask.caseRef !== null || ids.length === ask.most
  return rows<FoundMail>(pool, SHOWN, [isEnough ? ids : await idsOf(AMONG_ALL)])
}

const apart = (text: string) => `to_tsvector('english', regexp_replace(${text}, '[^[:alnum:]]+', ' ', 'g'))`
const CASE_WORDS = apart(`ref || ' ' || coalesce(company, '') || ' ' || coalesce(tracking, '')`)
const CLEC_WORDS = apart(
  `legal_name || ' ' || coalesce(file ->> 'otherNames', '') || ' ' || coalesce(file -> 'identifiers' ->> 'ocn', '')
    || ' ' || coalesce(file -> 'identifiers' ->> 'acna', '')`,
)

/** By index whatever the planner thinks of it: to make the words of every case anew costs far more than it knows. */
const BY_INDEX = 'begin read only; set local enable_seqscan = off; set local enable_hashjoin = off'

/** By reference, number of the agreement, and names and codes of the company; the newest first. */
export function findCases(pool: Pool, ask: FindAsk): Promise<FoundCaseLine[]> {
  return transaction(pool, BY_INDEX, (client) =>
    rows<FoundCaseLine>(
      client,
      `with hit as (
         select id from casefile where ${CASE_WORDS} @@ ${ASKED}
         union
         select id from casefile where clec_id in (select id from clec where ${CLEC_WORDS} @@ ${ASKED}))
       select ref, company, nullif(array_to_string(states, ','), '') as state, status, received_at as "receivedAt"
       from casefile where id in (select id from hit) and ${WITHIN('received_at')} order by id desc limit $2`,
      [ask.websearch, ask.most, ask.from, ask.to],
    ),
  )
}

/** Those of the written words that the query means by one of its own: `adopting` by "adopt". */
export async function wordsMeant(
  pool: Pool,
  written: readonly string[],
  asked: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await rows<{ word: string }>(
    pool,
    `with asked as materialized (select tsvector_to_array(to_tsvector('english', $2)) as lexemes)
     select word from asked, unnest($1::text[]) as word
     where tsvector_to_array(to_tsvector('english', word)) && asked.lexemes`,
    [written, asked.join(' ')],
  )
  return new Set(found.map(({ word }) => word))
}
