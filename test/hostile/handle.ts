/**
 * One hostile mail through everything that is ours: archive, bounded reader with its documents, understanding, decision,
 * letters, digest, and what `inspect` prints. Only the database is replaced by lists (`conversations/desk.ts`).
 */
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { fileArchive } from '../../src/archive/file-archive.ts'
import { card } from '../../src/cli/inspect-card.ts'
import { explain } from '../../src/cli/inspect-explain.ts'
import { createPictureReader } from '../../src/documents/picture/picture-reader.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import type { SenderCheck } from '../../src/domain/sender-check.ts'
import { withSenderCheck } from '../../src/flows/check-sender.ts'
import { type Inspected, inspectMail } from '../../src/flows/inspect.ts'
import { shippedModel } from '../../src/learning/shipped.ts'
import { senderChecker } from '../../src/mailauth/sender-checker.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import type { ReadOutcome } from '../../src/ports/mail-reader.ts'
import { DESK, openDesk } from '../conversations/desk.ts'
import { DESK_SETTINGS } from '../support/arrivals.ts'
import { tempDir } from '../support/temp-dir.ts'
import { letterFlaws, textFlaws } from './flaws.ts'

const ANNA = { name: 'Anna Keller', email: 'anna@carrier.example', states: [], manager: true }
const ARRIVED = new Date('2026-05-04T12:00:00Z')
const IO = { env: {}, cwd: '/', columns: null, colour: false } as unknown as Parameters<typeof card>[1]

export interface Handled {
  readonly inspected: Inspected
  readonly outcome: ReadOutcome
  /** What a check of its sender finds where every domain refuses mail that is not its own; absent for an unread mail. */
  readonly checked: SenderCheck | undefined
  /** Letters that would leave, to whom. */
  readonly answered: readonly string[]
  readonly tasks: readonly string[]
  /** What is wrong with what we kept or wrote. */
  readonly flaws: readonly string[]
  /** Everything that we wrote, for words that must not stand there. */
  readonly written: string
}

export interface HostileDesk {
  handle(raw: Buffer): Promise<Handled>
  close(): Promise<void>
}

export async function hostileDesk(): Promise<HostileDesk> {
  const folder = await tempDir('hostile')
  const archive = fileArchive(folder.path)
  const reader = createMailReader({ workers: 1, archiveDirectory: folder.path })
  const pictures = createPictureReader({ limits: { ms: 3_000 } })
  const checking = { checker: senderChecker({ txt: strictDomains }), archive, authservIds: [] }
  const world = { ownAddresses: [DESK], authservIds: [], model: shippedModel() }

  async function handle(raw: Buffer): Promise<Handled> {
    const { sha256 } = await archive.put(raw)
    const source = { path: archive.pathOf(sha256) }
    let outcome: ReadOutcome | null = null
    const remembering = { ...reader, read: async () => (outcome ??= await reader.read(source)) }
    const needs = { reader: remembering, pictures, world, clock: () => performance.now() }
    const inspected = await inspectMail('hostile.eml', source, needs)
    const read = await remembering.read()
    const written = read.outcome === 'read' ? await answer(raw, read.mail) : NOTHING
    const { checked } =
      read.outcome === 'read' ? await withSenderCheck(read.mail, { sha256, receivedAt: ARRIVED }, checking) : {}
    const shown = `${card(inspected, IO)}${explain(inspected, IO)}`
    return {
      ...{ inspected, outcome: read, checked, answered: written.answered, tasks: written.tasks },
      written: [written.text, shown].join('\n'),
      flaws: [
        ...((await archive.get(sha256)).equals(raw) ? [] : ['the archive holds other bytes']),
        ...(await missingFiles(read)),
        ...written.flaws,
        ...textFlaws(shown),
      ],
    }
  }

  /** A file that is listed is in the archive, with the bytes that its hash says. */
  async function missingFiles({ mail }: ReadOutcome): Promise<readonly string[]> {
    const unstored = mail?.problems.some(({ code }) => code === 'attachment-limit') === true
    const checks = (mail?.attachments ?? []).map(async ({ filename, sha256, bytes }) => {
      if (!(await archive.has(sha256))) return unstored ? [] : [`${filename} is not in the archive`]
      const kept = await digest(archive.open(sha256))
      return kept.sha256 === sha256 && kept.bytes === bytes ? [] : [`${filename} is not what was stored`]
    })
    return (await Promise.all(checks)).flat()
  }

  return {
    handle,
    async close() {
      await reader.close()
      await pictures.close()
      await folder.remove()
    },
  }
}

/** A DNS without a key of anybody's. */
async function strictDomains(name: string): Promise<readonly (readonly string[])[]> {
  if (name.startsWith('_dmarc.')) return [['v=DMARC1; p=reject']]
  throw Object.assign(new Error(`no TXT record of ${name}`), { code: 'ENOTFOUND' })
}

const NOTHING = { answered: [], tasks: [], flaws: [], text: '' } as const

/** The mail comes to a desk that knows nothing yet, and the digest of the next morning tells of it. */
async function answer(raw: Buffer, mail: ReadMail) {
  const desk = openDesk({ settings: { ...DESK_SETTINGS, staff: [ANNA] }, read: async () => mail })
  await desk.receive(raw)
  const digest = await desk.digest(ANNA.email)
  const letters = [...desk.letters.map(({ reply }) => reply), ...(digest === null ? [] : [digest.reply])]
  const flaws = await Promise.all(letters.map((reply) => letterFlaws(reply.raw)))
  const texts = [...desk.letters, ...(digest === null ? [] : [digest])].map(
    ({ subject, text }) => `${subject}\n${text}`,
  )
  return {
    answered: desk.letters.map(({ to }) => to),
    tasks: desk.tasks.map(({ sentence }) => sentence),
    flaws: [...flaws.flat(), ...desk.tasks.flatMap(({ sentence }) => textFlaws(sentence))],
    text: texts.join('\n'),
  }
}

async function digest(stream: Readable): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}
