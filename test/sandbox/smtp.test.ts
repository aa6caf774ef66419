import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { mail, OURS, portOf, useSandbox } from './sandbox-fixture.ts'

const at = useSandbox()

async function send(to: string | string[], raw: Buffer = mail('sent'), from = 'ann@acme.example'): Promise<string> {
  const { response } = await at.mailer().sendMail({ envelope: { from, to }, raw })
  return response ?? ''
}

async function sourcesOf(user: string, password = 'clec'): Promise<readonly Buffer[]> {
  const client = await at.client(user, password)
  const { exists } = await client.mailboxOpen('INBOX', { readOnly: true })
  const rows = exists === 0 ? [] : await client.fetchAll('1:*', { source: true })
  return rows.map((row) => row.source ?? Buffer.alloc(0))
}

describe('mail goes by its recipient', () => {
  it.each([
    [OURS, 'desk'],
    ['Intagree@CARRIER.example', 'desk'],
    ['intagree+case-17@carrier.example', 'desk'],
    ['intagree@elsewhere.example', 'intagree@elsewhere.example'],
    ['someone@carrier.example', 'someone@carrier.example'],
    ['Ann+Forms@Acme.example', 'ann+forms@acme.example'],
  ])('%s -> %s', async (recipient, user) => {
    expect(await send(recipient)).toMatch(/^250 /)
    expect(at.sandbox.mailboxesWithMail()).toEqual([{ user, count: 1 }])
    expect(await sourcesOf(user, user === 'desk' ? 'desk' : 'clec')).toHaveLength(1)
  })

  it('to each of several, once', async () => {
    await send([OURS, 'intagree+again@carrier.example', 'ann@acme.example', 'bob@acme.example'])
    expect(at.sandbox.mailboxesWithMail()).toEqual([
      { user: 'ann@acme.example', count: 1 },
      { user: 'bob@acme.example', count: 1 },
      { user: 'desk', count: 1 },
    ])
  })

  it('refuses what is no address', async () => {
    await expect(send('x'.repeat(300).concat('@acme.example'))).rejects.toMatchObject({ code: 'EENVELOPE' })
    expect(at.sandbox.mailboxesWithMail()).toEqual([])
  })
})

it('adds the trace fields of final delivery and changes nothing else', async () => {
  const raw = Buffer.concat([mail('bytes'), Buffer.from('.dot\r\n..two\r\n\xe4\xf6\xfc \u00e4\r\n', 'latin1')])
  await send('intagree+tok@carrier.example', raw, '')
  const [source = Buffer.alloc(0)] = await sourcesOf('desk', 'desk')
  expect(source.subarray(-raw.length)).toEqual(raw)
  expect(source.subarray(0, -raw.length).toString()).toMatch(
    /^Return-Path: <>\r\nDelivered-To: intagree\+tok@carrier\.example\r\nReceived: from .*\r\n\tFri, 20 Nov 2026 12:00:00 \+0000\r\n$/,
  )
})

it('answers 552 to a mail that is too large, also when its size was not announced', async () => {
  const socket = connect(portOf(at.sandbox.smtpUrl), '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk.toString()
  })
  const hear = (pattern: RegExp) => until(() => pattern.test(heard), { what: `the server says ${pattern}` })
  await hear(/^220 /m)
  socket.write('EHLO test.example\r\n')
  await hear(/^250 /m)
  socket.write(`MAIL FROM:<ann@acme.example>\r\nRCPT TO:<${OURS}>\r\nDATA\r\n`)
  await hear(/^354 /m)
  const block = Buffer.from(`${'x'.repeat(998)}\r\n`.repeat(1024))
  for (let sent = 0; sent < 66; sent++) socket.write(block)
  socket.write('\r\n.\r\n')
  await hear(/^552 /m)
  socket.destroy()
  expect(at.sandbox.mailboxesWithMail()).toEqual([])
})

it('lives on when clients vanish in the middle of a mail, and keeps nothing of it', async () => {
  for (const bytes of [
    'EHLO x\r\nMAIL FROM:<a@b.example>\r\n',
    `EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<${OURS}>\r\nDATA\r\nSubject: half`,
  ]) {
    const socket = connect(portOf(at.sandbox.smtpUrl), '127.0.0.1')
    await new Promise((resolve) => socket.once('data', resolve))
    await new Promise<void>((resolve) => socket.write(bytes, () => resolve()))
    socket.resetAndDestroy()
  }
  expect(await send(OURS)).toMatch(/^250 /)
  expect(at.sandbox.mailboxesWithMail()).toEqual([{ user: 'desk', count: 1 }])
})

it('tells a client in IDLE of a mail as soon as it is acknowledged', async () => {
  const client = await at.client()
  await client.mailboxOpen('INBOX')
  const told = new Promise((resolve) => client.once('exists', resolve))
  const idle = client.idle()
  await until(() => client.idling, { what: 'the client is in IDLE' })
  await send(OURS)
  expect(await told).toMatchObject({ count: 1, prevCount: 0 })
  await client.noop()
  await idle
})
