/**
 * The mailbox we take mail from, over IMAP (RFC 3501). It is opened with EXAMINE and nothing else: reading changes
 * nothing in it, and people may go on working in it as they like.
 */
import type { MailboxSession, MailboxSource } from '../ports/mailbox.ts'
import type { ImapAccount } from './imap-account.ts'
import { connectImap } from './imap-connection.ts'
import { imapSession } from './imap-session.ts'
import { IMAP_LIMITS, type ImapLimits } from './limits.ts'
import { mailboxError, unknownMailbox } from './sentences.ts'

/** The mailbox of an account as a source of mail. `limits` replaces single limits of `IMAP_LIMITS`. */
export function imapMailbox(account: ImapAccount, limits: Partial<ImapLimits> = {}): MailboxSource {
  const all = { ...IMAP_LIMITS, ...limits }
  return { account: account.account, mailbox: account.mailbox, open: () => openMailbox(account, all) }
}

async function openMailbox(account: ImapAccount, limits: ImapLimits): Promise<MailboxSession> {
  const connection = await connectImap(account, limits)
  const mailbox = await connection.run('EXAMINE', async (client) => {
    try {
      return await client.mailboxOpen(account.mailbox, { readOnly: true })
    } catch (error) {
      if (isMissing(error)) throw unknownMailbox(account, (await client.list()).map((other) => other.path).sort())
      throw error
    }
  })
  if (!(Number(mailbox.uidValidity) > 0)) {
    await connection.close()
    throw mailboxError(
      account,
      `the server gives ${account.mailbox} no UIDVALIDITY (RFC 3501 2.3.1.1), so that a UID may name another mail tomorrow. Use another server.`,
    )
  }
  return imapSession(account, connection, mailbox, limits)
}

function isMissing(error: unknown): boolean {
  return (error as { readonly mailboxMissing?: boolean }).mailboxMissing === true
}
