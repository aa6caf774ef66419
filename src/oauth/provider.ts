/** What is fixed about the providers: their addresses, and what a mail program has to ask them for. */
import type { ServerMetadata } from 'openid-client'

/** A login by access tokens, as configured. */
export interface OauthLogin {
  readonly provider: 'microsoft-app' | 'microsoft-user' | 'google-service-account' | 'google-user'
  /** Scheme and host of the authorization server; null: the provider's own. */
  readonly authority: string | null
  readonly tenant: string
  readonly clientId: string
  readonly clientSecret: string | null
  readonly serviceAccount: { readonly email: string; readonly keyId: string; readonly privateKey: string } | null
  /** Empty: what mail needs at this provider. */
  readonly scopes: readonly string[]
}

/**
 * How a token is obtained: the application by itself (RFC 6749 4.4), the application for a user by a signed statement
 * (RFC 7523), or in the name of somebody who logged in once (RFC 6749 6).
 */
type GrantKind = 'client-credentials' | 'jwt-bearer' | 'refresh-token'

export interface Provider {
  readonly name: 'Microsoft' | 'Google'
  readonly grant: GrantKind
  readonly scope: string
  readonly server: ServerMetadata
  /** Asked for beside the rest when somebody logs in: without it Google gives a refresh token only the first time. */
  readonly extra: Readonly<Record<string, string>>
  /** A refresh token that nobody uses for so many days ends, as far as the provider says so in its documentation. */
  readonly idleDays: number
}

const MICROSOFT = 'https://login.microsoftonline.com'
const GOOGLE_TOKENS = 'https://oauth2.googleapis.com'
const GOOGLE_ACCOUNTS = 'https://accounts.google.com'

const GRANTS: Readonly<Record<OauthLogin['provider'], GrantKind>> = {
  'microsoft-app': 'client-credentials',
  'microsoft-user': 'refresh-token',
  'google-service-account': 'jwt-bearer',
  'google-user': 'refresh-token',
}

/** One scope for both protocols: an application's rights are those that its administrator granted. */
const SCOPES: Readonly<Record<OauthLogin['provider'], string>> = {
  'microsoft-app': 'https://outlook.office365.com/.default',
  'microsoft-user':
    'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access',
  'google-service-account': 'https://mail.google.com/',
  'google-user': 'https://mail.google.com/',
}

export function providerOf(login: OauthLogin): Provider {
  const { provider, scopes } = login
  const common = { grant: GRANTS[provider], scope: scopes.length > 0 ? scopes.join(' ') : SCOPES[provider] }
  return provider.startsWith('microsoft')
    ? { name: 'Microsoft', ...common, server: microsoft(login), extra: {}, idleDays: 90 }
    : {
        name: 'Google',
        ...common,
        server: google(login),
        extra: { access_type: 'offline', prompt: 'consent' },
        idleDays: 182,
      }
}

function microsoft({ authority, tenant }: OauthLogin): ServerMetadata {
  const base = `${authority ?? MICROSOFT}/${encodeURIComponent(tenant)}`
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
  }
}

/** Google's device codes are not for the scope of mail, so there is no address for them. */
function google({ authority }: OauthLogin): ServerMetadata {
  return {
    issuer: authority ?? GOOGLE_ACCOUNTS,
    authorization_endpoint: `${authority ?? GOOGLE_ACCOUNTS}/o/oauth2/v2/auth`,
    token_endpoint: `${authority ?? GOOGLE_TOKENS}/token`,
  }
}

/** Under which a login is kept. A service account has tokens for each user, everybody else one for all mailboxes. */
export function loginName(login: OauthLogin, user: string): string {
  const words = [login.provider, ...(login.tenant === '' ? [] : [login.tenant]), login.clientId]
  return (GRANTS[login.provider] === 'jwt-bearer' ? [...words, user] : words).join(' ')
}
