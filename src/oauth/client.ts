/** The one place that talks to authorization servers, through openid-client. */
import { importPKCS8, SignJWT } from 'jose'
import * as openid from 'openid-client'
import { type OauthLogin, type Provider, providerOf } from './provider.ts'
import { explain } from './sentences.ts'

/** What the authorization server gave. */
export interface Granted {
  readonly accessToken: string
  /** Seconds. */
  readonly expiresIn: number
  /** Null: the one we have stays as it is. */
  readonly refreshToken: string | null
  /** Seconds; null: the server does not say. */
  readonly refreshExpiresIn: number | null
}

export interface OauthClient {
  readonly provider: Provider
  readonly config: openid.Configuration
  /** A new access token. `refreshToken` is for logins that have one. Rejects with `IntakeError login`. */
  obtain(user: string, refreshToken: string | null): Promise<Granted>
}

const TIMEOUT_SECONDS = 20
/** RFC 6749 5.1 only recommends that the server says it. */
const USUAL_LIFE_SECONDS = 3600
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
/** Google takes no statement that is valid for longer than an hour. */
const STATEMENT_LIFE = '5m'

export function oauthClient(login: OauthLogin): OauthClient {
  const provider = providerOf(login)
  const config = configurationOf(login, provider)
  const { scope } = provider

  function ask(user: string, refreshToken: string | null): Promise<openid.TokenEndpointResponse> {
    if (login.serviceAccount !== null) return askByStatement(config, login.serviceAccount, { user, scope })
    if (provider.grant === 'client-credentials') return openid.clientCredentialsGrant(config, { scope })
    return openid.refreshTokenGrant(config, refreshToken ?? '', { scope })
  }

  return {
    provider,
    config,
    async obtain(user, refreshToken) {
      try {
        return granted(await ask(user, refreshToken))
      } catch (error) {
        throw explain(provider, login, error)
      }
    },
  }
}

function configurationOf(login: OauthLogin, provider: Provider): openid.Configuration {
  const { clientId, clientSecret, serviceAccount } = login
  // Whoever sends a signed statement is known by it alone.
  const nobody: openid.ClientAuth = () => undefined
  const auth = serviceAccount ? nobody : clientSecret === null ? openid.None() : openid.ClientSecretPost(clientSecret)
  const config = new openid.Configuration(provider.server, clientId, undefined, auth)
  config.timeout = TIMEOUT_SECONDS
  // The settings allow http:// on this machine only.
  if (provider.server.token_endpoint?.startsWith('http://')) openid.allowInsecureRequests(config)
  return config
}

async function askByStatement(
  config: openid.Configuration,
  account: NonNullable<OauthLogin['serviceAccount']>,
  { user, scope }: { readonly user: string; readonly scope: string },
): Promise<openid.TokenEndpointResponse> {
  const assertion = await new SignJWT({ scope })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: account.keyId })
    .setIssuer(account.email)
    .setSubject(user)
    .setAudience(config.serverMetadata().token_endpoint ?? '')
    .setIssuedAt()
    .setExpirationTime(STATEMENT_LIFE)
    .sign(await importPKCS8(account.privateKey, 'RS256'))
  return openid.genericGrantRequest(config, JWT_BEARER, { assertion })
}

export function granted(answer: openid.TokenEndpointResponse): Granted {
  const refreshExpiresIn = Number(answer.refresh_token_expires_in)
  return {
    accessToken: answer.access_token,
    expiresIn: answer.expires_in ?? USUAL_LIFE_SECONDS,
    refreshToken: answer.refresh_token ?? null,
    refreshExpiresIn: refreshExpiresIn > 0 ? refreshExpiresIn : null,
  }
}
