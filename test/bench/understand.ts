/**
 * What understanding costs beside mailparser alone, on the same mails in the same run: milliseconds a mail, median, p95
 * and p99. Mails are the labelled ones of src/learning/examples/corpus without those whose pictures would be recognised;
 * reading and understanding are timed in this thread, after one round that warms both up.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { picturesToRecognise } from '../../src/domain/pictures.ts'
import { understand } from '../../src/domain/understand/understand.ts'
import { shippedExamples, shippedModel } from '../../src/learning/shipped.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'

const ROUNDS = 3

/** `mails`: of so many of them, from the first. */
export async function benchUnderstand(mails: number): Promise<void> {
  const folder = join(shippedExamples(), 'corpus')
  const raws = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .slice(0, mails)
    .map((name) => readFileSync(join(folder, name)))
  const reader = createMailReader({ workers: 1, archiveDirectory: null })
  const world = { ownAddresses: ['intagree@example-ilec.example'], model: shippedModel() }
  const [bare, reading, understanding, whole]: number[][] = [[], [], [], []]
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const raw of raws) {
        const start = performance.now()
        await simpleParser(raw)
        const parsed = performance.now()
        const { mail } = await reader.read({ bytes: raw })
        const read = performance.now()
        if (mail === null || picturesToRecognise(mail).length > 0) continue
        understand(mail, world)
        const end = performance.now()
        if (round === 0) continue
        bare?.push(parsed - start)
        reading?.push(read - parsed)
        understanding?.push(end - read)
        whole?.push(end - parsed)
      }
    }
  } finally {
    await reader.close()
  }
  process.stdout.write(`${raws.length} mails, ${ROUNDS} rounds; milliseconds a mail\n`)
  row('mailparser alone', bare ?? [])
  row('our reader (its thread, documents read)', reading ?? [])
  row('understanding', understanding ?? [])
  row('reader and understanding', whole ?? [])
}

function row(name: string, times: number[]): void {
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2).padStart(7)
  process.stdout.write(`${name.padEnd(42)} p50 ${at(0.5)}   p95 ${at(0.95)}   p99 ${at(0.99)}\n`)
}
