/** The frame of every process: places, migrations, engine, health, and an orderly end on every signal. */

import { type Engine, startEngine } from '../src/compose/engine.ts'
import { readiness } from '../src/compose/readiness.ts'
import type { Role } from '../src/compose/roles.ts'
import { openTokens } from '../src/compose/tokens.ts'
import { openTraces } from '../src/compose/traces.ts'
import type { Config } from '../src/config/config.ts'
import { migrate } from '../src/db/migrate.ts'
import { createPool } from '../src/db/pool.ts'
import type { StartRule } from '../src/flows/start-rule.ts'
import { IntakeError } from '../src/foundation/intake-error.ts'
import { BOARD_PATH } from '../src/http/board-path.ts'
import { createMetrics, type Metrics } from '../src/http/metrics.ts'
import { type HttpServer, serveHttp } from '../src/http/server.ts'
import { type Journal, tellAll } from '../src/journal/journal.ts'
import { type DatabasePlace, openDatabase } from '../src/places/database-place.ts'
import { type MailPlace, mailToLookAt, openMail } from '../src/places/mail-place.ts'
import type { Clock } from '../src/ports/clock.ts'
import { type Board, queueBoard } from '../src/queue/board.ts'

export interface WorkerOrder {
  readonly config: Config
  readonly roles: readonly Role[]
  /** From where on a mailbox that is new to us is answered; null: the default of the place. */
  readonly start: StartRule | null
  /** Mail that lies there when a mailbox is connected is answered as new mail is; so it always is in the sandbox. */
  readonly answersOld?: boolean
  readonly journals: readonly Journal[]
  /** Whether this process runs the sandbox, or looks for the one that does. */
  readonly ownsSandbox: boolean
  /** HTTP_PORT was set by somebody: then it must be free. */
  readonly portIsFixed: boolean
  readonly log: (line: string) => void
  /** The time by which cases live, for simulations. */
  readonly clock?: Clock
}

export interface RunningWorker {
  readonly engine: Engine
  readonly database: DatabasePlace
  readonly mail: MailPlace
  readonly http: HttpServer
  stop(): Promise<void>
}

/** Starts everything; when a part cannot start, what was started is stopped again. */
export async function startWorker(order: WorkerOrder): Promise<RunningWorker> {
  const { config } = order
  const opened: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close().catch(() => undefined)
  }
  try {
    const database = await openDatabase(config, order.log)
    opened.push(() => database.stop())
    await migrated(database.url)
    const metrics = createMetrics()
    const own = [metrics.journal, ...order.journals]
    const traces = await openTraces(config, database.url, (error) => tellAll(own).trouble('traces', error))
    if (traces) opened.push(() => traces.close())
    const journal = tellAll(traces ? [...own, traces.journal] : own)
    // Access tokens live by the provider's clock, also where somebody else drives ours.
    const now = () => new Date()
    const tokens = openTokens(config, database.url, now, (error) => journal.trouble('database', error))
    if (tokens) opened.push(() => tokens.close())
    const mail = await (order.ownsSandbox ? openMail(config, tokens) : mailToLookAt(config, tokens))
    opened.push(() => mail.stop())
    const start = order.start ?? (config.sandbox ? 'all' : 'now')
    const answersOld = config.sandbox || order.answersOld === true
    const parts = { config, database, mail, start, answersOld, journal, clock: order.clock }
    const engine = await startEngine(parts, order.roles)
    opened.push(() => engine.stop())
    const place = config.redisUrl ? { redisUrl: config.redisUrl } : { databaseUrl: database.url }
    const board = queueBoard(place, BOARD_PATH, (error) => journal.trouble('queue', error))
    opened.push(() => board.close())
    const http = await serve(order, engine, { metrics, board })
    opened.push(() => http.close())
    return { engine, database, mail, http, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function migrated(url: string): Promise<void> {
  const pool = createPool(url, 1, () => undefined)
  try {
    await migrate(pool)
  } catch (error) {
    if (error instanceof IntakeError) throw error
    const why = error instanceof Error ? error.message || (error as { code?: string }).code : String(error)
    throw new IntakeError(
      'database',
      `The database cannot be used: ${why}. Check DATABASE_URL and that the server runs.`,
    )
  } finally {
    await pool.end().catch(() => undefined)
  }
}

async function serve(
  order: WorkerOrder,
  engine: Engine,
  { metrics, board }: { readonly metrics: Metrics; readonly board: Board },
): Promise<HttpServer> {
  const parts = {
    token: order.config.httpToken,
    readiness: () => readiness(engine, order.config),
    async metrics() {
      metrics.setPending(await engine.work.pending().catch(() => []))
      return { type: metrics.registry.contentType, text: await metrics.registry.metrics() }
    },
    board: board.show,
  }
  try {
    return await serveHttp(order.config.httpPort, HOST, parts)
  } catch (error) {
    // Several processes on one machine share the default; only a port that somebody chose is insisted on.
    if (order.portIsFixed) throw error
    return serveHttp(0, HOST, parts)
  }
}

/** Containers and load balancers ask from outside; what strangers must not see is behind the guard. */
const HOST = '0.0.0.0'
