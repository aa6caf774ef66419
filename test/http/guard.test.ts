import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createGuard } from '../../src/http/guard.ts'

const TOKEN = 'correct:horse:battery'
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`

describe('with a token', () => {
  const guard = createGuard(TOKEN)

  test.each([
    ['the token', `Bearer ${TOKEN}`],
    ['the scheme in capitals', `BEARER ${TOKEN}`],
    ['it as the password of anybody', basic(`prometheus:${TOKEN}`)],
    ['it as the password of nobody', basic(`:${TOKEN}`)],
  ])('%s opens', (_what, authorization) => {
    expect(guard({ ip: '203.0.113.9', headers: { authorization } })).toBeNull()
  })

  test.each([
    ['nothing', undefined],
    ['another token', 'Bearer correct:horse:batterz'],
    ['a part of it', 'Bearer correct:horse'],
    ['more than it', `Bearer ${TOKEN}y`],
    ['no token', 'Bearer '],
    ['the token as the user', basic(`${TOKEN}:`)],
    ['a user without a password', basic('prometheus')],
    ['another scheme', `Digest ${TOKEN}`],
    ['no scheme', TOKEN],
  ])('%s does not, not even on this machine', (_what, authorization) => {
    const headers = { host: 'localhost:8025', ...(authorization === undefined ? {} : { authorization }) }
    expect(guard({ ip: '127.0.0.1', headers })?.status).toBe(401)
  })
})

describe('without a token', () => {
  const guard = createGuard(null)

  test.each([
    ['127.0.0.1', 'localhost:8025'],
    ['127.0.0.1', '127.0.0.1:8025'],
    ['::ffff:127.0.0.1', 'LOCALHOST'],
    ['::1', '[::1]:8025'],
  ])('%s asking %s is this machine', (ip, host) => {
    expect(guard({ ip, headers: { host } })).toBeNull()
  })

  const local = { host: 'localhost:8025' }
  test.each<readonly [string, string, IncomingHttpHeaders]>([
    ['another machine', '203.0.113.9', local],
    ['the machine around the container', '172.17.0.1', local],
    ['a page in a browser whose name was bound to us', '127.0.0.1', { host: 'evil.example:8025' }],
    ['a name that begins like ours', '127.0.0.1', { host: 'localhost.evil.example' }],
    ['nobody says whom it asks', '127.0.0.1', {}],
    ['a proxy here for somebody else', '127.0.0.1', { ...local, 'x-forwarded-for': '203.0.113.9' }],
    ['a proxy by the standard', '127.0.0.1', { ...local, forwarded: 'for=203.0.113.9' }],
    ['a token, which nobody set', '203.0.113.9', { ...local, authorization: 'Bearer null' }],
  ])('%s is not, and hears what to set', (_what, ip, headers) => {
    const refusal = guard({ ip, headers })
    expect(refusal?.status).toBe(403)
    expect(refusal?.sentence).toContain('Set HTTP_TOKEN to 16 or more random letters')
  })
})
