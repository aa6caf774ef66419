/** What authorization servers answer, as sentences for the operator: what is wrong, and what to do about it. */
import { ResponseBodyError } from 'openid-client'
import { IntakeError } from '../foundation/intake-error.ts'
import type { OauthLogin, Provider } from './provider.ts'

/** A provider's own numbers tell more than the error codes of RFC 6749 5.2. */
const MICROSOFT_SAYS: Readonly<Record<string, string>> = {
  AADSTS7000215:
    'the client secret is wrong. OAUTH_CLIENT_SECRET must be the value of the secret, not its ID; make a new one under "Certificates & secrets".',
  AADSTS7000222:
    'the client secret has expired. Make a new one under "Certificates & secrets" and put it into OAUTH_CLIENT_SECRET.',
  AADSTS700016: 'there is no such application in this directory. Check oauth.clientId and oauth.tenant.',
  AADSTS90002: 'there is no such directory. Check oauth.tenant.',
  AADSTS65001: 'nobody has consented to what the application asks for. Have an administrator grant its permissions.',
  AADSTS700082: 'the login was not used for too long and has ended. Run "intagree login".',
  AADSTS50173: 'the password was changed or the login taken back. Run "intagree login".',
  AADSTS50076: 'the user has to confirm the login with a second factor. Run "intagree login".',
  AADSTS7000218:
    'the application does not allow public clients. Switch that on under "Authentication", or set OAUTH_CLIENT_SECRET.',
}

/** Error codes of RFC 6749 5.2 and RFC 8628 3.5. */
const SAYS: Readonly<Record<string, (login: OauthLogin) => string>> = {
  invalid_client: () =>
    'the application is not known, or its secret is wrong. Check oauth.clientId and OAUTH_CLIENT_SECRET.',
  invalid_grant: ({ provider }) =>
    provider === 'google-service-account'
      ? 'the service account may not act for this user. Check the user in the URL, that oauth.serviceAccountKey is still listed for the account, and the clock of this machine.'
      : 'the login was taken back or has ended. Run "intagree login".',
  unauthorized_client: ({ provider }) =>
    provider === 'google-service-account'
      ? 'the service account has no domain-wide delegation for this scope. Add its client ID with https://mail.google.com/ in the Admin console; that takes up to a day.'
      : 'the application may not log in this way. Check its permissions and its type.',
  invalid_scope: () => 'what the application asks for is not known there. Check oauth.scopes.',
  access_denied: () => 'whoever was asked said no, or must not say yes. Ask an administrator.',
  expired_token: () => 'nobody confirmed the login in time. Run "intagree login" again.',
}

/** Turns what was thrown while a token was asked for into an `IntakeError login`. */
export function explain({ name }: Provider, login: OauthLogin, thrown: unknown): IntakeError {
  if (thrown instanceof IntakeError) return thrown
  return new IntakeError('login', `${name} gave no access token: ${whatItMeans(login, thrown)}`, { cause: thrown })
}

/** Only somebody can mend it: asking once more gives the same answer. */
export function isFinal(error: unknown): boolean {
  const { cause } = error as Error
  return cause instanceof ResponseBodyError && cause.status < 500 && cause.status !== 429
}

function whatItMeans(login: OauthLogin, thrown: unknown): string {
  const answer = answerOf(thrown)
  if (answer === null)
    return `it does not answer as it should (${why(thrown)}). Check the network${login.authority === null ? '' : ' and oauth.authority'}.`
  const { error, description } = answer
  const number = /AADSTS\d+/.exec(description)?.[0] ?? ''
  const says = MICROSOFT_SAYS[number] ?? SAYS[error]?.(login) ?? 'it refused. docs/oauth.md says what it needs.'
  return `${says} It said: ${error}${description === '' ? '' : `, ${description}`}`
}

/** The innermost cause says most; the libraries around it only that something failed. */
function why(thrown: unknown): string {
  if (thrown instanceof Response) return `HTTP ${thrown.status}`
  const { message = '', code, cause } = thrown as NodeJS.ErrnoException & { readonly cause?: unknown }
  if (cause instanceof Error || cause instanceof Response) return why(cause)
  return /^E[A-Z]+/.test(code ?? '') ? String(code) : oneLine(message)
}

/** The server's refusal at its token endpoint, or with the redirect back to us. */
function answerOf(thrown: unknown): { readonly error: string; readonly description: string } | null {
  const { error, error_description: description } = thrown as {
    readonly error?: unknown
    readonly error_description?: unknown
  }
  if (typeof error !== 'string') return null
  return { error: oneLine(error), description: typeof description === 'string' ? oneLine(description) : '' }
}

function oneLine(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 200)
}
