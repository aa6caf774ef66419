/** Where a cell is played: servers of its own, a proxy in front of each, and the program as separate processes. */
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { type Disk, mountDisk } from '../support/full-disk.ts'
import { type Finally, type Installation, installation } from '../support/installation.ts'
import { lmtpTo } from '../support/lmtp.ts'
import type { WrittenMail } from '../support/mail-writer.ts'
import { type Redis, startRedis } from '../support/redis.ts'
import { type SmtpSink, startSink } from '../support/smtp-sink.ts'
import { tempDir } from '../support/temp-dir.ts'
import type { Server } from './cells.ts'
import { type Crew, startCrew } from './crew.ts'
import { type LedgerView, ledgerView } from './ledger.ts'

export const ADDRESS = 'intagree@ilec.example'
const USER = 'desk'

export interface Stage {
  readonly site: Installation
  readonly crew: Crew
  readonly ledger: LedgerView
  readonly sink: SmtpSink
  readonly dovecot: Dovecot
  readonly redis: Redis
  readonly database: Database
  readonly proxies: Readonly<Record<Server, FaultProxy>>
  /** Null where the archive has no file system of its own. */
  readonly disk: Disk | null
  /** One after the other over LMTP, as mail from outside comes. */
  deliver(mails: readonly WrittenMail[]): Promise<void>
  /** Into the mailbox past its server, which may be down. */
  deposit(mails: readonly WrittenMail[]): Promise<void>
}

interface Database {
  readonly url: string
  stop(): Promise<void>
  start(): Promise<void>
}

/** Everything runs and is ready when it resolves; `over` ends it. */
export async function openStage(over: Finally, options: { readonly ownDisk: boolean }): Promise<Stage> {
  const [database, dovecot, redis, sink] = await Promise.all([
    startDatabase(over),
    startDovecot(),
    startRedis(),
    startSink(),
  ])
  for (const server of [dovecot, redis, sink]) over(() => server.stop())
  const delivery = lmtpTo(dovecot)
  over(async () => delivery.close())
  const proxies = {
    imap: await startFaultProxy(dovecot.port),
    smtp: await startFaultProxy(sink.port),
    postgres: await startFaultProxy(Number(new URL(database.url).port)),
    redis: await startFaultProxy(redis.port),
  }
  for (const proxy of Object.values(proxies)) over(() => proxy.stop())
  const site = await installation(over, {
    env: {
      INTAGREE_ADDRESS: ADDRESS,
      INTAGREE_MODE: 'auto',
      IMAP_URL: through(proxies.imap, dovecot.imapUrl(USER)),
      SMTP_URL: through(proxies.smtp, sink.url),
      DATABASE_URL: through(proxies.postgres, database.url),
      REDIS_URL: through(proxies.redis, redis.url),
    },
  })
  const disk = options.ownDisk ? await mountDisk(join(site.home, 'archive'), over) : null
  const crew = await startCrew(site)
  return {
    ...{ site, crew, sink, dovecot, redis, database, proxies, disk, ledger: ledgerView(database.url) },
    deliver: (mails) => delivery.deliver(mails, `${USER}@ilec.example`),
    deposit: (mails) => dovecot.deliverMaildir(mails.map(withReturnPath), USER),
  }
}

async function startDatabase(over: Finally): Promise<Database> {
  const folder = await tempDir('faults')
  over(() => folder.remove())
  const start = () => startEmbeddedPostgres({ directory: folder.path })
  let server = await start()
  over(() => server.stop())
  const { url } = server
  return {
    url,
    stop: () => server.stop(),
    async start() {
      server = await start()
      if (server.url !== url) throw new Error('PostgreSQL came back under another URL')
    },
  }
}

function through(proxy: FaultProxy, url: string): string {
  const there = new URL(url)
  there.port = String(proxy.port)
  return there.href
}

/** As the last hop notes it (RFC 5321 4.4). */
function withReturnPath({ envelopeFrom, raw }: WrittenMail): Buffer {
  return Buffer.concat([Buffer.from(`Return-Path: <${envelopeFrom}>\r\n`), raw])
}
