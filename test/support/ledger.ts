import { createPool } from '../../src/db/pool.ts'
import { type Ledger, ledgerOn } from './ledger-on.ts'
import { testDatabase } from './postgres.ts'

export { type HeardBell, type InWork, type Ledger, rememberingBell } from './ledger-on.ts'

/** On a fresh database of the server that all service tests share. */
export async function openLedger(name: string): Promise<Ledger> {
  const database = await testDatabase(name)
  const ledger = await ledgerOn(
    database.url,
    createPool(database.url, 8, () => {}),
  )
  return {
    ...ledger,
    async stop() {
      await ledger.stop()
      await database.drop()
    },
  }
}
