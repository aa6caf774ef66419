/** The thread that reads documents: one at a time, until it is ended. */
import { type MessagePort, parentPort } from 'node:worker_threads'
import type { DocumentAnswer, DocumentOrder } from './protocol.ts'
import { readDocument } from './read-document.ts'

const port = parentPort as MessagePort

port.on('message', (order: DocumentOrder) => void answer(order))
port.postMessage({ kind: 'ready' } satisfies DocumentAnswer)

async function answer({ bytes, ...order }: DocumentOrder): Promise<void> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  port.postMessage({ kind: 'read', document: await readDocument({ ...order, bytes: whole }) } satisfies DocumentAnswer)
}
