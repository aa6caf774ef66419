/**
 * Hands mails to the SMTP server over a few kept connections. The one question it must never get wrong is whether a
 * mail may have left: `not-sent` means the final dot was certainly not handed over, everything after it is `unsure`,
 * and a mail whose body was once read is never offered a second time by this side.
 */
import { Readable } from 'node:stream'
import type { SendMailOptions } from 'nodemailer'
import { IntakeError } from '../foundation/intake-error.ts'
import type { Courier, Parcel, SendOutcome } from '../ports/courier.ts'
import { outcomeOf, outcomeOfSent, type Progress, type SmtpFailure, withoutTls } from './outcome.ts'
import { openTransport, placeOf, type SmtpOptions } from './transport.ts'

export interface SmtpCourier extends Courier {
  /** Connects and logs in. Throws `IntakeError smtp` with a sentence for the operator. */
  check(): Promise<void>
}

const DEADLINE_FACTOR = 6
/** What to look at when the server does not let us in. */
const FOR_PASSWORD = 'check SMTP_URL'
const FOR_TOKENS = 'check that the application, or whoever logged in, may send as this mailbox (docs/oauth.md)'
/** Bytes; what a stream buffers by default. */
const PIECE = 16 * 1024

type Transport = ReturnType<typeof openTracked>

/** Sends parcels; a closed courier answers `not-sent`. */
export function smtpCourier(options: SmtpOptions): SmtpCourier {
  const transport = openTracked(options)
  const underWay = new Set<Promise<SendOutcome>>()
  return {
    async send(parcel) {
      const sending = sendOne(transport, parcel, options)
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
        const { message: why, cause } = failureOf(error)
        if (cause instanceof IntakeError) throw cause
        const open = withoutTls(failureOf(error))
        if (open !== null)
          throw new IntakeError('smtp', `The SMTP server ${placeOf(options.url)} ${open}`, { cause: error })
        const hint = options.tokens ? FOR_TOKENS : FOR_PASSWORD
        throw new IntakeError(
          'smtp',
          `The SMTP server ${placeOf(options.url)} cannot be used: ${why}. ${hint[0]?.toUpperCase()}${hint.slice(1)}.`,
          { cause: error },
        )
      }
    },
    async close() {
      transport.close()
      await Promise.all(underWay)
    },
  }
}

async function sendOne(transport: Transport, parcel: Parcel, options: SmtpOptions): Promise<SendOutcome> {
  const wrong = [...parcel.to, ...(parcel.from === '' ? [] : [parcel.from])].find((address) => !isAddress(address))
  if (wrong !== undefined) return { outcome: 'refused', why: `${JSON.stringify(wrong)} is not a mail address` }
  if (parcel.to.length === 0) return { outcome: 'refused', why: 'the mail has no recipient' }
  const progress: Progress = { bodyDone: false }
  const deadlineMs = options.timeoutMs * DEADLINE_FACTOR
  // The socket's timeout does not notice a server that sends a little now and then.
  const abort = new AbortController()
  const deadline = setTimeout(() => abort.abort(new Error(`not done after ${deadlineMs} ms`)), deadlineMs)
  try {
    const raw = options.sign ? await options.sign(parcel.raw) : parcel.raw
    const data: Tracked = {
      envelope: { from: parcel.from, to: [...parcel.to] },
      raw: Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength),
      signal: abort.signal,
      progress,
      beforeDot: parcel.beforeDot,
    }
    const info = await transport.sendMail(data)
    return outcomeOfSent(info.response, info.accepted.map(String), info.rejectedErrors ?? [])
  } catch (error) {
    return outcomeOf(failureOf(error), progress, options.tokens ? FOR_TOKENS : FOR_PASSWORD)
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

/** The transport, whose mails take the way that keeps account of how far they got. */
function openTracked(options: SmtpOptions) {
  const transport = openTransport(options)
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
