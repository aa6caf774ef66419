/**
 * Who may see what an operator sees. With a token: who shows it, as a bearer token (RFC 6750) or as the password of any
 * user (RFC 7617). Without one: this machine alone. A proxy on this machine makes strangers look like it, so what a proxy
 * brings and what names another host (a page in a browser that had its name bound to us) is not this machine.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { isLoopback } from '../domain/loopback.ts'

export interface Asking {
  /** The address that the connection comes from. */
  readonly ip: string
  readonly headers: IncomingHttpHeaders
}

export interface Refusal {
  readonly status: 401 | 403
  readonly sentence: string
}

/** Null: may see it. */
export type Guard = (asking: Asking) => Refusal | null

const WRONG: Refusal = {
  status: 401,
  sentence: 'This needs the HTTP_TOKEN of the installation, as "Authorization: Bearer TOKEN" or as a password.',
}
const ELSEWHERE: Refusal = {
  status: 403,
  sentence:
    'HTTP_TOKEN is not set, so this answers only programs on the same machine, asking by localhost. Set HTTP_TOKEN to 16 or more random letters in the environment or in .env, restart, and ask with "Authorization: Bearer TOKEN" or with it as a password.',
}

export function createGuard(token: string | null): Guard {
  if (token === null) return (asking) => (isLocal(asking) ? null : ELSEWHERE)
  const wanted = digest(token)
  return ({ headers }) => {
    const shown = shownIn(headers.authorization ?? '')
    // Digests have one length, and comparing them tells nothing of where two tokens differ.
    return shown !== null && timingSafeEqual(digest(shown), wanted) ? null : WRONG
  }
}

/** What proxies add to a request (RFC 7239, RFC 9110 7.6.3, and their usage before it). */
const BY_PROXY = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'] as const

function isLocal({ ip, headers }: Asking): boolean {
  if (BY_PROXY.some((name) => headers[name] !== undefined)) return false
  return isLoopback(ip.replace(/^::ffff:/i, '')) && isLoopback((headers.host ?? '').replace(/:\d+$/, '').toLowerCase())
}

function shownIn(authorization: string): string | null {
  const [, scheme = '', credentials = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? []
  if (scheme.toLowerCase() === 'bearer') return credentials
  if (scheme.toLowerCase() !== 'basic') return null
  const pair = Buffer.from(credentials, 'base64').toString()
  const colon = pair.indexOf(':')
  return colon < 0 ? null : pair.slice(colon + 1)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
