/** A real Dovecot behind a line that breaks: nothing is ever truncated, nothing ever hangs, every failure is a sentence. */
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ImapAccount } from '../../src/imap/imap-account.ts'
import { imapMailbox } from '../../src/imap/imap-mailbox.ts'
import type { ImapLimits } from '../../src/imap/limits.ts'
import { sentMailbox } from '../../src/imap/sent-mailbox.ts'
import type { MailboxSession } from '../../src/ports/mailbox.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { imapAccount } from '../support/imap-client.ts'
import { sentence } from '../support/sentence.ts'
import { until } from '../support/until.ts'

const NEVER = new AbortController().signal
const MAILS = Array.from({ length: 20 }, (_, index) =>
  Buffer.from(`From: ann@customer.example\r\nSubject: number ${index + 1}\r\n\r\n${'0123456789'.repeat(2_000)}\r\n`),
)
const LARGE = Buffer.from(`Subject: large\r\n\r\n${'0123456789'.repeat(200_000)}\r\n`)

let dovecot: Dovecot
let proxy: FaultProxy
let sessions: MailboxSession[] = []

beforeAll(async () => {
  dovecot = await startDovecot({ users: ['agent'] })
  await dovecot.deliverMaildir(MAILS)
  await dovecot.deliverMaildir([LARGE], 'agent')
  proxy = await startFaultProxy(dovecot.port)
})
afterEach(async () => {
  proxy.cutAll('rst')
  proxy.pass()
  await Promise.all(sessions.map((session) => session.close()))
  sessions = []
})
afterAll(async () => {
  await proxy?.stop()
  await dovecot?.stop()
})

function throughProxy(change: Partial<ImapAccount> = {}): ImapAccount {
  return imapAccount(dovecot.imapUrl(), { port: proxy.port, ...change })
}

async function open(limits: Partial<ImapLimits> = {}): Promise<MailboxSession> {
  const session = await imapMailbox(throughProxy(), limits).open()
  sessions.push(session)
  return session
}

/** The mailbox of `agent`, which holds one mail of 2 MB. */
async function openLarge(limits: Partial<ImapLimits>): Promise<MailboxSession> {
  const session = await imapMailbox(throughProxy({ user: 'agent', login: { password: 'agent' } }), limits).open()
  sessions.push(session)
  return session
}

const ALL = MAILS.map((_, index) => index + 1)

const AT_LOGIN = {
  rst: 'the connection was lost',
  fin: 'closed it before anybody was logged in',
  silence: 'was not answered within 0.5 s',
} as const

describe('a connection that is cut', () => {
  it.each(['rst', 'fin'] as const)(
    'inside a mail (%s): the batch rejects, and so does everything after',
    async (death) => {
      const session = await open()
      proxy.cutOn(/number 7\r\n/, { death })
      expect(await sentence(session.fetch(ALL))).toContain(`desk@127.0.0.1:${proxy.port}: the connection was lost`)
      expect(await sentence(session.list(1))).toContain('the connection was lost')
      expect(await sentence(session.waitForChange(1_000, NEVER))).toContain('the connection was lost')
    },
  )

  it.each(['rst', 'fin'] as const)('inside a download (%s): the stream fails instead of ending', async (death) => {
    const session = await open({ chunkBytes: 4_096 })
    const stream = await session.download(3)
    proxy.cutAfter(10_000, death)
    proxy.cutOn(/<8192>/, { death })
    expect(await sentence(buffer(stream as NonNullable<typeof stream>))).toContain('the connection was lost')
  })

  it('at any point: what comes is whole, what does not come is a sentence without the password', async () => {
    // Login, EXAMINE, NOOP, listing and the first mails all lie within these bytes.
    const points = [0, 30, 120, 300, 450, 600, 800, 1_000, 1_300, 1_700, 2_500, 5_000, 30_000, 100_000]
    const sentences: string[] = []
    for (const bytes of points) {
      proxy.pass()
      proxy.cutAfter(bytes)
      const said = await sentence(readEverything())
      expect(said).not.toMatch(/\bdesk:|"desk"/)
      sentences.push(said)
    }
    expect(sentences).toHaveLength(points.length)
    proxy.pass()
    expect(await readEverything()).toBe(MAILS.length)
  })

  it('within TLS, at any point: a sentence without the password', async () => {
    const tls = await startFaultProxy(dovecot.tlsPort)
    const change = { host: 'localhost', port: tls.port, caFile: dovecot.ca }
    const opening = () => sentence(imapMailbox(imapAccount(dovecot.imapsUrl(), change)).open())
    // Hello and certificate, their end, greeting, login and EXAMINE, each inside and at its edges.
    for (const bytes of [0, 5, 90, 400, 700, 900, 1_100, 1_300, 1_500, 1_700, 1_900, 2_100]) {
      tls.pass()
      tls.cutAfter(bytes, bytes % 200 === 100 ? 'fin' : 'rst')
      const said = await opening()
      expect(said).toMatch(/^desk@localhost:\d+: /)
      expect(said).not.toMatch(/\bdesk:|"desk"/)
    }
    await tls.stop()
  })

  it.each(['rst', 'fin', 'silence'] as const)('at LOGIN (%s): a sentence without the password', async (death) => {
    proxy.cutOn(/LOGIN|AUTHENTICATE/i, { death, direction: 'up' })
    const said = await sentence(imapMailbox(throughProxy(), { connectMs: 500 }).open())
    expect(said).toContain(AT_LOGIN[death])
    expect(said).not.toMatch(/\bdesk:|"desk"/)
  })

  async function readEverything(): Promise<number> {
    const session = await open()
    const rows = await session.list(1)
    const mails = await session.fetch(rows.map((row) => row.uid))
    for (const [uid, raw] of mails) expect(raw).toEqual(MAILS[uid - 1])
    return mails.size
  }

  it.each(['rst', 'fin'] as const)('while waiting in IDLE (%s): the wait rejects at once', async (death) => {
    const session = await open()
    await session.list(1)
    const wait = sentence(session.waitForChange(20_000, NEVER))
    await until(() => proxy.connections() === 1, { what: 'the session is connected' })
    proxy.cutAll(death)
    expect(await wait).toContain('the connection was lost')
  })
})

describe('a server that falls silent', () => {
  it('a command rejects at its deadline', async () => {
    const session = await open({ transferMs: 300 })
    proxy.cutOn(/number 7\r\n/, { death: 'silence' })
    expect(await sentence(session.fetch(ALL))).toBe(
      `desk@127.0.0.1:${proxy.port}: FETCH was not answered within 0.3 s and the connection was closed. Check the network and the mail server.`,
    )
  })

  it('a download rejects at its deadline, and a slow reader is not blamed on the server', async () => {
    const session = await openLarge({ commandMs: 300, chunkBytes: 65_536 })
    const stream = (await session.download(1)) as NonNullable<Awaited<ReturnType<MailboxSession['download']>>>
    const chunks = stream[Symbol.asyncIterator]()
    const first = await chunks.next()
    expect(first.value.length).toBeGreaterThan(0)
    await expect(until(() => false, { ms: 500, what: 'the reader had a rest' })).rejects.toThrow('in vain')
    expect((await chunks.next()).done).toBe(false)
    proxy.blackhole()
    const rest = (async () => {
      while (!(await chunks.next()).done);
    })()
    expect(await sentence(rest)).toContain('FETCH was not answered within 0.3 s')
  })

  it('the wait ends with its time, and the next command finds out', async () => {
    const session = await open({ commandMs: 300 })
    await session.list(1)
    proxy.blackhole()
    await session.waitForChange(100, NEVER)
    expect(await sentence(session.list(1))).toContain('NOOP was not answered within 0.3 s')
  })

  it('IDLE itself notices when nobody asks', async () => {
    const session = await open({ silenceMs: 400, idleMs: 800, commandMs: 5_000 })
    await session.list(1)
    const wait = sentence(session.waitForChange(20_000, NEVER))
    proxy.blackhole()
    expect(await wait).toMatch(/the connection was (lost|closed)/)
  })

  it('no greeting', async () => {
    proxy.blackhole()
    expect(await sentence(open({ greetingMs: 200 }))).toBe(
      `desk@127.0.0.1:${proxy.port}: 127.0.0.1 port ${proxy.port} took the connection and sent no IMAP greeting. Check the port in IMAP_URL, and imap:// against imaps://.`,
    )
  })
})

describe('a server that changes under us', () => {
  it('a new UIDVALIDITY ends the session and is seen by the next', async () => {
    const session = await open()
    await session.list(1)
    await dovecot.changeUidValidity('desk', 'INBOX', 4_242_424)
    await sentence(session.list(1))
    expect((await open()).state.uidValidity).toBe(4_242_424)
  })

  it('a killed server: the wait rejects, and after the restart everything is as before', async () => {
    const session = await open()
    const { uidValidity } = session.state
    await session.list(1)
    const wait = sentence(session.waitForChange(20_000, NEVER))
    await dovecot.kill9()
    expect(await wait).toContain('the connection was lost')
    await dovecot.restart()
    const again = await open()
    expect(again.state).toMatchObject({ uidValidity, exists: MAILS.length })
  })
})

describe('a mail over the limit', () => {
  it('ends the batch that asks for it, and comes as a download', async () => {
    const listed = await (await openLarge({ mailBytes: 0 })).list(1)
    expect(listed).toMatchObject([{ uid: 1, size: LARGE.length }])
    expect(await sentence((await openLarge({ mailBytes: 0 })).fetch([1]))).toContain(
      'larger than is fetched in one piece',
    )
    const stream = await (await openLarge({ mailBytes: 0 })).download(1)
    expect(LARGE.equals(await buffer(stream as NonNullable<typeof stream>))).toBe(true)
  })
})

describe('the Sent mailbox', () => {
  const raw = Buffer.from('Message-ID: <a@intagree.test>\r\nSubject: answer\r\n\r\nHello\r\n')

  it('connects again after the connection was lost or died unnoticed', async () => {
    const sent = sentMailbox(throughProxy({ user: 'agent', login: { password: 'agent' } }), {
      limits: { greetingMs: 300 },
    })
    expect(await sent.has('<a@intagree.test>')).toBe(false)
    proxy.cutAll('rst')
    expect(await sent.has('<a@intagree.test>')).toBe(false)
    proxy.cutOn(/OK NOOP/, { death: 'silence', before: true })
    expect(await sent.has('<a@intagree.test>')).toBe(false)
    await sent.close()
  })

  it('rejects when the answer to APPEND is lost, and then knows that the copy is there', async () => {
    const sent = sentMailbox(throughProxy({ user: 'agent', login: { password: 'agent' } }))
    expect(await sent.has('<a@intagree.test>')).toBe(false)
    proxy.cutOn(/APPENDUID/, { before: true })
    expect(await sentence(sent.append(raw, new Date()))).toContain('the connection was lost')
    expect(await sent.has('<a@intagree.test>')).toBe(true)
    await sent.close()
  })
})
