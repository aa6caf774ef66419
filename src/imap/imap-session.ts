import { Readable } from 'node:stream'
import type { FetchMessageObject, MailboxObject, SearchObject } from 'imapflow'
import type { MailboxSession, MailListing } from '../ports/mailbox.ts'
import type { ImapAccount } from './imap-account.ts'
import type { ImapConnection } from './imap-connection.ts'
import type { ImapLimits } from './limits.ts'
import { mailboxError } from './sentences.ts'
import { changeLatch } from './wait-for-change.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * A session over a mailbox that was just opened read-only. Every FETCH is a UID FETCH of BODY.PEEK, so that nothing
 * here ever sets a flag. Rejections are `IntakeError mailbox` and end the session.
 */
export function imapSession(
  account: ImapAccount,
  connection: ImapConnection,
  mailbox: MailboxObject,
  limits: ImapLimits,
): MailboxSession {
  const latch = changeLatch(connection)
  // A mailbox that is opened anew under us has other UIDs: whoever holds this session must open it again.
  connection.client.on('mailboxOpen', () => {
    connection.fail(mailboxError(account, `${account.mailbox} was recreated on the server and has to be opened anew.`))
  })

  async function listings(from: number): Promise<readonly MailListing[]> {
    const query = { uid: true, size: true, internalDate: true }
    const rows = await connection.run(
      'FETCH',
      (client) => client.fetchAll(`${from}:*`, query, { uid: true }),
      limits.transferMs,
    )
    return (
      rows
        .map(listing)
        // `n:*` also names the last mail when its UID is below n (RFC 3501 6.4.8).
        .filter((row): row is MailListing => row !== null && row.uid >= from)
        .sort((a, b) => a.uid - b.uid)
    )
  }

  async function search(query: SearchObject): Promise<readonly number[]> {
    const found = await connection.run('SEARCH', (client) => client.search(query, { uid: true }), limits.transferMs)
    if (found) return found.sort((a, b) => a - b)
    const refused = mailboxError(account, 'the server refused SEARCH. Check the mail server.')
    connection.fail(refused)
    throw refused
  }

  return {
    state: { uidValidity: Number(mailbox.uidValidity), uidNext: mailbox.uidNext, exists: mailbox.exists },

    async list(from) {
      // Dovecot answers FETCH and SEARCH from its view before the command, and only then tells of new mails.
      await connection.refresh()
      // What comes from here on may be in the answer or not: the latch keeps it for `waitForChange`.
      latch.reset()
      return listings(from)
    },

    async uids() {
      await connection.refresh()
      return search({ all: true })
    },

    async firstUidSince(day) {
      await connection.refresh()
      // SINCE compares calendar days in the server's zone (RFC 3501 6.4.4): ask for a day more and compare ourselves.
      const [lowest] = await search({ since: new Date(day.getTime() - DAY_MS) })
      if (lowest === undefined) return null
      const first = (await listings(lowest)).find((row) => row.internalDate >= day)
      return first?.uid ?? null
    },

    async fetch(uids) {
      if (uids.length === 0) return new Map()
      const query = { uid: true, source: true }
      const rows = await connection.run(
        'FETCH',
        (client) => client.fetchAll(uids.join(','), query, { uid: true }),
        limits.transferMs,
      )
      return new Map(rows.flatMap((row) => (row.source ? [[row.uid, row.source] as const] : [])))
    },

    async download(uid) {
      const options = { uid: true, chunkSize: limits.chunkBytes }
      const { content } = await connection.run('FETCH', (client) => client.download(String(uid), undefined, options))
      return content ? Readable.from(withDeadline(content, connection), { objectMode: false }) : null
    },

    async fetchHeader(uid) {
      const query = { uid: true, headers: true }
      const row = await connection.run('FETCH', (client) => client.fetchOne(String(uid), query, { uid: true }))
      return row ? (row.headers ?? null) : null
    },

    waitForChange: latch.wait,
    close: connection.close,
  }
}

function listing(row: FetchMessageObject): MailListing | null {
  const { uid, size, internalDate } = row
  // A change of flags by somebody else is announced as a FETCH as well, without what was asked for.
  if (!uid || size === undefined || internalDate === undefined) return null
  const date = new Date(internalDate)
  // A date nobody can read must not keep a mail from being taken; it came no later than now.
  return { uid, size, internalDate: Number.isNaN(date.getTime()) ? new Date() : date }
}

/** The deadline runs only while the server owes bytes: a slow consumer must not break the connection. */
async function* withDeadline(content: Readable, connection: ImapConnection): AsyncGenerator<Buffer> {
  const chunks: AsyncIterator<Buffer> = content[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await connection.run('FETCH', () => chunks.next())
      if (next.done) return
      yield next.value
    }
  } finally {
    content.destroy()
  }
}
