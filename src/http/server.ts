/** `/healthz`: the process lives. `/readyz`: it does its work. `/metrics`: Prometheus. Nothing else, and no mail. */
import type { AddressInfo } from 'node:net'
import { fastify } from 'fastify'
import { IntakeError } from '../errors.ts'

export interface Readiness {
  readonly ready: boolean
  /** One line per part, in words. */
  readonly parts: Readonly<Record<string, string>>
}

export interface HttpParts {
  readonly readiness: () => Promise<Readiness>
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>
}

export interface HttpServer {
  readonly port: number
  close(): Promise<void>
}

export async function serveHttp(port: number, host: string, parts: HttpParts): Promise<HttpServer> {
  const server = fastify({ logger: false, forceCloseConnections: true })
  server.get('/healthz', async () => ({ alive: true }))
  server.get('/readyz', async (_request, reply) => {
    const state = await parts.readiness()
    return reply.code(state.ready ? 200 : 503).send(state)
  })
  server.get('/metrics', async (_request, reply) => {
    const { type, text } = await parts.metrics()
    return reply.header('content-type', type).send(text)
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
