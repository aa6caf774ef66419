/** Where the database runs: a configured one or, with none configured, an embedded PostgreSQL in INTAGREE_HOME. */
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { embeddedPostgresExists, findRunningEmbeddedPostgres, startEmbeddedPostgres } from '../embedded/postgres.ts'
import { IntakeError } from '../foundation/intake-error.ts'

export interface DatabasePlace {
  readonly url: string
  readonly embedded: boolean
  stop(): Promise<void>
}

/** The configured database, the embedded one that runs already, or a newly started one. */
export async function openDatabase(config: Config, log: (line: string) => void): Promise<DatabasePlace> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, embedded: false, stop: async () => undefined }
  const started = await startEmbeddedPostgres({ directory: databaseFolder(config), log })
  return { url: started.url, embedded: true, stop: () => started.stop() }
}

/**
 * For commands beside the program: the database of the one that runs, else one started for the length of the command.
 * What is missing is made, so this is for those that fill it.
 */
export async function databaseToFill(config: Config, log: (line: string) => void): Promise<DatabasePlace> {
  if (config.databaseUrl === null) {
    const url = await findRunningEmbeddedPostgres(databaseFolder(config))
    if (url !== null) return { url, embedded: true, stop: async () => undefined }
  }
  return openDatabase(config, log)
}

/** The same for all others: they make none, and say where they looked (`config`). */
export async function databaseToLookAt(config: Config, log: (line: string) => void): Promise<DatabasePlace> {
  if (!databaseExists(config)) throw nothingThere(`There is no intagree data in ${config.home}.`)
  return databaseToFill(config, log)
}

/** Whether a database is configured or was made; a configured one may be out of reach all the same. */
export function databaseExists(config: Config): boolean {
  return config.databaseUrl !== null || embeddedPostgresExists(databaseFolder(config))
}

/** What to do in the wrong folder, or before the first start. */
export function nothingThere(sentence: string): IntakeError {
  return new IntakeError(
    'config',
    `${sentence} The data lie in the database of DATABASE_URL, else in INTAGREE_HOME, else in .intagree of the current folder: go where the program was started, or set one of them. To begin here: npx intagree start`,
  )
}

function databaseFolder(config: Config): string {
  return join(config.home, 'postgres')
}
