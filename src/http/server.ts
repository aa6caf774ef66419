/**
 * `/healthz`: the process lives. `/readyz`: it does its work, in one word for each part, in sentences for those who may
 * know them. `/metrics`: Prometheus, and `/queues`: the queues for people, both behind the guard. Nothing else, and no mail.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type FastifyReply, type FastifyRequest, fastify } from 'fastify'
import { IntakeError } from '../foundation/intake-error.ts'
import { BOARD_PATH } from './board-path.ts'
import { createGuard, type Guard } from './guard.ts'

export interface Readiness {
  readonly ready: boolean
  readonly parts: Readonly<Record<string, PartState>>
}

export interface PartState {
  readonly well: boolean
  /** A sentence that may name mailboxes and servers. */
  readonly says: string
}

export interface HttpParts {
  /** Null: what is guarded answers this machine alone. */
  readonly token: string | null
  readonly readiness: () => Promise<Readiness>
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>
  /** Answers everything at and below `BOARD_PATH`. Rejects when the queue is away. */
  readonly board: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

export interface HttpServer {
  readonly port: number
  close(): Promise<void>
}

export async function serveHttp(port: number, host: string, parts: HttpParts): Promise<HttpServer> {
  const server = fastify({ logger: false, forceCloseConnections: true })
  server.get('/healthz', async () => ({ alive: true }))
  const guard = createGuard(parts.token)
  server.get('/readyz', async (request, reply) => {
    const { ready, parts: states } = await parts.readiness()
    const told = guard(request) === null ? says : inOneWord
    const lines = Object.entries(states).map(([name, state]) => [name, told(state)])
    return reply.code(ready ? 200 : 503).send({ ready, parts: Object.fromEntries(lines) })
  })
  await server.register(async (guarded) => {
    guarded.addHook('onRequest', turnAway(guard))
    guarded.get('/metrics', async (_request, reply) => {
      const { type, text } = await parts.metrics()
      return reply.header('content-type', type).send(text)
    })
    const show = async (request: FastifyRequest, reply: FastifyReply) => {
      reply.hijack()
      await parts.board(request.raw, reply.raw).catch((error: Error) => unavailable(reply, error))
    }
    guarded.all(BOARD_PATH, show)
    guarded.all(`${BOARD_PATH}/*`, show)
  })
  try {
    await server.listen({ port, host })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    const why = code === 'EADDRINUSE' ? 'another program uses it' : 'this user may not listen there'
    throw new IntakeError(
      'config',
      `HTTP_PORT ${port} cannot be opened: ${why}. Set HTTP_PORT to a free port, or to 0 for any.`,
    )
  }
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => server.close(),
  }
}

function unavailable({ raw }: FastifyReply, error: Error): void {
  if (raw.headersSent) raw.destroy()
  else raw.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' }).end(`${error.message}\n`)
}

function says(state: PartState): string {
  return state.says
}

/** Load balancers and strangers need no more, and a sentence may name mailboxes and servers. */
function inOneWord({ well }: PartState): string {
  return well ? 'well' : 'not well'
}

function turnAway(guard: Guard) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const refusal = guard(request)
    if (refusal === null) return
    // Browsers ask for the password then; scrapers know both ways.
    if (refusal.status === 401) reply.header('www-authenticate', ['Basic realm="intagree"', 'Bearer realm="intagree"'])
    return reply.code(refusal.status).type('text/plain; charset=utf-8').send(`${refusal.sentence}\n`)
  }
}
