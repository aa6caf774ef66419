/** Canaries are put away, and nothing else: on Dovecot, on one whose mailboxes lie below INBOX, and on the sandbox. */
import type { ImapFlow } from 'imapflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CANARY_FIELD } from '../../src/domain/canary.ts'
import { type CanaryPlace, liesInMailbox, putCanariesAway } from '../../src/imap/canary-mailbox.ts'
import type { ImapAccount } from '../../src/imap/imap-account.ts'
import { startDovecot } from '../support/dovecot.ts'
import { imapAccount, otherClient } from '../support/imap-client.ts'
import { MAIL_SERVERS, type MailServer } from '../support/mail-servers.ts'

const BELOW_INBOX = `namespace inbox {
  inbox = yes
  prefix = INBOX.
  separator = .
}`

const SERVERS: Readonly<Record<string, readonly [string, () => Promise<Pick<MailServer, 'imapUrl' | 'stop'>>]>> = {
  ...Object.fromEntries(Object.entries(MAIL_SERVERS).map(([name, start]) => [name, ['Checks/canary', start]])),
  'a Dovecot with all below INBOX': [
    'INBOX.Checks.canary',
    async () => {
      const dovecot = await startDovecot({ extra: BELOW_INBOX })
      return { imapUrl: dovecot.imapUrl(), stop: dovecot.stop }
    },
  ],
}

const canary = (id: string) => `Message-ID: <canary-${id}@ilec.example>\r\n${CANARY_FIELD}: ${id} 1 abc\r\n\r\nx\r\n`

/** What lies in the mailbox, by UID: canaries 1 and 5, and mails that are like one in one thing. */
const MAILS = [
  canary('one'),
  'Message-ID: <request@carrier.example>\r\n\r\nPlease find\r\n',
  'Message-ID: <canary-three@ilec.example>\r\n\r\nonly its Message-ID\r\n',
  `Message-ID: <four@carrier.example>\r\n${CANARY_FIELD}: four 1 abc\r\n\r\nonly its field\r\n`,
  canary('five'),
]

describe.each(Object.entries(SERVERS))('canaries on %s', (_name, [folder, start]) => {
  let server: Pick<MailServer, 'imapUrl' | 'stop'>
  let account: ImapAccount
  let other: ImapFlow
  let uidValidity: number

  beforeAll(async () => {
    server = await start()
    account = imapAccount(server.imapUrl)
    other = await otherClient(account)
    for (const mail of MAILS) await other.append('INBOX', Buffer.from(mail))
    uidValidity = Number((await other.mailboxOpen('INBOX')).uidValidity)
    // Somebody is about to delete this one, and may think better of it.
    await other.messageFlagsAdd('2', ['\\Deleted'], { uid: true })
    // Closing it as it is would remove that mail (RFC 3501 6.4.2).
    await other.mailboxOpen('INBOX', { readOnly: true })
    await other.mailboxClose()
  })
  afterAll(async () => {
    await other?.logout()
    await server?.stop()
  })

  const named = (uid: number, name: string, validity = uidValidity): CanaryPlace => {
    return { uidValidity: validity, uid, messageId: `<canary-${name}@ilec.example>` }
  }
  /** `UID flags` of what lies in a mailbox. */
  async function lying(mailbox: string): Promise<readonly string[]> {
    await other.mailboxOpen(mailbox, { readOnly: true })
    const found = await other.fetchAll('1:*', { uid: true, flags: true, headers: ['Message-ID'] })
    await other.mailboxClose()
    return found.map(({ uid, flags, headers }) => {
      const id = /<([^@]+)@/.exec(headers?.toString() ?? '')?.[1]
      return [uid, id, ...[...(flags ?? [])].filter((flag) => flag !== '\\Recent')].join(' ')
    })
  }

  it('stay where only the place, the Message-ID or the field is right', async () => {
    const wrong = [named(2, 'two'), named(3, 'three'), named(4, 'four'), named(9, 'nine'), named(1, 'one', 1)]
    expect(await putCanariesAway(account, wrong, 'Checks/canary')).toBe(0)
    expect(await lying('INBOX')).toHaveLength(5)
    expect((await other.list()).map(({ path }) => path)).not.toContain(folder)
  })

  it('are put into their mailbox, which is made; nothing else is moved, marked or removed', async () => {
    expect(await liesInMailbox(account, '<canary-one@ilec.example>')).toBe(true)
    expect(await putCanariesAway(account, [named(1, 'one')], 'Checks/canary')).toBe(1)
    expect(await putCanariesAway(account, [named(1, 'one'), named(5, 'five')], 'Checks/canary')).toBe(1)
    expect(await lying('INBOX')).toEqual(['2 request \\Deleted', '3 canary-three', '4 four'])
    expect(await lying(folder)).toEqual(['1 canary-one', '2 canary-five'])
    expect(await liesInMailbox(account, '<canary-one@ilec.example>')).toBe(false)
  })
})
