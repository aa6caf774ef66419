/** The cases of an order, their mails, and whom we write to in them. */
import type { CaseFile } from '../domain/casework/case-file.ts'
import type { ProvingMail } from '../domain/casework/proofs.ts'
import { asCorrected } from '../domain/learn/correct.ts'
import type { Label } from '../domain/learn/example.ts'
import type { ReadMail } from '../domain/mail.ts'
import { caseContacts } from '../domain/orders/case-contact.ts'
import type { CaseMail, OrderFacts } from '../domain/orders/order-facts.ts'
import type { Understanding } from '../domain/understanding.ts'
import { type Pool, type Queryable, rows } from './pool.ts'

export async function casesOf(pool: Pool, refs: readonly string[]): Promise<OrderFacts['cases']> {
  const found = await rows<{ file: CaseFile }>(pool, 'select file from casefile where ref = any($1) order by id', [
    refs,
  ])
  return new Map(found.map(({ file }) => [file.ref, file]))
}

/** `whatTheyAnswer`: what a mail refers to stands in its reading, and that is long. */
export async function mailsOf(
  pool: Pool,
  refs: readonly string[],
  whatTheyAnswer: boolean,
): Promise<OrderFacts['mails']> {
  const found = await rows<{ ref: string; mails: readonly CaseMail[] }>(pool, MAILS, [refs, whatTheyAnswer])
  return new Map(found.map(({ ref, mails }) => [ref, mails]))
}

const MAILS = `
select c.ref, json_agg(json_build_object('id', m.id, 'subjectStem', lower(coalesce(m.subject, '')),
  'receivedAt', floor(extract(epoch from m.received_at) * 1000),
  'filedAt', floor(extract(epoch from coalesce(d.decided_at, m.received_at)) * 1000),
  'sender', case when m.kind = 'human' then m.from_address end, 'messageId', m.message_id,
  'refersTo', array(select json_array_elements_text(r.mail -> 'inReplyTo')
                    union select json_array_elements_text(r.mail -> 'references'))) order by m.received_at, m.id) as mails
from casefile c join case_message cm on cm.case_id = c.id join message m on m.id = cm.message_id
  left join decision d on d.message_id = m.id left join reading r on $2 and r.message_id = m.id
where c.ref = any($1) group by c.ref`

/** Readings are long, and no case that is still worked on has more mails that anybody would weigh again. */
const MOST_READINGS = 200

/** Mails of people in these cases as they were read, and as a person corrected them since: the newest and `always`. */
export async function readingsOf(
  db: Queryable,
  refs: readonly string[],
  always: number | null = null,
): Promise<OrderFacts['readings']> {
  const found = await rows<Reading & { readonly ref: string }>(db, READINGS, [refs, MOST_READINGS, always])
  const readings = new Map<string, readonly ProvingMail[]>()
  for (const { ref, ...reading } of found) readings.set(ref, [...(readings.get(ref) ?? []), provingMail(reading)])
  return readings
}

interface Reading {
  readonly id: number
  readonly receivedAt: number
  readonly mail: ReadMail
  readonly understanding: Understanding
  readonly label: Label | null
}

function provingMail({ label, understanding, ...rest }: Reading): ProvingMail {
  return { ...rest, understanding: label === null ? understanding : asCorrected(understanding, label) }
}

const READINGS = `
select * from (
  select c.ref, m.id, floor(extract(epoch from m.received_at) * 1000)::float8 as "receivedAt", r.mail, d.understanding,
    k.label, row_number() over (partition by c.id order by m.received_at desc, m.id desc) as place
  from casefile c join case_message cm on cm.case_id = c.id join message m on m.id = cm.message_id
    join reading r on r.message_id = m.id join decision d on d.message_id = m.id
    left join correction k on k.message_id = m.id and k.withdrawn_at is null
  where c.ref = any($1) and (m.kind = 'human' or m.id = $3)) of_case
where place <= $2 or id = $3 order by ref, place desc`

export async function contactsOf(
  pool: Pool,
  cases: OrderFacts['cases'],
  mails: OrderFacts['mails'],
): Promise<OrderFacts['contacts']> {
  const wanted = [...caseContacts(cases.values(), mails, () => false).values()]
  const senders = [...mails.values()].flat().flatMap(({ sender }) => (sender === null ? [] : [sender.toLowerCase()]))
  const found = await rows<{ address: string }>(
    pool,
    'select lower(address) as address from blocked_address where lower(address) = any($1)',
    [[...wanted, ...senders]],
  )
  const blocked = new Set(found.map(({ address }) => address))
  return caseContacts(cases.values(), mails, (address) => blocked.has(address))
}
