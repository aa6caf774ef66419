/**
 * Asks clamd (ClamAV) about files: INSTREAM in its NUL-terminated form, one connection per file. What it does not answer
 * in so many words is `not-scanned`; nothing is ever taken for clean.
 */
import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { Scan } from '../domain/files/scan.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { Scanner } from '../ports/scanner.ts'
import { clamdPlace } from './clamd-url.ts'

/** Of one file, from connecting to the answer. clamd itself gives up after two minutes (MaxScanTime). */
const PATIENCE_MS = 130_000
/** clamd hands its answer over in one packet of a few hundred bytes. */
const ANSWER_BYTES = 4_096
const PIECE_BYTES = 64 * 1024

/** One in a hundred of its answers to a file that is too large was lost to a write that came a moment late. */
const HUNG_UP: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET'])
const ATTEMPTS = 4

export interface ClamdOptions {
  readonly url: string
  readonly patienceMs?: number
}

export function clamdScanner({ url, patienceMs = PATIENCE_MS }: ClamdOptions): Scanner {
  const ask = (command: string, body: Readable | null) => converse(url, command, body, patienceMs)
  return {
    async scan(open) {
      for (let attempt = 1; ; attempt += 1) {
        const file = open()
        try {
          return verdictOf(await ask('zINSTREAM\0', file))
        } catch (error) {
          file.destroy()
          const why = (error as Error).message
          if (attempt === ATTEMPTS || !HUNG_UP.has(why))
            return { scan: 'not-scanned', why: `clamd cannot be asked (${why})`, again: true }
        }
      }
    },
    async version() {
      const answer = await ask('zVERSION\0', null).catch((error: Error) => error)
      if (typeof answer === 'string' && answer.startsWith('ClamAV')) return answer
      const said = typeof answer === 'string' ? `it said "${answer.slice(0, 100)}"` : answer.message
      throw new IntakeError('scanner', `clamd does not answer (${said}). Check CLAMD_URL and that clamd runs.`)
    },
  }
}

/** The answers of clamd 0.103 to 1.4 to INSTREAM: `stream: OK`, `stream: NAME FOUND`, `… ERROR`. */
function verdictOf(answer: string): Scan {
  if (answer === 'stream: OK') return { scan: 'clean' }
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1]
  if (found !== undefined) return { scan: 'infected', name: found.replace(/[^\x20-\x7e]/g, '?') }
  if (/size limit exceeded/i.test(answer))
    return { scan: 'not-scanned', why: 'the file is larger than clamd takes (StreamMaxLength)', again: false }
  const said = answer.replace(/[^\x20-\x7e]/g, '?').slice(0, 120)
  return { scan: 'not-scanned', why: said === '' ? 'clamd hung up' : `clamd said "${said}"`, again: true }
}

/** One question on a connection of its own. Rejects when nobody answers in time. */
async function converse(url: string, command: string, body: Readable | null, ms: number): Promise<string> {
  const socket = connect(clamdPlace(url))
  const answer = answerOf(socket, ms)
  // The answer may come, and the connection end, while the file is still being sent.
  const sent = send(socket, command, body).catch(() => {
    if (body?.errored) socket.destroy(new Error('the file cannot be read'))
  })
  try {
    return await answer
  } finally {
    body?.destroy()
    socket.destroy()
    await sent
  }
}

/**
 * clamd answers that a file is too large as soon as it is, and closes; a write after that is an error, which takes the
 * answer with it. So it goes in small pieces, and the answer is looked for before each of them.
 */
async function send(socket: Socket, command: string, body: Readable | null): Promise<void> {
  await write(socket, Buffer.from(command))
  if (body === null) return
  for await (const chunk of body as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + PIECE_BYTES)
      for (const bytes of [lengthOf(piece.length), piece]) {
        if (await hasAnswered(socket)) return
        await write(socket, bytes)
      }
    }
  }
  if (!(await hasAnswered(socket))) await write(socket, lengthOf(0))
}

/** After a look at what came in meanwhile. */
async function hasAnswered(socket: Socket): Promise<boolean> {
  await setImmediate()
  await setImmediate()
  return socket.bytesRead > 0 || socket.destroyed
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}

function answerOf(socket: Socket, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms)
    const settle = () => {
      clearTimeout(timer)
      resolve((said.split('\0')[0] ?? '').trim())
    }
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1')
      if (said.includes('\0') || said.length > ANSWER_BYTES) settle()
    })
    socket.on('close', settle)
    socket.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      // clamd closes while we write once it has said that a file is too large.
      if (said !== '') settle()
      else reject(new Error(error.code ?? error.message))
    })
  })
}
