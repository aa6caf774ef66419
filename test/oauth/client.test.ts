/** How the program asks for access tokens, and what it says when it gets none. */
import { createPublicKey } from 'node:crypto'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import { oauthClient } from '../../src/oauth/client.ts'
import { loginName, type OauthLogin } from '../../src/oauth/provider.ts'
import { isFinal } from '../../src/oauth/sentences.ts'
import { rsaKey } from '../config/keys.ts'
import { type AuthorizationServer, type Fault, startAuthorizationServer } from '../support/authorization-server.ts'
import { oauthLogin } from '../support/oauth-login.ts'

let server: AuthorizationServer
beforeAll(async () => {
  server = await startAuthorizationServer()
})
afterAll(() => server?.stop())

const privateKey = rsaKey()
const serviceAccount = { email: 'desk@project.iam.example', keyId: 'key-7', privateKey }

function obtain(login: OauthLogin, { user = 'desk', refreshToken = null as string | null } = {}) {
  return oauthClient(login).obtain(user, refreshToken)
}

async function refusalOf(login: OauthLogin, how?: Parameters<typeof obtain>[1]): Promise<IntakeError> {
  const error: unknown = await obtain(login, how).then(
    () => 'a token came',
    (thrown) => thrown,
  )
  if (!(error instanceof IntakeError)) throw error
  expect(error.code).toBe('login')
  return error
}

test('Microsoft, the application by itself', async () => {
  const granted = await obtain(oauthLogin('microsoft-app', server))
  expect(granted).toMatchObject({ expiresIn: 3600, refreshToken: null, refreshExpiresIn: null })
  expect(decodeJwt(granted.accessToken).preferred_username).toBe('desk')
  expect(server.grants().at(-1)).toBe('client_credentials')
})

test.each(['microsoft-user', 'google-user'] as const)('%s, in the name of somebody who logged in', async (provider) => {
  const refreshToken = server.newLogin(86_400)
  const granted = await obtain(oauthLogin(provider, server), { refreshToken })
  expect(granted.refreshExpiresIn).toBe(86_400)
  expect(granted.refreshToken).not.toBe(refreshToken)
  expect(server.grants().at(-1)).toBe('refresh_token')
})

test('Google, a service account for each mailbox that was delegated to it', async () => {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
  server.trust({ email: serviceAccount.email, publicKey, users: ['desk', 'notices'] })
  const login = oauthLogin('google-service-account', server, { clientSecret: null, serviceAccount })
  const granted = await obtain(login, { user: 'notices' })
  expect(decodeJwt(granted.accessToken).preferred_username).toBe('notices')
  expect((await refusalOf(login, { user: 'boss' })).message).toMatch(
    /may not act for this user\. Check the user in the URL/,
  )
  expect(loginName(login, 'notices')).not.toBe(loginName(login, 'desk'))
})

const REFUSED: readonly (readonly [
  string,
  OauthLogin['provider'],
  Partial<OauthLogin>,
  Fault | null,
  string,
  boolean,
])[] = [
  [
    'a wrong secret',
    'microsoft-app',
    { clientSecret: 'wrong' },
    null,
    'OAUTH_CLIENT_SECRET must be the value of the secret, not its ID',
    true,
  ],
  [
    'an expired secret',
    'microsoft-app',
    {},
    {
      status: 401,
      error: 'invalid_client',
      description: "AADSTS7000222: The provided client secret keys for app 'x' are expired.",
    },
    'the client secret has expired. Make a new one',
    true,
  ],
  ['a login that was not used', 'microsoft-user', {}, null, 'Run "intagree login"', true],
  [
    'a login taken back',
    'google-user',
    {},
    { status: 400, error: 'invalid_grant', description: 'Token has been expired or revoked.' },
    'the login was taken back or has ended. Run "intagree login". It said: invalid_grant, Token has been',
    true,
  ],
  [
    'no delegation',
    'google-service-account',
    { serviceAccount },
    { status: 401, error: 'unauthorized_client' },
    'no domain-wide delegation',
    true,
  ],
  [
    'something new',
    'microsoft-app',
    {},
    { status: 400, error: 'interaction_required' },
    'it refused. docs/oauth.md says what it needs. It said: interaction_required',
    true,
  ],
  [
    'too many questions',
    'microsoft-app',
    {},
    { status: 429, error: 'temporarily_unavailable' },
    'temporarily_unavailable',
    false,
  ],
  [
    'a broken server',
    'microsoft-app',
    {},
    { status: 503, error: 'server_error' },
    'it does not answer as it should (HTTP 503)',
    false,
  ],
  ['no answer', 'microsoft-app', {}, 'silence', 'it does not answer as it should', false],
  [
    'nobody there',
    'microsoft-app',
    { authority: 'http://127.0.0.1:2' },
    null,
    'it does not answer as it should (ECONNREFUSED). Check the network and oauth.authority.',
    false,
  ],
]

test.for(REFUSED)('says what to do: %s', async ([, provider, more, fault, says, final]) => {
  if (fault !== null) server.fail(fault)
  const error = await refusalOf(oauthLogin(provider, server, more), { refreshToken: 'refresh-unknown' })
  expect(error.message).toContain(says)
  expect(error.message).not.toMatch(/refresh-unknown|a client secret/)
  expect(isFinal(error)).toBe(final)
})
