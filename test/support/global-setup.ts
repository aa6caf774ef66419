import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded/postgres.ts'
import { dropLeftovers } from './postgres-admin.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that all service tests share; `testDatabase` makes databases on it. */
    readonly postgresUrl: string
  }
}

let server: EmbeddedPostgres | null = null

/** One PostgreSQL per checkout and user, kept from run to run; runs at the same time share it. */
export async function setup(project: TestProject): Promise<void> {
  const checkout = fileURLToPath(new URL('../..', import.meta.url))
  const id = createHash('sha256').update(checkout).digest('hex').slice(0, 12)
  const directory = join(tmpdir(), `intagree-test-postgres-${process.getuid?.() ?? 'user'}-${id}`)
  server = await startEmbeddedPostgres({ directory, durable: false })
  await dropLeftovers(server.url)
  project.provide('postgresUrl', server.url)
}

export async function teardown(): Promise<void> {
  await server?.stop()
}
