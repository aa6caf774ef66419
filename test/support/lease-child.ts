/** A process to be killed: holds leases. Arguments: the database and the key. Prints its number once it holds the key. */
import { postgresLeases } from '../../src/db/leases.ts'

const [, , url = '', key = ''] = process.argv
const leases = await postgresLeases(url, () => {})
await leases.hold(key, new AbortController().signal, () => {
  process.stdout.write(`${leases.instance}\n`)
  return new Promise<never>(() => {})
})
