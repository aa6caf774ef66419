import { type Claims, handOver } from '../db/claims.ts'
import { copyStore } from '../db/copy-sent.ts'
import type { Copy } from '../db/reply-moves.ts'
import { sendStore } from '../db/send-mail.ts'
import { copySent } from '../flows/copy-sent.ts'
import { sendMail } from '../flows/send-mail.ts'
import { pause } from '../foundation/pause.ts'
import { sentMailbox } from '../imap/sent-mailbox.ts'
import type { ClaimedReply } from '../ports/stores/send-mail.ts'
import { dkimSigner } from '../smtp/dkim-signer.ts'
import { smtpCourier } from '../smtp/smtp-courier.ts'
import { type Base, isOutage } from './base.ts'

/** Replies claimed for us when they were committed, and copies handed to the copier: a second's work or so. */
const [CLAIMED_MOST, COPIES_MOST] = [64, 64]

/** Sends what is in the outbox and files copies in the Sent mailbox of the first account. */
export async function startSender(base: Base): Promise<Claims> {
  const { bell, clock, config, journal, leases, mail, pool } = base
  const { send, mailbox, workers } = config.settings
  const [account] = mail.accounts
  // Whoever files the copies: there it can be looked up whether a mail left that nobody is sure of.
  const sent = account ? sentMailbox(account, { mailbox: mailbox.sentMailbox }) : null
  const name = config.address.slice(config.address.lastIndexOf('@') + 1)
  const courier = smtpCourier({
    url: mail.smtpUrl,
    connections: send.connections,
    timeoutMs: send.timeoutSeconds * 1000,
    name,
    tokens: mail.smtpTokens,
    allowClearText: config.settings.allowClearText,
    sign: config.dkim && dkimSigner(config.dkim),
  })
  base.closers.push(() => courier.close())
  const claims = { ...handOver<ClaimedReply>(CLAIMED_MOST), instance: leases.instance }
  const copies = handOver<Copy>(COPIES_MOST)
  const store = sendStore(pool, leases.instance, mailbox.sentCopy && sent !== null, { claims, copies, rush: bell.rush })
  base.closers.push(() => store.release())
  const handler = sendMail({
    store,
    ...{ courier, sentMailbox: sent, bell, clock, isOutage, pause },
    stopping: base.stopping.signal,
    jitter: Math.random,
    attempts: send.attempts,
    onSent: journal.sent,
  })
  await base.answer('send', workers.send, handler)
  if (sent === null) return claims
  base.closers.push(() => sent.close())
  if (!mailbox.sentCopy) return claims
  await base.answer(
    'copy',
    workers.copy,
    copySent({ store: copyStore(pool, copies), sentMailbox: sent, onCopied: journal.copied }),
  )
  return claims
}
