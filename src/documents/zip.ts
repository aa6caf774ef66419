/** ZIP packages out of memory (APPNOTE 6.3), members inflated one by one under the job's limits. */
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Job } from './job.ts'
import { Refusal } from './refusal.ts'

/** Below, any ratio is harmless: empty tables pack a thousandfold. */
const RATIO_COUNTS_FROM = 1024 * 1024

export interface Package {
  /** Members in their order, folders left out. */
  readonly names: readonly string[]
  /** The inflated member; null when there is none of that name. */
  read(name: string): Promise<Buffer | null>
  isEncrypted(name: string): boolean
}

/** Reads the directory. Throws what yauzl throws when the bytes are no whole ZIP file. */
export async function openPackage(job: Job): Promise<Package> {
  const zip = await fromBufferPromise(job.bytes, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true })
  const entries = await entriesOf(zip, job)
  return {
    names: [...entries.keys()],
    isEncrypted: (name) => entries.get(name)?.isEncrypted() ?? false,
    async read(name) {
      const entry = entries.get(name)
      return entry === undefined ? null : inflate(zip, entry, name, job)
    },
  }
}

/** The first of a repeated name counts, as in office programs. */
async function entriesOf(zip: ZipFile, job: Job): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= job.limits.members) {
      job.note('part-limit', `more than ${job.limits.members} files inside; the rest is left out`)
      break
    }
    const name = nameOf(entry)
    if (!name.endsWith('/') && !entries.has(name)) entries.set(name, entry)
  }
  return entries
}

/** UTF-8 where flagged (bit 11) or valid; else byte by byte, which keeps names apart. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw.subarray(0, 512)
  const text = raw.toString('utf8')
  return (text.includes('\ufffd') ? raw.toString('latin1') : text).replaceAll('\\', '/').replace(/^\/+/, '')
}

async function inflate(zip: ZipFile, entry: Entry, name: string, job: Job): Promise<Buffer> {
  if (entry.isEncrypted()) throw new Refusal('encrypted', `${name} is locked with a password`)
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    checkSize(bytes, entry, name, job)
    job.countInflated(chunk.length)
    job.checkTime()
    chunks.push(chunk)
  }
  const whole = Buffer.concat(chunks)
  if (crc32(whole) !== entry.crc32) job.note('damaged-file', `the checksum of ${name} is wrong; read as it is`)
  return whole
}

function checkSize(bytes: number, entry: Entry, name: string, { limits }: Job): void {
  if (bytes > limits.memberBytes) {
    throw new Refusal('size-limit', `${name} unpacks to more than ${limits.memberBytes / (1024 * 1024)} MB`)
  }
  if (bytes > RATIO_COUNTS_FROM && bytes > entry.compressedSize * limits.ratio) {
    throw new Refusal('size-limit', `${name} unpacks to more than ${limits.ratio} times its size`)
  }
}
