import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded/postgres.ts'
import { type DatabaseProgram, type ProgramOptions, processesOf, startDatabaseProgram } from './embedded-postgres.ts'
import { type TempDir, tempDir } from './temp-dir.ts'
import { until } from './until.ts'

export interface DatabaseHome {
  /** Where the database of the running test is, or will be: new for every test. */
  readonly place: { readonly home: string; readonly directory: string }
  /** Puts a database in place that was made before: most tests are not about its creation. */
  warm(): Promise<void>
  /** Starts it from this process. */
  start(log?: (line: string) => void): Promise<EmbeddedPostgres>
  /** Starts it from a process of its own, killed after the test. */
  program(options?: ProgramOptions): DatabaseProgram
  /** Fails unless all processes of the database are gone within 5 s; asked after every test. */
  nothingLeft(): Promise<void>
}

/** Gives every test of the file a directory for an embedded database, and looks that nothing is left of it. */
export function databaseHome(): DatabaseHome {
  let model: TempDir | null = null
  let home: TempDir
  let programs: DatabaseProgram[] = []
  const place = {
    get home() {
      return home.path
    },
    get directory() {
      return join(home.path, 'postgres')
    },
  }

  async function nothingLeft(): Promise<void> {
    await until(() => processesOf(place.directory).length === 0, { ms: 5_000, what: 'no database process is left' })
  }

  async function makeModel(): Promise<TempDir> {
    const made = await tempDir('embedded-model')
    const database = await startEmbeddedPostgres({ directory: made.path })
    await database.stop()
    return made
  }

  afterAll(() => model?.remove())

  beforeEach(async () => {
    home = await tempDir('embedded')
    programs = []
  })

  afterEach(async () => {
    await Promise.all(programs.map((program) => program.kill9()))
    await nothingLeft()
    await home.remove()
  })

  return {
    place,
    async warm() {
      model ??= await makeModel()
      for (const part of ['data', 'connection.json']) {
        cpSync(join(model.path, part), join(place.directory, part), { recursive: true })
      }
    },
    start: (log = () => {}) => startEmbeddedPostgres({ directory: place.directory, log }),
    program(options) {
      const started = startDatabaseProgram(place.directory, options)
      programs.push(started)
      return started
    },
    nothingLeft,
  }
}
