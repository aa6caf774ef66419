/**
 * Hands mails to the SMTP server over a few kept connections. The one question it must never get wrong is whether a
 * mail may have left: `not-sent` means the final dot was certainly not handed over, everything after it is `unsure`,
 * and a mail whose body was once read is never offered a second time by this side.
 */
import { Readable } from 'node:stream'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import { IntakeError } from '../errors.ts'
import type { Courier, Parcel, SendOutcome } from '../ports.ts'
import { outcomeOf, outcomeOfSent, type Progress, type SmtpFailure } from './outcome.ts'

export interface SmtpOptions {
  /** A nodemailer URL: `smtp://user:pass@host:port` or `smtps://…`, further options as its query. */
  readonly url: string
  /** Connections at most, 1 or more. */
  readonly connections: number
  /** Longest wait for a connection, a greeting or one answer; a whole mail may take six times as long. */
  readonly timeoutMs: number
  /** What we call ourselves in EHLO: the public name of this machine. */
  readonly name?: string
}

export interface SmtpCourier extends Courier {
  /** Connects and logs in. Throws `IntakeError smtp` with a sentence for the operator. */
  check(): Promise<void>
}

const DEADLINE_FACTOR = 6
/** Bytes; what a stream buffers by default. */
const PIECE = 16 * 1024

type Transport = ReturnType<typeof openTransport>

/** Sends parcels; a closed courier answers `not-sent`. */
export function smtpCourier(options: SmtpOptions): SmtpCourier {
  const transport = openTransport(options)
  const underWay = new Set<Promise<SendOutcome>>()
  return {
    async send(parcel) {
      const sending = sendOne(transport, parcel, options.timeoutMs * DEADLINE_FACTOR)
      underWay.add(sending)
      try {
        return await sending
      } finally {
        underWay.delete(sending)
      }
    },
    async check() {
      try {
        await transport.verify()
      } catch (error) {
        const why = failureOf(error).message
        throw new IntakeError(
          'smtp',
          `The SMTP server ${placeOf(options.url)} cannot be used: ${why}. Check SMTP_URL.`,
          {
            cause: error,
          },
        )
      }
    },
    async close() {
      transport.close()
      await Promise.all(underWay)
    },
  }
}

async function sendOne(transport: Transport, parcel: Parcel, deadlineMs: number): Promise<SendOutcome> {
  const wrong = [...parcel.to, ...(parcel.from === '' ? [] : [parcel.from])].find((address) => !isAddress(address))
  if (wrong !== undefined) return { outcome: 'refused', why: `${JSON.stringify(wrong)} is not a mail address` }
  if (parcel.to.length === 0) return { outcome: 'refused', why: 'the mail has no recipient' }
  const progress: Progress = { bodyDone: false }
  // The socket's timeout does not notice a server that sends a little now and then.
  const abort = new AbortController()
  const deadline = setTimeout(() => abort.abort(new Error(`not done after ${deadlineMs} ms`)), deadlineMs)
  const data: Tracked = {
    envelope: { from: parcel.from, to: [...parcel.to] },
    raw: Buffer.from(parcel.raw.buffer, parcel.raw.byteOffset, parcel.raw.byteLength),
    signal: abort.signal,
    progress,
    beforeDot: parcel.beforeDot,
  }
  try {
    const info = await transport.sendMail(data)
    return outcomeOfSent(info.response, info.accepted.map(String), info.rejectedErrors ?? [])
  } catch (error) {
    return outcomeOf(failureOf(error), progress)
  } finally {
    clearTimeout(deadline)
  }
}

/**
 * One mailbox of RFC 5321 4.1.2 and nothing around it. nodemailer reads an envelope address as a list of addresses
 * with names, so a stranger's `a@x.test, b@y.test` would become two recipients.
 */
function isAddress(address: string): boolean {
  return /^(?:[^\s\p{Cc}<>()[\]\\,;:@"]+|"[^\p{Cc}"\\<>]+")@(?:[^\s\p{Cc}<>()[\]\\,;:@"]+|\[[\dA-Za-z:.]+\])$/u.test(
    address,
  )
}

function openTransport({ url, connections, timeoutMs, name }: SmtpOptions) {
  const transport = nodemailer.createTransport({
    url: withoutLogging(url),
    pool: true,
    maxConnections: connections,
    // A kept connection may have died while idle: one fresh one. `track` sees to it that no body goes out twice.
    maxRequeues: 1,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(name === undefined ? {} : { name }),
  })
  // Failures of a mail come back from sendMail; without a listener those of an idle connection would end the process.
  transport.on('error', () => {})
  transport.use('stream', (mail, done) => {
    const { raw, progress, beforeDot } = mail.data as Partial<Tracked>
    // By itself it takes the bytes through half a dozen streams before the connection has them.
    if (raw && progress && beforeDot) mail.message.createReadStream = () => track(raw, progress, beforeDot)
    done()
  })
  return transport
}

/** A mail with the record of how far it got; nodemailer hands the object through to the plugin. */
interface Tracked extends SendMailOptions {
  readonly raw: Buffer
  readonly progress: Progress
  readonly beforeDot: () => Promise<void>
}

/**
 * The body on its way to the connection, in pieces small enough for "all of it was read" to come late: it is said
 * when the connection took the last piece, just before it writes the dot.
 */
function track(raw: Buffer, progress: Progress, beforeDot: () => Promise<void>): Readable {
  return Readable.from(pieces(raw, progress, beforeDot), { objectMode: false })
}

async function* pieces(raw: Buffer, progress: Progress, beforeDot: () => Promise<void>): AsyncGenerator<Buffer> {
  if (progress.bodyDone) throw new Error('this mail was already handed over once')
  for (let start = 0; start < raw.length; start += PIECE) yield raw.subarray(start, start + PIECE)
  // The connection writes the dot when this stream ends, so it does not end before the mark is there.
  await beforeDot()
  progress.bodyDone = true
}

function failureOf(error: unknown): SmtpFailure {
  if (!(error instanceof Error)) return { message: String(error) }
  // Of our own deadline nodemailer says only that the sending was aborted.
  return error.name === 'AbortError' && error.cause instanceof Error ? error.cause : error
}

/** A URL may carry any option; these would print mails and passwords to the console. */
function withoutLogging(url: string): string {
  const parsed = parseUrl(url)
  for (const option of ['logger', 'debug', 'transactionLog']) parsed.searchParams.delete(option)
  return parsed.href
}

function placeOf(url: string): string {
  return parseUrl(url).host
}

function parseUrl(url: string): URL {
  if (URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol)) return new URL(url)
  throw new IntakeError('smtp', 'SMTP_URL is not a URL such as smtp://user:password@mail.example.com:587.')
}
