import { createServer, type Server, type Socket } from 'node:net'
import { CAPABILITIES } from './commands/login.ts'
import { answer } from './dispatch.ts'
import { Output } from './output.ts'
import { RequestReader } from './request-reader.ts'
import { type Premises, Session } from './session.ts'

const LITERAL_BEFORE_LOGIN = 8 * 1024
/** RFC 3501 5.4 allows no less than 30 minutes. */
const AUTOLOGOUT_MS = 31 * 60 * 1000

/** The first words of every greeting; with the token they tell whose sandbox answers. */
export function greeting(token: string): string {
  return `* OK [CAPABILITY ${CAPABILITIES}] intagree sandbox ${token} ready\r\n`
}

/**
 * The IMAP side of the sandbox. It greets from the moment it listens, so that others find the directory taken, and
 * answers commands as soon as `open` was called.
 */
export class ImapServer {
  readonly server: Server
  readonly #token: string
  readonly #sockets = new Set<Socket>()
  #premises: Premises | null = null
  #waiting: (() => void)[] = []

  constructor(token: string) {
    this.#token = token
    this.server = createServer((socket) => this.#accept(socket))
    this.server.on('error', () => {})
  }

  open(premises: Premises): void {
    this.#premises = premises
    for (const go of this.#waiting) go()
    this.#waiting = []
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()))
    for (const socket of this.#sockets) {
      if (socket.writable) socket.write('* BYE The sandbox is shutting down\r\n')
      socket.destroySoon()
    }
    await closed
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket)
    socket.setNoDelay(true)
    socket.setTimeout(AUTOLOGOUT_MS, () => socket.end('* BYE Nothing was heard for half an hour\r\n'))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#sockets.delete(socket))
    socket.write(greeting(this.#token))
    void this.#ready().then((premises) => converse(socket, premises))
  }

  async #ready(): Promise<Premises> {
    if (!this.#premises) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    if (!this.#premises) throw new Error('woken before the store was opened')
    return this.#premises
  }
}

async function converse(socket: Socket, premises: Premises): Promise<void> {
  const session = new Session(premises, new Output(socket))
  const reader = new RequestReader(LITERAL_BEFORE_LOGIN)
  try {
    // Leaving the loop must not cut off what is still to be sent.
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      await takeChunk(session, reader, chunk as Buffer)
      session.out.flush()
      if (session.leaving) break
    }
  } catch {
    // The connection was lost; there is nobody to tell.
  } finally {
    session.unselect()
    socket.destroySoon()
  }
}

async function takeChunk(session: Session, reader: RequestReader, chunk: Buffer): Promise<void> {
  for (const incoming of reader.push(chunk)) {
    switch (incoming.kind) {
      case 'request':
        await answer(session, incoming.pieces)
        if (session.account) reader.maxLiteral = session.premises.maxMail
        break
      case 'continue':
        session.out.push('+ Go ahead\r\n')
        break
      case 'literal-too-big':
        if (incoming.waits) session.out.push(`${incoming.tag} NO [TOOBIG] More bytes than are taken here\r\n`)
        else goodbye(session, 'More bytes were announced than are taken here')
        break
      case 'line-too-long':
        goodbye(session, 'The line is too long')
        break
    }
    if (session.leaving) return
  }
}

function goodbye(session: Session, why: string): void {
  session.out.push(`* BYE ${why}\r\n`)
  session.leaving = true
}
