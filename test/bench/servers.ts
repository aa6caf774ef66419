/** The servers of a run: real ones, durable where durability is what is measured. */
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts'
import { startDovecot } from '../support/dovecot.ts'
import { startRedis } from '../support/redis.ts'
import { startSink } from '../support/smtp-sink.ts'
import { tempDir } from '../support/temp-dir.ts'

export const ADDRESS = 'intagree@ilec.example'

export type Servers = Awaited<ReturnType<typeof startServers>>

export async function startServers() {
  const home = await tempDir('bench')
  const database = await startEmbeddedPostgres({ directory: `${home.path}/postgres` })
  const [dovecot, redis, sink] = await Promise.all([startDovecot(), startRedis(), startSink()])
  return {
    ...{ dovecot, redis, sink, home, database },
    environment: (more: Readonly<Record<string, string>> = {}) => ({
      PATH: process.env.PATH ?? '',
      INTAGREE_HOME: `${home.path}/home`,
      INTAGREE_ADDRESS: ADDRESS,
      INTAGREE_MODE: 'auto',
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      IMAP_URL: dovecot.imapUrl(),
      SMTP_URL: sink.url,
      HTTP_PORT: '0',
      LOG_LEVEL: 'info',
      ...more,
    }),
    async stop() {
      await Promise.all([dovecot.stop(), redis.stop(), sink.stop()])
      await database.stop()
      await home.remove()
    },
  }
}
