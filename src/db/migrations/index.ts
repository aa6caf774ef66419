import { firstHouse } from './0001-first-house.ts'
import { lessWriting } from './0002-less-writing.ts'

/** All migrations in their order. A migration that has landed is never edited; a new one is added. */
export const migrations = [firstHouse, lessWriting] as const satisfies readonly { name: string; sql: string }[]
