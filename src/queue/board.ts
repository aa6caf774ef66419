/**
 * A page for people that shows what waits in the queues: bull-board, to look at only. Jobs carry numbers of work and
 * nothing of mails. It is loaded and opened when somebody first asks for it; who may ask is judged before.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Queue } from 'bullmq'
import { fastify } from 'fastify'
import { STAGES } from '../ports/bell.ts'
import { type BellPlace, openBackend } from './backends.ts'
import { within } from './within.ts'

export interface Board {
  show(request: IncomingMessage, response: ServerResponse): Promise<void>
  close(): Promise<void>
}

const FAREWELL_MS = 1_000

/** The page wants a font from elsewhere and would tell that host who looks at our queues: everything comes from here. */
const SAME_HOST = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
].join('; ')

/** `path`: where it is shown, such as `/queues`. */
export function queueBoard(place: BellPlace, path: string, onError: (error: Error) => void): Board {
  let opening: ReturnType<typeof openBoard> | undefined

  function opened() {
    opening ??= openBoard(place, path, onError).catch((error) => {
      // Next time the server may be there.
      opening = undefined
      throw error
    })
    return opening
  }

  return {
    async show(request, response) {
      const { server } = await opened()
      server.routing(request, response)
    },
    async close() {
      await (await opening?.catch(() => undefined))?.close()
    },
  }
}

async function openBoard(place: BellPlace, path: string, onError: (error: Error) => void) {
  const [{ createBullBoard }, { BullMQAdapter }, { FastifyAdapter }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/fastify'),
  ])
  const backend = await openBackend(place, onError)
  await backend.ready().catch(async (error) => {
    await within(FAREWELL_MS, backend.close())
    throw error
  })
  const queues = STAGES.map((stage) => backend.queue(stage))
  for (const queue of queues) queue.on('error', onError)
  const serverAdapter = new FastifyAdapter()
  serverAdapter.setBasePath(path)
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue as unknown as Queue, { readOnlyMode: true })),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'intagree queues', hideDocsLink: true } },
  })
  const server = fastify({ logger: false })
  server.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', SAME_HOST).header('referrer-policy', 'no-referrer')
    // It hides what changes something; here nothing of that is reachable either.
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return reply.code(405).header('allow', 'GET, HEAD').send({ error: 'The board is to look at only.' })
  })
  await server.register(serverAdapter.registerPlugin(), { prefix: path })
  await server.ready()
  return {
    server,
    async close() {
      await within(FAREWELL_MS, server.close())
      await within(FAREWELL_MS, Promise.all(queues.map((queue) => queue.close())))
      await within(FAREWELL_MS, backend.close())
    },
  }
}
