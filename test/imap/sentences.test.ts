import { describe, expect, it } from 'vitest'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import type { ImapAccount } from '../../src/imap/imap-account.ts'
import { explain, overdue, unknownMailbox } from '../../src/imap/sentences.ts'

const account: ImapAccount = {
  host: 'mail.example',
  port: 993,
  secure: true,
  user: 'desk',
  login: { password: 'hunter2' },
  mailbox: 'Intake',
  ca: null,
  allowClearText: false,
  account: 'desk@mail.example:993',
}

/** What went wrong, as imapflow or Node throws it, and words of the sentence the operator reads. */
const FAILURES: readonly (readonly [string, object, string])[] = [
  ['no such host', { code: 'ENOTFOUND' }, 'the host name mail.example is not known'],
  ['no name server', { code: 'EAI_AGAIN' }, 'could not be looked up'],
  ['nobody listens', { code: 'ECONNREFUSED' }, 'nothing listens on mail.example port 993'],
  ['packets vanish', { code: 'CONNECT_TIMEOUT' }, 'mail.example port 993 does not answer'],
  ['no route', { code: 'EHOSTUNREACH' }, 'Check host and port in IMAP_URL, the network and the firewall'],
  ['not a mail server', { code: 'GREETING_TIMEOUT' }, 'sent no IMAP greeting'],
  ['plain on a TLS port', { code: 'ClosedAfterConnectText' }, 'imap:// against imaps://'],
  ['TLS on a plain port', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'port 993 does not speak TLS'],
  ['an old certificate', { code: 'CERT_HAS_EXPIRED' }, 'has expired'],
  ['another host', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'not made out to mail.example'],
  ['own certificate', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'Set IMAP_TLS_CA'],
  [
    'other TLS trouble',
    { code: 'ERR_SSL_NO_CIPHERS', message: 'no ciphers' },
    'TLS could not be agreed on (no ciphers)',
  ],
  ['a huge literal', { code: 'LiteralTooLarge' }, 'larger than is fetched in one piece'],
  ['silence', { code: 'ETIMEOUT' }, 'fell silent'],
  ['a reset', { code: 'ECONNRESET', message: 'read ECONNRESET' }, 'the connection was lost during FETCH (ECONNRESET)'],
  ['a refusal', { responseStatus: 'NO', responseText: 'over quota' }, 'the server refused FETCH ("over quota")'],
  [
    'a wrong password',
    { authenticationFailed: true, response: '3 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)' },
    'the server refused user and password ("Invalid credentials (Failure)"). Check both in IMAP_URL',
  ],
  [
    'a broken password store',
    { authenticationFailed: true, serverResponseCode: 'UNAVAILABLE', response: '3 NO [UNAVAILABLE] Try later' },
    'the server cannot check passwords at the moment ("Try later")',
  ],
]

describe('every failure is a sentence that names the account', () => {
  it.each(FAILURES)('%s', (_what, thrown, words) => {
    const error = explain(account, 'FETCH', thrown)
    expect(error).toBeInstanceOf(IntakeError)
    expect(error.code).toBe('mailbox')
    expect(error.message).toMatch(/^desk@mail\.example:993: .*\.$/)
    expect(error.message).toContain(words)
  })

  it('keeps a sentence that is one already', () => {
    const error = overdue(account, 'SEARCH', 60_000)
    expect(explain(account, 'FETCH', error)).toBe(error)
    expect(error.message).toContain('SEARCH was not answered within 60 s')
  })

  it('prints neither the password nor what would change a terminal', () => {
    const thrown = { responseStatus: 'NO', responseText: `no \u001b[2J${'x'.repeat(500)} hunter2` }
    const { message } = explain(account, 'LOGIN', thrown)
    expect(message).not.toMatch(/hunter2|\u001b/)
    expect(message.length).toBeLessThan(400)
    expect(explain(account, 'LOGIN', { responseStatus: 'NO', responseText: 'bad hunter2' }).message).toContain(
      'bad ***',
    )
  })

  it('names the mailboxes there are', () => {
    expect(unknownMailbox(account, ['INBOX', 'Sent']).message).toBe(
      'desk@mail.example:993: there is no mailbox called "Intake". Check the path at the end of IMAP_URL. There are: INBOX, Sent.',
    )
    expect(unknownMailbox(account, []).message).toMatch(/at the end of IMAP_URL\.$/)
  })
})
