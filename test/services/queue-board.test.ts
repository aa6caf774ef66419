/** The board shows the queues of both of BullMQ's backends, and changes nothing. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bell } from '../../src/ports/bell.ts'
import { type Board, queueBoard } from '../../src/queue/board.ts'
import { bullmqBell } from '../../src/queue/bullmq-bell.ts'
import { BELL_SERVERS, type BellServer } from '../support/bell-places.ts'
import { until } from '../support/until.ts'

interface Queues {
  readonly queues: readonly {
    readonly name: string
    readonly readOnlyMode: boolean
    readonly counts: Readonly<Record<string, number>>
    readonly jobs: readonly { readonly data: unknown }[]
  }[]
}

describe.each(Object.entries(BELL_SERVERS))('the board on %s', (_name, start) => {
  const closers: (() => Promise<unknown>)[] = []
  let bell: Bell
  let board: Board
  let server: BellServer
  let url: string

  beforeAll(async () => {
    server = await start()
    closers.push(() => server.stop())
    bell = await bullmqBell(server.place, () => undefined)
    closers.push(() => bell.close(500))
    board = queueBoard(server.place, '/queues', () => undefined)
    closers.push(() => board.close())
    const http = createServer((request, response) => {
      board.show(request, response).catch(() => response.writeHead(503).end())
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    closers.push(
      async () => http.closeAllConnections(),
      async () => http.close(),
    )
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/queues`
  })

  afterAll(async () => {
    for (const close of closers.reverse()) await close()
  })

  test('is not there while the server is away, and comes back with it', async () => {
    server.proxy.refuse()
    server.proxy.cutAll('rst')
    expect((await fetch(url)).status).toBe(503)
    server.proxy.pass()
    await until(async () => (await fetch(url)).ok, { what: 'the board is back' })
  })

  test('is a page that fetches nothing from elsewhere', async () => {
    const page = await fetch(url)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    const html = await page.text()
    const [, script] = /<script defer src="([^"]+)"/.exec(html) ?? []
    expect((await fetch(`${url}/${script}`)).status).toBe(200)
  })

  test('tells what waits, by its number of work', async () => {
    await until(() => bell.ring([{ stage: 'send', workId: '7', rings: 0 }]).then(() => true), { what: 'it is rung' })
    const { queues } = (await (await fetch(`${url}/api/queues?activeQueue=intagree-send`)).json()) as Queues
    expect(queues.map(({ name }) => name)).toEqual(
      ['read', 'ocr', 'decide', 'send', 'copy'].map((stage) => `intagree-${stage}`),
    )
    const send = queues.find(({ name }) => name === 'intagree-send')
    expect(send).toMatchObject({ readOnlyMode: true, counts: { waiting: 1 } })
    expect(JSON.stringify(send?.jobs)).toContain('"work":["7"]')
  })

  test('changes nothing', async () => {
    for (const action of ['pause', 'empty', 'obliterate'])
      expect((await fetch(`${url}/api/queues/intagree-send/${action}`, { method: 'PUT' })).status).toBe(405)
    expect(await bell.waiting('send')).toBe(1)
  })
})
