import { type Pool, rows } from './pool.ts'

/** How far a mail came, by its Message-ID; what is null has not happened yet. */
export interface Passage {
  readonly takenAt: Date
  readonly readAt: Date | null
  readonly decidedAt: Date | null
  readonly outcome: string | null
  /** The rule that decided. */
  readonly rule: string | null
  readonly cases: number
}

/** Null: it was not read yet, so that its Message-ID is unknown. */
export async function passageOf(pool: Pool, messageId: string): Promise<Passage | null> {
  const [row] = await rows<Passage>(
    pool,
    `select m.taken_at as "takenAt", r.read_at as "readAt", d.decided_at as "decidedAt", m.outcome,
       d.because -> 0 ->> 'rule' as rule, (select count(*)::int from case_message c where c.message_id = m.id) as cases
     from message m left join reading r on r.message_id = m.id left join decision d on d.message_id = m.id
     where m.message_id = $1`,
    [messageId],
  )
  return row ?? null
}

/** A canary that came through, and where it lay when it was taken in. */
export interface LandedCanary {
  readonly account: string
  readonly mailbox: string
  readonly uidValidity: number
  readonly uid: number
  readonly messageId: string
}

/** Those of the last days, the newest first: known by their signature when they were decided. */
export function landedCanaries(pool: Pool, most: number): Promise<readonly LandedCanary[]> {
  return rows<LandedCanary>(
    pool,
    `select b.account, b.name as mailbox, m.uidvalidity as "uidValidity", m.uid, m.message_id as "messageId"
     from message m join decision d on d.message_id = m.id join mailbox b on b.id = m.mailbox_id
     where m.message_id like '<canary-%' and m.outcome = 'machine' and d.because -> 0 ->> 'rule' = 'canary'
       and m.taken_at > now() - interval '30 days'
     order by m.id desc limit $1`,
    [most],
  )
}
