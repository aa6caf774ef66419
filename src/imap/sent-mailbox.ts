/**
 * The Sent mailbox: a copy of what we sent lies there for people, and after a connection lost in the middle of a
 * send it can answer whether the provider filed the mail by itself.
 */
import type { ImapFlow } from 'imapflow'
import { IntakeError } from '../foundation/intake-error.ts'
import type { SentMailbox } from '../ports/sent-mailbox.ts'
import type { ImapAccount } from './imap-account.ts'
import { connectImap, type ImapConnection } from './imap-connection.ts'
import { IMAP_LIMITS, type ImapLimits } from './limits.ts'
import { mailboxError } from './sentences.ts'

export interface SentMailboxOptions {
  /** Path of the mailbox; null or missing: the one the server marks as \Sent (RFC 6154), else one named so. */
  readonly mailbox?: string | null
  readonly limits?: Partial<ImapLimits>
}

interface Opened {
  readonly connection: ImapConnection
  readonly path: string
  /** When it last answered, as `performance.now()`. */
  answeredAt: number
}

/** When copies are filed one after the other, a connection that answered so short a while ago is taken for alive. */
const FRESH_MS = 5_000

type Work<T> = (client: ImapFlow, path: string) => Promise<T>

/**
 * A Sent mailbox over a connection of its own, made with the first call and made anew after it was lost. Calls run
 * one after another. A rejected `append` may have been stored: ask `has` before trying again.
 */
export function sentMailbox(
  account: ImapAccount,
  options: SentMailboxOptions = {},
): SentMailbox & { close(): Promise<void> } {
  const limits = { ...IMAP_LIMITS, ...options.limits }
  let opened: Opened | null = null
  let last: Promise<unknown> = Promise.resolve()

  /** Runs after everything that was asked before, whether that worked or not. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work, work)
    last = mine.catch(() => {})
    return mine
  }

  async function standing(fresh: number): Promise<Opened> {
    if (opened && (await isAlive(opened, fresh))) return opened
    opened = null
    const connection = await connectImap(account, limits)
    const path = await connection.run('LIST', (client) => findSent(client, options.mailbox ?? null))
    opened = { connection, path, answeredAt: performance.now() }
    return opened
  }

  /** A connection that lay idle may be dead without our knowing: then only this probe fails, not the work. */
  async function isAlive({ connection, answeredAt }: Opened, fresh: number): Promise<boolean> {
    if (connection.lost() !== null) return false
    if (performance.now() - answeredAt < fresh) return true
    return connection.refresh(limits.greetingMs).then(
      () => true,
      () => false,
    )
  }

  /** One command on the standing connection. */
  async function run<T>(command: string, work: Work<T>, fresh: number, ms?: number): Promise<T> {
    const at = await standing(fresh)
    const result = await at.connection.run(command, (client) => work(client, at.path), ms)
    at.answeredAt = performance.now()
    return result
  }

  return {
    has(messageId) {
      return inTurn(async () => {
        const query = { header: { 'Message-ID': messageId } }
        // Opened for the search only: it then sees what others filed meanwhile, and copies are filed without it.
        const found = await run(
          'SEARCH',
          async (client, path) => {
            await client.mailboxOpen(path, { readOnly: true })
            const uids = await client.search(query, { uid: true })
            await client.mailboxClose()
            return uids
          },
          0,
        )
        if (found) return found.length > 0
        throw mailboxError(account, 'the server refused SEARCH in the Sent mailbox. Check the mail server.')
      })
    },

    append(raw, at) {
      return inTurn(async () => {
        const body = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
        const append = (client: ImapFlow, path: string) => client.append(path, body, ['\\Seen'], at)
        const stored = await run('APPEND', append, FRESH_MS, limits.transferMs)
        // An answer, not an outage: after some attempts a person hears of it.
        if (!stored)
          throw new IntakeError(
            'mailbox-refusal',
            `${account.account}: the server did not store the copy in the Sent mailbox. Check its quota.`,
          )
      })
    },

    close() {
      return inTurn(async () => {
        await opened?.connection.close()
        opened = null
      })
    },
  }
}

/** imapflow also recognises mailboxes by their name, in many languages, where the server marks none. */
async function findSent(client: ImapFlow, wanted: string | null): Promise<string> {
  const mailboxes = await client.list()
  if (wanted !== null) {
    return mailboxes.find((mailbox) => mailbox.path === wanted)?.path ?? (await client.mailboxCreate(wanted)).path
  }
  const sent = mailboxes.filter((mailbox) => mailbox.specialUse === '\\Sent')
  const marked = sent.find((mailbox) => mailbox.specialUseSource === 'extension') ?? sent[0]
  return marked?.path ?? (await client.mailboxCreate('Sent')).path
}
