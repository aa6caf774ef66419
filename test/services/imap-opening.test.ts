import { type AddressInfo, connect, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImapAccount } from '../../src/imap/imap-account.ts'
import { imapMailbox } from '../../src/imap/imap-mailbox.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { freePorts } from '../support/free-port.ts'
import { imapAccount } from '../support/imap-client.ts'
import { sentence } from '../support/sentence.ts'

let dovecot: Dovecot
beforeAll(async () => {
  dovecot = await startDovecot({ users: ['stranger'] })
})
afterAll(() => dovecot?.stop())

describe('what cannot be opened says why', () => {
  function opening(account: ImapAccount): Promise<string> {
    return sentence(imapMailbox(account).open())
  }

  it('nobody listens', async () => {
    const [port] = await freePorts(1)
    expect(await opening(imapAccount(dovecot.imapUrl(), { port: port as number }))).toBe(
      `desk@127.0.0.1:${port}: nothing listens on 127.0.0.1 port ${port}. Check host and port in IMAP_URL, and that the mail server runs.`,
    )
  })

  it('a mailbox that is not there', async () => {
    expect(await opening(imapAccount(dovecot.imapUrl('desk', 'Inboxx')))).toBe(
      `desk@127.0.0.1:${dovecot.port}: there is no mailbox called "Inboxx". Check the path at the end of IMAP_URL. There are: INBOX, Sent.`,
    )
  })

  it.each([
    ['UIDVALIDITY of 0', (text: string) => text.replace(/UIDVALIDITY \d+/, 'UIDVALIDITY 0')],
    ['no UIDVALIDITY', (text: string) => text.replace(/^\* OK \[UIDVALIDITY.*\r\n/m, '')],
  ])('a mailbox with %s, whose UIDs mean nothing', async (_what, change) => {
    const server = createServer((client) => {
      const upstream = connect(dovecot.port, dovecot.host)
      client.on('error', () => upstream.destroy()).pipe(upstream)
      upstream.on('data', (chunk) => client.write(change(chunk.toString('latin1')), 'latin1'))
      upstream.on('close', () => client.destroy()).on('error', () => undefined)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    expect(await opening(imapAccount(dovecot.imapUrl(), { port }))).toContain('gives INBOX no UIDVALIDITY')
    await new Promise((resolve) => server.close(resolve))
  })

  it('a certificate nobody vouches for', async () => {
    const account = imapAccount(dovecot.imapsUrl())
    expect(await opening(account)).toBe(
      `desk@127.0.0.1:${dovecot.tlsPort}: the certificate of 127.0.0.1 is signed by nobody this machine trusts. Set IMAP_TLS_CA to a PEM file with the authority that signed it.`,
    )
  })

  it.each(['127.0.0.1', 'localhost'])('and with its authority it opens, as %s', async (host) => {
    const account = imapAccount(dovecot.imapsUrl(), { host, caFile: dovecot.ca })
    const session = await imapMailbox(account).open()
    expect(session.state.exists).toBe(0)
    await session.close()
  })

  it('STARTTLS is used with an authority to check it against', async () => {
    const proxy = await startFaultProxy(dovecot.port)
    const account = imapAccount(dovecot.imapUrl(), { port: proxy.port, caFile: dovecot.ca })
    proxy.cutOn(/LOGIN|AUTHENTICATE/i, { direction: 'up' })
    const session = await imapMailbox(account).open()
    await session.close()
    await proxy.stop()
  })

  it('TLS on a port that speaks none', async () => {
    expect(await opening(imapAccount(dovecot.imapsUrl(), { port: dovecot.port }))).toBe(
      `desk@127.0.0.1:${dovecot.port}: port ${dovecot.port} does not speak TLS. Use imap:// instead of imaps:// in IMAP_URL, or the TLS port, usually 993.`,
    )
  })

  // Last, because Dovecot makes the address of a failed login wait.
  it('a wrong password', async () => {
    const account = imapAccount(dovecot.imapUrl('stranger'), { login: { password: 'hunter2' } })
    expect(await opening(account)).toBe(
      `stranger@127.0.0.1:${dovecot.port}: the server refused user and password ("Authentication failed."). Check both in IMAP_URL, percent-encoded; some providers want an app password.`,
    )
  })
})
