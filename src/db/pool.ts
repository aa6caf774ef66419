/**
 * The connection pool. Statements on the hot path are prepared by name, so that PostgreSQL plans them once per
 * connection; the SQL stands beside the question it answers, one question per file.
 */
import pg from 'pg'

export type Pool = pg.Pool
export type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>

/** bigint as number: ids and UIDs stay far below 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * For the statements of the flows, which touch a few rows by their keys. They are planned once, mostly while the tables
 * are empty and reading all of a table looks cheap; such a plan would stay when the tables have grown.
 */
const BY_KEYS =
  '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan'

/**
 * What a network may do to a connection is drop it in silence. Our side asks after ten seconds of rest whether the server
 * is there; the server asks likewise, or locks of a client that nobody can reach any more would be kept for hours.
 */
export const KEPT_ALIVE = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  options: '-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
} as const

/**
 * For the flows, whose statements take milliseconds: one that has no answer after this time has none coming, for the
 * system goes on sending what it has written for a quarter of an hour. A process that was stopped in the middle of a
 * transaction gives up its locks after the same time.
 */
const ANSWER_MS = 60_000

/** The pool of the flows: planned by keys, and never waiting for an answer for ever. */
export function createFlowPool(url: string, max: number, onError: (error: Error) => void, answerMs = ANSWER_MS): Pool {
  const options = `${BY_KEYS} -c idle_in_transaction_session_timeout=${answerMs}`
  return openPool({ url, max, onError, options, answerMs })
}

/** For commands and for statements that may take their time. */
export function createPool(url: string, max: number, onError: (error: Error) => void): Pool {
  return openPool({ url, max, onError, options: '' })
}

interface PoolOrder {
  readonly url: string
  readonly max: number
  readonly onError: (error: Error) => void
  readonly options: string
  readonly answerMs?: number
}

function openPool({ url, max, onError, options, answerMs }: PoolOrder): Pool {
  const pool = new pg.Pool({
    ...KEPT_ALIVE,
    ...(answerMs === undefined ? {} : { query_timeout: answerMs }),
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    application_name: 'intagree',
    // Our statements take lists as JSON, whose length the planner guesses far too high; compiling them costs 100 ms each.
    options: `${KEPT_ALIVE.options} -c jit=off ${options}`,
  })
  // An idle connection that dies (server restart) must not end the process; the next query opens a new one.
  pool.on('error', onError)
  // Between two hands nobody else listens: the words that let a client in and the news that the server was killed may
  // come in one packet, and whoever asked for the client hears of both only afterwards.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Runs a statement under a name; pg prepares it once per connection. The text of a name never changes. */
export async function prepared<Row extends pg.QueryResultRow>(
  db: Queryable,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const result = await db.query<Row>({ name, text, values: values as unknown[] })
  return result.rows
}

export async function rows<Row extends pg.QueryResultRow>(
  db: Queryable,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const result = await db.query<Row>(text, values as unknown[])
  return result.rows
}

/** One transaction; rolled back when `work` throws. */
export async function transaction<T>(
  pool: Pool,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // One that is cut off between two statements must not be handed to the next.
  const lost = (error: Error) => {
    broken = error
  }
  client.on('error', lost)
  try {
    await client.query(begin)
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((rollback: Error) => {
      broken = rollback
    })
    throw error
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}

/**
 * Looks over whole tables in one snapshot. Unlike the statements of the flows (`BY_KEYS`) it is planned for the tables as
 * they are, with every way of reading them.
 */
export function reporting<T>(pool: Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return transaction(pool, REPORT, work)
}

/** Statements over whole tables that write. */
export function sweeping<T>(pool: Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return transaction(pool, `begin; ${EVERY_WAY}`, work)
}

const EVERY_WAY = `set local enable_seqscan = on; set local enable_hashjoin = on; set local enable_mergejoin = on;
  set local plan_cache_mode = auto`
const REPORT = `begin isolation level repeatable read read only; ${EVERY_WAY}`

/** SQLSTATE 23505. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === '23505'
}

/** SQLSTATE 40P01: of two that waited for each other's rows we are the one that was stopped. */
export function isDeadlock(error: unknown): boolean {
  return codeOf(error) === '40P01'
}

/** Whoever waits is told after a second at the earliest: more turns than this no person waits for. */
const MOST_TURNS = 5

/**
 * For what nobody tries again by itself, as a person's command: whoever was stopped has written nothing, and does it
 * again. `work` is one statement or one transaction, and does nothing besides.
 */
export async function despiteDeadlocks<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isDeadlock(error) || turn >= MOST_TURNS) throw error
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string } | null)?.code
}
