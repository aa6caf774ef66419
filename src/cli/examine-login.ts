/** What `doctor` says of access tokens, signatures and lines in clear. */
import { resolveTxt } from 'node:dns/promises'
import type { Tokens } from '../compose/tokens.ts'
import type { Config } from '../config/config.ts'
import type { OauthConfig } from '../config/oauth.ts'
import { loginName, providerOf } from '../oauth/provider.ts'
import type { KeptLogin } from '../ports/stores/logins.ts'
import { compareRecord, recordFor, recordName } from '../smtp/dkim-record.ts'
import { type Seen, within } from './examine.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** How long before an end somebody should do something about it. */
const SOON_DAYS = 30
const DNS_MS = 5_000

/** Obtains a token as the program would, and says what of the login ends when. */
export async function examineLogin(oauth: OauthConfig, tokens: Tokens, user: string, now: Date): Promise<Seen> {
  await tokens.token(user, null)
  return whatEnds(oauth, user, await tokens.store.look(loginName(oauth, user)), now)
}

export function whatEnds(oauth: OauthConfig, user: string, kept: KeptLogin | null, now: Date): Seen {
  const minutes = Math.round(((kept?.access?.endsAt.getTime() ?? now.getTime()) - now.getTime()) / 60_000)
  const parts = [
    `${oauth.provider}, ${user}: access token for another ${minutes} minutes`,
    clientSecret(oauth, now),
    kept?.refreshToken ? refreshToken(oauth, kept, now) : null,
  ].filter((part) => part !== null)
  const says = parts.map((part) => (typeof part === 'string' ? part : part.warning)).join('; ')
  return parts.some((part) => typeof part !== 'string') ? { warning: says } : says
}

function clientSecret({ clientSecret: secret, clientSecretEnds: day }: OauthConfig, now: Date): Seen | null {
  if (day === null) {
    return secret === null
      ? null
      : 'write the last day of the client secret into oauth.clientSecretEnds to have its days counted'
  }
  return end('the client secret', new Date(`${day}T00:00:00Z`), now)
}

function refreshToken(oauth: OauthConfig, { loggedInAt, refreshedAt, refreshEndsAt }: KeptLogin, now: Date): Seen {
  if (refreshEndsAt !== null) return end('the login', refreshEndsAt, now)
  const days = (since: Date | null) => (since === null ? '?' : Math.floor((now.getTime() - since.getTime()) / DAY_MS))
  const { idleDays } = providerOf(oauth)
  return `logged in ${days(loggedInAt)} days ago, refresh token last used ${days(refreshedAt)} days ago (unused it ends after ${idleDays})`
}

function end(what: string, at: Date, now: Date): Seen {
  const days = Math.floor((at.getTime() - now.getTime()) / DAY_MS)
  const day = at.toISOString().slice(0, 10)
  if (days < 0) return { warning: `${what} ended on ${day}` }
  const says = `${what} ends in ${days} days, on ${day}`
  return days < SOON_DAYS ? { warning: says } : says
}

/** Servers elsewhere that may be talked to without TLS. */
export function clearTextWarning({ settings, imap, smtpUrl }: Config): Seen | null {
  if (!settings.allowClearText || smtpUrl === null) return null
  const names = [
    ...imap.filter(({ secure }) => !secure).map(({ host }) => host),
    ...(smtpUrl.startsWith('smtps:') ? [] : [new URL(smtpUrl).hostname]),
  ]
  if (names.length === 0) return null
  return {
    warning: `allowClearText is true: where ${[...new Set(names)].join(' and ')} offers no TLS, mails and passwords cross the network readable. Use imaps:// and smtps://, or take the setting out.`,
  }
}

/** Compares the key that signs with the one that others find. */
export async function examineDkim(key: NonNullable<Config['dkim']>): Promise<Seen> {
  const name = recordName(key)
  const should = `It should be: ${recordFor(key.privateKey)}`
  const records = await within(DNS_MS, resolveTxt(name), 'no answer').catch((error: NodeJS.ErrnoException) => error)
  if (records instanceof Error) {
    if (records.code === 'ENOTFOUND' || records.code === 'ENODATA')
      return { warning: `DNS has no TXT record ${name}, so nobody can check our signatures. ${should}` }
    return {
      warning: `signs as ${key.domain}; the DNS could not be asked for ${name} (${records.code ?? records.message})`,
    }
  }
  switch (compareRecord(records, key.privateKey)) {
    case 'same':
      return `signs as ${key.domain}, with the key that DNS has at ${name}`
    case 'missing':
      return { warning: `the TXT record ${name} holds no key. ${should}` }
    case 'revoked':
      return { warning: `the TXT record ${name} takes the key back (p=). ${should}` }
    case 'other':
      return { warning: `the TXT record ${name} holds another key: our signatures count as forged. ${should}` }
  }
}
