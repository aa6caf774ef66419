import type { OauthLogin } from '../../src/oauth/provider.ts'
import { type AuthorizationServer, CLIENT, TENANT } from './authorization-server.ts'

/** A login as configured for the tests' authorization server. */
export function oauthLogin(
  provider: OauthLogin['provider'],
  server: Pick<AuthorizationServer, 'url'>,
  more: Partial<OauthLogin> = {},
): OauthLogin {
  const { id: clientId, secret: clientSecret } = CLIENT
  const tenant = provider.startsWith('microsoft') ? TENANT : ''
  return { provider, authority: server.url, tenant, clientId, clientSecret, serviceAccount: null, scopes: [], ...more }
}
