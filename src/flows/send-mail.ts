/**
 * Claim an outbox row -> SMTP -> record the outcome. The row says `sending` before the first byte leaves, and the bytes
 * and the Message-ID were fixed when it was decided. An outcome nobody knows (`unsure`) is looked up in the Sent
 * mailbox, else a plain receipt is sent once more under the same Message-ID, else a person decides.
 */
import { LONGEST_WAIT_MS, nextAttempt, nextConnection } from '../domain/retry.ts'
import type { Bell, Chime } from '../ports/bell.ts'
import type { Clock } from '../ports/clock.ts'
import type { Courier, SendOutcome } from '../ports/courier.ts'
import type { SentMailbox } from '../ports/sent-mailbox.ts'
import type { ClaimedReply, SendStore, UnsureReply } from '../ports/stores/send-mail.ts'
import type { Handler } from './work.ts'

export interface SendParts {
  readonly store: SendStore
  readonly courier: Courier
  readonly sentMailbox: SentMailbox | null
  readonly bell: Bell
  readonly clock: Clock
  readonly jitter: () => number
  readonly attempts: number
  /** Whether an error says that the database is away, so that an outcome can be recorded later. */
  readonly isOutage: (error: unknown) => boolean
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
  /** Fires when the program is to stop. */
  readonly stopping: AbortSignal
  readonly onSent: (
    outcome: SendOutcome['outcome'],
    latencyMs: number,
    stint: { readonly mail: number | null; readonly reply: number; readonly begunAt: number },
  ) => void
}

/** An outcome that could not be recorded is offered again after this time. */
const RECORD_AGAIN_MS = 500

/** The handler must not run twice at once for the same work. */
export function sendMail(parts: SendParts): Handler {
  const line: Line = { failuresInARow: 0 }
  return async (workId) => {
    const claimed = await parts.store.claim(workId)
    if (claimed) return deliver(parts, line, workId, claimed)
    // A claim whose answer was lost with the database is nobody else's to find: this process lives.
    await parts.store.forgotten(workId)
    const unsure = await parts.store.unsure(workId)
    if (unsure) return resolveUnsure(parts, line, workId, unsure)
    await parts.store.needless(workId)
  }
}

/** The state of the line to the mail server, shared by all replies that this process sends. */
interface Line {
  failuresInARow: number
}

async function deliver(parts: SendParts, line: Line, workId: string, reply: ClaimedReply): Promise<void> {
  const begunAt = parts.clock().getTime()
  const result = await parts.courier.send({
    from: reply.returnPath,
    to: [reply.recipient],
    raw: reply.raw,
    beforeDot: () => parts.store.beforeDot(reply.outboxId),
  })
  line.failuresInARow = result.outcome === 'not-sent' ? line.failuresInARow + 1 : 0
  const chimes = await recordInTheEnd(parts, line, workId, reply, result)
  const stint = { mail: reply.answers, reply: reply.outboxId, begunAt }
  parts.onSent(result.outcome, parts.clock().getTime() - reply.createdAt.getTime(), stint)
  await parts.bell.ring(chimes).catch(() => undefined) // the sweep rings again
}

/** What the mail server said is known here alone: while the database is away it is kept and told again. */
async function recordInTheEnd(...known: Parameters<typeof record>): Promise<readonly Chime[]> {
  const [parts] = known
  for (;;) {
    try {
      return await record(...known)
    } catch (error) {
      if (!parts.isOutage(error) || parts.stopping.aborted) throw error
      await parts.pause(RECORD_AGAIN_MS, parts.stopping)
    }
  }
}

async function record(
  parts: SendParts,
  line: Line,
  workId: string,
  reply: ClaimedReply,
  result: SendOutcome,
): Promise<readonly Chime[]> {
  const { store } = parts
  switch (result.outcome) {
    case 'sent':
      return store.sent(workId, reply.outboxId, result.response, reply)
    case 'unsure':
      return store.becameUnsure(workId, reply.outboxId, result.why)
    case 'refused':
      await store.refused(workId, reply.outboxId, result.why)
      return []
    case 'not-sent': {
      if (reply.waitedMs > LONGEST_WAIT_MS) {
        await store.refused(workId, reply.outboxId, `the mail server was away for days: ${result.why}`)
        return []
      }
      const { at } = nextConnection(parts.clock().getTime(), line.failuresInARow, parts.jitter())
      await store.retry(workId, reply.outboxId, result.why, new Date(at), false)
      return []
    }
    case 'deferred': {
      const next = nextAttempt(parts.clock().getTime(), reply.attempts, parts.jitter(), parts.attempts)
      if ('at' in next) await store.retry(workId, reply.outboxId, result.why, new Date(next.at), true)
      else await store.refused(workId, reply.outboxId, `given up after ${reply.attempts} attempts: ${result.why}`)
      return []
    }
  }
}

async function resolveUnsure(parts: SendParts, line: Line, workId: string, reply: UnsureReply): Promise<void> {
  const { store, sentMailbox } = parts
  if (sentMailbox && (await sentMailbox.has(reply.messageId))) {
    const chimes = await store.sent(workId, reply.outboxId, 'found in the Sent mailbox', reply)
    await parts.bell.ring(chimes).catch(() => undefined)
    return
  }
  const mayResend = reply.plainReceipt && reply.handed < 2
  if (!mayResend) {
    await store.askPerson(
      workId,
      reply.outboxId,
      reply.handed > 1 ? 'unsure again after the one second try' : 'not a plain receipt',
    )
    return
  }
  const claimed = await store.claimAgain(workId)
  if (claimed) await deliver(parts, line, workId, claimed)
}
