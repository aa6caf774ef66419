import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'

/** How a connection dies: reset, an orderly end of file, or silence with both sockets left open. */
export type Death = 'rst' | 'fin' | 'silence'
/** `down`: from the server to the client. */
export type Direction = 'up' | 'down'

export interface FaultProxy {
  readonly port: number
  /** Back to passing everything on; rules, delay and rate are forgotten. Connections in silence stay silent. */
  pass(): void
  /** From now on bytes vanish, in both directions, on all connections. */
  blackhole(): void
  /**
   * Forgets the connections that stand, as a firewall does that was started anew: the server's side is closed, and the
   * client is never told.
   */
  forgetAll(): void
  /** From now on new connections are reset; those that stand go on. */
  refuse(): void
  /** Ends all connections that stand, or those whose clients ever said the words. */
  cutAll(death: 'rst' | 'fin', said?: RegExp): void
  /** Ends the next connection over which more than `bytes` went in that direction, exactly there; once. */
  cutAfter(bytes: number, death?: Death, direction?: Direction): void
  /** Ends the connection right after the first match within one chunk, which is passed on unless `before` is set; once. */
  cutOn(
    pattern: RegExp,
    options?: { readonly death?: Death; readonly direction?: Direction; readonly before?: boolean },
  ): void
  /** Makes everything slow: a pause before each chunk, and at most so many bytes per second. */
  slow(options: { readonly delayMs?: number; readonly bytesPerSecond?: number }): void
  /** Connections that stand. */
  connections(): number
  /** Connections that were ever accepted. */
  accepted(): number
  /** Connections that were ever refused. */
  refused(): number
  stop(): Promise<void>
}

interface Rule {
  readonly direction: Direction
  readonly death: Death
  /** How much of the chunk is still passed on, or null when the rule does not apply yet. `seen`: bytes before it. */
  readonly passes: (chunk: Buffer, seen: number) => number | null
}

interface Pair {
  readonly client: Socket
  readonly server: Socket
  silent: boolean
  /** What the client sent. */
  said: string
}

/** A TCP proxy on a free port of 127.0.0.1 that misbehaves when told. */
export async function startFaultProxy(targetPort: number, targetHost = '127.0.0.1'): Promise<FaultProxy> {
  const pairs = new Set<Pair>()
  let mode: 'pass' | 'blackhole' | 'refuse' = 'pass'
  let rules: readonly Rule[] = []
  let delayMs = 0
  let bytesPerSecond = Number.POSITIVE_INFINITY
  let accepted = 0
  let refused = 0

  function end(pair: Pair, death: Death): void {
    if (death === 'silence') {
      pair.silent = true
      return
    }
    for (const socket of [pair.client, pair.server]) {
      if (death === 'fin') socket.end()
      else socket.resetAndDestroy()
    }
  }

  /** Passes on what a rule leaves of the chunk, then ends the connection; false when no rule applies. */
  function struck(pair: Pair, to: Socket, direction: Direction, chunk: Buffer, seen: number): boolean {
    for (const rule of rules) {
      if (rule.direction !== direction) continue
      const passed = rule.passes(chunk, seen)
      if (passed === null) continue
      rules = rules.filter((other) => other !== rule)
      // The other side must have the last bytes before the reset, or the kernel throws them away.
      to.write(chunk.subarray(0, passed), () => setTimeout(() => end(pair, rule.death), 20))
      pair.silent = true
      return true
    }
    return false
  }

  function pump(pair: Pair, direction: Direction): void {
    const [from, to] = direction === 'down' ? [pair.server, pair.client] : [pair.client, pair.server]
    let seen = 0
    from.on('data', (chunk: Buffer) => {
      if (direction === 'up') pair.said += chunk.toString('latin1')
      if (pair.silent || mode === 'blackhole') return
      if (struck(pair, to, direction, chunk, seen)) return
      seen += chunk.length
      const wait = delayMs + (chunk.length / bytesPerSecond) * 1000
      if (wait < 1) {
        if (!to.write(chunk)) pause(from, to)
        return
      }
      from.pause()
      setTimeout(() => {
        if (!to.destroyed) to.write(chunk)
        from.resume()
      }, wait)
    })
    from.on('end', () => {
      if (!pair.silent && mode !== 'blackhole') to.end()
    })
    from.on('error', () => to.destroy())
    from.on('close', () => {
      if (!pair.silent && mode !== 'blackhole') to.destroy()
      if (to.destroyed) pairs.delete(pair)
    })
  }

  const listener = createServer((client) => {
    if (mode === 'refuse') {
      refused += 1
      client.resetAndDestroy()
      return
    }
    accepted += 1
    const server = createConnection({ host: targetHost, port: targetPort })
    const pair: Pair = { client, server, silent: false, said: '' }
    for (const socket of [client, server]) socket.setNoDelay(true)
    pairs.add(pair)
    pump(pair, 'up')
    pump(pair, 'down')
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))

  return {
    port: (listener.address() as AddressInfo).port,
    pass() {
      mode = 'pass'
      rules = []
      delayMs = 0
      bytesPerSecond = Number.POSITIVE_INFINITY
    },
    blackhole() {
      mode = 'blackhole'
    },
    forgetAll() {
      for (const pair of pairs) {
        pair.silent = true
        pair.server.destroy()
      }
    },
    refuse() {
      mode = 'refuse'
    },
    cutAll(death, said) {
      for (const pair of pairs) if (said === undefined || said.test(pair.said)) end(pair, death)
    },
    cutAfter(bytes, death = 'rst', direction = 'down') {
      rules = [
        ...rules,
        { direction, death, passes: (chunk, seen) => (seen + chunk.length > bytes ? Math.max(0, bytes - seen) : null) },
      ]
    },
    cutOn(pattern, { death = 'rst', direction = 'down', before = false } = {}) {
      rules = [...rules, { direction, death, passes: (chunk) => matchEnd(chunk, pattern, before) }]
    },
    slow(options) {
      delayMs = options.delayMs ?? 0
      bytesPerSecond = options.bytesPerSecond ?? Number.POSITIVE_INFINITY
    },
    connections: () => pairs.size,
    accepted: () => accepted,
    refused: () => refused,
    async stop() {
      const closed = new Promise((resolve) => listener.close(resolve))
      for (const { client, server } of pairs) {
        client.destroy()
        server.destroy()
      }
      await closed
    },
  }
}

function matchEnd(chunk: Buffer, pattern: RegExp, before: boolean): number | null {
  const match = pattern.exec(chunk.toString('latin1'))
  if (!match) return null
  return before ? match.index : match.index + match[0].length
}

function pause(from: Socket, to: Socket): void {
  from.pause()
  to.once('drain', () => from.resume())
  to.once('close', () => from.resume())
}
