import type { Readable } from 'node:stream'

/** A content-addressed store: the key is the SHA-256 of the bytes in lower-case hex. */
export interface Archive {
  /** Durable when it resolves: written to a temporary file, fsynced, renamed. Storing the same bytes twice is free. */
  put(bytes: Uint8Array | Readable): Promise<Stored>
  /** Several small blobs at once, each as durable as with `put`. */
  putAll(blobs: readonly Uint8Array[]): Promise<readonly Stored[]>
  get(sha256: string): Promise<Buffer>
  open(sha256: string): Readable
  has(sha256: string): Promise<boolean>
  /** 0 when it is not there. */
  bytesOf(sha256: string): Promise<number>
  /** Where the bytes lie, for children that read by themselves. */
  pathOf(sha256: string): string
}

export interface Stored {
  readonly sha256: string
  readonly bytes: number
}
