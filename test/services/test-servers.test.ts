/** The servers and the breaking line that other tests lean on: a test that leans on a broken one could not fail. */
import { createConnection } from 'node:net'
import nodemailer from 'nodemailer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { startProgram } from '../support/program.ts'
import { startRedis } from '../support/redis.ts'
import { type SmtpFault, type SmtpSink, startSink } from '../support/smtp-sink.ts'
import { until } from '../support/until.ts'

describe('the SMTP sink', () => {
  let sink: SmtpSink
  beforeAll(async () => {
    sink = await startSink()
  })
  afterEach(() => {
    sink.clearFaults()
    sink.clear()
  })
  afterAll(() => sink?.stop())

  const raw = 'Message-ID:\r\n <one@intagree.test>\r\nSubject: one\r\n\r\n.dot\r\n'

  /** What the sender sees: `sent`, the reply code it was refused with, or `lost`. */
  async function send(to = 'ann@customer.example', greetingTimeout = 300): Promise<string> {
    const transport = nodemailer.createTransport({ url: sink.url, greetingTimeout, socketTimeout: 300 })
    const envelope = { from: 'bounce@intagree.test', to: [to] }
    try {
      await transport.sendMail({ envelope, raw })
      return 'sent'
    } catch (error) {
      const { responseCode } = error as { readonly responseCode?: number }
      return responseCode === undefined ? 'lost' : String(responseCode)
    } finally {
      transport.close()
    }
  }

  it('keeps what it is sent, byte for byte', async () => {
    expect(await send()).toBe('sent')
    const [kept] = await sink.waitFor(1)
    expect(kept).toMatchObject({ from: 'bounce@intagree.test', to: ['ann@customer.example'] })
    expect(kept?.raw.toString()).toBe(raw)
    expect(sink.copiesOf('<one@intagree.test>')).toBe(1)
    expect(sink.duplicates()).toEqual([])
    expect(await send()).toBe('sent')
    expect(sink.duplicates()).toEqual(['<one@intagree.test>'])
    await expect(sink.waitFor(3, 50)).rejects.toThrow('2 mails in the sink')
  })

  const faults: readonly (readonly [SmtpFault, string, number])[] = [
    [{ at: 'greeting', reply: 421 }, '421', 0],
    [{ at: 'greeting', reply: 'silence' }, 'lost', 0],
    [{ at: 'mail-from', reply: 451 }, '451', 0],
    [{ at: 'rcpt', reply: 450 }, '450', 0],
    [{ at: 'rcpt', reply: 550, to: /@customer/ }, '550', 0],
    [{ at: 'data', reply: 452 }, '452', 0],
    [{ at: 'data', reply: 554 }, '554', 0],
    [{ at: 'dot', death: 'rst', accepted: false }, 'lost', 0],
    [{ at: 'dot', death: 'rst', accepted: true }, 'lost', 1],
    [{ at: 'dot', death: 'fin', accepted: true }, 'lost', 1],
    [{ at: 'dot', death: 'silence', accepted: true }, 'lost', 1],
  ]
  it.each(faults)('%o: the sender sees %s and %i mails are kept, and then all is well', async (fault, seen, kept) => {
    sink.fault(fault)
    expect(await send()).toBe(seen)
    expect(sink.mails()).toHaveLength(kept)
    expect(await send()).toBe('sent')
    expect(sink.mails()).toHaveLength(kept + 1)
  })

  it('fails as often as it is told, and only for whom', async () => {
    sink.fault({ at: 'rcpt', reply: 450, to: /^ann@/, times: 2 })
    expect([await send('bob@customer.example'), await send(), await send(), await send()]).toEqual([
      'sent',
      '450',
      '450',
      'sent',
    ])
  })

  it('goes down and comes up on the same port', async () => {
    await sink.goDown()
    expect(await send()).toBe('lost')
    await sink.comeUp()
    expect(await send()).toBe('sent')
  })
})

describe('Redis', () => {
  it('starts, is killed, comes back empty on the same port, and is gone when stopped', async () => {
    const redis = await startRedis()
    await redis.flushAll()
    await redis.kill9()
    await expect(redis.flushAll()).rejects.toThrow('ECONNREFUSED')
    await redis.restart()
    await redis.flushAll()
    await redis.stop()
    await expect(redis.flushAll()).rejects.toThrow('ECONNREFUSED')
  })
})

describe('a program that is not installed', () => {
  it('says what to install', async () => {
    await expect(startProgram('intagree-no-such-server', [], { install: 'apt-get install it' })).rejects.toThrow(
      'intagree-no-such-server is not installed: apt-get install it',
    )
  })
})

describe('the fault proxy', () => {
  it('passes on, cuts exactly, falls silent, refuses', async () => {
    const redis = await startRedis()
    const proxy = await startFaultProxy(redis.port)

    expect(await talk(proxy.port)).toBe('+PONG\r\nend')
    proxy.cutAfter(3)
    expect(await talk(proxy.port)).toBe('+POECONNRESET')
    proxy.cutOn(/ONG/, { death: 'fin', before: true })
    expect(await talk(proxy.port)).toBe('+Pend')
    proxy.slow({ delayMs: 30 })
    const start = Date.now()
    expect(await talk(proxy.port)).toBe('+PONG\r\nend')
    expect(Date.now() - start).toBeGreaterThanOrEqual(59)
    proxy.blackhole()
    expect(await talk(proxy.port)).toBe('silence')
    proxy.pass()
    proxy.refuse()
    expect(await talk(proxy.port)).toBe('ECONNRESET')
    expect(proxy.accepted()).toBe(5)

    await proxy.stop()
    await redis.stop()
  })

  /** Asks Redis for a PONG and returns what came and how it ended. */
  function talk(port: number): Promise<string> {
    return new Promise((resolve) => {
      let text = ''
      const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write('PING\r\n'))
      socket.setTimeout(200, () => socket.destroy(Object.assign(new Error(), { code: 'silence' })))
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (text.endsWith('\r\n')) socket.end()
      })
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(text + error.code))
      socket.on('end', () => resolve(`${text}end`))
      socket.on('close', () => resolve(text))
    })
  }
})

describe('until', () => {
  it('gives what the condition gave, and says what it waited for in vain', async () => {
    let looks = 0
    expect(await until(() => ++looks > 2 && looks, { what: 'three looks' })).toBe(3)
    await expect(until(() => 0, { ms: 20, what: 'pigs fly' })).rejects.toThrow('until pigs fly (last seen: 0)')
    const broken = () => Promise.reject(new Error('wings'))
    await expect(until(broken, { ms: 20, what: 'pigs fly' })).rejects.toThrow('(last error: wings)')
  })
})
