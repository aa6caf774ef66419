/**
 * The courier against a server that does what the row says. What matters most: `not-sent` is only said when the server
 * never had the whole mail, and no mail is offered twice by itself after the dot.
 */
import { afterEach, describe, expect, test } from 'vitest'
import type { Parcel, SendOutcome } from '../../src/ports/courier.ts'
import { composeMessage } from '../../src/smtp/compose-message.ts'
import { smtpCourier } from '../../src/smtp/smtp-courier.ts'
import { until } from '../support/until.ts'
import { at, CLOSED, lastWords, RESET, type Script, SILENT, startScripted } from './scripted-smtp.ts'

const opened: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

async function play(script?: Script, cutBodyAt?: number) {
  const server = await startScripted(script, cutBodyAt)
  opened.push(server.stop)
  return server
}

function courierTo(url: string, more: { timeoutMs?: number; connections?: number } = {}) {
  const courier = smtpCourier({ url, connections: 1, timeoutMs: 500, name: 'intake.carrier.test', ...more })
  opened.push(() => courier.close())
  return courier
}

const MAIL: Parcel = {
  beforeDot: async () => {},
  from: 'intagree+b-4711-k3x9a2@carrier.test',
  to: ['jordan@pinyonsage.example'],
  raw: await composeMessage({
    from: { name: 'Agreements', address: 'intagree@carrier.test' },
    to: { name: 'Jordan Reyes', address: 'jordan@pinyonsage.example' },
    subject: 'Re: Request [CLEC-2026-00042]',
    text: 'Hello,\n\n.a line that begins with a dot\n..and two\n',
    html: '<p>Hello</p>',
    messageId: '<clec-2026-00042.acknowledgement.m4711.k3x9a2@carrier.test>',
    inReplyTo: null,
    references: [],
    date: new Date('2026-03-05T21:03:00Z'),
    headers: { 'Auto-Submitted': 'auto-replied' },
  }),
}
const TWO: Parcel = { ...MAIL, to: ['bad@pinyonsage.example', 'good@pinyonsage.example'] }

function bodyOf(bytes: number): Parcel {
  return { ...MAIL, raw: Buffer.from(`Subject: large\r\n\r\n${`${'x'.repeat(76)}\r\n`.repeat(Math.ceil(bytes / 78))}`) }
}

describe('a mail that is taken', () => {
  test('arrives byte for byte under the given envelope', async () => {
    const server = await play()
    const outcome = await courierTo(server.url).send(MAIL)
    expect(outcome).toEqual({ outcome: 'sent', response: '250 2.0.0 queued as 4711' })
    expect(server.bodies).toEqual([Buffer.from(MAIL.raw).toString('latin1')])
    expect(server.commands).toEqual([
      'EHLO intake.carrier.test',
      'MAIL FROM:<intagree+b-4711-k3x9a2@carrier.test>',
      'RCPT TO:<jordan@pinyonsage.example>',
      'DATA',
    ])
  })

  test('shares few connections with many others', async () => {
    const server = await play()
    const courier = courierTo(server.url, { connections: 2 })
    const outcomes = await Promise.all(Array.from({ length: 25 }, () => courier.send(MAIL)))
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['sent']))
    expect([server.bodies.length, server.connections.length]).toEqual([25, 2])
  })

  test('may have a null return path', async () => {
    const server = await play()
    expect(await courierTo(server.url).send({ ...MAIL, from: '' })).toMatchObject({ outcome: 'sent' })
    expect(server.commands).toContain('MAIL FROM:<>')
  })

  test('goes over a new connection when the kept one died while idle', async () => {
    const server = await play()
    const courier = courierTo(server.url)
    await courier.send(MAIL)
    server.connections[0]?.destroy()
    expect(await courier.send(MAIL)).toMatchObject({ outcome: 'sent' })
    expect([server.bodies.length, server.connections.length]).toEqual([2, 2])
  })
})

/** What the server does; what we make of it; how many complete bodies it had. */
const FAULTS: readonly (readonly [string, Script, SendOutcome['outcome'], number])[] = [
  ['451 at MAIL', at('mail', '451 4.7.1 try later'), 'deferred', 0],
  ['550 at MAIL', at('mail', '550 5.7.1 sender refused'), 'refused', 0],
  ['450 at RCPT', at('rcpt', '450 4.2.0 greylisted'), 'deferred', 0],
  ['550 at RCPT', at('rcpt', '550 5.1.1 no such user'), 'refused', 0],
  ['421 at RCPT', at('rcpt', lastWords('421 4.3.2 going down\r\n')), 'deferred', 0],
  ['451 at DATA', at('data', '451 4.3.0 not now'), 'deferred', 0],
  ['554 at DATA', at('data', '554 5.5.1 no valid recipients'), 'refused', 0],
  ['452 after the dot', at('dot', '452 4.3.1 disk full'), 'deferred', 1],
  ['554 after the dot', at('dot', '554 5.7.1 spam'), 'refused', 1],
  ['421 after the dot', at('dot', lastWords('421 4.3.2 going down\r\n')), 'deferred', 1],
  ['reset after the dot', at('dot', RESET), 'unsure', 1],
  ['closed after the dot', at('dot', CLOSED), 'unsure', 1],
  ['half an answer after the dot', at('dot', lastWords('250 2.0.0 que')), 'unsure', 1],
  ['silence after the dot', at('dot', SILENT), 'unsure', 1],
  ['nonsense after the dot', at('dot', 'thank you'), 'unsure', 1],
  ['554 greeting', at('greeting', lastWords('554 5.3.2 go away\r\n')), 'not-sent', 0],
  ['421 greeting', at('greeting', lastWords('421 4.7.0 too many\r\n')), 'not-sent', 0],
  ['no greeting', at('greeting', SILENT), 'not-sent', 0],
  ['closed before the greeting', at('greeting', CLOSED), 'not-sent', 0],
  ['reset at EHLO', at('ehlo', RESET), 'not-sent', 0],
  ['421 at EHLO', at('ehlo', lastWords('421 4.3.2 no\r\n')), 'not-sent', 0],
  ['reset at MAIL', at('mail', RESET), 'not-sent', 0],
  ['silence at MAIL', at('mail', SILENT), 'not-sent', 0],
  ['reset at RCPT', at('rcpt', RESET), 'not-sent', 0],
  ['reset at DATA', at('data', RESET), 'not-sent', 0],
  ['closed at DATA', at('data', CLOSED), 'not-sent', 0],
]

describe('a mail that meets a fault', () => {
  test.each(FAULTS)('%s', async (_fault, script, expected, bodies) => {
    const server = await play(script)
    const outcome = await courierTo(server.url).send(MAIL)
    expect(outcome.outcome, JSON.stringify(outcome)).toBe(expected)
    expect(server.bodies.length).toBe(bodies)
  })

  test('nobody listens', async () => {
    const gone = await play()
    await gone.stop()
    const outcome = await courierTo(gone.url).send(MAIL)
    expect(outcome).toMatchObject({ outcome: 'not-sent', why: expect.stringMatching(/REFUSED/) })
  })

  test('a reply that never ends', async () => {
    const server = await play(at('mail', SILENT))
    const sending = courierTo(server.url, { timeoutMs: 200 }).send(MAIL)
    const drip = setInterval(() => server.connections[0]?.write('250-wait\r\n'), 50)
    expect(await sending).toEqual({ outcome: 'not-sent', why: 'not done after 1200 ms' })
    clearInterval(drip)
  })

  test('greylisted first, taken later, over the same connection', async () => {
    const server = await play((step, nth) => (step === 'rcpt' && nth === 1 ? '450 4.2.0 greylisted' : undefined))
    const courier = courierTo(server.url)
    expect(await courier.send(MAIL)).toEqual({ outcome: 'deferred', why: '450 4.2.0 greylisted' })
    expect(await courier.send(MAIL)).toMatchObject({ outcome: 'sent' })
    expect([server.bodies.length, server.connections.length]).toEqual([1, 1])
  })
})

describe('the last moment before the final dot', () => {
  test('is told of when every byte but the dot is out, and waited for', async () => {
    const server = await play()
    const seen: number[] = []
    const beforeDot = async () => void seen.push(server.bodies.length)
    expect(await courierTo(server.url).send({ ...MAIL, beforeDot })).toMatchObject({ outcome: 'sent' })
    expect([seen, server.bodies.length]).toEqual([[0], 1])
  })

  test('can still keep the mail from being delivered', async () => {
    const server = await play()
    const beforeDot = async () => {
      throw new Error('the reply is not ours to send any more')
    }
    const outcome = await courierTo(server.url).send({ ...MAIL, beforeDot })
    expect(outcome).toMatchObject({ outcome: 'not-sent', why: expect.stringContaining('not ours') })
    expect(server.bodies).toEqual([])
  })

  test.each(['mail', 'rcpt', 'data'] as const)('does not come when %s was refused', async (step) => {
    const server = await play(at(step, '550 5.7.1 no'))
    const came: string[] = []
    const beforeDot = async () => void came.push('the dot')
    await courierTo(server.url).send({ ...MAIL, beforeDot })
    expect(came).toEqual([])
  })
})

describe('recipients', () => {
  test.each([
    ['a@x.test>\r\nRCPT TO:<b@x.test'],
    ['a@x.test, b@x.test'],
    ['team: a@x.test;'],
    ['A <a@x.test>'],
    ['nobody'],
    [''],
  ])('%j is not an address: nothing is sent', async (to) => {
    const server = await play()
    expect(await courierTo(server.url).send({ ...MAIL, to: [to] })).toMatchObject({ outcome: 'refused' })
    expect(server.commands).toEqual([])
  })

  test.each([["o'brien+x@x.test"], ['"john smith"@x.test'], ['a@[127.0.0.1]']])('%s is one', async (to) => {
    const server = await play()
    expect(await courierTo(server.url).send({ ...MAIL, to: [to] })).toMatchObject({ outcome: 'sent' })
    expect(server.commands).toContain(`RCPT TO:<${to}>`)
  })

  test.each(['550 5.1.1 no such user', '450 4.2.0 greylisted'])(
    'one is answered %s, one has the mail',
    async (code) => {
      const server = await play((step, _nth, command) => (step === 'rcpt' && /bad/.test(command) ? code : undefined))
      expect(await courierTo(server.url).send(TWO)).toEqual({
        outcome: 'refused',
        why: `Delivered to good@pinyonsage.example, not to bad@pinyonsage.example: ${code}`,
      })
      expect(server.bodies.length).toBe(1)
    },
  )

  test('all are refused, one of them for now only', async () => {
    const answers = ['450 4.2.0 later', '550 5.1.1 never']
    const server = await play((step, nth) => (step === 'rcpt' ? answers[nth - 1] : undefined))
    expect(await courierTo(server.url).send(TWO)).toEqual({ outcome: 'deferred', why: '450 4.2.0 later' })
  })
})

describe('the connection is cut within the body', () => {
  test.each([
    [500_000, 1],
    [500_000, 250_000],
    [500_000, 490_000],
    [5_000_000, 1_000_000],
  ])('of %i bytes after %i: not sent, or unsure', async (size, cutAt) => {
    const server = await play(undefined, cutAt)
    const { outcome } = await courierTo(server.url).send(bodyOf(size))
    expect(['not-sent', 'unsure']).toContain(outcome)
    expect([server.bodies.length, server.connections.length]).toEqual([0, 1])
  })

  test('of more bytes than the buffers in between hold: certainly not sent', async () => {
    const server = await play(undefined, 1_000_000)
    const outcome = await courierTo(server.url, { timeoutMs: 5000 }).send(bodyOf(40_000_000))
    expect(outcome).toMatchObject({ outcome: 'not-sent' })
    expect(server.connections.length).toBe(1)
  })
})

describe('no second send after the dot', () => {
  test.each([
    ['reset', RESET],
    ['closed', CLOSED],
  ])('on a kept connection that is %s with the second of three mails', async (_how, fault) => {
    const server = await play((step, nth) => (step === 'dot' && nth === 2 ? fault : undefined))
    const courier = courierTo(server.url)
    const outcomes = await Promise.all([courier.send(MAIL), courier.send(MAIL), courier.send(MAIL)])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'unsure', 'sent'])
    expect(server.bodies.length).toBe(3)
  })
})

test('closing waits for the mail under way and takes no more', async () => {
  const server = await play()
  const courier = courierTo(server.url)
  const sending = courier.send(MAIL)
  await until(() => server.commands.length > 0, { what: 'the mail is under way', every: 1 })
  await courier.close()
  expect(await sending).toMatchObject({ outcome: 'sent' })
  expect(await courier.send(MAIL)).toMatchObject({ outcome: 'not-sent' })
})
