import { decider } from './deciding.ts'
import type { Ledger } from './ledger.ts'
import { letter } from './letters.ts'

export interface QueuedReply {
  readonly outboxId: number
  readonly workId: string
}

/** A reply that was decided and waits to be sent. */
export async function queuedReply(ledger: Ledger): Promise<QueuedReply> {
  const desk = decider(ledger)
  await desk.receive(letter().mail)
  const [chime] = desk.bell.rung
  const workId = chime?.workId ?? ''
  return { workId, outboxId: await ledger.value<number>('select ref from work where id = $1', workId) }
}

/** `state attempts`, then its work as `stage`, then what a person is asked. */
export async function toldOf(ledger: Ledger, { outboxId }: QueuedReply): Promise<readonly string[]> {
  const found = await ledger.rows<{ line: string }>(
    `select state || ' ' || attempts as line from outbox where id = $1
     union all select 'work: ' || stage from work where stage in ('send', 'copy') and ref = $1
     union all select 'task: ' || sort from task where outbox_id = $1`,
    outboxId,
  )
  return found.map((row) => row.line)
}
