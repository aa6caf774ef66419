import pg from 'pg'

/** The pid says whose database it is, so that another run knows what is left over. */
export function testDatabaseName(name: string, unique: string): string {
  return `test_${process.pid}_${name.replace(/\W/g, '_').slice(0, 30)}_${unique}`
}

/** Removes the databases of test processes that have died. */
export function dropLeftovers(server: string): Promise<void> {
  return asAdmin(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>("select datname from pg_database where datname ~ '^test_'")
    for (const { datname } of rows) {
      if (!isAlive(Number(datname.split('_')[1]))) await dropDatabase(client, datname)
    }
  })
}

export async function dropDatabase(client: pg.Client, database: string): Promise<void> {
  await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`)
}

/** One connection with every right, for the length of the work. */
export async function asAdmin(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
