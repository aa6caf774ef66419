/** Digests as they went to somebody: what was said when, and the one statement that says one. */

import type { Chime } from '../ports/bell.ts'
import type { DigestStore, SaidDigest, SaidSoFar } from '../ports/stores/digests.ts'
import { digestFacts } from './digest-facts.ts'
import { jsonText } from './json.ts'
import { OUTBOX_COLUMNS, outboxRow } from './outbox-row.ts'
import { type Pool, rows } from './pool.ts'
import { stumbleStore } from './stumbles.ts'
import { type ChimeRow, chimesOf, RING_LEASE } from './work.ts'

/**
 * A digest out of turn has a number behind its day; a day without one is that of the digest in its turn. One out of turn
 * that did not go out told nobody anything.
 */
const SAID = `
select staff, ${ms("max(at) filter (where day not like '%+%')")} as "inTurn",
  ${ms("max(at) filter (where at < to_timestamp($2::float8 / 1000) and (outbox_id is not null or day not like '%+%'))")} as "beforeToday"
from digest where staff = any($1) group by staff`

const NOW = 'to_timestamp($2::float8 / 1000)'

/** The outbox row has its number beforehand: it is written only where nobody said that day's digest meanwhile. */
const COMMIT = `
with letter as materialized (
  select o.*, nextval(pg_get_serial_sequence('outbox', 'id')) as id from json_to_recordset($1) as o(${OUTBOX_COLUMNS})),
said as (
  insert into digest (id, staff, day, at, lines, outbox_id) overriding system value
  values ($3, $4, $5, ${NOW}, $6, (select id from letter))
  on conflict (staff, day) do nothing returning id),
queued as (
  insert into outbox (id, key, case_id, template, recipient, recipient_domain, subject, message_id, in_reply_to,
                      return_path, raw, plain_receipt, state, created_at) overriding system value
  select letter.id, key, case_id, template, recipient, recipient_domain, subject, message_id, in_reply_to, return_path,
         decode(raw, 'base64'), plain_receipt, state, ${NOW} from letter, said
  returning id, template),
told as (
  insert into timeline (at, actor, event, outbox_id, detail)
  select ${NOW}, 'system', 'digest-queued', id, json_build_object('staff', $4::text, 'day', $5::text) from queued),
rung as (
  insert into work (stage, ref, next_at) select 'send', id, now() + ${RING_LEASE} from queued returning id, stage, rings)
select exists (select from said) as yes,
  (select json_agg(json_build_object('id', id, 'stage', stage, 'rings', rings)) from rung) as chimes`

export function digestStore(pool: Pool): DigestStore {
  return {
    stumbles: stumbleStore(pool),
    async said(staff, today) {
      const found = await rows<SaidSoFar & { staff: string }>(pool, SAID, [staff, today])
      return new Map(found.map((row) => [row.staff, row]))
    },
    facts: (question) => digestFacts(pool, question),
    async nextId() {
      const [row] = await rows<{ id: number }>(pool, `select nextval(pg_get_serial_sequence('digest', 'id')) as id`)
      return row?.id as number
    },
    async untoldLegal(staff) {
      const found = await rows<{ id: number }>(
        pool,
        `select id from task where sort = 'legal' and done_at is null and (
           select count(*) from digest where day = 'legal+' || task.id and staff = any($1)) < cardinality($1)
         order by id limit 20`,
        [staff],
      )
      return found.map((row) => row.id)
    },
    async freeDay(staff, day) {
      const [row] = await rows<{ said: number }>(
        pool,
        `select count(*)::int as said from digest where staff = $1 and day like $2 || '+%'`,
        [staff, day],
      )
      return `${day}+${(row?.said ?? 0) + 1}`
    },
    async unblock(address) {
      const found = await rows(pool, 'delete from blocked_address where address = $1 returning address', [address])
      return found.length > 0
    },
    commit: (digest) => commit(pool, digest),
  }
}

async function commit(pool: Pool, digest: SaidDigest): Promise<readonly Chime[] | null> {
  const { id, staff, day, now, lines, letter } = digest
  const letters = letter === null ? [] : [outboxRow(letter, false)]
  const [row] = await rows<{ yes: boolean; chimes: ChimeRow[] | null }>(pool, COMMIT, [
    ...[jsonText(letters), now, id, staff, day, jsonText([...lines])],
  ])
  return row?.yes ? chimesOf(row.chimes ?? []) : null
}

function ms(instant: string): string {
  return `floor(extract(epoch from ${instant}) * 1000)::float8`
}
