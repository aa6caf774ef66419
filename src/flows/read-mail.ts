/** Archive -> parsed mail -> stored -> ring "decide". What cannot be read is quarantined with its reason and kept. */
import type { ReadMail } from '../domain/mail.ts'
import type { Archive, Bell, Chime, Clock, MailReader, RefusalCode } from '../ports.ts'
import type { Handler } from './work.ts'

export interface Reading {
  readonly messageId: number
  readonly mail: ReadMail
  readonly milliseconds: number
}

export interface ReadStore {
  /** The mail to read, or null when the work is done already. */
  toRead(workId: string): Promise<{ readonly messageId: number; readonly sha256: string } | null>
  /** One transaction: reading, attachments, next work. A mail whose content is known becomes a duplicate: no chime. */
  recordReading(workId: string, reading: Reading): Promise<readonly Chime[]>
  quarantine(workId: string, refused: { code: RefusalCode; detail: string; mail: ReadMail | null }): Promise<void>
}

export interface ReadParts {
  readonly store: ReadStore
  readonly archive: Archive
  readonly reader: MailReader
  readonly bell: Bell
  readonly clock: Clock
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
    const chimes = await parts.store.recordReading(workId, {
      messageId: todo.messageId,
      mail: result.mail,
      milliseconds,
    })
    parts.onRead(milliseconds, null)
    await parts.bell.ring(chimes).catch(() => undefined) // the sweep rings again
  }
}
