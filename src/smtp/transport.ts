/** The connections to the SMTP server: how they are kept, protected, and logged in. */
import nodemailer from 'nodemailer'
import { isLoopback } from '../domain/loopback.ts'
import { IntakeError } from '../foundation/intake-error.ts'

/** Logs in with access tokens (XOAUTH2) instead of the password in the URL. */
interface SmtpTokens {
  readonly user: string
  /** `refused`: the token that the server has just turned down, or null. Rejects with `IntakeError login`. */
  readonly token: (refused: string | null) => Promise<string>
}

export interface SmtpOptions {
  /** A nodemailer URL: `smtp://user:pass@host:port` or `smtps://…`, further options as its query. */
  readonly url: string
  /** Connections at most, 1 or more. */
  readonly connections: number
  /** Longest wait for a connection, a greeting or one answer; a whole mail may take six times as long. */
  readonly timeoutMs: number
  /** What we call ourselves in EHLO: the public name of this machine. */
  readonly name?: string
  readonly tokens?: SmtpTokens | null
  /** The server may do without TLS, although it is not on this machine. */
  readonly allowClearText?: boolean
  /** Signs a whole mail; it gives the same bytes with a signature before them. */
  readonly sign?: ((raw: Uint8Array) => Promise<Uint8Array>) | null
}

/** Opens nothing yet. Throws `IntakeError smtp` for a URL that is none. */
export function openTransport({ url, connections, timeoutMs, name, tokens, allowClearText }: SmtpOptions) {
  const place = parseUrl(url)
  const isProtected = place.protocol === 'smtps:' || isLoopback(place.hostname) || allowClearText === true
  const transport = nodemailer.createTransport({
    url: withoutOptions(place, [
      ...['logger', 'debug', 'transactionLog'],
      ...(isProtected ? [] : ['requireTLS', 'ignoreTLS', 'opportunisticTLS']),
    ]),
    ...(isProtected ? {} : { requireTLS: true }),
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
    ...(tokens ? { auth: { type: 'OAuth2', user: tokens.user } } : {}),
  })
  if (tokens) transport.set('oauth2_provision_cb', provider(tokens))
  // Failures of a mail come back from sendMail; without a listener those of an idle connection would end the process.
  transport.on('error', () => {})
  return transport
}

type Provision = (user: string, renew: boolean, done: (error: Error | null, token?: string) => void) => void

/** nodemailer asks at the start of each connection, and once more (`renew`) when the server turned that one down. */
function provider({ token }: SmtpTokens): Provision {
  let given: string | null = null
  return (_user, renew, done) => {
    token(renew ? given : null).then(
      (value) => {
        if (!renew) given = value
        done(null, value)
      },
      // nodemailer writes a code of its own into what it is handed.
      (error: Error) => done(new Error(error.message, { cause: error })),
    )
  }
}

/** A URL may carry any option, and what stands there wins; some would print mails and passwords, or give up TLS. */
function withoutOptions(url: URL, options: readonly string[]): string {
  const kept = new URL(url)
  for (const option of options) kept.searchParams.delete(option)
  return kept.href
}

export function placeOf(url: string): string {
  return parseUrl(url).host
}

function parseUrl(url: string): URL {
  if (URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol)) return new URL(url)
  throw new IntakeError('smtp', 'SMTP_URL is not a URL such as smtp://user:password@mail.example.com:587.')
}
