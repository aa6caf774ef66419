import { closeSync, openSync, readSync } from 'node:fs'
import { bodyStart, type RawField, readFields } from './header.ts'
import { type Part, readParts } from './part-tree.ts'

const FIRST_READ = 16 * 1024

/** What was once found out about a mail; mails never change, so it stays true. */
export interface Shape {
  header?: { readonly text: string; readonly end: number }
  fields?: readonly RawField[]
  parts?: Part
}

/** Shapes of the mails looked at last. It is emptied when full: a wrong guess costs one more read. */
export class ShapeCache {
  readonly #shapes = new Map<string, Shape>()
  readonly #limit: number

  constructor(limit = 5000) {
    this.#limit = limit
  }

  /** `key` must name a mail for ever, e.g. UIDVALIDITY and UID. */
  of(key: string): Shape {
    const known = this.#shapes.get(key)
    if (known) return known
    if (this.#shapes.size >= this.#limit) this.#shapes.clear()
    const shape: Shape = {}
    this.#shapes.set(key, shape)
    return shape
  }
}

/** A mail file held open, read at offsets: a part of a large mail costs no more than the part. */
export class OpenedMail {
  readonly size: number
  readonly #descriptor: number
  readonly #shape: Shape

  /** Throws when the file is gone. */
  constructor(file: string, size: number, shape: Shape) {
    this.size = size
    this.#shape = shape
    this.#descriptor = openSync(file, 'r')
  }

  close(): void {
    closeSync(this.#descriptor)
  }

  /** Bytes from `from` up to, not including, `to`. */
  read(from: number, to: number): Buffer {
    const bytes = Buffer.allocUnsafe(Math.max(0, to - from))
    let filled = 0
    while (filled < bytes.length) {
      const count = readSync(this.#descriptor, bytes, filled, bytes.length - filled, from + filled)
      if (count === 0) break
      filled += count
    }
    // A file that somebody shortened must not break the announced length of a literal.
    return bytes.fill(0, filled)
  }

  /** The header with the empty line that ends it, as Latin-1, and the offset of the body. */
  header(): { readonly text: string; readonly end: number } {
    this.#shape.header ??= this.#readHeader()
    return this.#shape.header
  }

  fields(): readonly RawField[] {
    this.#shape.fields ??= readFields(this.header().text)
    return this.#shape.fields
  }

  parts(): Part {
    this.#shape.parts ??= readParts(this.read(0, this.size))
    return this.#shape.parts
  }

  #readHeader(): { readonly text: string; readonly end: number } {
    for (let length = FIRST_READ; ; length *= 4) {
      const bytes = this.read(0, Math.min(length, this.size))
      const found = bodyStart(bytes)
      if (found >= 0 || length >= this.size) {
        const end = found < 0 ? bytes.length : found
        return { text: bytes.toString('latin1', 0, end), end }
      }
    }
  }
}
