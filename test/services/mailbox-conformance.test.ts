/**
 * What our adapter needs of a server, asked of a real one (Dovecot) and of the sandbox alike: a sandbox that only we
 * talk to could not show its own mistakes.
 */
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ImapFlow } from 'imapflow'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ImapAccount } from '../../src/imap/imap-account.ts'
import { imapMailbox } from '../../src/imap/imap-mailbox.ts'
import type { MailboxSession } from '../../src/ports/mailbox.ts'
import { imapAccount, otherClient } from '../support/imap-client.ts'
import { MAIL_SERVERS, type MailServer } from '../support/mail-servers.ts'

const NEVER = new AbortController().signal

describe.each(Object.entries(MAIL_SERVERS))('a mailbox on %s', (_name, start) => {
  let server: MailServer
  let account: ImapAccount
  let other: ImapFlow
  let sessions: MailboxSession[] = []
  let mailboxes = 0

  beforeAll(async () => {
    server = await start()
    account = imapAccount(server.imapUrl)
    other = await otherClient(account)
  })
  afterEach(async () => {
    await Promise.all(sessions.map((session) => session.close()))
    sessions = []
  })
  afterAll(async () => {
    await other?.logout()
    await server?.stop()
  })

  async function open(mailbox: string): Promise<MailboxSession> {
    const session = await imapMailbox({ ...account, mailbox }).open()
    sessions.push(session)
    return session
  }

  /** A new mailbox holding these mails; their UIDs are 1, 2, 3… */
  async function mailboxWith(...mails: readonly Buffer[]): Promise<string> {
    mailboxes += 1
    const path = `Case${mailboxes}`
    await other.mailboxCreate(path)
    for (const raw of mails) await other.append(path, raw)
    return path
  }

  async function expunge(path: string, uid: number): Promise<void> {
    await other.mailboxOpen(path)
    await other.messageDelete(String(uid), { uid: true })
    await other.mailboxClose()
  }

  it('lists UID, size and date of arrival from a UID on', async () => {
    const path = await mailboxWith(mail('one'), mail('two'))
    const at = new Date('2025-03-04T05:06:07Z')
    await other.append(path, mail('three'), [], at)
    const session = await open(path)
    expect(session.state).toEqual({ uidValidity: expect.any(Number), uidNext: 4, exists: 3 })
    expect((await session.list(1)).map((row) => row.uid)).toEqual([1, 2, 3])
    expect(await session.list(3)).toEqual([{ uid: 3, size: mail('three').length, internalDate: at }])
    // `n:*` means the last mail when n is beyond it.
    expect(await session.list(4)).toEqual([])
    expect(await session.uids()).toEqual([1, 2, 3])
  })

  it('has nothing in an empty mailbox', async () => {
    const session = await open(await mailboxWith())
    expect(session.state).toMatchObject({ uidNext: 1, exists: 0 })
    expect(await session.list(1)).toEqual([])
    expect(await session.uids()).toEqual([])
    expect(await session.firstUidSince(new Date('2020-01-01T00:00:00Z'))).toBeNull()
    expect(await session.fetch([1])).toEqual(new Map())
    expect(await session.download(1)).toBeNull()
    expect(await session.fetchHeader(1)).toBeNull()
  })

  it('finds the first mail of a day by its date of arrival', async () => {
    const path = await mailboxWith()
    for (const day of ['2025-01-10', '2025-02-10', '2025-03-10']) {
      await other.append(path, mail(day), [], new Date(`${day}T12:00:00Z`))
    }
    const session = await open(path)
    const first = (day: string) => session.firstUidSince(new Date(`${day}T00:00:00Z`))
    expect(await first('2024-12-31')).toBe(1)
    expect(await first('2025-02-10')).toBe(2)
    expect(await first('2025-02-11')).toBe(3)
    expect(await first('2025-03-11')).toBeNull()
  })

  it('gives every byte back', async () => {
    const mails = [mail('plain'), mail('eight bits', allBytes()), mail('dots', Buffer.from('.\r\n..\r\n.x\r\n\r\n'))]
    const session = await open(await mailboxWith(...mails))
    const fetched = await session.fetch([1, 2, 3])
    for (const [index, raw] of mails.entries()) {
      expect(fetched.get(index + 1)).toEqual(raw)
      expect(await bytesOf(await session.download(index + 1))).toEqual(raw)
    }
    expect((await session.fetchHeader(2))?.toString('latin1')).toMatch(/^From: .*\r\nSubject: eight bits\r\n/s)
  })

  it('leaves a UID out that is gone', async () => {
    const path = await mailboxWith(mail('one'), mail('two'), mail('three'))
    await expunge(path, 2)
    const session = await open(path)
    expect([...(await session.fetch([1, 2, 3, 99])).keys()]).toEqual([1, 3])
    expect(await session.uids()).toEqual([1, 3])
    expect(await session.download(2)).toBeNull()
    expect(await session.fetchHeader(2)).toBeNull()
  })

  it('carries a mail of 20 MB both ways', async () => {
    const large = mail('large', Buffer.from(`${'x'.repeat(74)}\r\n`.repeat(275_000), 'latin1'))
    const session = await open(await mailboxWith(large))
    expect((await session.list(1))[0]?.size).toBe(large.length)
    expect(sha256((await session.fetch([1])).get(1))).toBe(sha256(large))
    expect(sha256(await bytesOf(await session.download(1)))).toBe(sha256(large))
  })

  it('answers other questions while a download is under way', async () => {
    const large = mail('large', Buffer.from(`${'x'.repeat(74)}\r\n`.repeat(60_000), 'latin1'))
    const session = await open(await mailboxWith(large, mail('small')))
    const stream = await session.download(1)
    expect(await session.uids()).toEqual([1, 2])
    expect((await session.fetch([2])).get(2)).toEqual(mail('small'))
    expect(sha256(await bytesOf(stream))).toBe(sha256(large))
  })

  it('changes nothing: no flag is set by anything we do', async () => {
    const path = await mailboxWith(mail('one'), mail('two'))
    await other.mailboxOpen(path)
    await other.messageFlagsAdd('2', ['\\Flagged', '\\Answered'], { uid: true })
    const before = await flagsIn(path)
    const session = await open(path)
    await session.list(1)
    await session.uids()
    await session.fetch([1, 2])
    await bytesOf(await session.download(1))
    await session.fetchHeader(1)
    await session.waitForChange(20, NEVER)
    await session.close()
    expect(await flagsIn(path)).toEqual(before)
    expect(before).toEqual({ 1: [], 2: ['\\Answered', '\\Flagged'] })
  })

  async function flagsIn(path: string): Promise<Readonly<Record<number, readonly string[]>>> {
    await other.mailboxOpen(path, { readOnly: true })
    const rows = await other.fetchAll('1:*', { uid: true, flags: true })
    const flags = (row: (typeof rows)[number]) => [...(row.flags ?? [])].filter((flag) => flag !== '\\Recent').sort()
    return Object.fromEntries(rows.map((row) => [row.uid, flags(row)]))
  }

  it('tells of a mail that is delivered while we wait', async () => {
    const session = await open('INBOX')
    const before = await session.list(1)
    const told = session.waitForChange(20_000, NEVER)
    const start = Date.now()
    await server.deliver(mail('delivered'))
    await told
    expect(Date.now() - start).toBeLessThan(5_000)
    const after = await session.list(1)
    expect(after).toHaveLength(before.length + 1)
    const last = after.at(-1)?.uid as number
    expect((await session.fetch([last])).get(last)?.toString('latin1')).toContain('Subject: delivered')
  })

  it('tells of a mail that came between listing and waiting', async () => {
    const path = await mailboxWith()
    const session = await open(path)
    await session.list(1)
    await other.append(path, mail('in between'))
    expect(await session.uids()).toEqual([1])
    // Announced with the answer above, before anybody waited.
    const start = Date.now()
    await session.waitForChange(20_000, NEVER)
    expect(Date.now() - start).toBeLessThan(1_000)
    await session.list(1)
    const since = Date.now()
    await session.waitForChange(200, NEVER)
    expect(Date.now() - since).toBeGreaterThanOrEqual(190)
  })

  it('tells of a mail that is removed while we wait', async () => {
    const path = await mailboxWith(mail('one'), mail('two'))
    const session = await open(path)
    await session.list(1)
    const told = session.waitForChange(20_000, NEVER)
    await expunge(path, 1)
    await told
    expect(await session.uids()).toEqual([2])
  })

  it('stops waiting when the time is over or the wait is called off, and goes on working', async () => {
    const session = await open(await mailboxWith(mail('one')))
    await session.list(1)
    await session.waitForChange(50, NEVER)
    const caller = new AbortController()
    const wait = session.waitForChange(20_000, caller.signal)
    caller.abort()
    await wait
    await session.waitForChange(20_000, AbortSignal.abort())
    expect(await session.uids()).toEqual([1])
    await session.waitForChange(50, NEVER)
    expect((await session.list(1)).length).toBe(1)
  })

  it('shows another UIDVALIDITY when the mailbox was deleted and made again', async () => {
    const path = await mailboxWith(mail('old'))
    const before = (await open(path)).state
    expect((await open(path)).state).toEqual(before)
    await other.mailboxDelete(path)
    await other.mailboxCreate(path)
    const after = (await open(path)).state
    expect(after.uidValidity).not.toBe(before.uidValidity)
    expect(after.exists).toBe(0)
  })
})

function mail(subject: string, body: Buffer = Buffer.from('Hello\r\n')): Buffer {
  const header = `From: Ann Example <ann@customer.example>\r\nTo: desk@intagree.test\r\nSubject: ${subject}\r\n\r\n`
  return Buffer.concat([Buffer.from(header, 'latin1'), body])
}

/** Every byte but NUL, CR and LF, in lines. */
function allBytes(): Buffer {
  const bytes = Array.from({ length: 255 }, (_, index) => index + 1).filter((byte) => byte !== 10 && byte !== 13)
  const line = Buffer.concat([Buffer.from(bytes), Buffer.from('\r\n')])
  return Buffer.concat(Array.from({ length: 40 }, () => line))
}

async function bytesOf(stream: Readable | null): Promise<Buffer> {
  if (!stream) throw new Error('the mail is not there')
  return buffer(stream)
}

function sha256(bytes: Buffer | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')
}
