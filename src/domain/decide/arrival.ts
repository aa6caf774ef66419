/** An arrived mail and all that is known when it is decided. */
import type { Autonomy } from '../autonomy.ts'
import type { Affiliation } from '../casework/affiliates.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { Clec } from '../casework/clec.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import type { ProvingMail } from '../casework/proofs.ts'
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

/** What the configuration knows. */
export type Configured = 'desk' | 'ownAddresses' | 'authservIds' | 'caps' | 'mailMegabytes'

export interface ArrivalFacts {
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly autonomy: Autonomy
  readonly desk: DeskSettings
  readonly ownAddresses: readonly string[]
  /** Names of the servers whose Authentication-Results are believed. */
  readonly authservIds: readonly string[]
  /** To whom we sent the letters whose signed tokens the mail carries. */
  readonly repliesTo: readonly string[]
  readonly threads: ThreadFacts
  /** It lay in the mailbox before that was connected, or is older: what answers it waits for a person. */
  readonly isOld: boolean
  /** An earlier mail with the same Message-ID, Date and sender: the same mail by another way (list, second address). */
  readonly earlierDelivery: number | null
  /** Another mail that has its Message-ID and is not the same. */
  readonly sameMessageId: number | null
  /** The reply of ours that a bounce is about. */
  readonly bouncedReply: {
    readonly outboxId: number
    readonly caseId: number | null
    /** Cases of other requests that it was about. */
    readonly along: readonly number[]
    readonly recipient: string
  } | null
  readonly repliesToAddressLastHour: number
  readonly repliesToDomainLastHour: number
  /** To anybody. */
  readonly repliesLastHour: number
  /** Automatic replies of the last day per case id. */
  /** Answers to mails; what we write of our own accord, or after an order, feeds no loop. */
  readonly repliesInCaseLastDay: ReadonlyMap<number, number>
  readonly caps: {
    readonly perAddressPerHour: number
    readonly perDomainPerHour: number
    readonly perCasePerDay: number
    readonly perHour: number
  }
  readonly recipientBlocked: boolean
  /** Of larger mails only the header is read. */
  readonly mailMegabytes: number
  /** Numbers taken for the cases that this mail may open: as many as were asked for, at least one for a person's. */
  readonly freshCases: readonly { readonly id: number; readonly ref: string }[]
  /** A number for a legal entity that is new to us, and the one of that name where it is known. */
  readonly clec: { readonly freshId: number; readonly known: Clec | null }
  /** Recorded affiliates of the companies that the mail and its cases name. */
  readonly affiliations: readonly Affiliation[]
  /** Cases in the early ordering queue, for a place in it. */
  readonly earlyOrders: readonly CaseFile[]
  /** Mails of people in those of the cases of which nobody knew what they are about, by reference. */
  readonly unread: ReadonlyMap<string, readonly ProvingMail[]>
}
