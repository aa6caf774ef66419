import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { asAdmin, dropDatabase, testDatabaseName } from './postgres-admin.ts'

export interface TestDatabase {
  readonly url: string
  /** Cuts off whoever is still connected. */
  drop(): Promise<void>
}

/** A fresh, empty database on the server that `global-setup.ts` started. The name only helps to tell them apart. */
export async function testDatabase(name = 'database'): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const database = testDatabaseName(name, randomUUID().slice(0, 8))
  await asAdmin(server, (client) => client.query(`create database ${pg.escapeIdentifier(database)}`))
  const url = new URL(server)
  url.pathname = `/${database}`
  return { url: url.href, drop: () => asAdmin(server, (client) => dropDatabase(client, database)) }
}
