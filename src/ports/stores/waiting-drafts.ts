import type { CaseOutcome } from '../../domain/casework/outcome.ts'
import type { OverdueDraft } from '../../domain/decide/overdue-draft.ts'
import type { AskWish } from '../../domain/decision.ts'
import type { WaitingLetter } from '../../domain/letter/waiting-letter.ts'
import type { Answered } from '../../domain/reply.ts'
import type { StumbleStore } from './stumbles.ts'
import type { WrittenReply } from './written-reply.ts'

export interface DraftStore {
  readonly stumbles: StumbleStore
  /** Drafts whose cases changed since they were written or looked at, the longest waiting first. */
  stale(most: number): Promise<readonly (WaitingLetter & { readonly requestId: number })[]>
  /** It says what was so then. */
  looked(id: number, knownUntil: number): Promise<void>
  withdraw(id: number, why: string, now: number): Promise<void>
  /** False: somebody has said yes or no, or changed a case, meanwhile; nothing was written. */
  replace(id: number, by: Replacement, now: number): Promise<boolean>
  newestMail(requestId: number): Promise<Answered | null>
  /** Drafts that were written before that moment and of which nobody is asked yet. */
  waitingSince(before: number): Promise<readonly OverdueDraft[]>
  ask(tasks: readonly AskWish[], now: number): Promise<void>
  /** Questions about drafts that wait no more are done. */
  settle(now: number): Promise<void>
}

export interface Replacement {
  readonly reply: WrittenReply
  readonly cases: readonly CaseOutcome[]
  /** It says what was so then. */
  readonly knownUntil: number
}
