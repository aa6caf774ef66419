/** One mailbox as written in IMAP_URL; user, password and mailbox are decoded. */
export interface ImapUrl {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`imaps:`); `imap:` upgrades with STARTTLS where the server offers it. */
  readonly secure: boolean
  readonly user: string
  /** Null where the URL names a user alone: an access token is used. */
  readonly password: string | null
  readonly mailbox: string
  /** `user@host:port`: what tells accounts apart, without the password. */
  readonly account: string
}

/** What was read of a URL, or what is wrong with it as the second half of a sentence. */
export type UrlReading<T> = { readonly url: T } | { readonly mistake: string }

const IMAP_SHAPE = 'imap://user:password@host:port/Mailbox'
const IMAP_PARTS =
  /^(imaps?):\/\/(?:([^/?#]*)@)?(\[[0-9a-f:.]+\]|[^:/?#@[\]]*)(?::([^/?#]*))?(?:\/([^?#]*))?([?#].*)?$/i

export const USER_AND_PASSWORD = `it must name a user and a password, as in ${IMAP_SHAPE}; write @ : / # ? in them as %40 %3A %2F %23 %3F`

/** Reads an IMAP URL: RFC 5092 without its `;` parameters, with the password in the userinfo (RFC 3986 3.2.1). */
export function parseImapUrl(text: string): UrlReading<ImapUrl> {
  if (!/^imaps?:\/\//i.test(text)) return { mistake: `it must begin with imap:// or imaps://, as in ${IMAP_SHAPE}` }
  const parts = IMAP_PARTS.exec(text)
  const [userinfo, host, portText, path, tail] = parts?.slice(2) ?? []
  const colon = userinfo?.indexOf(':') ?? -1
  if (userinfo === undefined || userinfo === '' || colon === 0 || colon === userinfo.length - 1) {
    return { mistake: USER_AND_PASSWORD }
  }
  if (host === undefined || host === '') return { mistake: `it must name a host, as in ${IMAP_SHAPE}` }
  if (tail !== undefined) return { mistake: 'nothing may follow the mailbox; write ? and # in its name as %3F and %23' }
  const secure = parts![1]!.toLowerCase() === 'imaps'
  const port = portText === undefined || portText === '' ? (secure ? 993 : 143) : portNumber(portText)
  if (port === null) return { mistake: 'the port must be a whole number from 1 to 65535' }
  const user = percentDecoded(colon < 0 ? userinfo : userinfo.slice(0, colon))
  const password = colon < 0 ? null : percentDecoded(userinfo.slice(colon + 1))
  const mailbox = percentDecoded((path ?? '').replace(/\/$/, ''))
  if (user === null || (password === null && colon >= 0) || mailbox === null) return { mistake: PERCENT }
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  return {
    url: { host: bare, port, secure, user, password, mailbox: mailbox || 'INBOX', account: `${user}@${bare}:${port}` },
  }
}

const PERCENT =
  'each % must begin a percent-encoded character (RFC 3986), none of them a control character; write % itself as %25'

/** The user of a mail server's URL where it names one and no password; null where a password, or nobody, logs in. */
export function userWithoutPassword(url: string): string | null {
  const { username, password } = new URL(url)
  return username !== '' && password === '' ? percentDecoded(username) : null
}

/** Checks the URL of a service that a library will read by itself. `host` false: the host may be missing. */
export function checkServiceUrl(
  text: string,
  rule: { readonly schemes: readonly string[]; readonly shape: string; readonly host: boolean },
): UrlReading<string> {
  const allowed = rule.schemes.map((scheme) => `${scheme}://`).join(' or ')
  if (!rule.schemes.some((scheme) => text.toLowerCase().startsWith(`${scheme}://`))) {
    return { mistake: `it must begin with ${allowed}, as in ${rule.shape}` }
  }
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (rule.host && url.hostname === '')) return { mistake: `it must be a URL such as ${rule.shape}` }
  if (percentDecoded(url.username) === null || percentDecoded(url.password) === null) return { mistake: PERCENT }
  return { url: text }
}

function portNumber(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65535 ? port : null
}

/** Null when the encoding is broken, or a control character hides in it (it would end an IMAP or SMTP command). */
function percentDecoded(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text)
    return /[\u0000-\u001f\u007f]/.test(decoded) ? null : decoded
  } catch {
    return null
  }
}
