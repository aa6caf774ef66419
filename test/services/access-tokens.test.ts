/** One login for all processes: who asks the provider when, and what is kept of its answers. */
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { loginStore } from '../../src/db/logins.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createPool, type Pool } from '../../src/db/pool.ts'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import { accessTokens, afterGrant } from '../../src/oauth/access-tokens.ts'
import { oauthClient } from '../../src/oauth/client.ts'
import { loginName, type OauthLogin } from '../../src/oauth/provider.ts'
import type { LoginStore } from '../../src/ports/stores/logins.ts'
import { aesSeal } from '../../src/tokens/seal.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../support/authorization-server.ts'
import { oauthLogin } from '../support/oauth-login.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { until } from '../support/until.ts'

const KEYS = { first: Buffer.alloc(32, 1), second: Buffer.alloc(32, 2) }
const START = new Date('2026-05-04T12:00:00Z')

let database: TestDatabase
let pool: Pool
let server: AuthorizationServer
let now: Date

beforeAll(async () => {
  database = await testDatabase('access_tokens')
  pool = newPool(4)
  await migrate(pool)
})
beforeEach(async () => {
  server = await startAuthorizationServer()
  now = START
  await pool.query('truncate login')
  return () => server.stop()
})
afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

function newPool(size: number): Pool {
  return createPool(database.url, size, () => undefined)
}

const minutesLater = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

function storeOf(pool: Pool, key = KEYS.first): LoginStore {
  return loginStore(pool, aesSeal([key]))
}

/** A process of its own, as far as tokens go: its own connections and its own memory. */
function process(login: OauthLogin, change: (store: LoginStore) => LoginStore = (store) => store) {
  const own = newPool(2)
  onTestFinished(() => own.end())
  return accessTokens({ login, client: oauthClient(login), store: change(storeOf(own)), clock: () => now })
}

/** Somebody has just said yes. */
async function logIn(login: OauthLogin): Promise<string> {
  const refreshToken = server.newLogin()
  const kept = afterGrant(null, { accessToken: 'over', expiresIn: 0, refreshToken, refreshExpiresIn: null }, now)
  await storeOf(pool).put(loginName(login, ''), { ...kept, loggedInAt: now })
  return refreshToken
}

const app = () => oauthLogin('microsoft-app', server)
const person = () => oauthLogin('microsoft-user', server)

describe('a token', () => {
  test('is asked for once and serves everybody until it is nearly over', async () => {
    const [one, other] = [process(app()), process(app())]
    const token = await one.token('desk', null)
    expect(await other.token('desk', null)).toBe(token)
    minutesLater(54)
    expect(await one.token('desk', null)).toBe(token)
    expect(server.grants()).toHaveLength(1)
    minutesLater(1)
    expect(await one.token('desk', null)).not.toBe(token)
    expect(server.grants()).toHaveLength(2)
  })

  test('is asked for by one alone when many want it at once, here and in other processes', async () => {
    const login = person()
    await logIn(login)
    const open = server.hold()
    const wanting = [process(login), process(login), process(login)].flatMap((tokens) =>
      Array.from({ length: 5 }, () => tokens.token('desk', null)),
    )
    await until(() => server.held() === 1, { what: 'somebody asks' })
    await until(async () => (await waitingForRows()) === 2, { what: 'the other processes wait for the row' })
    open()
    expect(new Set(await Promise.all(wanting)).size).toBe(1)
    expect(server.grants()).toEqual(['refresh_token'])
  })

  test('that the mail server turned down is replaced, but not a young one', async () => {
    const tokens = process(app())
    const first = await tokens.token('desk', null)
    expect(await tokens.token('desk', first)).toBe(first)
    minutesLater(10)
    const second = await tokens.token('desk', first)
    expect(second).not.toBe(first)
    expect(server.grants()).toHaveLength(2)
  })

  test('serves to its end while the provider does not answer, and the provider is left alone meanwhile', async () => {
    const tokens = process(app())
    const token = await tokens.token('desk', null)
    minutesLater(57)
    server.fail('silence')
    expect(await tokens.token('desk', null)).toBe(token)
    expect(await tokens.token('desk', null)).toBe(token)
    expect(server.grants()).toHaveLength(2)
    minutesLater(1)
    expect(await tokens.token('desk', null)).not.toBe(token)
  })
})

describe('a refresh token', () => {
  test('that was replaced is stored before the access token is used', async () => {
    const login = person()
    const before = await logIn(login)
    await process(login).token('desk', null)
    const kept = await storeOf(pool).look(loginName(login, ''))
    expect(kept?.refreshToken).not.toBe(before)
    expect(kept).toMatchObject({ loggedInAt: START, refreshedAt: now })
    minutesLater(60)
    await process(login).token('desk', null)
    expect(server.grants()).toHaveLength(2)
  })

  test('that could not be stored is kept in memory, no token is given out, and it is stored the next time', async () => {
    const login = person()
    await logIn(login)
    let breaks = true
    const tokens = process(login, (store) => ({
      ...store,
      change: (name, work) =>
        store.change(name, async (kept) => {
          const changed = await work(kept)
          if (breaks) throw new Error('the connection to the database is gone')
          return changed
        }),
    }))
    await expect(tokens.token('desk', null)).rejects.toThrow(/cannot be looked up in the database: the connection/)
    breaks = false
    await tokens.token('desk', null)
    minutesLater(60)
    await process(login).token('desk', null)
    expect(server.grants()).toHaveLength(2)
  })

  test('that was taken back is told, not tried again and again, and a new login counts at once', async () => {
    const login = person()
    await logIn(login)
    const tokens = process(login)
    await tokens.token('desk', null)
    server.revoke()
    minutesLater(60)
    for (let times = 0; times < 3; times += 1) {
      const error: unknown = await tokens.token('desk', null).catch((thrown) => thrown)
      expect(error).toBeInstanceOf(IntakeError)
      expect(String(error)).toContain('Run "intagree login"')
    }
    expect(server.grants()).toHaveLength(2)
    await logIn(login)
    await tokens.token('desk', null)
    expect(server.grants()).toHaveLength(3)
  })

  test('is needed', async () => {
    await expect(process(person()).token('desk', null)).rejects.toThrow(
      'Nobody has logged in at Microsoft yet. Run "intagree login".',
    )
    expect(server.grants()).toEqual([])
  })
})

describe('in the database', () => {
  test('no token stands in clear', async () => {
    const login = person()
    await logIn(login)
    const token = await process(login).token('desk', null)
    const { rows } = await pool.query('select * from login')
    const text = JSON.stringify(rows)
    expect(text).not.toContain(token)
    expect(text).not.toContain('refresh-')
  })

  test('what another key sealed is told, and a new login takes its place', async () => {
    const login = person()
    await logIn(login)
    const changed = storeOf(pool, KEYS.second)
    await expect(changed.look(loginName(login, ''))).rejects.toThrow('sealed with another INTAGREE_SECRET_KEY')
    const rotated = loginStore(pool, aesSeal([KEYS.second, KEYS.first]))
    const kept = await rotated.look(loginName(login, ''))
    if (kept === null) throw new Error('nothing kept')
    await changed.put(loginName(login, ''), kept)
    expect(await changed.look(loginName(login, ''))).toEqual({ ...kept })
  })

  test('whoever has not migrated is told so', async () => {
    const empty = await testDatabase('not_migrated')
    const own = createPool(empty.url, 1, () => undefined)
    const login = app()
    const tokens = accessTokens({ login, client: oauthClient(login), store: storeOf(own), clock: () => now })
    await expect(tokens.token('desk', null)).rejects.toThrow('Run "intagree migrate"')
    await own.end()
    await empty.drop()
  })
})

/** Sessions that wait for a row somebody else has locked. */
async function waitingForRows(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.count ?? 0
}
