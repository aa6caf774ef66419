/**
 * An SMTP server that keeps what it is sent and fails as it is told. It speaks plain SMTP on 127.0.0.1, without AUTH
 * unless it is told whose access tokens are good.
 */
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { until } from './until.ts'

/**
 * One thing that goes wrong, `times` times (once unless told), at a step of the transaction:
 * `greeting`: a reply instead of 220, or none at all; `mail-from` and `rcpt`: that reply, for recipients that match;
 * `data`: that reply after the final dot, the mail is not kept; `dot`: no reply after the final dot, the connection is
 * reset, ended or left silent, and the mail is kept (`accepted`) or not.
 */
export type SmtpFault = { readonly times?: number } & (
  | { readonly at: 'greeting'; readonly reply: number | 'silence' }
  | { readonly at: 'mail-from'; readonly reply: number }
  | { readonly at: 'rcpt'; readonly reply: number; readonly to?: RegExp }
  | { readonly at: 'data'; readonly reply: number }
  | { readonly at: 'dot'; readonly death: 'rst' | 'fin' | 'silence'; readonly accepted: boolean }
)

export interface SunkMail {
  readonly from: string
  readonly to: readonly string[]
  /** As it was before dot-stuffing. */
  readonly raw: Buffer
  readonly at: Date
}

export interface SmtpSink {
  readonly url: string
  readonly port: number
  /** Every mail kept so far, in order; with those whose sender never heard of it. */
  mails(): readonly SunkMail[]
  /** How often a mail with this Message-ID was kept: more than 1 is a duplicate. */
  copiesOf(messageId: string): number
  /** Message-IDs kept more than once. */
  duplicates(): readonly string[]
  /** Waits for so many mails, or until the predicate holds. */
  waitFor(wanted: number | ((mails: readonly SunkMail[]) => boolean), ms?: number): Promise<readonly SunkMail[]>
  fault(fault: SmtpFault): void
  clearFaults(): void
  /** Forgets the mails kept so far. */
  clear(): void
  /** Closes the listener and all connections: connecting is refused until `comeUp`, on the same port. */
  goDown(): Promise<void>
  comeUp(): Promise<void>
  stop(): Promise<void>
}

/** Whether a user may log in with an access token (XOAUTH2). */
export type TakesToken = (user: string, token: string) => Promise<boolean>

/** Starts a sink on a free port of 127.0.0.1. `takesToken`: only those who log in may send. */
export async function startSink(takesToken: TakesToken | null = null): Promise<SmtpSink> {
  let kept: readonly SunkMail[] = []
  let faults: { readonly fault: SmtpFault; left: number }[] = []
  let server: SMTPServer

  /** Takes one use of the first fault for this step that fits. */
  function take<At extends SmtpFault['at']>(
    at: At,
    fits: (fault: Extract<SmtpFault, { at: At }>) => boolean = () => true,
  ): Extract<SmtpFault, { at: At }> | null {
    for (const entry of faults) {
      const fault = entry.fault as Extract<SmtpFault, { at: At }>
      if (fault.at !== at || entry.left === 0 || !fits(fault)) continue
      entry.left -= 1
      return fault
    }
    return null
  }

  function keep(session: SMTPServerSession, raw: Buffer): void {
    const { mailFrom, rcptTo } = session.envelope
    const to = rcptTo.map((recipient) => recipient.address)
    kept = [...kept, { from: mailFrom ? mailFrom.address : '', to, raw, at: new Date() }]
  }

  function receive(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error?: Error | null, text?: string) => void,
  ): void {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const refusal = take('data')
      if (refusal) return done(reply(refusal.reply))
      const lost = take('dot')
      if (!lost || lost.accepted) keep(session, Buffer.concat(chunks))
      if (!lost) return done(null, `kept as ${kept.length}`)
      if (lost.death === 'silence') return
      for (const connection of server.connections) {
        if (connection.id !== session.id) continue
        if (lost.death === 'rst') connection._socket.resetAndDestroy()
        else connection._socket.end()
      }
    })
  }

  function create(): SMTPServer {
    const created = new SMTPServer({
      ...(takesToken === null
        ? { authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'] }
        : { allowInsecureAuth: true, authMethods: ['XOAUTH2'], disabledCommands: ['STARTTLS'] }),
      onAuth({ username = '', accessToken = '' }, _session, done) {
        const answer = takesToken?.(username, accessToken) ?? Promise.resolve(false)
        void answer.then((yes) => done(null, yes ? { user: username } : { message: 'no such token' }))
      },
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 1,
      onConnect(_session, next) {
        const fault = take('greeting')
        if (fault?.reply === 'silence') return
        next(fault ? reply(fault.reply) : null)
      },
      onMailFrom(_address, _session, next) {
        const fault = take('mail-from')
        next(fault ? reply(fault.reply) : null)
      },
      onRcptTo({ address }, _session, next) {
        const fault = take('rcpt', ({ to }) => to === undefined || to.test(address))
        next(fault ? reply(fault.reply) : null)
      },
      onData: receive,
    })
    // A client that is killed makes an error here, which without a listener would end the test run.
    created.on('error', () => {})
    return created
  }

  function listen(port: number): Promise<number> {
    server = create()
    return new Promise((resolve, reject) => {
      server.server.once('error', reject)
      const listener = server.listen(port, '127.0.0.1', () => resolve((listener.address() as AddressInfo).port))
    })
  }

  async function goDown(): Promise<void> {
    if (!server.server.listening) return
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const connection of server.connections) connection._socket.destroy()
    await closed
  }

  const port = await listen(0)
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails: () => kept,
    copiesOf: (messageId) => kept.filter((mail) => messageIdOf(mail.raw) === messageId).length,
    duplicates() {
      const ids = kept.map((mail) => messageIdOf(mail.raw))
      return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
    },
    async waitFor(wanted, ms = 10_000) {
      const holds = typeof wanted === 'number' ? () => kept.length >= wanted : () => wanted(kept)
      const what = typeof wanted === 'number' ? `the sink has ${wanted} mails` : 'the mails in the sink fit'
      await until(() => holds() || Promise.reject(new Error(`${kept.length} mails in the sink`)), { ms, what })
      return kept
    },
    fault(fault) {
      faults = [...faults, { fault, left: fault.times ?? 1 }]
    },
    clearFaults() {
      faults = []
    },
    clear() {
      kept = []
    },
    goDown,
    async comeUp() {
      await listen(port)
    },
    stop: goDown,
  }
}

/** A refusal with this reply code. */
function reply(responseCode: number): Error {
  return Object.assign(new Error(`told to answer ${responseCode}`), { responseCode })
}

/** The Message-ID of raw bytes, with its angle brackets, or ''. */
function messageIdOf(raw: Buffer): string {
  const text = raw.toString('latin1')
  const end = text.search(/\r?\n\r?\n/)
  const header = (end < 0 ? text : text.slice(0, end)).replace(/\r?\n[ \t]+/g, ' ')
  return /^message-id:\s*(\S+)/im.exec(header)?.[1] ?? ''
}
