import { describe, expect, test } from 'vitest'
import { type HttpParts, serveHttp } from '../../src/http/server.ts'

const TOKEN = 'correct-horse-battery'
const PROXIED = { 'x-forwarded-for': '203.0.113.9' }

describe('/metrics', () => {
  test('asks for the token and says so', async () => {
    const { status, text, headers } = await ask(TOKEN, '/metrics')
    expect({ status, text }).toEqual({ status: 401, text: expect.stringContaining('Authorization: Bearer TOKEN') })
    expect(headers['www-authenticate']).toBe('Basic realm="intagree", Bearer realm="intagree"')
  })

  test('answers who shows it', async () => {
    expect(await ask(TOKEN, '/metrics', bearer())).toMatchObject({ status: 200, text: 'intagree_mails 1\n' })
  })

  test('answers this machine where none is set', async () => {
    expect(await ask(null, '/metrics')).toMatchObject({ status: 200, text: 'intagree_mails 1\n' })
  })

  test('says to everybody else what to set', async () => {
    const { status, text } = await ask(null, '/metrics', PROXIED)
    expect({ status, text }).toEqual({ status: 403, text: expect.stringContaining('HTTP_TOKEN is not set') })
  })
})

describe('/queues', () => {
  test.each(['/queues', '/queues/', '/queues/static/js/main.js', '/queues/api/queues?page=1'])(
    '%s asks for the token',
    async (path) => {
      expect((await ask(TOKEN, path)).status).toBe(401)
      expect((await ask(null, path, PROXIED)).status).toBe(403)
      expect(await ask(TOKEN, path, bearer())).toMatchObject({ status: 200, text: `board ${path}\n` })
    },
  )
})

describe('/healthz and /readyz', () => {
  test('are open', async () => {
    expect(await ask(TOKEN, '/healthz')).toMatchObject({ status: 200, text: '{"alive":true}' })
    expect(await ask(TOKEN, '/readyz')).toMatchObject({ status: 503 })
    expect(await ask(null, '/readyz', PROXIED)).toMatchObject({ status: 503 })
  })

  test('a stranger reads one word for each part', async () => {
    const { text } = await ask(TOKEN, '/readyz')
    expect(JSON.parse(text)).toEqual({ ready: false, parts: { database: 'well', mailbox: 'not well' } })
    expect((await ask(null, '/readyz', PROXIED)).text).toBe(text)
  })

  test('who may know reads the sentences', async () => {
    const parts = { database: 'answers', mailbox: 'desk@mail.example:993/INBOX: last completed sync never' }
    for (const { text } of [await ask(TOKEN, '/readyz', bearer()), await ask(null, '/readyz')])
      expect(JSON.parse(text)).toEqual({ ready: false, parts })
  })
})

const PARTS: Omit<HttpParts, 'token'> = {
  readiness: async () => ({
    ready: false,
    parts: {
      database: { well: true, says: 'answers' },
      mailbox: { well: false, says: 'desk@mail.example:993/INBOX: last completed sync never' },
    },
  }),
  metrics: async () => ({ type: 'text/plain', text: 'intagree_mails 1\n' }),
  board: async (request, response) => void response.end(`board ${request.url}\n`),
}

function bearer() {
  return { authorization: `Bearer ${TOKEN}` }
}

/** One question to a server that binds all addresses, as the program does. */
async function ask(token: string | null, path: string, headers: Record<string, string> = {}) {
  const server = await serveHttp(0, '0.0.0.0', { ...PARTS, token })
  try {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers })
    return { status: answer.status, text: await answer.text(), headers: Object.fromEntries(answer.headers) }
  } finally {
    await server.close()
  }
}
