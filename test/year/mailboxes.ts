/** The mailboxes of the carriers, looked into over IMAP: every letter that we call sent lies there, once. */
import { imapAccount, otherClient } from '../support/imap-client.ts'
import type { Deviation } from './deviations.ts'
import type { System } from './system.ts'

const PASSWORD = 'clec'

export async function lettersInMailboxes(system: System): Promise<readonly Deviation[]> {
  const sent = await system.rows<{ recipient: string; messageIds: string[] }>(
    `select recipient, array_agg(message_id order by id) as "messageIds" from outbox where state = 'sent' group by 1`,
  )
  const found: Deviation[] = []
  for (const { recipient, messageIds } of sent) {
    const there = await messageIdsIn(system, recipient)
    if (JSON.stringify([...there].sort()) !== JSON.stringify([...messageIds].sort()))
      found.push({
        day: 'the end',
        who: recipient,
        what: `${there.length} letters lie there; ${messageIds.length} were sent`,
        refs: [],
      })
  }
  return found
}

async function messageIdsIn(system: System, address: string): Promise<readonly string[]> {
  const url = new URL(system.sandbox.imapUrl)
  url.username = encodeURIComponent(address)
  url.password = PASSWORD
  const client = await otherClient(imapAccount(url.href))
  try {
    await client.mailboxOpen('INBOX', { readOnly: true })
    const mails = await client.fetchAll('1:*', { envelope: true })
    return mails.map((mail) => mail.envelope?.messageId ?? '')
  } finally {
    client.close()
  }
}
