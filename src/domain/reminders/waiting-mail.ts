/** Mails of theirs that wait for a person: whoever wrote one is not reminded in its case until somebody has looked. */
import type { TaskSort } from '../decision.ts'

/** Questions about a mail as a whole, or about what came with it. A mail that opened the case was answered by what asks. */
export const MAIL_QUESTIONS: readonly TaskSort[] = [
  ...(['legal', 'understand', 'withdrawal', 'extension', 'correction', 'answer', 'thread'] as const),
  ...(['entity', 'sender', 'account', 'loop'] as const),
]
