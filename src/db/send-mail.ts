/** The outbox side of sending: claims and outcomes, one statement each. */
import { batched } from '../foundation/batched.ts'
import type { Chime } from '../ports/bell.ts'
import type { ClaimedReply, UnsureReply } from '../ports/stores/send-mail.ts'
import type { Claims } from './claims.ts'
import { plainText } from './json.ts'
import { INSTANCE_SPACE } from './leases.ts'
import { type Pool, prepared, type Queryable, rows, transaction } from './pool.ts'
import { type Copies, replyMoves, type Sent } from './reply-moves.ts'
import { type ChimeRow, chimesOf, handedOut, RING_LEASE } from './work.ts'

const MOST = 32
/** What is being sent has its row of work; by it a few rows are found among all that were ever sent. */
const UNDER_WAY = `id in (select ref from work where stage = 'send')`
/** As SQL interval: longer than one SMTP transaction lasts under the longest timeout that can be configured. */
const LONGEST_SENDING = `interval '2 hours'`

const CLAIMED = `o.id as "outboxId", o.answers, o.recipient, o.return_path as "returnPath", o.message_id as "messageId", o.raw,
  o.attempts, o.created_at as "createdAt", 
  floor(extract(epoch from now() - w.created_at) * 1000)::float8 as "waitedMs"`

const CLAIM = `
update outbox o set state = 'sending', in_doubt = false, claimed_by = $2, claimed_at = now(), attempts = o.attempts + 1
from work w where w.id = any($1) and w.stage = 'send' and o.id = w.ref and o.state in ('queued', 'retry')
  and (o.not_before is null or o.not_before <= now())
returning w.id as work, ${CLAIMED}`

/** State after an attempt that did not end in `sent`, told in the timeline. */
const OUTCOME = `
with done as (
  update outbox set state = $2, last_error = left($3, 2000), attempts = attempts - case when $4 then 0 else 1 end,
    -- Whatever is known to have failed was not delivered after all.
    handed = handed - case when in_doubt and $2 <> 'unsure' then 1 else 0 end, in_doubt = false
  where id = $1 and state in ('sending', 'unsure') returning id, case_id, answers)
insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
select now(), 'system', 'reply-' || $2, case_id, answers, id, json_build_object('why', $3::text) from done`

/** Common table that notes reply `$2` as given up because of `$3`. */
const NOTED = `noted as (
  insert into given_up (stage, ref, attempts, reason) select 'send', id, attempts, left($3, 2000) from outbox where id = $2
  on conflict (stage, ref) do update set attempts = excluded.attempts, reason = excluded.reason, at = now())`

export interface SendNeighbours {
  readonly claims?: Claims | null
  readonly copies?: Copies | null
  readonly rush?: () => boolean
}

/**
 * `claims` and `copies`: what the decider begins for us and we for the copier, where they stand beside us. `rush`:
 * whether mail waits for its turn; an answer is awaited, its copy in Sent is not, and waits for the sweep.
 */
export function sendStore(
  pool: Pool,
  instance: number,
  copiesWanted: boolean,
  { claims = null, copies = null, rush = () => false }: SendNeighbours = {},
) {
  const move = replyMoves(pool, instance, { wanted: copiesWanted, copies, rush })
  const claim = batched(MOST, async (works: readonly string[]): Promise<readonly (ClaimedReply | null)[]> => {
    const found = await prepared<ClaimedReply & { work: number }>(pool, 'claim-replies', CLAIM, [works, instance])
    return handedOut(works, found)
  })

  /**
   * An outcome and what it means for the work and for people, in one transaction. The timeline is written last: what asks
   * whether the case is there would wait for whoever decides about it, who waits for the timeline of the case.
   */
  async function outcome(
    outboxId: number,
    state: 'retry' | 'refused' | 'unsure',
    why: string,
    counts: boolean,
    then: { readonly sql: string; readonly values: readonly unknown[] },
  ): Promise<readonly ChimeRow[]> {
    return transaction(pool, 'begin', async (client) => {
      const chimes = await rows<ChimeRow>(client, then.sql, then.values)
      await prepared(client, 'reply-outcome', OUTCOME, [outboxId, state, plainText(why), counts])
      return chimes
    })
  }

  return {
    claim: async (workId: string): Promise<ClaimedReply | null> => claims?.take(workId) ?? claim(workId),

    async forgotten(workId: string): Promise<void> {
      const mine = `claimed_by = $2 and id = (select ref from work where id = $1 and stage = 'send')`
      await adopt(pool, mine, [workId, instance], 'claimed, and then forgotten')
    },

    /** What was claimed for this process and not begun when it stops: others may send it. */
    async release(): Promise<void> {
      const ids = claims?.rest().map((reply) => reply.outboxId) ?? []
      if (ids.length > 0) await adopt(pool, 'claimed_by = $1 and id = any($2)', [instance, ids], 'the process stopped')
    },

    async unsure(workId: string): Promise<UnsureReply | null> {
      const [row] = await rows<UnsureReply>(
        pool,
        `select ${CLAIMED}, o.plain_receipt as "plainReceipt", o.handed
         from work w join outbox o on o.id = w.ref where w.id = $1 and w.stage = 'send' and o.state = 'unsure'`,
        [workId],
      )
      return row ?? null
    },

    /** Whoever stops a letter in the moment in which another one approves it does not see that one's work yet. */
    async needless(workId: string): Promise<void> {
      await pool.query(
        `delete from work w using outbox o
         where w.id = $1 and w.stage = 'send' and o.id = w.ref and o.state in ('draft', 'rejected')`,
        [workId],
      )
    },

    async claimAgain(workId: string): Promise<ClaimedReply | null> {
      const [row] = await rows<ClaimedReply>(
        pool,
        `update outbox o set state = 'sending', in_doubt = false, claimed_by = $2, claimed_at = now(), attempts = o.attempts + 1
         from work w where w.id = $1 and o.id = w.ref and o.state = 'unsure' and o.handed < 2 returning ${CLAIMED}`,
        [workId, instance],
      )
      return row ?? null
    },

    async beforeDot(outboxId: number): Promise<void> {
      const { marked } = await move({ move: 'dot', id: outboxId })
      if (!marked) throw new Error('the reply is not ours to send any more')
    },

    async sent(
      workId: string,
      outboxId: number,
      response: string,
      reply: Sent['reply'] = null,
    ): Promise<readonly Chime[]> {
      const { chimes } = await move({
        move: 'sent',
        work: workId,
        id: outboxId,
        response: response.slice(0, 500),
        reply,
      })
      return chimes
    },

    async retry(workId: string, outboxId: number, why: string, at: Date, counts: boolean): Promise<void> {
      const sql = `with later as (update outbox set not_before = $2 where id = (select ref from work where id = $1))
        update work set next_at = $2, last_error = left($3, 2000) where id = $1`
      await outcome(outboxId, 'retry', why, counts, { sql, values: [workId, at, plainText(why)] })
    },

    async refused(workId: string, outboxId: number, why: string): Promise<void> {
      const sql = `with gone as (delete from work where id = $1), ${NOTED}
        insert into task (sort, sentence, case_id, outbox_id)
        select 'delivery', 'The reply to ' || recipient || ' was refused: ' || left($3, 300)
          || ' (intagree quarantine retry reply-' || id || ')', case_id, id from outbox where id = $2`
      await outcome(outboxId, 'refused', why, true, { sql, values: [workId, outboxId, plainText(why)] })
    },

    async becameUnsure(workId: string, outboxId: number, why: string) {
      const sql = `update work set next_at = now() + ${RING_LEASE}, rings = rings + 1 where id = $1 returning id, stage, rings`
      return chimesOf(await outcome(outboxId, 'unsure', why, true, { sql, values: [workId] }))
    },

    async askPerson(workId: string, outboxId: number, why: string): Promise<void> {
      await pool.query(
        `with gone as (delete from work where id = $1), ${NOTED}
         insert into task (sort, sentence, case_id, outbox_id)
         select 'delivery', 'It is unknown whether the reply to ' || recipient || ' arrived (' || $3 || '); look in its mail server''s log before sending it again'
           || ' (intagree quarantine retry reply-' || id || ').', case_id, id
         from outbox where id = $2`,
        [workId, outboxId, why],
      )
    },

    /**
     * A claimant lives while it holds its number; a claim younger than a reconnect is left alone. One that is older
     * than any transaction can be was lost on its way to a claimant who lives.
     */
    async adoptOrphans(): Promise<number> {
      const claimants = await rows<{ id: number }>(
        pool,
        `select distinct claimed_by as id from outbox
         where ${UNDER_WAY} and state = 'sending' and claimed_by <> $1 and claimed_at < now() - interval '3 seconds'`,
        [instance],
      )
      let orphans = await adopt(
        pool,
        `claimed_at < now() - ${LONGEST_SENDING}`,
        [],
        'claimed long ago, and then forgotten',
      )
      for (const claimant of claimants) orphans += await orphansOf(pool, claimant.id)
      return orphans
    },
  }
}

/** Takes the dead process's number for the length of one transaction; while somebody else holds it, it is alive. */
async function orphansOf(pool: Pool, instance: number): Promise<number> {
  return transaction(pool, 'begin', async (client) => {
    const [lock] = await rows<{ free: boolean }>(client, 'select pg_try_advisory_xact_lock($1, $2) as free', [
      INSTANCE_SPACE,
      instance,
    ])
    if (!lock?.free) return 0
    return adopt(client, 'claimed_by = $1', [instance], 'the sending process died')
  })
}

/**
 * What nobody sends any more: certainly not delivered, and so queued again, unless the final dot of this attempt or of
 * one before may have left.
 */
async function adopt(db: Queryable, which: string, values: readonly unknown[], why: string): Promise<number> {
  const found = await rows(
    db,
    `with orphan as (
       update outbox set state = case when in_doubt or handed > 0 then 'unsure' else 'queued' end, last_error = '${why}'
       where ${UNDER_WAY} and state = 'sending' and ${which} returning id, state, case_id, answers),
     due as (update work set next_at = now() where stage = 'send' and ref in (select id from orphan))
     insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
     select now(), 'system', 'reply-' || state, case_id, answers, id, json_build_object('why', '${why}') from orphan
     returning id`,
    values,
  )
  return found.length
}
