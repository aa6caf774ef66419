import type { Archive, Bell, Clock, MailReader, RefusalCode } from '../ports.ts'
import type { ReadStore } from '../stores.ts'
import type { Handler } from './work.ts'

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
