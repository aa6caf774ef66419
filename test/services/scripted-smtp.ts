/**
 * An SMTP server that follows a script down to the byte: odd replies, half replies, cuts within a body. For faults
 * that are too rude for a real SMTP server library.
 */
import { createServer, type Socket } from 'node:net'

export type Step = 'greeting' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data' | 'dot' | 'rset' | 'quit'

/** A reply line, or what happens to the connection instead; `lastWords` are sent before it is closed. */
export type Answer =
  | string
  | { readonly connection: 'reset' | 'silent' }
  | { readonly connection: 'closed'; readonly lastWords?: string }

/** The answer for the nth occurrence (from 1, over all connections) of a step; undefined: the usual one. */
export type Script = (step: Step, nth: number, command: string) => Answer | undefined

export interface ScriptedSmtp {
  readonly url: string
  /** Complete mails, without dot-stuffing. */
  readonly bodies: readonly string[]
  readonly commands: readonly string[]
  readonly connections: readonly Socket[]
  stop(): Promise<void>
}

export const RESET: Answer = { connection: 'reset' }
export const CLOSED: Answer = { connection: 'closed' }
export const SILENT: Answer = { connection: 'silent' }

export function lastWords(words: string): Answer {
  return { connection: 'closed', lastWords: words }
}

/** Always this answer at this step. */
export function at(step: Step, answer: Answer): Script {
  return (now) => (now === step ? answer : undefined)
}

const USUAL: Readonly<Record<Step, string>> = {
  greeting: '220 scripted.test ESMTP',
  ehlo: '250 scripted.test',
  auth: '235 2.7.0 ok',
  mail: '250 ok',
  rcpt: '250 ok',
  data: '354 go ahead',
  dot: '250 2.0.0 queued as 4711',
  rset: '250 ok',
  quit: '221 bye',
}

/** Starts on a free port. The connection is reset once more than `cutBodyAt` bytes of a body have come. */
export async function startScripted(
  script: Script = () => undefined,
  cutBodyAt = Number.POSITIVE_INFINITY,
): Promise<ScriptedSmtp> {
  const counts = new Map<Step, number>()
  const bodies: string[] = []
  const commands: string[] = []
  const connections: Socket[] = []

  function answer(socket: Socket, step: Step, command: string): string {
    const nth = (counts.get(step) ?? 0) + 1
    counts.set(step, nth)
    const said = script(step, nth, command) ?? USUAL[step]
    if (typeof said === 'string') socket.write(`${said}\r\n`)
    else if (said.connection === 'reset') socket.resetAndDestroy()
    else if (said.connection === 'closed') socket.end(said.lastWords ?? '')
    if (step === 'quit') socket.end()
    return typeof said === 'string' ? said : ''
  }

  const server = createServer((socket) => {
    let input = ''
    let inBody = false
    connections.push(socket)
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      input += bytes.toString('latin1')
      if (inBody && input.length > cutBodyAt) socket.resetAndDestroy()
      while (!socket.destroyed) {
        const mark = inBody ? '\r\n.\r\n' : '\r\n'
        const end = input.indexOf(mark)
        if (end < 0) return
        const piece = input.slice(0, end)
        input = input.slice(end + mark.length)
        if (inBody) bodies.push(`${piece}\r\n`.replace(/^\.\./gm, '.'))
        else commands.push(piece)
        const step = inBody ? 'dot' : stepOf(piece)
        inBody = answer(socket, step, piece).startsWith('354')
      }
    })
    answer(socket, 'greeting', '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    bodies,
    commands,
    connections,
    stop() {
      for (const socket of connections) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function stepOf(command: string): Step {
  const verb = command.split(/[ :]/)[0]?.toLowerCase() ?? ''
  return verb in USUAL && verb !== 'greeting' && verb !== 'dot' ? (verb as Step) : 'quit'
}
