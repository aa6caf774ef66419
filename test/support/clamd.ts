/**
 * A clamd for tests: the NUL-terminated commands PING, VERSION and INSTREAM as clamd(8) describes them, with its answers
 * and its limit on the size of a stream. Of viruses it knows the one of EICAR.
 */
import { createServer, type Server, type Socket } from 'node:net'

/** In two halves, so that no scanner takes this file for it. */
export const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))

export interface Clamd {
  readonly url: string
  /** Files that were handed in whole. */
  readonly scanned: readonly Buffer[]
  stop(): Promise<void>
}

export interface ClamdOptions {
  /** A socket file instead of a port. */
  readonly path?: string
  readonly port?: number
  /** StreamMaxLength. */
  readonly maxBytes?: number
  /** What it answers instead; null: it hangs up. */
  readonly says?: string | null
}

export async function startClamd(options: ClamdOptions = {}): Promise<Clamd> {
  const scanned: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    serve(socket, scanned, options)
  })
  await listen(server, options)
  const address = server.address()
  const url = typeof address === 'string' ? `unix://${address}` : `tcp://127.0.0.1:${address?.port}`
  return {
    url,
    scanned,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(server: Server, { path, port = 0 }: ClamdOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    if (path === undefined) server.listen(port, '127.0.0.1', resolve)
    else server.listen(path, resolve)
  })
}

function serve(socket: Socket, scanned: Buffer[], { maxBytes = 25 * 1024 * 1024, says }: ClamdOptions): void {
  let waiting = Buffer.alloc(0)
  let command: string | null = null
  const chunks: Buffer[] = []
  const answer = (text: string) => void socket.end(`${text}\0`)
  socket.on('data', (data) => {
    waiting = Buffer.concat([waiting, data])
    if (command === null) {
      const end = waiting.indexOf(0)
      if (end < 0) return
      command = waiting.toString('latin1', 0, end)
      waiting = waiting.subarray(end + 1)
      if (says === null) return void socket.destroy()
      if (command === 'zPING') return answer('PONG')
      if (command === 'zVERSION') return answer('ClamAV 1.4.3/27800/Mon Mar  2 09:00:00 2026')
      if (command !== 'zINSTREAM') return answer('UNKNOWN COMMAND')
    }
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE(0)
      if (length === 0) {
        const file = Buffer.concat(chunks)
        scanned.push(file)
        return answer(says ?? (file.includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK'))
      }
      if (chunks.reduce((sum, chunk) => sum + chunk.length, length) > maxBytes)
        return answer('INSTREAM size limit exceeded. ERROR')
      if (waiting.length < 4 + length) return
      chunks.push(waiting.subarray(4, 4 + length))
      waiting = waiting.subarray(4 + length)
    }
  })
}
