/**
 * The bare loop as a process of its own: fetch, parse, send, nothing stored. It is what the mail libraries allow on
 * this machine, and loses or doubles mail at every crash. Arguments: IMAP URL, SMTP URL, our address.
 */
import { ImapFlow } from 'imapflow'
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'

const [imapUrl = '', smtpUrl = '', address = ''] = process.argv.slice(2)
const BATCH = 50
const PARALLEL = 20

const url = new URL(imapUrl)
const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
const client = new ImapFlow({
  ...{ host: url.hostname, port: Number(url.port), auth },
  secure: false,
  doSTARTTLS: false,
  logger: false,
})
client.on('error', () => undefined)
await client.connect()
await client.mailboxOpen(decodeURIComponent(url.pathname.slice(1)), { readOnly: true })
const uids = await client.search({ all: true }, { uid: true })
const transport = createTransport(`${smtpUrl}?pool=true&maxConnections=5&maxMessages=1000000`)

async function answer(source: Buffer): Promise<void> {
  const mail = await simpleParser(source)
  await transport.sendMail({
    from: address,
    to: mail.from?.value[0]?.address ?? address,
    subject: `Re: ${mail.subject}`,
    ...(mail.messageId ? { inReplyTo: mail.messageId, references: [mail.messageId] } : {}),
    headers: { 'Auto-Submitted': 'auto-replied' },
    text: 'We received your mail.',
    html: '<p>We received your mail.</p>',
  })
}

const under = new Set<Promise<void>>()
for (let at = 0; uids && at < uids.length; at += BATCH) {
  const mails = await client.fetchAll(uids.slice(at, at + BATCH).join(','), { source: true }, { uid: true })
  for (const { source } of mails) {
    if (!source) continue
    const sending = answer(source).finally(() => under.delete(sending))
    under.add(sending)
    if (under.size >= PARALLEL) await Promise.race(under)
  }
}
await Promise.all(under)
transport.close()
await client.logout()
