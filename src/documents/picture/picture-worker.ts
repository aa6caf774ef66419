/** The thread that recognises pictures: one file at a time, until it is ended. The engine loads with the first. */
import { readFile, stat } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { type MessagePort, parentPort } from 'node:worker_threads'
import type { Problem } from '../../domain/mail.ts'
import type { PictureSource } from '../../ports/picture-reader.ts'
import { type Engine, loadEngine } from './engine.ts'
import type { PictureAnswer, PictureOrder } from './protocol.ts'
import { recogniseFile } from './recognise-file.ts'

const port = parentPort as MessagePort
let loaded: Promise<Engine> | null = null

port.on('message', (order: PictureOrder) => void answer(order))
port.postMessage({ kind: 'ready' } satisfies PictureAnswer)

async function answer({ source, limits, isBackground }: PictureOrder): Promise<void> {
  if (isBackground) stepBack()
  const say = (said: PictureAnswer) => port.postMessage(said)
  say({ kind: 'done', problems: await recognise() })

  async function recognise(): Promise<readonly Problem[]> {
    const bytes = await bytesOf(source, limits.bytes)
    if (bytes === null) return [{ code: 'size-limit', detail: `larger than ${limits.bytes / (1024 * 1024)} MB` }]
    return recogniseFile(bytes, limits, engine, (page) => say({ kind: 'page', page }))
  }
}

/**
 * A quarter of a busy core: with the lowest priority a page would never be ready in its time. On Linux a thread has a
 * priority of its own, and 0 is the one that asks; elsewhere it would be that of the whole process.
 */
const NICE = 5

function stepBack(): void {
  if (process.platform === 'linux') setPriority(0, NICE)
}

function engine(): Promise<Engine> {
  loaded ??= loadEngine()
  return loaded
}

/** Null when it is too large. A file that cannot be read ends the thread, which tells its owner. */
async function bytesOf(source: PictureSource, most: number): Promise<Buffer | null> {
  if ('bytes' in source) {
    const { buffer, byteOffset, byteLength } = source.bytes
    return byteLength > most ? null : Buffer.from(buffer, byteOffset, byteLength)
  }
  const { size } = await stat(source.path)
  return size > most ? null : readFile(source.path)
}
