/**
 * Reads the text of one file, whatever its bytes are: never throws, never fetches, never runs what is inside. Limits and
 * damage are problems beside the text that could be read. For bytes of strangers it is to run in a thread that may die.
 */
import type { DocumentRequest, DocumentText } from './document.ts'
import { Job } from './job.ts'
import { extensionOf, formatOf } from './recognise.ts'
import { Refusal, reasonOf } from './refusal.ts'
import { openPackage } from './zip.ts'

export async function readDocument(request: DocumentRequest): Promise<DocumentText> {
  const job = new Job(request)
  await readInto(job)
  const text = job.sheet.text()
  const pages = job.sheet.pages.until(text.length)
  return {
    text,
    problems: job.problems,
    ...(pages.length > 0 ? { pages } : {}),
    ...(job.hasPictures ? { hasPictures: true } : {}),
    ...(job.body === null ? {} : { body: job.body }),
  }
}

/** Reads the job's file onto its page. */
export async function readInto(job: Job): Promise<void> {
  try {
    checkSize(job)
    const format = formatOf({
      bytes: job.bytes,
      mediaType: job.mediaType,
      extension: extensionOf(job.filename),
      members: await membersOf(job),
    })
    const read = await format?.load()
    await read?.(job)
  } catch (error) {
    noteFailure(job, error)
  }
}

function checkSize({ bytes, limits }: Job): void {
  if (bytes.length === 0) throw new Refusal('damaged-file', 'it is empty')
  if (bytes.length > limits.bytes) {
    throw new Refusal('size-limit', `larger than ${limits.bytes / (1024 * 1024)} MB; not read`)
  }
}

/** A library stumbles over damaged bytes in its own ways; all of them mean that the file is damaged. */
export function noteFailure(job: Job, error: unknown): void {
  if (error instanceof Refusal) job.note(error.code, error.message)
  else job.note('damaged-file', `it cannot be read: ${reasonOf(error)}`)
}

async function membersOf(job: Job): Promise<ReadonlySet<string> | null> {
  if (job.bytes.length < 22 || job.bytes.readUInt16BE(0) !== 0x504b) return null
  try {
    return new Set((await openPackage(job)).names)
  } catch {
    return null
  }
}
