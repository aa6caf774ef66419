/** The common shape of the commands that list a table: `--json` line by line, else columns. */
import type { Pool } from '../db/pool.ts'
import { type Call, type Command, JSON_OPTION, type OptionSpec } from './command.ts'
import { type LookedAt, withDatabase } from './database.ts'
import { everyRow, MOST_OPTION } from './paging.ts'
import { type Column, print, printJson, printTable } from './print.ts'
import type { When } from './when.ts'

export interface Listing<Row extends { readonly id: number }> {
  readonly name: string
  readonly description: string
  readonly list: (pool: Pool, page: { after: number; most: number }, call: Call) => Promise<readonly Row[]>
  readonly options?: readonly OptionSpec[]
  /** What `--json` prints of a row. */
  readonly line: (row: Row) => object
  readonly columns: (when: When) => readonly Column<Row>[]
  readonly whenEmpty: string
}

export function listingCommand<Row extends { readonly id: number }>(listing: Listing<Row>): Command {
  return {
    name: listing.name,
    description: listing.description,
    options: [JSON_OPTION, MOST_OPTION, ...(listing.options ?? [])],
    run: (call) => withDatabase(call.io, (at) => printListing(listing, at, call)),
  }
}

async function printListing<Row extends { readonly id: number }>(
  listing: Listing<Row>,
  { pool, when }: LookedAt,
  call: Call,
): Promise<0> {
  const { options, io } = call
  const rows = everyRow((page) => listing.list(pool, page, call), options.most)
  if (options.json === true) {
    for await (const row of rows) await printJson(io, listing.line(row))
    return 0
  }
  const all: Row[] = []
  for await (const row of rows) all.push(row)
  if (all.length === 0) await print(io.stdout, `${listing.whenEmpty}\n`)
  else await printTable(io, listing.columns(when), all)
  return 0
}
