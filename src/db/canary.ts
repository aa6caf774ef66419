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
