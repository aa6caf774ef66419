/** How the program logs in where there is no password: what the settings, the environment and a key file say together. */
import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { SecretKeys } from './environment.ts'
import { mistake, shown } from './mistakes.ts'
import type { Settings } from './settings.ts'

type OauthProvider = Exclude<Settings['oauth']['provider'], 'none'>

/** A login by access tokens, whole. */
export interface OauthConfig {
  readonly provider: OauthProvider
  /** Scheme and host of the authorization server, without a slash at the end; null: the provider's own. */
  readonly authority: string | null
  /** Microsoft's directory; empty for Google. */
  readonly tenant: string
  /** The application; for a service account its number. */
  readonly clientId: string
  readonly clientSecret: string | null
  /** Last day of the client secret as YYYY-MM-DD, where somebody wrote it down. */
  readonly clientSecretEnds: string | null
  readonly serviceAccount: ServiceAccount | null
  /** Empty: what mail needs at this provider. */
  readonly scopes: readonly string[]
  readonly secretKeys: SecretKeys
}

interface ServiceAccount {
  readonly email: string
  readonly keyId: string
  /** PEM. */
  readonly privateKey: string
}

interface OauthSources {
  readonly oauth: Settings['oauth']
  readonly clientSecret: string | null
  readonly secretKeys: SecretKeys | null
  /** Path of the settings file, for messages. */
  readonly path: string
  readonly cwd: string
}

/** Null where passwords are used; what is missing or wrong is added to the mistakes. */
export function readOauth(sources: OauthSources, mistakes: string[]): OauthConfig | null {
  const { oauth, clientSecret, secretKeys, path, cwd } = sources
  const { provider } = oauth
  if (provider === 'none') return null
  const before = mistakes.length
  const needs = (key: string, is: boolean, allowed: string) => {
    if (!is) mistakes.push(`${key} is not set although oauth.provider in ${path} is ${provider}; ${allowed}.`)
  }
  needs('INTAGREE_SECRET_KEY', secretKeys !== null, 'it must be 32 random bytes, as from "openssl rand -base64 32"')
  const isMicrosoft = provider.startsWith('microsoft')
  if (isMicrosoft)
    needs('oauth.tenant', oauth.tenant !== null, 'it must be the directory (tenant) ID of the application')
  const byFile = provider === 'google-service-account'
  if (!byFile) needs('oauth.clientId', oauth.clientId !== null, 'it must be the client ID of the application')
  if (provider === 'microsoft-app') {
    needs('OAUTH_CLIENT_SECRET', clientSecret !== null, 'it must be the value of a client secret of the application')
  }
  const serviceAccount = byFile ? readServiceAccount(oauth.serviceAccountKey, { path, cwd }, mistakes) : null
  if (mistakes.length > before || secretKeys === null) return null
  return {
    provider,
    authority: oauth.authority?.replace(/\/+$/, '') ?? null,
    tenant: oauth.tenant ?? '',
    clientId: serviceAccount?.email ?? oauth.clientId ?? '',
    clientSecret,
    clientSecretEnds: oauth.clientSecretEnds,
    serviceAccount,
    scopes: oauth.scopes,
    secretKeys,
  }
}

/** What we use of the file that Google hands out. */
const KeyFile = z.object({
  type: z.literal('service_account'),
  client_email: z.string().min(1),
  private_key_id: z.string().min(1),
  private_key: z.string().refine(isRsaKey),
})

const KEY_FILE = 'it must name the JSON key file of a service account, as the Google Cloud console hands it out'

function readServiceAccount(
  file: string | null,
  { path, cwd }: Pick<OauthSources, 'path' | 'cwd'>,
  mistakes: string[],
): ServiceAccount | null {
  const wrong = (why: string | null) => {
    const value = file === null ? null : `${shown(file)}, ${why}`
    mistakes.push(mistake('oauth.serviceAccountKey', path, value, KEY_FILE))
    return null
  }
  if (file === null) return wrong(null)
  try {
    const key = KeyFile.safeParse(JSON.parse(readFileSync(resolve(cwd, file), 'utf8')))
    if (!key.success) return wrong('which is no such file')
    const { client_email, private_key_id, private_key } = key.data
    return { email: client_email, keyId: private_key_id, privateKey: private_key }
  } catch (error) {
    if (error instanceof SyntaxError) return wrong('which is not JSON')
    const { code } = error as NodeJS.ErrnoException
    return wrong(code === 'ENOENT' ? 'which does not exist' : `which cannot be read (${code})`)
  }
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}
