import { stageAfterReading } from '../domain/pictures.ts'
import type { Archive, Bell, Clock, MailReader, RefusalCode } from '../ports.ts'
import type { Reading, ReadStore } from '../stores.ts'
import type { Handler } from './work.ts'

export interface ReadParts {
  readonly store: ReadStore
  readonly archive: Archive
  readonly reader: MailReader
  readonly bell: Bell
  readonly clock: Clock
  /** The decider of this process, where it has one. */
  readonly decideReading: ((workId: string, reading: Reading) => Promise<void>) | null
  readonly onRead: (milliseconds: number, refused: RefusalCode | null) => void
}

export function readMail(parts: ReadParts): Handler {
  return async (workId) => {
    const todo = await parts.store.toRead(workId)
    if (todo === null) return
    const started = parts.clock().getTime()
    const result = await parts.reader.read({ path: parts.archive.pathOf(todo.sha256) })
    const milliseconds = parts.clock().getTime() - started
    if (result.outcome === 'refused') {
      await parts.store.quarantine(workId, result)
      parts.onRead(milliseconds, result.code)
      return
    }
    const { messageId, receivedAt } = todo
    const reading = { messageId, receivedAt, mail: result.mail, milliseconds }
    if (!(await isDecided(parts, workId, reading))) {
      const chimes = await parts.store.recordReading(workId, reading)
      await parts.bell.ring(chimes).catch(() => undefined) // the sweep rings again
    }
    parts.onRead(milliseconds, null)
  }
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
