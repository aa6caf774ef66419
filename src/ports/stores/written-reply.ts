import type { LetterWish } from '../../domain/decision.ts'

/** A reply as it will go over the wire, fixed before it is committed. */
export interface WrittenReply {
  readonly wish: LetterWish
  readonly messageId: string
  readonly returnPath: string
  readonly inReplyTo: string | null
  readonly subject: string
  readonly raw: Buffer
}
