import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { IntakeError } from '../foundation/intake-error.ts'
import type { Clock } from '../ports/clock.ts'
import { ImapServer } from './imap/server.ts'
import { takeLock } from './lock.ts'
import { ShapeCache } from './message/opened-mail.ts'
import { listenOn, rememberedPorts, rememberPorts } from './ports.ts'
import { deliverSeeds, readSeeds } from './seed.ts'
import { smtpReceiver } from './smtp-receiver.ts'
import { PostOffice } from './store/post-office.ts'
import { DESK, userOfLogin, userOfRecipient } from './users.ts'

export interface SandboxOptions {
  /** Holds the mail, the ports and the lock; one process at a time. */
  readonly directory: string
  /** Our own address; its mail goes to the user `desk`. */
  readonly address: string
  /** Missing or 0: the port of the last time if it is free, else any. */
  readonly imapPort?: number
  readonly smtpPort?: number
  /** Whether sample mails are delivered, the first time only. */
  readonly seed: boolean
  readonly now: Clock
}

/** A mailbox and a mail server on loopback for trying things out. */
export interface Sandbox {
  /** `imap://desk:desk@127.0.0.1:PORT/INBOX` */
  readonly imapUrl: string
  /** `smtp://127.0.0.1:PORT`, no login. */
  readonly smtpUrl: string
  readonly directory: string
  /** Puts these very bytes into the INBOX of `desk` or of a user named by an address. */
  deliver(user: string, raw: Uint8Array): Promise<{ readonly uid: number }>
  /** Users with mail in their INBOX, by name. */
  mailboxesWithMail(): readonly { readonly user: string; readonly count: number }[]
  stop(): Promise<void>
}

const MAX_MAIL = 64 * 1024 * 1024

/**
 * Starts the sandbox. Rejects with `IntakeError mailbox` when the directory is held by a living sandbox, an ordered
 * port is taken, or the stored mail cannot be read.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { directory, address, now } = options
  const token = randomUUID()
  const imap = new ImapServer(token)
  const smtp = smtpReceiver(address, MAX_MAIL)
  let release = () => {}
  async function stop(): Promise<void> {
    // A lock that nobody gave back, after kill -9, ends with the port that it names.
    release()
    release = () => {}
    await Promise.all([imap.close(), smtp.close()])
  }
  try {
    const last = rememberedPorts(directory)
    const ports = {
      imap: await listenOn(imap.server, options.imapPort, last.imap),
      smtp: await listenOn(smtp.server, options.smtpPort, last.smtp),
    }
    // Listening comes first: a lock counts only as long as its holder answers.
    release = await takeLock(directory, ports.imap, token)
    rememberPorts(directory, ports)
    const office = new PostOffice(join(directory, 'mail'), now)
    if (options.seed) deliverSeeds(office, readSeeds(), address)
    const login = (name: string, password: string) => userOfLogin(name, password, address)
    imap.open({ office, shapes: new ShapeCache(), login, maxMail: MAX_MAIL })
    smtp.open(office)
    return running({ directory, address, office, ports, stop })
  } catch (error) {
    await stop()
    throw error
  }
}

function running(parts: {
  readonly directory: string
  readonly address: string
  readonly office: PostOffice
  readonly ports: { readonly imap: number; readonly smtp: number }
  readonly stop: () => Promise<void>
}): Sandbox {
  const { directory, address, office, ports } = parts
  return {
    directory,
    imapUrl: `imap://${DESK}:${DESK}@127.0.0.1:${ports.imap}/INBOX`,
    smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
    async deliver(user, raw) {
      const name = user === DESK ? DESK : userOfRecipient(user, address)
      const uid = name === null ? null : office.deliver(name, raw)
      if (uid === null)
        throw new IntakeError('mailbox', `"${user}" is no user of the sandbox: name "desk" or an address.`)
      return { uid }
    },
    mailboxesWithMail() {
      const counts = office.users().map((user) => ({ user, count: office.account(user)?.mailbox('INBOX')?.count ?? 0 }))
      return counts.filter(({ count }) => count > 0)
    },
    stop: parts.stop,
  }
}
