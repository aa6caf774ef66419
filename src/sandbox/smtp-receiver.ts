import type { Server } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { folderOf } from './store/names.ts'
import type { PostOffice } from './store/post-office.ts'
import { userOfRecipient } from './users.ts'

const MOST_RECIPIENTS = 100

export interface SmtpReceiver {
  readonly server: Server
  /** Mail is answered with 451 until then. */
  open(office: PostOffice): void
  close(): Promise<void>
}

/**
 * Takes mail from this machine without any login and delivers it at once: 250 means that it lies in the mailbox of
 * every recipient. `address` is ours, `maxMail` in bytes.
 */
export function smtpReceiver(address: string, maxMail: number): SmtpReceiver {
  let office: PostOffice | null = null
  const receiver = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    banner: 'intagree sandbox',
    size: maxMail,
    closeTimeout: 200,
    onRcptTo({ address: recipient }, session, callback) {
      callback(reject(recipient, session))
    },
    onData(stream, session, callback) {
      collect(stream, maxMail)
        .then((raw) => (raw === null ? TOO_BIG : deliver(raw, session)))
        .then((done) => (typeof done === 'string' ? callback(null, done) : callback(done)), callback)
    },
  })
  // Without a listener a client that breaks off would take the whole process with it.
  receiver.on('error', () => {})

  function reject(recipient: string, session: SMTPServerSession): Error | null {
    if (!office) return smtpError(451, 'The sandbox is starting, try again')
    if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) return smtpError(452, 'Too many recipients')
    const user = userOfRecipient(recipient, address)
    return user !== null && folderOf(user) !== null ? null : smtpError(553, 'This is no address of a mailbox')
  }

  function deliver(raw: Buffer, session: SMTPServerSession): string | Error {
    try {
      const stored: string[] = []
      for (const [user, recipient] of recipientsByUser(session, address)) {
        const uid = office?.deliver(user, Buffer.concat([trace(session, recipient, office.now()), raw])) ?? null
        if (uid === null) return smtpError(451, 'The mailbox cannot be opened')
        stored.push(`${user} ${uid}`)
      }
      return `Delivered as ${printable(stored.join(', '))}`
    } catch (error) {
      return smtpError(452, `The mail could not be stored: ${printable((error as Error).message)}`)
    }
  }

  return {
    server: receiver.server,
    open(opened) {
      office = opened
    },
    close() {
      return new Promise((resolve) => receiver.close(() => resolve()))
    },
  }
}

const TOO_BIG = smtpError(552, 'The mail is larger than is taken here')

/** The whole mail, or null when it is too large; it is then read to its end and forgotten. */
async function collect(stream: SMTPServerDataStream, maxMail: number): Promise<Buffer | null> {
  let chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= maxMail) chunks.push(chunk)
    else chunks = []
  }
  // `size` of smtp-server counts and does not reject: the answer is ours.
  return stream.sizeExceeded || size > maxMail ? null : Buffer.concat(chunks)
}

/** A user with several recipient addresses gets one copy, under the first. */
function recipientsByUser(session: SMTPServerSession, ours: string): ReadonlyMap<string, string> {
  const users = new Map<string, string>()
  for (const { address } of session.envelope.rcptTo) {
    const user = userOfRecipient(address, ours)
    if (user !== null && !users.has(user)) users.set(user, address)
  }
  return users
}

/** The trace fields that final delivery puts on top of a mail (RFC 5321 4.4); the rest stays byte for byte. */
function trace(session: SMTPServerSession, recipient: string, now: Date): Buffer {
  const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
  const helo = session.hostNameAppearsAs.replace(/[^\w.[\]:-]/g, '?') || 'unknown'
  const date = now.toUTCString().replace('GMT', '+0000')
  return Buffer.from(
    `Return-Path: <${sender}>\r\nDelivered-To: ${recipient}\r\n` +
      `Received: from ${helo} ([127.0.0.1]) by sandbox.localhost with ESMTP id ${session.id};\r\n\t${date}\r\n`,
    'utf8',
  )
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?')
}

function smtpError(responseCode: number, message: string): Error & { readonly responseCode: number } {
  return Object.assign(new Error(message), { responseCode })
}
