/** `intagree login`, and what `intagree doctor` says before and after. */
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { createPool } from '../../src/db/pool.ts'
import { runInside } from '../cli/run-inside.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'
import { SECRET_KEY } from '../config/keys.ts'
import {
  type AuthorizationServer,
  CLIENT,
  KEY_ID,
  startAuthorizationServer,
  TENANT,
} from '../support/authorization-server.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { type SmtpSink, startSink } from '../support/smtp-sink.ts'

let database: TestDatabase
let server: AuthorizationServer
let dovecot: Dovecot
let sink: SmtpSink

beforeAll(async () => {
  server = await startAuthorizationServer()
  server.willing()
  database = await testDatabase('login_command')
  const pool = createPool(database.url, 1, () => undefined)
  await migrate(pool)
  await pool.end()
  const { publicKey } = server
  dovecot = await startDovecot({ tokens: { client: CLIENT.id, keyId: KEY_ID, publicKey } })
  sink = await startSink(async (user, token) => decodeJwt(token).preferred_username === user)
})
afterAll(async () => {
  await sink?.stop()
  await dovecot?.stop()
  await database?.drop()
  await server?.stop()
})

/** A command line of an installation with these settings of `oauth`. */
async function run(line: string, oauth: string, more: Readonly<Record<string, string>> = {}) {
  const settings = `oauth: { tenant: ${TENANT}, clientId: ${CLIENT.id}, authority: "${server.url}", ${oauth} }\n`
  using folder = temporaryFolder({ 'intagree.yaml': settings })
  const env = {
    DATABASE_URL: database.url,
    IMAP_URL: dovecot.imapUrl().replace('desk:desk@', 'desk@'),
    SMTP_URL: sink.url.replace('//', '//desk@'),
    INTAGREE_ADDRESS: 'desk@intagree.test',
    INTAGREE_SECRET_KEY: SECRET_KEY,
    OAUTH_CLIENT_SECRET: CLIENT.secret,
    ...more,
  }
  return await runInside(line.split(' '), { env, cwd: folder.path })
}

async function findings(oauth: string) {
  const { stdout, code } = await run('doctor --json', oauth)
  const lines = stdout.split('\n').flatMap((text) => (text === '' ? [] : [JSON.parse(text) as Finding]))
  return { code, of: (part: string) => lines.filter((line) => line.part === part) }
}

interface Finding {
  readonly part: string
  readonly ok: boolean
  readonly warning?: true
  readonly says: string
}

describe('somebody logs in', () => {
  test('and from then on the mailbox and the mail server let the program in', async () => {
    const before = await findings('provider: microsoft-user')
    expect(before.code).toBe(1)
    expect(before.of('login')[0]).toMatchObject({ ok: false, says: expect.stringContaining('Run "intagree login"') })
    expect(before.of('mailbox')[0]?.ok).toBe(false)

    const login = await run('login', 'provider: microsoft-user')
    expect(login.code).toBe(0)
    expect(login.stdout).toMatch(
      /^Open http:.*\nand log in as somebody who may use the mailbox\. Type the code \w+ there\./,
    )
    expect(login.stdout).toContain('Logged in.')

    const after = await findings('provider: microsoft-user')
    expect(after.of('login')).toMatchObject([
      { ok: true, says: expect.stringMatching(/^microsoft-user, desk: access token for another (?:59|60) minutes; /) },
    ])
    expect(after.of('login')[0]?.says).toContain('logged in 0 days ago, refresh token last used 0 days ago')
    expect([...after.of('mailbox'), ...after.of('mail server')].map(({ ok }) => ok)).toEqual([true, true])
    expect(after.code).toBe(0)
  })

  test('with --json each step is a line', async () => {
    const { stdout } = await run('login --json', 'provider: microsoft-user')
    const [open, done] = stdout.split('\n').flatMap((text) => (text === '' ? [] : [JSON.parse(text)]))
    expect(open).toEqual({ open: `${server.url}/device`, code: expect.any(String) })
    expect(done).toMatchObject({ loggedIn: true, refreshEndsAt: null })
  })

  test('where the application logs in by itself, there is nobody to log in', async () => {
    const { code, stderr } = await run('login', 'provider: microsoft-app')
    expect(stderr).toMatch(/^With oauth\.provider microsoft-app the application logs in by itself/)
    expect(code).toBe(2)
  })

  test('nor where there is no such login at all', async () => {
    const passwords = { IMAP_URL: dovecot.imapUrl(), SMTP_URL: 'smtp://127.0.0.1' }
    expect((await run('login', 'provider: none', passwords)).stderr).toMatch(/^There is nobody to log in: set IMAP_URL/)
  })
})
