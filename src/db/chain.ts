/** Reads the chains of the timeline and checks them entry by entry; hashed here, not by the database that is checked. */
import { createHash } from 'node:crypto'
import { type Flaw, linkText } from '../domain/chain.ts'
import { type Queryable, rows } from './pool.ts'

export interface ChainFlaw {
  readonly chain: string
  readonly place: number | null
  readonly entry: number | null
  readonly flaw: Flaw
}

export interface ChainEntry {
  readonly chain: string | null
  readonly place: number
  readonly linkedId: number
  readonly detailSha256: string
  readonly hash: string
  readonly erased: boolean
  /** null: the timeline has no such entry. */
  readonly id: number | null
  readonly at: string
  readonly actor: string
  readonly event: string
  readonly caseId: number | null
  readonly messageId: number | null
  readonly outboxId: number | null
  readonly detail: string
}

const ENTRIES = `
select l.chain, l.place, l.timeline_id as "linkedId", encode(l.detail_sha256, 'hex') as "detailSha256",
  encode(l.hash, 'hex') as hash, l.erased_at is not null as erased, t.id,
  to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, t.actor, t.event, t.case_id as "caseId",
  t.message_id as "messageId", t.outbox_id as "outboxId", t.detail::text as detail
from timeline_link l full join timeline t on t.id = l.timeline_id`

const PAGE = 2_000

export async function countEntries(db: Queryable): Promise<number> {
  const [row] = await rows<{ count: number }>(db, 'select count(*) as count from timeline')
  return row?.count ?? 0
}

/** The chain of one case from its start. */
export function chainOfCase(db: Queryable, caseId: number): Promise<ChainEntry[]> {
  return rows(db, `${ENTRIES.replace('full join', 'join')} where t.case_id = $1 order by l.place`, [caseId])
}

/** Every flaw of every chain. In one snapshot: the caller has opened a transaction for that. `onSeen`: entries so far. */
export async function* chainFlaws(client: Queryable, onSeen: (count: number) => void): AsyncGenerator<ChainFlaw> {
  const ends = `select coalesce(c.chain, l.chain) as chain from timeline_chain c full join (
      select distinct on (chain) chain, place, hash from timeline_link order by chain, place desc) l on l.chain = c.chain
    where (c.entries, c.head) is distinct from (l.place, l.hash)`
  for (const { chain } of await rows<{ chain: string }>(client, ends)) yield flawOf(chain, null, null, 'end-missing')
  await client.query(`declare entries no scroll cursor for ${ENTRIES} order by l.chain collate "C", l.place, t.id`)
  let before: { chain: string | null; place: number; hash: string } = { chain: null, place: 0, hash: '' }
  for (let seen = 0; ; ) {
    const page = await rows<ChainEntry>(client, `fetch ${PAGE} from entries`)
    for (const entry of page) {
      const previous = before.chain === entry.chain ? before : { chain: entry.chain, place: 0, hash: '' }
      const flaw = flawAt(entry, previous)
      if (flaw !== null) yield flawOf(entry.chain ?? '-', entry.place, entry.id ?? entry.linkedId, flaw)
      before = { chain: entry.chain, place: entry.place, hash: entry.hash }
    }
    seen += page.length
    onSeen(seen)
    if (page.length < PAGE) break
  }
  await client.query('close entries')
}

function flawAt(entry: ChainEntry, before: { readonly place: number; readonly hash: string }): Flaw | null {
  const { chain, id } = entry
  if (chain === null) return 'entry-unchained'
  if (id === null) return 'entry-missing'
  if (chain !== chainOf(entry)) return 'entry-changed'
  if (!entry.erased && sha256(entry.detail) !== entry.detailSha256) return 'entry-changed'
  if (entry.place !== before.place + 1) return 'chain-broken'
  const text = linkText(entry.place === 1 ? null : before.hash, { ...entry, chain, id })
  return sha256(text) === entry.hash ? null : 'entry-changed'
}

function chainOf({ caseId, messageId, outboxId }: ChainEntry): string {
  if (caseId !== null) return `case ${caseId}`
  if (messageId !== null) return `mail ${messageId}`
  return outboxId === null ? 'system' : `letter ${outboxId}`
}

function flawOf(chain: string, place: number | null, entry: number | null, flaw: Flaw): ChainFlaw {
  return { chain, place, entry, flaw }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
