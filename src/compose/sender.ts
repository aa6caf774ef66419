import { copyStore } from '../db/copy-sent.ts'
import { sendStore } from '../db/send-mail.ts'
import { copySent } from '../flows/copy-sent.ts'
import { sendMail } from '../flows/send-mail.ts'
import { sentMailbox } from '../imap/sent-mailbox.ts'
import { pause } from '../pause.ts'
import { smtpCourier } from '../smtp/smtp-courier.ts'
import { type Base, isOutage } from './base.ts'

/** Sends what is in the outbox and files copies in the Sent mailbox of the first account. */
export async function startSender(base: Base): Promise<void> {
  const { bell, clock, config, journal, leases, mail, pool } = base
  const { send, mailbox, workers } = config.settings
  const [account] = mail.accounts
  const sent = account && mailbox.sentCopy ? sentMailbox(account, { mailbox: mailbox.sentMailbox }) : null
  const name = config.address.slice(config.address.lastIndexOf('@') + 1)
  const courier = smtpCourier({
    url: mail.smtpUrl,
    connections: send.connections,
    timeoutMs: send.timeoutSeconds * 1000,
    name,
  })
  base.closers.push(() => courier.close())
  const handler = sendMail({
    store: sendStore(pool, leases.instance, sent !== null),
    ...{ courier, sentMailbox: sent, bell, clock, isOutage, pause },
    stopping: base.stopping.signal,
    jitter: Math.random,
    attempts: send.attempts,
    onSent: journal.sent,
  })
  await base.answer('send', workers.send, handler)
  if (sent === null) return
  base.closers.push(() => sent.close())
  await base.answer(
    'copy',
    workers.copy,
    copySent({ store: copyStore(pool), sentMailbox: sent, onCopied: journal.copied }),
  )
}
