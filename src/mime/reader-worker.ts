/**
 * The child that reads mails: one at a time, until it is killed. As the root of its thread it is the one file here
 * that knows which archive there is.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { fileArchive } from '../archive/file-archive.ts'
import type { Source } from './leaves.ts'
import { readMail } from './read-mail.ts'
import type { Answer, ChildData, Job } from './reader-protocol.ts'

/** Few large reads; a mail is never held whole. */
const CHUNK_BYTES = 256 * 1024

const port = parentPort as MessagePort
const { limits, archiveDirectory } = workerData as ChildData
const archive = archiveDirectory === null ? null : fileArchive(archiveDirectory)

port.on('message', (job: Job) => void answer(job))
port.postMessage({ kind: 'ready' } satisfies Answer)

async function answer(job: Job): Promise<void> {
  try {
    const mail = await readMail(chunksOf(job), { limits, archive })
    port.postMessage({ kind: 'read', mail } satisfies Answer)
  } catch (error) {
    port.postMessage({ kind: 'failed', error } satisfies Answer)
  }
}

/** What is small is read at once: this thread has nothing else to do. */
function chunksOf(job: Job): Source {
  if ('path' in job) {
    const isSmall = statSync(job.path).size <= CHUNK_BYTES
    return isSmall ? [readFileSync(job.path)] : createReadStream(job.path, { highWaterMark: CHUNK_BYTES })
  }
  const { buffer, byteOffset, byteLength } = job.bytes
  return slices(Buffer.from(buffer, byteOffset, byteLength))
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES)
}
