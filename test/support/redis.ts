import { createConnection } from 'node:net'
import { freePorts } from './free-port.ts'
import { type Program, startProgram } from './program.ts'
import { tempDir } from './temp-dir.ts'
import { until } from './until.ts'

/** A real Redis that keeps nothing on disk: every stop is a total loss, which is what the tests want of it. */
export interface Redis {
  readonly url: string
  readonly port: number
  flushAll(): Promise<void>
  kill9(): Promise<void>
  /** Empty again, on the same port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Starts redis-server on a free port of 127.0.0.1; ready when it answers PING. */
export async function startRedis(): Promise<Redis> {
  const directory = await tempDir('redis')
  const [port = 0] = await freePorts(1)
  const where = ['--bind', '127.0.0.1', '--port', String(port), '--dir', directory.path]
  const how = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction']

  async function start(): Promise<Program> {
    const started = await startProgram('redis-server', [...where, ...how], { install: 'apt-get install redis-server' })
    try {
      await until(async () => (await ask(port, 'PING')) === '+PONG', { what: 'Redis answers PING' })
      return started
    } catch (error) {
      await started.kill9()
      throw new Error(`Redis did not start: ${started.output()}`, { cause: error })
    }
  }

  let program: Program
  try {
    program = await start()
  } catch (error) {
    await directory.remove()
    throw error
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    async flushAll() {
      const answer = await ask(port, 'FLUSHALL')
      if (answer !== '+OK') throw new Error(`FLUSHALL was answered with ${answer}`)
    },
    kill9: () => program.kill9(),
    async restart() {
      await program.end()
      program = await start()
    },
    async stop() {
      await program.kill9()
      await directory.remove()
    },
  }
}

/** Sends one inline command and returns the first line of the answer. */
function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write(`${command}\r\n`))
    socket.setTimeout(3_000, () => socket.destroy(new Error(`no answer to ${command}`)))
    socket.on('error', reject)
    socket.once('data', (chunk: Buffer) => {
      socket.destroy()
      resolve(chunk.toString('utf8').split('\r\n')[0] ?? '')
    })
  })
}
