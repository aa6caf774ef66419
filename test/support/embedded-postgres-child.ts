/**
 * A program with an embedded database, to be ended in every way there is. Arguments: the directory. Prints one line of
 * JSON (`{ready: …}` or `{refused: …}`), then does what it reads on its standard input: `stop`, `exit` or `throw`.
 */
import { createInterface } from 'node:readline'
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts'

const [, , directory = ''] = process.argv

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`)
}

try {
  const database = await startEmbeddedPostgres({ directory })
  const { url, adopted, firstStart } = database
  createInterface({ input: process.stdin }).on('line', (order) => {
    if (order === 'exit') process.exit(0)
    if (order === 'throw') throw new Error('thrown as told')
    if (order === 'stop') database.stop().then(() => process.stdin.destroy())
  })
  say({ ready: { url, adopted, firstStart } })
} catch (error) {
  say({ refused: (error as Error).message })
}
