/** An arrived mail and all that is known when it is decided. */
import type { Mode } from '../autonomy.ts'
import type { ReadMail } from '../mail.ts'
import type { ThreadFacts } from '../thread.ts'
import type { Understanding } from '../understanding.ts'

export interface ArrivedMail {
  /** Row id in the ledger. */
  readonly id: number
  /** INTERNALDATE in milliseconds: the recorded receipt (domain T3). */
  readonly receivedAt: number
  readonly mail: ReadMail
  readonly understanding: Understanding
}

export interface ArrivalFacts {
  /** For this mail: the master switch, or less where its category is held back. */
  readonly mode: Mode
  readonly ownAddresses: readonly string[]
  readonly threads: ThreadFacts
  /** An earlier mail with the same Message-ID, Date and sender: the same mail by another way (list, second address). */
  readonly earlierDelivery: number | null
  /** The reply of ours that a bounce is about. */
  readonly bouncedReply: {
    readonly outboxId: number
    readonly caseId: number | null
    readonly recipient: string
  } | null
  readonly repliesToAddressLastHour: number
  readonly repliesToDomainLastHour: number
  /** Automatic replies of the last day per case id. */
  readonly repliesInCaseLastDay: ReadonlyMap<number, number>
  readonly caps: {
    readonly perAddressPerHour: number
    readonly perDomainPerHour: number
    readonly perCasePerDay: number
  }
  readonly recipientBlocked: boolean
  /** A number taken for the case that this mail may open. */
  readonly freshCase: { readonly id: number; readonly ref: string }
}
