/** Access tokens at a real IMAP server and at an SMTP server, from the provider's answer to the open session. */
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { loginStore } from '../../src/db/logins.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createPool, type Pool } from '../../src/db/pool.ts'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import { imapMailbox } from '../../src/imap/imap-mailbox.ts'
import { accessTokens } from '../../src/oauth/access-tokens.ts'
import { oauthClient } from '../../src/oauth/client.ts'
import type { AccessTokens } from '../../src/ports/access-tokens.ts'
import { smtpCourier } from '../../src/smtp/smtp-courier.ts'
import { aesSeal } from '../../src/tokens/seal.ts'
import { type AuthorizationServer, CLIENT, KEY_ID, startAuthorizationServer } from '../support/authorization-server.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { imapAccount } from '../support/imap-client.ts'
import { oauthLogin } from '../support/oauth-login.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { type SmtpSink, startSink } from '../support/smtp-sink.ts'

let database: TestDatabase
let pool: Pool
let server: AuthorizationServer
let dovecot: Dovecot
let now: Date

beforeAll(async () => {
  server = await startAuthorizationServer()
  database = await testDatabase('token_logins')
  pool = createPool(database.url, 2, () => undefined)
  await migrate(pool)
  const { publicKey } = server
  // Who is not let in has to wait there, and the next one with him.
  const impatient = 'service anvil {\n  unix_listener anvil-auth-penalty {\n    mode = 0\n  }\n}'
  dovecot = await startDovecot({ extra: impatient, tokens: { client: CLIENT.id, keyId: KEY_ID, publicKey } })
})
beforeEach(async () => {
  await pool.query('truncate login')
  server.actAs('desk')
  server.spoil(0)
  now = new Date()
})
afterAll(async () => {
  await dovecot?.stop()
  await pool?.end()
  await database?.drop()
  await server?.stop()
})

function tokens(): AccessTokens {
  const login = oauthLogin('microsoft-app', server)
  const store = loginStore(pool, aesSeal([Buffer.alloc(32, 1)]))
  return accessTokens({ login, client: oauthClient(login), store, clock: () => now })
}

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

describe('IMAP', () => {
  function mailbox(of: AccessTokens, user = 'desk') {
    return imapMailbox(imapAccount(dovecot.imapUrl(), { user, login: { token: (refused) => of.token(user, refused) } }))
  }

  async function look(of: AccessTokens): Promise<number> {
    const session = await mailbox(of).open()
    const { exists } = session.state
    await session.close()
    return exists
  }

  test('opens the mailbox with a token, and each connection with one that is still good', async () => {
    const [of, before] = [tokens(), server.grants().length]
    expect(await look(of)).toBe(0)
    later(30)
    expect(await look(of)).toBe(0)
    later(30)
    expect(await look(of)).toBe(0)
    expect(server.grants().length - before).toBe(2)
  })

  test('a token that was taken back is renewed once, and the mailbox opens', async () => {
    const [of, before] = [tokens(), server.grants().length]
    server.spoil(1)
    await of.token('desk', null)
    later(10)
    expect(await look(of)).toBe(0)
    expect(server.grants().length - before).toBe(2)
  })

  test('whoever is turned down with a new token too is told what to look at, and nobody asks on and on', async () => {
    const [of, before] = [tokens(), server.grants().length]
    server.spoil(5)
    await of.token('desk', null)
    later(10)
    for (let times = 0; times < 2; times += 1) {
      const error: unknown = await look(of).catch((thrown) => thrown)
      expect(error).toBeInstanceOf(IntakeError)
      expect(String(error)).toMatch(
        /the server refused the access token for desk.*may open this mailbox \(docs\/oauth\.md/,
      )
    }
    expect(server.grants().length - before).toBe(2)
  })

  test('a mailbox that the token is not for stays closed', async () => {
    const of = tokens()
    server.actAs('somebody')
    await expect(mailbox(of).open()).rejects.toThrow('the server refused the access token for desk')
  })

  test('no token, no connection', async () => {
    const of = tokens()
    server.fail({ status: 401, error: 'invalid_client' })
    const error: unknown = await mailbox(of)
      .open()
      .catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'login', message: expect.stringContaining('Check oauth.clientId') })
  })
})

describe('SMTP', () => {
  const parcel = {
    from: 'desk@intagree.test',
    to: ['ann@customer.example'],
    raw: Buffer.from('Message-ID: <one@intagree.test>\r\nSubject: hello\r\n\r\nHello\r\n'),
    beforeDot: async () => {},
  }
  let turnedDown: Set<string>
  let sink: SmtpSink

  beforeAll(async () => {
    sink = await startSink(
      async (user, token) => decodeJwt(token).preferred_username === user && !turnedDown.has(token),
    )
    return () => sink.stop()
  })
  beforeEach(() => {
    turnedDown = new Set()
    sink.clear()
  })

  function courier(of: AccessTokens) {
    const login = { user: 'desk', token: (refused: string | null) => of.token('desk', refused) }
    const made = smtpCourier({ url: sink.url, connections: 2, timeoutMs: 2_000, tokens: login })
    onTestFinished(() => made.close())
    return made
  }

  test('sends with a token', async () => {
    const sender = courier(tokens())
    await sender.check()
    expect(await sender.send(parcel)).toMatchObject({ outcome: 'sent' })
    expect(sink.mails()).toHaveLength(1)
  })

  test('a token that was taken back is renewed once, and the mail leaves', async () => {
    const of = tokens()
    turnedDown.add(await of.token('desk', null))
    later(10)
    const sender = courier(of)
    const [one, two] = await Promise.all([sender.send(parcel), sender.send(parcel)])
    expect([one.outcome, two.outcome]).toEqual(['sent', 'sent'])
  })

  test('whoever is turned down keeps the mail and is told what to look at', async () => {
    const of = tokens()
    server.actAs('somebody')
    const sender = courier(of)
    expect(await sender.send(parcel)).toMatchObject({
      outcome: 'not-sent',
      why: expect.stringMatching(/did not accept our login; check that the application.*docs\/oauth\.md.*It said: 535/),
    })
    await expect(sender.check()).rejects.toThrow(/cannot be used: .*535.*Check that the application/)
    expect(sink.mails()).toEqual([])
  })

  test('without a token the mail is kept, and the reason is the provider’s', async () => {
    const of = tokens()
    server.fail({ status: 401, error: 'invalid_client' })
    const sender = courier(of)
    const why = 'Microsoft gave no access token: the application is not known'
    expect(await sender.send(parcel)).toEqual({ outcome: 'not-sent', why: expect.stringMatching(`^${why}`) })
    await expect(sender.check()).rejects.toThrow(why)
  })
})
