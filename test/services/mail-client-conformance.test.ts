/**
 * What people do in the same mailbox with their own mail program: nothing of it is used by our adapter, all of it
 * happens around it. Asked of Dovecot and of the sandbox alike.
 */
import type { ImapFlow } from 'imapflow'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { imapAccount, otherClient } from '../support/imap-client.ts'
import { MAIL_SERVERS, type MailServer } from '../support/mail-servers.ts'
import { until } from '../support/until.ts'

const RAW = Buffer.from(
  'From: Ann Example <ann@customer.example>\r\nTo: desk@intagree.test\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n' +
    'Message-ID: <m1@customer.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n',
)

describe.each(Object.entries(MAIL_SERVERS))('a mail program on %s', (_name, start) => {
  let server: MailServer
  let client: ImapFlow
  let path: string
  let mailboxes = 0

  beforeAll(async () => {
    server = await start()
    client = await otherClient(imapAccount(server.imapUrl))
  })
  beforeEach(async () => {
    mailboxes += 1
    path = `Work${mailboxes}`
    await client.mailboxCreate(path)
    await client.mailboxOpen(path)
  })
  afterAll(async () => {
    await client?.logout()
    await server?.stop()
  })

  /** Appends the mail and returns its UID. */
  async function append(flags: string[] = []): Promise<number> {
    const stored = await client.append(path, RAW, flags)
    if (!stored || stored.uid === undefined) throw new Error('APPEND told no UID')
    await client.noop()
    return stored.uid
  }

  async function flagsOf(uid: number): Promise<readonly string[]> {
    const row = await client.fetchOne(String(uid), { flags: true }, { uid: true })
    return row ? [...(row.flags ?? [])].filter((flag) => flag !== '\\Recent').sort() : []
  }

  it('sees INBOX, the mailboxes people made, and which one is Sent', async () => {
    const mailboxes = await client.list()
    expect(mailboxes.map((mailbox) => mailbox.path)).toEqual(expect.arrayContaining(['INBOX', path]))
    const sent = mailboxes.find((mailbox) => mailbox.specialUse === '\\Sent')
    expect(sent?.specialUseSource).toBe('extension')
    expect(await client.status(path, { messages: true, uidNext: true })).toMatchObject({ messages: 0, uidNext: 1 })
  })

  it('appends and is told the UID and the new count', async () => {
    expect(await append()).toBe(1)
    expect(await append()).toBe(2)
    expect(client.mailbox).toMatchObject({ exists: 2 })
  })

  it('sets and takes away flags and keywords', async () => {
    const uid = await append(['\\Seen'])
    await client.messageFlagsAdd(String(uid), ['\\Flagged', '$Anna'], { uid: true })
    expect(await flagsOf(uid)).toEqual(['$Anna', '\\Flagged', '\\Seen'])
    await client.messageFlagsRemove(String(uid), ['\\Seen', '$Anna'], { uid: true })
    expect(await flagsOf(uid)).toEqual(['\\Flagged'])
    expect(await client.search({ flagged: true }, { uid: true })).toEqual([uid])
    expect(await client.search({ seen: true }, { uid: true })).toEqual([])
  })

  it('searches by header, by UID range and by what is not', async () => {
    const first = await append()
    const second = await append(['$Done'])
    const search = (query: Parameters<ImapFlow['search']>[0]) => client.search(query, { uid: true })
    expect(await search({ header: { 'Message-ID': '<m1@customer.example>' } })).toEqual([first, second])
    expect(await search({ header: { 'Message-ID': '<m2@customer.example>' } })).toEqual([])
    expect(await search({ uid: `${second}:*` })).toEqual([second])
    expect(await search({ not: { keyword: '$Done' } })).toEqual([first])
  })

  it('reads envelope, structure, single headers and parts of a mail', async () => {
    const uid = await append()
    const query = { envelope: true, bodyStructure: true, size: true, headers: ['message-id'] }
    const row = await client.fetchOne(String(uid), query, { uid: true })
    expect(row).toMatchObject({
      size: RAW.length,
      envelope: { subject: 'Grüße', messageId: '<m1@customer.example>', from: [{ address: 'ann@customer.example' }] },
      bodyStructure: { type: 'text/plain' },
    })
    expect(String(Object(row).headers).trim()).toMatch(/^message-id: <m1@customer\.example>$/i)
    const part = await client.fetchOne(String(uid), { source: { start: 10, maxLength: 20 } }, { uid: true })
    expect(part).toMatchObject({ source: RAW.subarray(10, 30) })
  })

  it('copies and moves, and is told the new UIDs', async () => {
    const uid = await append(['\\Flagged'])
    const target = `${path}-done`
    await client.mailboxCreate(target)
    const copied = await client.messageCopy(String(uid), target, { uid: true })
    expect(copied && [...(copied.uidMap ?? [])]).toEqual([[uid, 1]])
    const moved = await client.messageMove(String(uid), target, { uid: true })
    expect(moved && [...(moved.uidMap ?? [])]).toEqual([[uid, 2]])
    expect(await client.search({ all: true }, { uid: true })).toEqual([])
    await client.mailboxOpen(target)
    expect(await flagsOf(2)).toEqual(['\\Flagged'])
    expect((await client.fetchAll('1:*', { source: true })).map((row) => row.source)).toEqual([RAW, RAW])
  })

  it('removes a mail for good: its UID never comes back', async () => {
    await append()
    const last = await append()
    await client.messageDelete(String(last), { uid: true })
    expect(await client.search({ all: true }, { uid: true })).toEqual([1])
    expect(await append()).toBe(last + 1)
  })

  it('renames and deletes a mailbox', async () => {
    await append()
    await client.mailboxClose()
    await client.mailboxRename(path, `${path}-old`)
    const { exists } = await client.mailboxOpen(`${path}-old`)
    expect(exists).toBe(1)
    await client.mailboxClose()
    await client.mailboxDelete(`${path}-old`)
    expect((await client.list()).map((mailbox) => mailbox.path)).not.toContain(`${path}-old`)
  })

  it('sees what another program does while it idles', async () => {
    await append()
    const other = await otherClient(imapAccount(server.imapUrl))
    await other.mailboxOpen(path)
    const seen: string[] = []
    client.on('exists', () => seen.push('exists'))
    client.on('flags', () => seen.push('flags'))
    client.on('expunge', () => seen.push('expunge'))
    const idle = client.idle()
    await until(() => client.idling, { what: 'the program idles' })
    await other.append(path, RAW)
    await until(() => seen.includes('exists'), { what: 'it sees the new mail' })
    await other.messageFlagsAdd('1', ['\\Answered'], { uid: true })
    await until(() => seen.includes('flags'), { what: 'it sees the flag' })
    await other.messageDelete('1', { uid: true })
    await until(() => seen.includes('expunge'), { what: 'it sees the removal' })
    await client.noop()
    await idle
    expect(await client.search({ all: true }, { uid: true })).toEqual([2])
    await other.logout()
  })
})
