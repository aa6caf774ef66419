/** How each fault begins and ends. */
import type { Cell, Server } from './cells.ts'
import type { Stage } from './stage.ts'

/** Ends the fault; the recovery counts from there. */
type End = () => Promise<void>

/** `complain`: told what went wrong while it lasted that must not. */
export async function strike(stage: Stage, cell: Cell, complain: (what: string) => void): Promise<End> {
  const { crew, redis } = stage
  switch (cell.fault) {
    case 'kill':
      await crew.kill(cell.target)
      return crew.comeBack
    case 'term':
      for (const what of await crew.stop(cell.target)) complain(what)
      return crew.comeBack
    case 'frozen': {
      const thaw = crew.freeze(cell.target)
      return async () => thaw()
    }
    case 'cut':
    case 'blackhole':
    case 'slow':
      return onTheLine(stage, cell.target, cell.fault)
    case 'restart':
      return restart(stage, cell.target)
    case 'loss':
      await redis.flushAll()
      return redis.flushAll
    case 'full': {
      const { disk } = stage
      if (disk === null) throw new Error('the archive has no file system of its own')
      await disk.fill()
      return disk.empty
    }
  }
}

const SLOW = { delayMs: 200, bytesPerSecond: 8_000 }

function onTheLine({ proxies }: Stage, server: Server, fault: 'cut' | 'blackhole' | 'slow'): End {
  const proxy = proxies[server]
  if (fault === 'slow') proxy.slow(SLOW)
  if (fault === 'blackhole') proxy.blackhole()
  if (fault === 'cut') {
    proxy.refuse()
    proxy.cutAll('rst')
  }
  return async () => {
    if (fault === 'blackhole') proxy.forgetAll()
    proxy.pass()
  }
}

async function restart({ dovecot, sink, database, redis }: Stage, server: Server): Promise<End> {
  switch (server) {
    case 'imap':
      await dovecot.kill9()
      return dovecot.restart
    case 'smtp':
      await sink.goDown()
      return sink.comeUp
    case 'postgres':
      await database.stop()
      return database.start
    case 'redis':
      await redis.kill9()
      return redis.restart
  }
}
