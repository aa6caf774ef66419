/** A mail to staff becomes the bytes that will go over the wire. It has no case reference in its subject. */
import type { LetterWish } from '../domain/decision.ts'
import { type Answered, replyHeaders } from '../domain/reply.ts'
import type { Rendered } from '../ports/renderer.ts'
import type { WrittenReply } from '../ports/stores/written-reply.ts'
import { marksOf, type WriteParts } from './write-reply.ts'

export interface StaffLetter {
  readonly wish: LetterWish
  readonly words: Rendered
  /** The mail that it answers; null: it answers none. */
  readonly original: Answered | null
  /** Tells it from other letters of the same name. */
  readonly number: number
}

export async function writeStaffLetter(
  parts: Omit<WriteParts, 'renderer'>,
  letter: StaffLetter,
): Promise<WrittenReply> {
  const { wish, words, original } = letter
  const { messageId, returnPath } = marksOf(parts, letter)
  const headers = original === null ? null : replyHeaders({ original, caseRef: wish.caseRef })
  const subject = original === null ? words.subject : `Re: ${original.subject.replace(/^(?:re:\s*)+/i, '')}`
  const raw = await parts.compose({
    from: parts.from,
    to: wish.to,
    subject,
    ...{ text: words.text, html: words.html, messageId, date: parts.clock() },
    inReplyTo: headers?.inReplyTo ?? null,
    references: headers?.references ?? [],
    headers: {
      'Auto-Submitted': original === null ? 'auto-generated' : 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
    },
  })
  return { wish, messageId, returnPath, inReplyTo: headers?.inReplyTo ?? null, subject, raw }
}
