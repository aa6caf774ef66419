/**
 * Access tokens for whoever connects. One token of a login serves all connections of all processes; when it is nearly
 * over, one of them asks the provider for the next while the others wait. A refresh token that came with it is committed
 * before the new access token is used, for the old one may be worthless from then on.
 */
import { type AccessToken, planFor, stillServes } from '../domain/access-token.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { AccessTokens } from '../ports/access-tokens.ts'
import type { Clock } from '../ports/clock.ts'
import type { KeptLogin, LoginStore } from '../ports/stores/logins.ts'
import type { Granted, OauthClient } from './client.ts'
import { loginName, type OauthLogin } from './provider.ts'
import { isFinal } from './sentences.ts'

interface TokenParts {
  readonly login: OauthLogin
  readonly client: OauthClient
  readonly store: LoginStore
  readonly clock: Clock
}

/** After a failure nobody asks again for so long: what does not answer is left alone, what said no all the more. */
const PAUSE_MS = { temporary: 30_000, final: 5 * 60_000 }

interface Failure {
  readonly error: IntakeError
  /** With which it failed: after a new login there is another. */
  readonly refreshToken: string | null
  readonly until: number
}

export function accessTokens(parts: TokenParts): AccessTokens {
  const logins = new Map<string, ReturnType<typeof oneLogin>>()
  return {
    token(user, refused) {
      const name = loginName(parts.login, user)
      const login = logins.get(name) ?? oneLogin(parts, name, user)
      logins.set(name, login)
      return login.token(refused)
    },
  }
}

/** What this process remembers of a login. */
interface Memory {
  held: AccessToken | null
  /** What the provider gave and the database has not taken yet, and the refresh token that it replaces. */
  unstored: { readonly replaces: string | null; readonly login: KeptLogin } | null
  failure: Failure | null
}

function oneLogin(parts: TokenParts, name: string, user: string) {
  const { store, clock } = parts
  const memory: Memory = { held: null, unstored: null, failure: null }
  let underWay: Promise<AccessToken> | null = null

  /** Another process may have been faster: then its token is taken. */
  async function renewed(refused: string | null): Promise<AccessToken> {
    let token: AccessToken | null = null
    await store.change(name, async (kept) => {
      token = kept?.access ?? null
      if (planFor(token, refused, clock()) !== 'renew') return null
      try {
        const login = await nextLogin(parts, user, kept, refused, memory)
        token = login.access
        return login
      } catch (error) {
        if (stillServes(token, refused, clock())) return null
        throw error
      }
    })
    memory.unstored = null
    if (token === null) throw new IntakeError('login', 'The provider gave no access token.')
    return token
  }

  return {
    async token(refused: string | null): Promise<string> {
      const { held } = memory
      if (held !== null && planFor(held, refused, clock()) !== 'renew') return held.value
      underWay ??= renewed(refused).finally(() => {
        underWay = null
      })
      try {
        memory.held = await underWay
        return memory.held.value
      } catch (error) {
        if (stillServes(held, refused, clock())) return held.value
        throw error instanceof IntakeError ? error : noDatabase(error)
      }
    },
  }
}

function noDatabase(thrown: unknown): IntakeError {
  const { message, code } = thrown as NodeJS.ErrnoException
  // SQLSTATE undefined_table.
  if (code === '42P01') return new IntakeError('database', 'The database is not migrated yet. Run "intagree migrate".')
  const sentence = `The login cannot be looked up in the database: ${message || code}. Check DATABASE_URL and that the server runs.`
  return new IntakeError('database', sentence, { cause: thrown })
}

async function nextLogin(
  parts: TokenParts,
  user: string,
  kept: KeptLogin | null,
  refused: string | null,
  memory: Memory,
): Promise<KeptLogin> {
  const replaces = kept?.refreshToken ?? null
  // The commit failed the last time, and the provider may not take the old refresh token any more.
  const unstored = memory.unstored?.replaces === replaces ? memory.unstored.login : null
  if (unstored !== null && planFor(unstored.access, refused, parts.clock()) === 'use') return unstored
  const login = await ask(parts, user, unstored ?? kept, memory)
  memory.unstored = { replaces, login }
  return login
}

async function ask(
  { client, clock }: TokenParts,
  user: string,
  kept: KeptLogin | null,
  memory: Memory,
): Promise<KeptLogin> {
  const refreshToken = kept?.refreshToken ?? null
  const { grant, name } = client.provider
  if (grant === 'refresh-token' && refreshToken === null)
    throw new IntakeError('login', `Nobody has logged in at ${name} yet. Run "intagree login".`)
  const { failure } = memory
  if (failure?.refreshToken === refreshToken && clock().getTime() < failure.until) throw failure.error
  try {
    const granted = await client.obtain(user, refreshToken)
    memory.failure = null
    return afterGrant(kept, granted, clock())
  } catch (thrown) {
    if (!(thrown instanceof IntakeError)) throw thrown
    const until = clock().getTime() + (isFinal(thrown) ? PAUSE_MS.final : PAUSE_MS.temporary)
    memory.failure = { error: thrown, refreshToken, until }
    throw thrown
  }
}

/** The login as it is to be kept after the provider gave something. */
export function afterGrant(kept: KeptLogin | null, granted: Granted, now: Date): KeptLogin {
  const { refreshExpiresIn } = granted
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  const refreshToken = granted.refreshToken ?? kept?.refreshToken ?? null
  return {
    refreshToken,
    loggedInAt: kept?.loggedInAt ?? null,
    refreshedAt: refreshToken === null ? null : now,
    refreshEndsAt: refreshExpiresIn === null ? (kept?.refreshEndsAt ?? null) : later(refreshExpiresIn),
    access: { value: granted.accessToken, obtainedAt: now, endsAt: later(granted.expiresIn) },
  }
}
