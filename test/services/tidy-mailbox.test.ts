/** The one thing that may change the watched mailbox, on Dovecot and on the sandbox alike. */
import type { ImapFlow } from 'imapflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImapAccount } from '../../src/imap/imap-account.ts'
import { type TidyWishes, tidyMailbox } from '../../src/imap/tidy-mailbox.ts'
import { imapAccount, otherClient } from '../support/imap-client.ts'
import { MAIL_SERVERS, type MailServer } from '../support/mail-servers.ts'

describe.each(Object.entries(MAIL_SERVERS))('tidying on %s', (_name, start) => {
  let server: MailServer
  let account: ImapAccount
  let other: ImapFlow
  let mailboxes = 0

  beforeAll(async () => {
    server = await start()
    account = imapAccount(server.imapUrl)
    other = await otherClient(account)
    await other.mailboxCreate('Done')
  })
  afterAll(async () => {
    await other?.logout()
    await server?.stop()
  })

  /** Tidies mails 1 and 3 of a new mailbox of three; returns `UID flags` of what lies there, and how many in Done. */
  async function tidied(wishes: TidyWishes, change: { readonly uidValidity?: number } = {}) {
    mailboxes += 1
    const mailbox = `Tidy${mailboxes}`
    await other.mailboxCreate(mailbox)
    for (const number of [1, 2, 3]) await other.append(mailbox, Buffer.from(`Subject: ${number}\r\n\r\nx\r\n`))
    const opened = await other.mailboxOpen(mailbox)
    await other.mailboxClose()
    const tidy = tidyMailbox({ ...account, mailbox }, wishes)
    const uidValidity = change.uidValidity ?? Number(opened.uidValidity)
    const said = await tidy.tidy(uidValidity, [1, 3]).then(
      () => null,
      (error: unknown) => error,
    )
    await tidy.close()
    await other.mailboxOpen(mailbox, { readOnly: true })
    const rows = (await other.fetchAll('1:*', { uid: true, flags: true })) ?? []
    await other.mailboxClose()
    const here = rows.map((row) => [row.uid, row.flags?.has('\\Seen') ? 'seen' : 'new'].join(' '))
    const { messages } = (await other.status('Done', { messages: true })) || { messages: 0 }
    return { here, moved: messages ?? 0, said }
  }

  it('marks as read what it is told, and nothing else', async () => {
    expect(await tidied({ markSeen: true, moveTo: null })).toEqual({
      here: ['1 seen', '2 new', '3 seen'],
      moved: 0,
      said: null,
    })
  })

  it('leaves other mails alone that have these UIDs under another UIDVALIDITY', async () => {
    const untouched = { here: ['1 new', '2 new', '3 new'], moved: 0, said: null }
    expect(await tidied({ markSeen: true, moveTo: 'Done' }, { uidValidity: 1 })).toEqual(untouched)
  })

  it('says so when it cannot move, and the mails stay', async () => {
    const { here, said } = await tidied({ markSeen: false, moveTo: 'Nowhere' })
    expect(said).toMatchObject({ code: 'mailbox', message: expect.stringContaining(account.account) })
    expect(here).toHaveLength(3)
  })

  it('moves what it is told', async () => {
    expect(await tidied({ markSeen: false, moveTo: 'Done' })).toEqual({ here: ['2 new'], moved: 2, said: null })
  })
})
