import type { Socket } from 'node:net'

const FULL = 64 * 1024

/** Collects small writes into large ones, and lets a slow reader slow us down. Strings are Latin-1. */
export class Output {
  readonly #socket: Socket
  #parts: Buffer[] = []
  #size = 0

  constructor(socket: Socket) {
    this.#socket = socket
  }

  push(part: string | Buffer): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    this.#parts.push(bytes)
    this.#size += bytes.length
  }

  /** False when nobody reads any more. */
  get open(): boolean {
    return this.#socket.writable
  }

  /** Writes what is collected; true when the socket wants a pause. */
  flush(): boolean {
    if (this.#size === 0 || !this.#socket.writable) return false
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    this.#size = 0
    return !this.#socket.write(bytes)
  }

  /** Sends what is collected and hangs up. */
  finish(): void {
    this.flush()
    this.#socket.end()
  }

  /** To be awaited inside long responses. */
  async pace(): Promise<void> {
    if (this.#size < FULL || !this.flush()) return
    await new Promise<void>((resolve) => {
      const done = () => {
        this.#socket.off('drain', done).off('close', done)
        resolve()
      }
      if (this.#socket.destroyed) resolve()
      else this.#socket.on('drain', done).on('close', done)
    })
  }
}
