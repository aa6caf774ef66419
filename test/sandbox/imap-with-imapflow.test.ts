/** The sandbox as a mail client sees it: imapflow, as the intake uses it. */
import { buffer } from 'node:stream/consumers'
import type { ImapFlow } from 'imapflow'
import { describe, expect, it } from 'vitest'
import { GREETINGS, mail, OURS, useSandbox } from './sandbox-fixture.ts'

const at = useSandbox()

async function contentOf(client: ImapFlow, uid: string, part?: string): Promise<Buffer> {
  const { content } = await client.download(uid, part, { uid: true })
  if (!content) throw new Error('there is nothing to download')
  return buffer(content)
}

/** imapflow answers `false` where it found nothing. */
function found<T>(answer: T | false | undefined): T {
  if (!answer) throw new Error('the mail is not there')
  return answer
}

describe('logging in', () => {
  it.each([
    ['desk', 'desk', true],
    [OURS, 'desk', true],
    ['ann@acme.example', 'clec', true],
    ['Ann@ACME.example', 'clec', true],
    ['desk', 'clec', false],
    ['ann@acme.example', 'desk', false],
    ['nobody', 'clec', false],
    ['../../etc', 'clec', false],
  ])('as %s with password %s: %s', async (user, password, allowed) => {
    const login = at.client(user, password).then(
      () => true,
      (error: { authenticationFailed?: boolean }) => !error.authenticationFailed,
    )
    expect(await login).toBe(allowed)
  })

  it('offers each user INBOX, Sent and Drafts with their special uses', async () => {
    for (const [user, password] of [
      ['desk', 'desk'],
      ['ann@acme.example', 'clec'],
    ]) {
      const client = await at.client(user, password)
      const boxes = (await client.list()).map(({ path, specialUse, subscribed }) => [path, specialUse, subscribed])
      expect(boxes.sort()).toEqual([
        ['Drafts', '\\Drafts', true],
        ['INBOX', '\\Inbox', true],
        ['Sent', '\\Sent', true],
      ])
    }
  })
})

describe('storing and reading', () => {
  it('gives back what APPEND stored, byte for byte, with date, flags and UID', async () => {
    const client = await at.client()
    const raw = Buffer.concat([mail('every byte'), Buffer.from(Array.from({ length: 255 }, (_, index) => index + 1))])
    const date = new Date('2025-02-01T03:04:05Z')
    const appended = await client.append('Sent', raw, ['\\Seen', '$Acknowledged'], date)
    expect(appended).toMatchObject({ uid: 1, destination: 'Sent' })
    await client.mailboxOpen('Sent')
    const [row] = await client.fetchAll('1:*', { source: true, size: true, internalDate: true, flags: true })
    expect(row).toMatchObject({ uid: 1, source: raw, size: raw.length, internalDate: date })
    expect([...(row?.flags ?? [])]).toEqual(['\\Seen', '$Acknowledged'])
    expect(await contentOf(client, '1')).toEqual(raw)
  })

  it('has an envelope', async () => {
    const client = await at.client()
    await client.append('INBOX', GREETINGS)
    await client.mailboxOpen('INBOX')
    const row = found(await client.fetchOne('1', { envelope: true }))
    expect(row.envelope).toMatchObject({
      date: new Date('2026-11-16T16:12:26Z'),
      subject: 'Grüße from Acme',
      messageId: '<m1@acme.example>',
      inReplyTo: '<m0@acme.example>',
      from: [{ name: 'Ann "A" Example', address: 'ann@acme.example' }],
      sender: [{ name: 'Ann "A" Example', address: 'ann@acme.example' }],
      replyTo: [{ address: 'office@acme.example' }],
      to: [
        { name: 'Desk', address: OURS },
        { name: 'Bob B', address: 'bob@x.example' },
      ],
    })
  })

  it('gives parts of a mail: headers, some headers, a range', async () => {
    const client = await at.client()
    await client.append('INBOX', mail('parts', 'Body of the mail\r\n'))
    await client.mailboxOpen('INBOX')
    const fetch = async (query: Parameters<typeof client.fetchOne>[1]) => found(await client.fetchOne('1', query))
    expect((await fetch({ headers: true })).headers?.toString()).toMatch(/^From: Ann.*Subject: parts\r\n\r\n$/s)
    expect((await fetch({ headers: ['subject', 'x-none'] })).headers?.toString()).toBe('Subject: parts\r\n\r\n')
    expect((await fetch({ source: { start: 6, maxLength: 3 } })).source?.toString()).toBe('Ann')
    expect((await fetch({ source: { start: 100_000, maxLength: 3 } })).source?.length).toBe(0)
    expect((await fetch({ bodyParts: ['TEXT'] })).bodyParts?.get('text')?.toString()).toBe('Body of the mail\r\n')
  })

  it('downloads an attachment by its part number', async () => {
    const client = await at.client()
    const pdf = Buffer.from('%PDF-1.4 not really')
    await at.mailer().sendMail({
      from: 'ann@acme.example',
      to: OURS,
      subject: 'form',
      text: 'attached',
      attachments: [{ filename: 'form.pdf', content: pdf }],
    })
    await client.mailboxOpen('INBOX')
    const part = found(await client.fetchOne('1', { bodyStructure: true })).bodyStructure?.childNodes?.[1]
    expect(part).toMatchObject({ part: '2', type: 'application/pdf', dispositionParameters: { filename: 'form.pdf' } })
    expect(await contentOf(client, '1', '2')).toEqual(pdf)
  })

  it('sets no flag in a mailbox opened read-only, and \\Seen only by a client that asks for it', async () => {
    const client = await at.client()
    await client.append('INBOX', mail('unseen'))
    await client.mailboxOpen('INBOX', { readOnly: true })
    await client.fetchOne('1', { source: true })
    expect(await client.messageFlagsAdd('1', ['\\Seen'])).toBe(false)
    expect(await client.status('INBOX', { unseen: true })).toMatchObject({ unseen: 1 })
    await client.mailboxOpen('INBOX')
    expect(await client.messageFlagsAdd('1', ['\\Seen'])).toBe(true)
    expect(await client.status('INBOX', { unseen: true, messages: true })).toMatchObject({ unseen: 0, messages: 1 })
  })
})

describe('changing', () => {
  it('adds, removes and replaces flags and keywords', async () => {
    const client = await at.client()
    await client.append('INBOX', mail('flags'))
    await client.mailboxOpen('INBOX')
    const flags = async () => [...(found(await client.fetchOne('1', { flags: true })).flags ?? [])].sort()
    await client.messageFlagsAdd('1', ['\\Flagged', '$Claimed', 'case-17'])
    expect(await flags()).toEqual(['$Claimed', '\\Flagged', 'case-17'])
    await client.messageFlagsRemove('1', ['$claimed'])
    expect(await flags()).toEqual(['\\Flagged', 'case-17'])
    await client.messageFlagsSet('1', ['\\Answered'])
    expect(await flags()).toEqual(['\\Answered'])
  })

  it('refuses a flag change by somebody who does not know the newest state', async () => {
    const client = await at.client()
    await client.append('INBOX', mail('contended'))
    await client.mailboxOpen('INBOX')
    const modseq = found(await client.fetchOne('1', { flags: true })).modseq ?? 0n
    expect(modseq).toBeGreaterThan(0n)
    await client.messageFlagsAdd('1', ['first'], { unchangedSince: modseq })
    await client.messageFlagsAdd('1', ['second'], { unchangedSince: modseq })
    const after = found(await client.fetchOne('1', { flags: true }))
    expect([...(after.flags ?? [])]).toEqual(['first'])
    expect(await client.fetchAll('1:*', { flags: true }, { changedSince: modseq })).toHaveLength(1)
    expect(await client.fetchAll('1:*', { flags: true }, { changedSince: after.modseq ?? 0n })).toEqual([])
  })

  it('copies and moves, telling the new UIDs, and keeps flags and dates', async () => {
    const client = await at.client()
    const date = new Date('2025-02-01T00:00:00Z')
    for (const name of ['one', 'two', 'three']) await client.append('INBOX', mail(name), ['\\Flagged'], date)
    await client.mailboxCreate('Done')
    await client.mailboxOpen('INBOX')
    const copied = await client.messageCopy('1:2', 'Done')
    const moved = await client.messageMove('3', 'Done', { uid: true })
    expect([...(found(copied).uidMap ?? [])]).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect([...(found(moved).uidMap ?? [])]).toEqual([[3, 3]])
    expect(await client.search({ all: true }, { uid: true })).toEqual([1, 2])
    await client.mailboxOpen('Done')
    const last = await client.fetchOne('3', { source: true, flags: true, internalDate: true }, { uid: true })
    expect(last).toMatchObject({ source: mail('three'), internalDate: date, flags: new Set(['\\Flagged']) })
  })

  it('expunges the named mails only', async () => {
    const client = await at.client()
    for (const name of ['one', 'two', 'three']) await client.append('INBOX', mail(name))
    await client.mailboxOpen('INBOX')
    await client.messageFlagsAdd('1:2', ['\\Deleted'])
    expect(await client.messageDelete('2', { uid: true })).toBe(true)
    expect(await client.search({ all: true }, { uid: true })).toEqual([1, 3])
    expect(found(client.mailbox).exists).toBe(2)
  })

  it('creates, renames, subscribes and deletes mailboxes', async () => {
    const client = await at.client()
    expect(await client.mailboxCreate('Cases/Größe')).toMatchObject({ path: 'Cases/Größe', created: true })
    expect(await client.mailboxCreate('Cases/Größe')).toMatchObject({ created: false })
    await client.append('Cases/Größe', mail('kept'))
    await client.mailboxSubscribe('Cases/Größe')
    await client.mailboxRename('Cases/Größe', 'Cases/Old')
    const paths = (await client.list()).map((box) => box.path).sort()
    expect(paths).toEqual(['Cases', 'Cases/Old', 'Drafts', 'INBOX', 'Sent'])
    expect(await client.status('Cases/Old', { messages: true, uidNext: true })).toMatchObject({
      messages: 1,
      uidNext: 2,
    })
    await client.mailboxDelete('Cases/Old')
    await expect(client.mailboxOpen('Cases/Old')).rejects.toMatchObject({ serverResponseCode: 'NONEXISTENT' })
    await expect(client.mailboxDelete('INBOX')).rejects.toThrow()
  })

  it('never gives a mailbox made again the UIDVALIDITY of the old one', async () => {
    const client = await at.client()
    await client.mailboxCreate('Again')
    const validity = async () => {
      const status = await client.status('Again', { uidValidity: true })
      return status ? Number(status.uidValidity) : 0
    }
    const first = await validity()
    expect(first).toBeGreaterThan(0)
    await client.mailboxDelete('Again')
    await client.mailboxCreate('Again')
    expect(await validity()).toBeGreaterThan(first)
  })
})
