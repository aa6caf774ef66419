/**
 * The child that reads mails: one at a time, until it is killed. As the root of its thread it is the one file here
 * that knows which archive there is, and that documents have a thread of their own.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { fileArchive } from '../archive/file-archive.ts'
import { createDocumentThread } from '../documents/document-thread.ts'
import { DOCUMENT_LIMITS, PICTURE_LIMITS } from '../documents/limits.ts'
import { documentsOfMail } from '../documents/mail-documents.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import { extractFiles } from './extract.ts'
import { inPieces, type Source } from './leaves.ts'
import { readMail } from './read-mail.ts'
import type { Answer, ChildData, Job } from './reader-protocol.ts'

/** Few large reads; a mail is never held whole. */
const CHUNK_BYTES = 256 * 1024

const port = parentPort as MessagePort
const { limits, archiveDirectory } = workerData as ChildData
const archive = archiveDirectory === null ? null : fileArchive(archiveDirectory)
const documentThread = createDocumentThread(DOCUMENT_LIMITS)

port.on('message', (job: Job) => void answer(job))
port.postMessage({ kind: 'ready' } satisfies Answer)

async function answer(job: Job): Promise<void> {
  try {
    port.postMessage(await answerTo(job))
  } catch (error) {
    const code = error instanceof IntakeError ? error.code : null
    port.postMessage({ kind: 'failed', error, code } satisfies Answer)
  }
}

async function answerTo(job: Job): Promise<Answer> {
  const source = 'path' in job ? fileSource(job.path) : inPieces(bufferOf(job.bytes))
  if ('kind' in source) return source
  if (job.extract) {
    return { kind: 'extracted', files: await extractFiles(source, limits, job.extract, PICTURE_LIMITS.bytes) }
  }
  const documents = documentsOfMail(documentThread, DOCUMENT_LIMITS)
  return { kind: 'read', mail: await readMail(source, { limits, archive, documents, closed: job.closed ?? [] }) }
}

/** A small file is read at once: this thread has nothing else to do, and a stream costs more than the reading. */
function fileSource(path: string): Source | Extract<Answer, { kind: 'too-large' | 'unreadable' }> {
  try {
    const bytes = statSync(path).size
    if (bytes > limits.mailBytes) return { kind: 'too-large', bytes }
    return bytes <= CHUNK_BYTES ? [readFileSync(path)] : createReadStream(path, { highWaterMark: CHUNK_BYTES })
  } catch (error) {
    return { kind: 'unreadable', path, error }
  }
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
