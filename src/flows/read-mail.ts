import type { ReadMail } from '../domain/mail.ts'
import { stageAfterReading } from '../domain/pictures.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { Archive } from '../ports/archive.ts'
import type { Bell } from '../ports/bell.ts'
import type { Clock } from '../ports/clock.ts'
import type { MailReader, ReadOutcome, RefusalCode } from '../ports/mail-reader.ts'
import type { MailToRead, Reading, ReadStore } from '../ports/stores/read-mail.ts'
import { type Begin, type BegunStore, carefully } from './carefully.ts'
import { type CheckParts, withSenderCheck } from './check-sender.ts'
import { infectedOf, isSilent, type ScanParts, scanFiles, withScans } from './scan-files.ts'
import type { Handler } from './work.ts'

export interface ReadParts {
  readonly store: ReadStore
  readonly work: BegunStore
  readonly archive: Archive
  readonly reader: MailReader
  /** Null: no scanner is configured. */
  readonly scanning: ScanParts | null
  /** Null: senders are not checked by us. */
  readonly checking: CheckParts | null
  readonly bell: Bell
  readonly clock: Clock
  /** The decider of this process, where it has one. */
  readonly decideReading: ((workId: string, reading: Reading) => Promise<void>) | null
  readonly onRead: (
    milliseconds: number,
    refused: RefusalCode | null,
    stint: { readonly mail: number; readonly begunAt: number },
  ) => void
}

/** Reading it starts a reader where none is up. */
const NO_MAIL = { bytes: Buffer.from('\r\n') }

export function readMail(parts: ReadParts): Handler {
  const careful = carefully(parts.work, () => parts.reader.read(NO_MAIL))
  return async (workId) => {
    const todo = await parts.store.toRead(workId)
    if (todo === null) return
    await careful(workId, todo.begun, (begin) => readOne(parts, workId, todo, begin))
  }
}

async function readOne(parts: ReadParts, workId: string, todo: MailToRead, begin: Begin): Promise<void> {
  const begunAt = parts.clock().getTime()
  const stint = { mail: todo.messageId, begunAt }
  const result = await toldWhole(parts, todo, await readScanned(parts, todo, begin))
  const elapsed = () => parts.clock().getTime() - begunAt
  if (result.outcome === 'refused') {
    await parts.store.quarantine(workId, result)
    parts.onRead(elapsed(), result.code, stint)
    return
  }
  const mail = parts.checking === null ? result.mail : await withSenderCheck(result.mail, todo, parts.checking)
  const [{ messageId, receivedAt }, milliseconds] = [todo, elapsed()]
  const reading = { messageId, receivedAt, mail, milliseconds }
  if (!(await isDecided(parts, workId, reading))) {
    const chimes = await parts.store.recordReading(workId, reading)
    await parts.bell.ring(chimes).catch(() => undefined) // the sweep rings again
  }
  parts.onRead(milliseconds, null, stint)
}

/** No mail that is smaller is too large, whatever the limit is. */
const SMALL_BYTES = 2 ** 20

/**
 * Of a mail that is too large the header is all that was stored, or is read; it must not pass for the mail. It is decided
 * by its header.
 */
async function toldWhole({ archive }: ReadParts, todo: MailToRead, result: ReadOutcome): Promise<ReadOutcome> {
  if (result.outcome === 'refused')
    return result.code === 'size-limit' && result.mail !== null ? headerOnly(todo, result.mail) : result
  const isWhole = todo.bytes < SMALL_BYTES || (await archive.bytesOf(todo.sha256)) >= todo.bytes
  return isWhole ? result : headerOnly(todo, result.mail)
}

function headerOnly({ bytes }: MailToRead, mail: ReadMail): ReadOutcome {
  const detail = `${Math.ceil(bytes / 2 ** 20)} MB`
  return { outcome: 'read', mail: { ...mail, problems: [...mail.problems, { code: 'header-only', detail }] } }
}

/** So often reading waits for a scanner that cannot be asked, half a minute in all; then the mail goes on without its word. */
const PATIENCE = 4

/**
 * Where there is a scanner, the files are stored first and asked about, and only then is the mail read with those open
 * that are not infected. Throws `IntakeError scanner` while it is worth waiting: the sweep rings again.
 */
async function readScanned(parts: ReadParts, { sha256, attempts }: MailToRead, begin: Begin): Promise<ReadOutcome> {
  const { reader, scanning } = parts
  const source = { path: parts.archive.pathOf(sha256) }
  if (scanning === null) return reader.read(source, [], begin)
  const shut = await reader.read(source, 'all', begin)
  if (shut.outcome === 'refused') return shut
  if (shut.mail.attachments.length === 0) return reader.read(source)
  const scans = await scanFiles(shut.mail.attachments, scanning)
  if (isSilent(scans) && attempts < PATIENCE)
    throw new IntakeError(
      'scanner',
      'The virus scanner cannot be asked; the mail waits. Check CLAMD_URL and that clamd runs.',
    )
  const read = await reader.read(source, infectedOf(scans))
  return read.outcome === 'refused' ? read : { ...read, mail: withScans(read.mail, scans) }
}

/**
 * Decided at once, where the decider stands beside us and no picture waits to be recognised. Whatever goes wrong with that, a mail whose content is known
 * already for one, the reading is recorded by itself and deciding is work of its own, with attempts of its own.
 */
async function isDecided(parts: ReadParts, workId: string, reading: Reading): Promise<boolean> {
  if (parts.decideReading === null || stageAfterReading(reading.mail) !== 'decide') return false
  return parts.decideReading(workId, reading).then(
    () => true,
    () => false,
  )
}
