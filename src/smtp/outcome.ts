/**
 * What an answer of the server, or its absence, means for one mail (RFC 5321 4.2, 4.5.3.2, 6.1).
 */
import { IntakeError } from '../foundation/intake-error.ts'
import type { SendOutcome } from '../ports/courier.ts'

/** What nodemailer tells of a failure; every field is optional there. */
export interface SmtpFailure {
  readonly message: string
  readonly code?: string | undefined
  readonly responseCode?: number | undefined
  readonly response?: string | undefined
  readonly command?: string | undefined
  readonly cause?: unknown
}

/** How much of the mail this side has handed over. */
export interface Progress {
  /** The last byte of the body was read by the connection, so the final dot may have left. */
  bodyDone: boolean
}

/** Authentication is required, too weak, wrong or must be encrypted (RFC 4954 6): our credentials, not the mail. */
const AUTH_CODES = new Set([530, 534, 535, 538])
const AUTH_FAILURES = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2'])
/** Failures before a session stood; what the server answers then is about us or it, not about the mail. */
const SESSION_FAILURES = new Set(['EPROTOCOL', 'ETLS', 'EDNS', 'EPROXY'])
/** This side refused the mail by itself: an address or size that the session cannot carry. */
const OWN_REFUSALS = new Set(['EENVELOPE', 'EMESSAGE'])

/** What to do about a server that must speak TLS and does not (RFC 3207 4); null: it was something else. */
export function withoutTls({ code, command, response }: SmtpFailure): string | null {
  if (code !== 'ETLS' || command !== 'STARTTLS' || response === undefined) return null
  return 'offers no TLS, and mails and passwords would cross the network in clear. Use smtps:// in SMTP_URL, or, on a line that you trust, set allowClearText: true.'
}

/** The outcome of a transaction that failed. `hint`: what to look at when the server does not let us in. */
export function outcomeOf(failure: SmtpFailure, progress: Progress, hint = 'check SMTP_URL'): SendOutcome {
  // Without a token, or without a signature, nothing was begun; both say for themselves what to do.
  const own = [failure, failure.cause].find((error) => error instanceof IntakeError)
  if (own instanceof IntakeError && !progress.bodyDone) return { outcome: 'not-sent', why: own.message }
  const open = withoutTls(failure)
  if (open !== null) return { outcome: 'not-sent', why: `The SMTP server ${open}` }
  const why = sentence(failure)
  const { code = '', command = '', responseCode = 0 } = failure
  if (AUTH_FAILURES.has(code) || AUTH_CODES.has(responseCode)) {
    return { outcome: 'not-sent', why: `The SMTP server did not accept our login; ${hint}. It said: ${why}` }
  }
  if (SESSION_FAILURES.has(code) || /^(?:EHLO|HELO|LHLO|STARTTLS)/.test(command)) {
    return progress.bodyDone ? { outcome: 'unsure', why } : { outcome: 'not-sent', why }
  }
  if (responseCode >= 400 && responseCode < 500) return { outcome: 'deferred', why }
  if (responseCode >= 500 && responseCode < 600) return { outcome: 'refused', why }
  if (progress.bodyDone) return { outcome: 'unsure', why }
  return OWN_REFUSALS.has(code) ? { outcome: 'refused', why } : { outcome: 'not-sent', why }
}

/** The outcome of a transaction that the server took for at least one recipient. */
export function outcomeOfSent(
  response: string,
  accepted: readonly string[],
  refusals: readonly (SmtpFailure & { readonly recipient?: string | undefined })[],
): SendOutcome {
  if (refusals.length === 0) return { outcome: 'sent', response }
  // A second attempt would reach those again who have the mail, so a person decides, also after a 4xx.
  const said = refusals.map((refusal) => `${refusal.recipient ?? 'a recipient'}: ${sentence(refusal)}`).join('; ')
  return { outcome: 'refused', why: `Delivered to ${accepted.join(', ')}, not to ${said}` }
}

/** The server's own words where there are some, on one line. */
function sentence({ response, message, command }: SmtpFailure): string {
  const words = response ?? (command === undefined ? message : `${message} (${command})`)
  return words.replace(/\s+/g, ' ').trim().slice(0, 500)
}
