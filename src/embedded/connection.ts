import { closeSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'
import { ownLikeDirectory, syncDirectory } from './files.ts'
import { LIMITS } from './limits.ts'
import { refusal } from './refusal.ts'

/** What a client needs to log in; kept in a file that only the owner may read. */
export interface Connection {
  readonly port: number
  readonly user: string
  readonly password: string
}

/** Null when there is no such file. */
export function readConnection(file: string): Connection | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw refusal(`${file}, with the password of the embedded database, cannot be read (${code}).`, error)
  }
  const found = parse(text)
  if (found === null) throw refusal(`${file}, with the password of the embedded database, is damaged.`)
  return found
}

function parse(text: string): Connection | null {
  try {
    const { port, user, password } = JSON.parse(text)
    const whole = typeof port === 'number' && typeof user === 'string' && typeof password === 'string'
    return whole ? { port, user, password } : null
  } catch {
    return null
  }
}

/** Replaces the file as a whole and durably: a database whose password is lost is lost too. */
export function writeConnection(file: string, connection: Connection): void {
  const draft = `${file}.new`
  const fd = openSync(draft, 'w', 0o600)
  try {
    writeSync(fd, JSON.stringify(connection))
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  ownLikeDirectory(draft)
  renameSync(draft, file)
  syncDirectory(dirname(file))
}

export function urlOf(connection: Connection, database: string): string {
  const { user, password, port } = connection
  return `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}

/** Whether a server answers under this connection, and is the one for that data directory and not a stranger's. */
export async function answers(connection: Connection, data: string): Promise<boolean> {
  const client = clientFor(connection)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0] !== undefined && realpathSync(rows[0].data_directory) === realpathSync(data)
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Creates the database unless it exists. */
export async function ensureDatabase(connection: Connection, database: string): Promise<void> {
  const client = clientFor(connection)
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
}

function clientFor({ port, user, password }: Connection): pg.Client {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user,
    password,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: LIMITS.login,
    query_timeout: LIMITS.ready,
  })
  // Without a listener a connection that the server cuts would end this process.
  client.on('error', () => {})
  return client
}
