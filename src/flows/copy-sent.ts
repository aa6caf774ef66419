/**
 * Files a copy of a sent reply in the Sent mailbox. Work of its own: a Sent mailbox that is away never makes a reply
 * go out again. A second attempt looks first whether the first one had succeeded.
 */
import type { SentMailbox } from '../ports/sent-mailbox.ts'
import type { CopyStore } from '../ports/stores/copy-sent.ts'
import type { Handler } from './work.ts'

export interface CopyParts {
  readonly store: CopyStore
  readonly sentMailbox: SentMailbox
  readonly onCopied: () => void
}

export function copySent(parts: CopyParts): Handler {
  return async (workId) => {
    const reply = await parts.store.toCopy(workId)
    if (reply === null) return
    const filed = reply.again && (await parts.sentMailbox.has(reply.messageId))
    if (!filed) await parts.sentMailbox.append(reply.raw, reply.sentAt)
    await parts.store.copied(workId, reply.outboxId)
    parts.onCopied()
  }
}
