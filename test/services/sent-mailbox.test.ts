/** Copies of what we sent, filed and found on Dovecot and on the sandbox alike. */
import type { ImapFlow } from 'imapflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImapAccount } from '../../src/imap/imap-account.ts'
import { sentMailbox } from '../../src/imap/sent-mailbox.ts'
import { imapAccount, otherClient } from '../support/imap-client.ts'
import { MAIL_SERVERS, type MailServer } from '../support/mail-servers.ts'

function answer(messageId: string): Buffer {
  return Buffer.from(
    `From: desk@intagree.test\r\nMessage-ID: ${messageId}\r\nSubject: answer\r\n\r\nGr\xfc\xdfe\r\n`,
    'latin1',
  )
}

describe.each(Object.entries(MAIL_SERVERS))('the Sent mailbox on %s', (_name, start) => {
  let server: MailServer
  let account: ImapAccount
  let other: ImapFlow

  beforeAll(async () => {
    server = await start()
    account = imapAccount(server.imapUrl)
    other = await otherClient(account)
  })
  afterAll(async () => {
    await other?.logout()
    await server?.stop()
  })

  it('files and finds what we sent', async () => {
    const sent = sentMailbox(account)
    const id = '<ack.17@intagree.test>'
    const raw = answer(id)
    expect(await sent.has(id)).toBe(false)
    await sent.append(raw, new Date('2025-05-06T07:08:09Z'))
    expect(await sent.has(id)).toBe(true)
    expect(await sent.has('<ack.18@intagree.test>')).toBe(false)
    // One after another, whatever the order of the calls.
    const both = await Promise.all([sent.append(raw, new Date()), sent.has(id), sent.has('<none@intagree.test>')])
    expect(both.slice(1)).toEqual([true, false])
    await sent.close()

    const path = (await other.list()).find((box) => box.specialUse === '\\Sent')?.path
    expect(path).toBe('Sent')
    await other.mailboxOpen('Sent', { readOnly: true })
    const stored = await other.fetchOne('1', { flags: true, internalDate: true, source: true })
    expect(stored).toMatchObject({
      internalDate: new Date('2025-05-06T07:08:09Z'),
      source: raw,
      flags: expect.toSatisfy((flags: ReadonlySet<string>) => flags.has('\\Seen')),
    })
  })

  it('files into a mailbox we name, making it when it is not there', async () => {
    const sent = sentMailbox(account, { mailbox: 'Answers' })
    await sent.append(answer('<a@intagree.test>'), new Date())
    await sent.close()
    expect(await other.status('Answers', { messages: true })).toMatchObject({ messages: 1 })
  })
})
