/**
 * The two moves that every reply makes, before its final dot and after it, in one statement for all replies under way:
 * what one does before its dot and another after it is committed together.
 */
import { batched } from '../foundation/batched.ts'
import type { Chime } from '../ports/bell.ts'
import type { ClaimedReply } from '../ports/stores/send-mail.ts'
import type { HandOver } from './claims.ts'
import { jsonText } from './json.ts'
import { type Pool, prepared } from './pool.ts'
import { type ChimeRow, chimesOf, RING_LEASE } from './work.ts'

const MOST = 64
/**
 * Around the final dot every moment is a doubt if the process dies in it, and a connection waits: hardly any gathering.
 */
const GATHER_MS = 2

const MOVE = `
with dot as (
  update outbox set handed = handed + 1, in_doubt = true
  where id = any($1) and state = 'sending' and claimed_by = $2 and not in_doubt returning id),
d as (select * from json_to_recordset($3) as d(work bigint, id bigint, response text, held boolean)),
sent as (
  update outbox o set state = 'sent', sent_at = now(), last_error = null
  from d where o.id = d.id and o.state in ('sending', 'unsure') returning o.id, o.case_id, o.answers, d.response, d.held),
told as (
  insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
  select now(), 'system', 'reply-sent', case_id, answers, id, json_build_object('response', response) from sent),
gone as (delete from work where id in (select work from d)),
copying as (
  -- What nobody rings now is due at once, for the first sweep after the rush.
  insert into work (stage, ref, next_at, attempts)
  select 'copy', id, case when $5::boolean then now() else now() + ${RING_LEASE} end, held::int from sent
  where $4::boolean returning id, ref, stage, rings)
select id as ref, null::bigint as id, null as stage, 0 as rings, now() as at from dot
union all select ref, id, stage, rings, now() from copying`

/** A sent reply whose copy is to be filed; `again` when an earlier attempt may have filed it. */
export interface Copy {
  readonly outboxId: number
  readonly messageId: string
  readonly raw: Buffer
  readonly sentAt: Date
  readonly again: boolean
}

/** To the copier of this process: the row of work counts the attempt already. */
export type Copies = HandOver<Copy>

export interface Sent {
  readonly work: string
  readonly id: number
  readonly response: string
  /** What a copy is made of, where it is at hand. */
  readonly reply: Pick<ClaimedReply, 'messageId' | 'raw'> | null
}

type Move = { readonly move: 'dot'; readonly id: number } | ({ readonly move: 'sent' } & Sent)
type Moved = { readonly chimes: readonly Chime[]; readonly marked: boolean }
type MovedRow = ChimeRow & { ref: number; at: Date }

/** Who files copies beside us, and whether mail waits for its turn here: then copies wait for the sweep. */
export interface Copying {
  readonly wanted: boolean
  readonly copies: Copies | null
  readonly rush: () => boolean
}

export function replyMoves(pool: Pool, instance: number, { wanted, copies, rush }: Copying) {
  return batched(
    MOST,
    async (moves: readonly Move[]): Promise<readonly Moved[]> => {
      const later = rush()
      // What is left to the sweep must not be begun.
      const hold = !later && (copies?.hasRoom() ?? false)
      const dots = moves.flatMap((one) => (one.move === 'dot' ? [one.id] : []))
      const sent = moves.flatMap((one) => (one.move === 'sent' ? [rowOf(one, hold)] : []))
      const values = [dots, instance, jsonText(sent), wanted, later]
      const found = await prepared<MovedRow>(pool, 'move-replies', MOVE, values)
      const byReply = new Map(found.map((row) => [row.ref, row]))
      return moves.map((one) => {
        const row = byReply.get(one.id)
        if (one.move === 'dot') return { chimes: [], marked: row !== undefined }
        return { chimes: row && !later ? chimesFor(one, row, hold ? copies : null) : [], marked: false }
      })
    },
    { gatherMs: GATHER_MS },
  )
}

function rowOf({ work, id, response, reply }: Sent, hold: boolean) {
  return { work, id, response, held: hold && reply !== null }
}

function chimesFor({ id: outboxId, reply }: Sent, row: MovedRow, copies: Copies | null): readonly Chime[] {
  const chimes = chimesOf([row])
  if (copies === null || reply === null) return chimes
  copies.hold(String(row.id), { outboxId, messageId: reply.messageId, raw: reply.raw, sentAt: row.at, again: false })
  return chimes.map((chime) => ({ ...chime, here: true }))
}
