/**
 * An OAuth 2.0 authorization server on 127.0.0.1 with the addresses of Microsoft's and Google's. Its access tokens are
 * JWTs that a mail server can check by itself; its refresh tokens work once, and a used one ends the login they are of.
 */
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { jwtVerify, SignJWT } from 'jose'

export const CLIENT = { id: 'intake-desk', secret: 'a client secret' }
export const TENANT = 'corp.example'
/** The name of the key in each token, and of the application that it was given to. */
export const KEY_ID = 'key-1'

/** One answer in place of the right one. */
export type Fault =
  | { readonly status: number; readonly error: string; readonly description?: string }
  /** The connection ends without an answer. */
  | 'silence'

export interface AuthorizationServer {
  readonly url: string
  /** PEM: with which a mail server checks access tokens. */
  readonly publicKey: string
  /** What was asked of the token endpoint so far: the grant types, in order. */
  grants(): readonly string[]
  /** Who access tokens are made out to from now on. */
  actAs(user: string): void
  /** The next tokens are ones that no mail server takes. */
  spoil(times: number): void
  /** Answers the next requests so. */
  fail(...faults: readonly Fault[]): void
  /** Keeps answers back until the returned function is called. */
  hold(): () => void
  /** How many requests are kept back. */
  held(): number
  /** Trusts statements of this service account about these users. */
  trust(account: { readonly email: string; readonly publicKey: string; readonly users: readonly string[] }): void
  /** A refresh token as after a login; `expires`: in so many seconds. */
  newLogin(expires?: number): string
  /** The user types the code of the device login, or says no. */
  typeCode(code: string, yes: boolean): void
  /** From now on the user types every code by themselves, and says yes. */
  willing(): void
  /** Takes back every login. */
  revoke(): void
  stop(): Promise<void>
}

interface Login {
  current: string
  revoked: boolean
  readonly expires: number | undefined
}

const LIFE_SECONDS = 3600
/** Made once, for that takes longer than all else here. */
const good = rsa()
const unknown = rsa()

export async function startAuthorizationServer(): Promise<AuthorizationServer> {
  const [grants, logins, faults]: [string[], Login[], Fault[]] = [[], [], []]
  const codes = new Map<string, { readonly challenge: string; readonly redirect: string }>()
  const devices = new Map<string, { code: string; answer: 'pending' | 'yes' | 'no' }>()
  let [user, spoilt, held] = ['desk', 0, 0]
  let isWilling = false
  let gate: Promise<void> = Promise.resolve()
  let trusted: Parameters<AuthorizationServer['trust']>[0] | null = null

  function newLogin(expires?: number): Login {
    const login = { current: `refresh-${randomUUID()}`, revoked: false, expires }
    logins.push(login)
    return login
  }

  async function token(subject: string, login: Login | null) {
    const key = spoilt > 0 ? unknown : good
    spoilt = Math.max(0, spoilt - 1)
    const accessToken = await new SignJWT({ preferred_username: subject, azp: CLIENT.id, jti: randomUUID() })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })
      .setSubject(subject)
      .setIssuedAt('-1m')
      .setNotBefore('-1m')
      .setExpirationTime('1h')
      .sign(key)
    const common = { token_type: 'Bearer', access_token: accessToken, expires_in: LIFE_SECONDS }
    if (login === null) return common
    const { current, expires } = login
    return { ...common, refresh_token: current, ...(expires ? { refresh_token_expires_in: expires } : {}) }
  }

  /** A refresh token works once. A used one was stolen, from us or by us, and ends its login (RFC 9700 4.14.2). */
  async function refresh(given: string) {
    const [family = ''] = given.split('+')
    const login = logins.find(({ current }) => current.startsWith(family))
    if (login && login.current !== given) login.revoked = true
    if (!login || login.revoked) throw refusal('invalid_grant', 'AADSTS700082: the refresh token has expired')
    login.current = `${family}+${randomUUID()}`
    return token(user, login)
  }

  async function byCode(form: URLSearchParams) {
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const fits = code?.challenge === challenge && code.redirect === form.get('redirect_uri')
    if (!fits) throw refusal('invalid_grant', 'code, verifier or redirect do not fit')
    return token(user, newLogin())
  }

  async function byDevice(form: URLSearchParams) {
    const device = devices.get(form.get('device_code') ?? '')
    if (device?.answer !== 'yes') throw refusal(device?.answer === 'no' ? 'access_denied' : 'authorization_pending')
    return token(user, newLogin())
  }

  async function byStatement(form: URLSearchParams) {
    if (trusted === null) throw refusal('unauthorized_client')
    const { email, publicKey, users } = trusted
    const rules = { issuer: email, audience: `${url}/token`, algorithms: ['RS256'] }
    const statement = await jwtVerify(form.get('assertion') ?? '', createPublicKey(publicKey), rules).catch(() => null)
    const { sub = '', scope } = statement?.payload ?? {}
    if (!users.includes(sub)) throw refusal('invalid_grant', 'Invalid email or User ID')
    if (scope !== 'https://mail.google.com/') throw refusal('unauthorized_client')
    return token(sub, null)
  }

  async function tokenAnswer(form: URLSearchParams): Promise<object> {
    const grant = form.get('grant_type') ?? ''
    grants.push(grant.split(':').at(-1) ?? '')
    held += 1
    await gate
    held -= 1
    const fault = faults.shift()
    if (fault) throw fault
    if (grant.endsWith('jwt-bearer')) return byStatement(form)
    const isPublic = grant.endsWith('device_code') && form.get('client_secret') === null
    if (form.get('client_id') !== CLIENT.id || (!isPublic && form.get('client_secret') !== CLIENT.secret))
      throw refusal('invalid_client', 'AADSTS7000215: Invalid client secret provided')
    if (grant === 'client_credentials') return token(user, null)
    if (grant === 'refresh_token') return refresh(form.get('refresh_token') ?? '')
    if (grant === 'authorization_code') return byCode(form)
    if (grant.endsWith('device_code')) return byDevice(form)
    throw refusal('unsupported_grant_type')
  }

  /** The user says yes at once, and their browser is sent back. */
  function consent(query: URLSearchParams, response: ServerResponse): void {
    const redirect = query.get('redirect_uri') ?? ''
    const code = randomUUID()
    codes.set(code, { challenge: query.get('code_challenge') ?? '', redirect })
    const back = new URL(redirect)
    back.searchParams.set('code', code)
    back.searchParams.set('state', query.get('state') ?? '')
    response.writeHead(302, { location: back.href }).end()
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    if (/\/(?:authorize|auth)$/.test(pathname)) return consent(searchParams, response)
    const form = new URLSearchParams(await text(request))
    if (pathname.endsWith('/devicecode')) {
      const [code, device] = [randomUUID().slice(0, 8), randomUUID()]
      devices.set(device, { code, answer: isWilling ? 'yes' : 'pending' })
      const more = { verification_uri: `${url}/device`, expires_in: 900, interval: 0.01 }
      return json(response, 200, { device_code: device, user_code: code, ...more })
    }
    if (!pathname.endsWith('/token')) return json(response, 404, { error: 'not_found' })
    try {
      json(response, 200, await tokenAnswer(form))
    } catch (thrown) {
      const fault = thrown as Fault
      if (fault === 'silence') response.destroy()
      else json(response, fault.status, { error: fault.error, error_description: fault.description })
    }
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    publicKey: createPublicKey(good).export({ type: 'spki', format: 'pem' }).toString(),
    grants: () => grants,
    actAs(next) {
      user = next
    },
    spoil(times) {
      spoilt = times
    },
    fail: (...more) => void faults.push(...more),
    hold() {
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      return open
    },
    held: () => held,
    trust(account) {
      trusted = account
    },
    newLogin: (expires) => newLogin(expires).current,
    typeCode(code, yes) {
      for (const device of devices.values()) if (device.code === code) device.answer = yes ? 'yes' : 'no'
    },
    willing() {
      isWilling = true
    },
    revoke() {
      for (const login of logins) login.revoked = true
    },
    async stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function rsa(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
}

function refusal(error: string, description?: string): Fault {
  return { status: error === 'invalid_client' ? 401 : 400, error, ...(description ? { description } : {}) }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
