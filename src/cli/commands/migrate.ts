import { loadConfig } from '../../config/config.ts'
import { migrate } from '../../db/migrate.ts'
import { createPool } from '../../db/pool.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { databaseToFill } from '../../places/database-place.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { print, printJson } from '../print.ts'

export const command: Command = {
  name: 'migrate',
  description: 'Brings the database schema up to date. Safe to run while others do; start does it by itself.',
  options: [JSON_OPTION],
  async run({ options, io }) {
    const config = loadConfig({ env: io.env, cwd: io.cwd })
    const place = await databaseToFill(config, (line) => void io.stderr.write(`${line}\n`))
    const pool = createPool(place.url, 1, () => undefined)
    try {
      const applied = await migrate(pool).catch((error: Error & { code?: string }) => {
        if (error instanceof IntakeError) throw error
        const why = error.message || error.code
        throw new IntakeError('database', `The database cannot be migrated: ${why}. Check DATABASE_URL and its rights.`)
      })
      if (options.json === true) await printJson(io, { applied })
      else
        await print(
          io.stdout,
          applied.length === 0 ? 'The schema is up to date.\n' : `Applied ${applied.join(', ')}.\n`,
        )
      return 0
    } finally {
      await pool.end().catch(() => undefined)
      await place.stop()
    }
  },
}
