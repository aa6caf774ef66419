import nodemailer from 'nodemailer'
import type { Dovecot } from './dovecot.ts'
import type { WrittenMail } from './mail-writer.ts'

export interface Delivery {
  /** Delivers one mail after the other, with the envelope it was written for. `to`: whose name finds the mailbox. */
  deliver(mails: readonly WrittenMail[], to: string): Promise<void>
  close(): void
}

/** The last hop of mail from outside, over one kept connection (LMTP, RFC 2033). */
export function lmtpTo(dovecot: Pick<Dovecot, 'host' | 'lmtpPort'>): Delivery {
  const { host, lmtpPort: port } = dovecot
  const transport = nodemailer.createTransport({
    host,
    port,
    lmtp: true,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
  })
  return {
    async deliver(mails, to) {
      for (const { envelopeFrom: from, raw } of mails) await transport.sendMail({ envelope: { from, to: [to] }, raw })
    },
    close: () => transport.close(),
  }
}
