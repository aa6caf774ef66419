import type { BellPlace } from '../../src/queue/backends.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { testDatabase } from './postgres.ts'
import { startRedis } from './redis.ts'

export interface BellServer {
  readonly place: BellPlace
  /** Stands between us and the server. */
  readonly proxy: FaultProxy
  stop(): Promise<void>
}

/** The servers on which the bell has to behave alike, each behind a proxy that can fail. */
export const BELL_SERVERS: Readonly<Record<string, () => Promise<BellServer>>> = {
  async PostgreSQL() {
    const database = await testDatabase('bell')
    const url = new URL(database.url)
    const proxy = await startFaultProxy(Number(url.port), url.hostname)
    url.hostname = '127.0.0.1'
    url.port = String(proxy.port)
    return {
      place: { databaseUrl: url.href },
      proxy,
      async stop() {
        await proxy.stop()
        await database.drop()
      },
    }
  },

  async Redis() {
    const redis = await startRedis()
    const proxy = await startFaultProxy(redis.port)
    return {
      place: { redisUrl: `redis://127.0.0.1:${proxy.port}` },
      proxy,
      async stop() {
        await proxy.stop()
        await redis.stop()
      },
    }
  },
}
