import type { Notice } from '../domain/alerts.ts'

/** A way to somebody that does not lead through the mailbox. Rejects when nobody took the message. */
export interface AlertChannel {
  tell(notices: readonly Notice[]): Promise<void>
}
