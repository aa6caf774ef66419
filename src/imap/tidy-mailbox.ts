/**
 * What an operator may want done to a mail once it is stored: mark it as read, or move it away. Off unless configured;
 * taking in never depends on it, and a failure leaves the mail where it is.
 */
import type { ImapAccount } from './imap-account.ts'
import { connectImap, type ImapConnection } from './imap-connection.ts'
import { IMAP_LIMITS, type ImapLimits } from './limits.ts'

export interface TidyWishes {
  readonly markSeen: boolean
  /** Path of the mailbox to move to, or null. */
  readonly moveTo: string | null
}

export interface Tidy {
  /** Rejects with `IntakeError mailbox`. */
  tidy(uidValidity: number, uids: readonly number[]): Promise<void>
  close(): Promise<void>
}

/** Works over a connection of its own, opened when first needed, because the watching one is read-only. */
export function tidyMailbox(account: ImapAccount, wishes: TidyWishes, limits: ImapLimits = IMAP_LIMITS): Tidy {
  let connection: ImapConnection | null = null

  async function opened(): Promise<ImapConnection> {
    if (connection && connection.lost() === null) return connection
    const fresh = await connectImap(account, limits)
    await fresh.run('SELECT', (client) => client.mailboxOpen(account.mailbox))
    connection = fresh
    return fresh
  }

  return {
    async tidy(uidValidity, uids) {
      if (uids.length === 0) return
      const { client, run } = await opened()
      // The same UIDs under another UIDVALIDITY are other mails (RFC 3501 2.3.1.1).
      if (client.mailbox === false || Number(client.mailbox.uidValidity) !== uidValidity) return
      const range = uids.join(',')
      const uid = { uid: true } as const
      const { markSeen, moveTo } = wishes
      if (markSeen) await run('STORE', () => done(client.messageFlagsAdd(range, ['\\Seen'], uid)))
      if (moveTo !== null) await run('MOVE', () => done(client.messageMove(range, moveTo, uid)))
    },
    async close() {
      await connection?.close()
    },
  }
}

/** imapflow answers a refused STORE or MOVE with false instead of an error. */
async function done(command: Promise<unknown>): Promise<void> {
  if ((await command) === false) throw new Error('the server refused it')
}
