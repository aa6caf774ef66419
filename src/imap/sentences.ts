/**
 * What imapflow, TLS and the socket throw, as sentences for the operator. Each names the account and says what to
 * check; none holds the password, not even when the server repeats it.
 */
import { IntakeError } from '../foundation/intake-error.ts'
import type { ImapAccount } from './imap-account.ts'

/** The fields of imapflow's and Node's errors that tell one failure from another. */
interface Failure {
  readonly message?: string
  readonly code?: string
  readonly authenticationFailed?: boolean
  readonly serverResponseCode?: string
  readonly responseStatus?: string
  readonly responseText?: string
  readonly response?: unknown
  readonly tlsFailed?: boolean
}

const UNKNOWN_ISSUER = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/** Causes that are the same whatever was being done, by error code. */
const BY_CODE: Readonly<Record<string, (account: ImapAccount) => string>> = {
  ECONNREFUSED: ({ host, port }) =>
    `nothing listens on ${host} port ${port}. Check host and port in IMAP_URL, and that the mail server runs.`,
  ENOTFOUND: ({ host }) => `the host name ${host} is not known. Check the host in IMAP_URL.`,
  EAI_AGAIN: ({ host }) => `the host name ${host} could not be looked up. Check the network and its name server.`,
  CONNECT_TIMEOUT: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  GREETING_TIMEOUT: noGreeting,
  ClosedAfterConnectText: closedEarly,
  ClosedAfterConnectTLS: closedEarly,
  CERT_HAS_EXPIRED: ({ host }) => `the certificate of ${host} has expired. It has to be renewed on the mail server.`,
  ERR_TLS_CERT_ALTNAME_INVALID: ({ host }) =>
    `the certificate of the mail server is not made out to ${host}. Use the name in the certificate as the host in IMAP_URL.`,
  ERR_SSL_WRONG_VERSION_NUMBER: ({ port }) =>
    `port ${port} does not speak TLS. Use imap:// instead of imaps:// in IMAP_URL, or the TLS port, usually 993.`,
  LiteralTooLarge: () =>
    'the server sent a mail larger than is fetched in one piece and the connection was closed. Raise the size limit, or move that mail out of the mailbox.',
  ETIMEOUT: () => 'the mail server fell silent and the connection was closed. Check the network and the mail server.',
}

/** Turns anything thrown while running `command`, or null between two commands, into an `IntakeError mailbox`. */
export function explain(account: ImapAccount, command: string | null, thrown: unknown): IntakeError {
  if (thrown instanceof IntakeError) return thrown
  const failure = thrown as Failure
  return mailboxError(account, sentenceFor(account, command, failure), thrown)
}

/** A command that was not answered in time. */
export function overdue(account: ImapAccount, command: string, ms: number): IntakeError {
  return mailboxError(
    account,
    `${command} was not answered within ${ms / 1000} s and the connection was closed. Check the network and the mail server.`,
  )
}

/** The account is fine and the mailbox is not there; `others` are the mailboxes that are. */
export function unknownMailbox(account: ImapAccount, others: readonly string[]): IntakeError {
  const list = others.length === 0 ? '' : ` There are: ${others.slice(0, 12).join(', ')}.`
  return mailboxError(
    account,
    `there is no mailbox called "${account.mailbox}". Check the path at the end of IMAP_URL.${list}`,
  )
}

export function mailboxError(account: ImapAccount, sentence: string, cause?: unknown): IntakeError {
  return new IntakeError('mailbox', `${account.account}: ${sentence}`, cause === undefined ? {} : { cause })
}

/** The server answered the login itself with no; it is not told apart here why. */
export function isRefusedLogin(thrown: unknown): boolean {
  return (thrown as Failure | undefined)?.authenticationFailed === true
}

function sentenceFor(account: ImapAccount, command: string | null, failure: Failure): string {
  if (failure.authenticationFailed) return refusedLogin(account, failure)
  const code = failure.code ?? ''
  const known = BY_CODE[code]
  if (known) return known(account)
  if (UNKNOWN_ISSUER.has(code)) {
    return `the certificate of ${account.host} is signed by nobody this machine trusts. Set IMAP_TLS_CA to a PEM file with the authority that signed it.`
  }
  if (failure.tlsFailed && /STARTTLS/i.test(failure.message ?? '') && !account.allowClearText) {
    return `${account.host} port ${account.port} offers no TLS, and the login would cross the network in clear. Use imaps:// in IMAP_URL, or, on a line that you trust, set allowClearText: true.`
  }
  if (failure.tlsFailed || code === 'EPROTO' || /^(ERR_SSL_|ERR_TLS_|CERT_)/.test(code)) {
    return `TLS could not be agreed on (${said(account, failure.message)}). Check the port in IMAP_URL and the certificate of the mail server.`
  }
  if (failure.responseStatus) {
    return `the server refused ${command ?? 'the session'} ("${said(account, failure.responseText)}"). Check the mail server and the rights of the user.`
  }
  const during = command === null ? '' : ` during ${command}`
  return `the connection was lost${during} (${said(account, code || failure.message)}). Check the network and the mail server.`
}

function refusedLogin(account: ImapAccount, failure: Failure): string {
  const text = typeof failure.response === 'string' ? failure.response : (failure.responseText ?? '')
  const words = text.replace(/^\S+ (NO|BAD) (\[[^\]]*\] )?/i, '')
  const quote = words ? ` ("${said(account, words)}")` : ''
  // RFC 5530: the server could not look the password up, which says nothing about the password.
  if (failure.serverResponseCode === 'UNAVAILABLE') {
    return `the server cannot check passwords at the moment${quote}. Check the mail server.`
  }
  if ('token' in account.login) {
    return `the server refused the access token for ${account.user}${quote}. Check that the application, or whoever logged in with "intagree login", may open this mailbox (docs/oauth.md says what it needs), and that IMAP is on for it.`
  }
  return `the server refused user and password${quote}. Check both in IMAP_URL, percent-encoded; some providers want an app password.`
}

function unreachable({ host, port }: ImapAccount): string {
  return `${host} port ${port} does not answer. Check host and port in IMAP_URL, the network and the firewall.`
}

function noGreeting({ host, port }: ImapAccount): string {
  return `${host} port ${port} took the connection and sent no IMAP greeting. Check the port in IMAP_URL, and imap:// against imaps://.`
}

/** Before, at or after the greeting: which of them is not told. */
function closedEarly({ host, port }: ImapAccount): string {
  return `${host} port ${port} took the connection and closed it before anybody was logged in. Check that the mail server runs well, the port in IMAP_URL, and imap:// against imaps://.`
}

/** Words of the other side, fit to be printed: one short line without control characters and without the password. */
function said(account: ImapAccount, text: string | undefined): string {
  const line = (text ?? 'no reason given').replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  const password = 'password' in account.login ? account.login.password : ''
  return line.replaceAll(password || '\u0000', '***').slice(0, 200)
}
