/** What the database knows of a person, by address or by name, and what of it is taken away with their mails. */
import type { CaseFile } from '../domain/casework/case-file.ts'
import type { Clec } from '../domain/casework/clec.ts'
import type { ErasableMail } from '../domain/erasure.ts'
import { type Queryable, rows } from './pool.ts'

export interface PersonMail extends ErasableMail {
  readonly receivedAt: Date
}

/** The addresses under which somebody wrote: the address itself, or all that came with that name in From. */
export async function addressesOf(db: Queryable, who: string): Promise<readonly string[]> {
  if (who.includes('@')) return [who.toLowerCase()]
  const found = await rows<{ address: string }>(
    db,
    `select distinct lower(m.from_address) as address from message m join reading r on r.message_id = m.id
     where m.from_address is not null and lower(r.mail -> 'from' -> 0 ->> 'name') = lower($1) order by 1`,
    [who],
  )
  return found.map((row) => row.address)
}

/** Their mails, with the cases they lie in, which stay as they are until the transaction ends. */
export async function mailsOfPerson(client: Queryable, addresses: readonly string[]): Promise<readonly PersonMail[]> {
  type Row = Omit<PersonMail, 'cases'> & { caseIds: number[] }
  // As JSON: numbers in an array of bigint would come as text.
  const mails = await rows<Row>(
    client,
    `select m.id, m.received_at as "receivedAt", m.stage = 'done' as settled,
       (select count(*)::int from outbox o where o.answers = m.id
          and o.state in ('draft', 'queued', 'sending', 'retry', 'unsure')) as "lettersOpen",
       (select coalesce(json_agg(case_id order by case_id), '[]') from case_message where message_id = m.id) as "caseIds"
     from message m where lower(m.from_address) = any($1) and m.erased_at is null order by m.id`,
    [addresses],
  )
  const ids = [...new Set(mails.flatMap((mail) => mail.caseIds))]
  // Locked first and read then: a hold that was being set meanwhile is seen only by a statement that begins after it.
  await rows(client, 'select id from casefile where id = any($1) order by id for update', [ids])
  const cases = await rows<{ id: number; file: CaseFile; hold: string | null }>(
    client,
    `select c.id, c.file, (select because from legal_hold h where h.case_id = c.id) as hold
     from casefile c where c.id = any($1)`,
    [ids],
  )
  const byId = new Map(cases.map((one) => [one.id, { file: one.file, hold: one.hold }]))
  return mails.map(({ caseIds, ...mail }) => ({ ...mail, cases: caseIds.map((id) => known(byId, id)) }))
}

/** A case that was not found must not pass for one that forbids nothing. */
function known<Value>(byId: ReadonlyMap<number, Value>, id: number): Value {
  const found = byId.get(id)
  if (found === undefined) throw new Error(`case ${id} was not found`)
  return found
}

/** Letters to the person that have ended, in these cases. */
export async function lettersToPerson(
  client: Queryable,
  addresses: readonly string[],
  caseIds: readonly number[],
): Promise<readonly number[]> {
  const found = await rows<{ id: number }>(
    client,
    `select id from outbox where lower(recipient) = any($1) and case_id = any($2) and state in ('sent', 'refused', 'rejected')`,
    [addresses, caseIds],
  )
  return found.map((row) => row.id)
}

/** The case with its new file, and without the person among those who take part in it. */
export async function forgetInCase(client: Queryable, file: CaseFile, addresses: readonly string[]): Promise<void> {
  await rows(client, 'update casefile set file = $2, version = version + 1 where id = $1', [
    file.id,
    JSON.stringify(file),
  ])
  await rows(client, 'delete from case_participant where case_id = $1 and lower(address) = any($2)', [
    file.id,
    addresses,
  ])
}

/** Takes the person out of the contacts of every company. */
export async function forgetContact(client: Queryable, addresses: readonly string[]): Promise<void> {
  const gone = new Set(addresses)
  const found = await rows<{ id: number; file: Clec }>(
    client,
    `select id, file from clec where exists (
       select from json_array_elements(file -> 'contacts') c where lower(c ->> 'address') = any($1))
     order by name_key for update`,
    [addresses],
  )
  for (const { id, file } of found) {
    const contacts = file.contacts.filter(({ address }) => !gone.has(address.toLowerCase()))
    const changed = JSON.stringify({ ...file, contacts, version: file.version + 1 })
    await rows(client, 'update clec set file = $2, version = version + 1 where id = $1', [id, changed])
  }
}
