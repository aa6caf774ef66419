import type { ArrivalFacts, Configured } from '../../domain/decide/arrival.ts'
import type { Decision } from '../../domain/decision.ts'
import type { Label } from '../../domain/learn/example.ts'
import type { ReadMail } from '../../domain/mail.ts'
import type { Chime } from '../bell.ts'
import type { Reading } from './read-mail.ts'
import type { WrittenReply } from './written-reply.ts'

export interface MailToDecide {
  readonly messageId: number
  readonly receivedAt: Date
  readonly mail: ReadMail
  /** Somebody said that a person wrote it, and what it wants; null: it is as it is understood. */
  readonly corrected: Label | null
  /** As in `MailToRead`. */
  readonly begun: number | null
}

/** The keys by which facts are looked up. */
export interface FactKeys {
  readonly sender: string
  readonly recipient: string
  readonly messageIds: readonly string[]
  /** Message-IDs of ours that it refers to; their signatures hold. */
  readonly ownIds: readonly string[]
  /** Case references out of them. */
  readonly tokenRefs: readonly string[]
  readonly subjectRefs: readonly string[]
  /** Message-IDs and return-path keys of ours that a bounce is about. */
  readonly bounced: readonly string[]
  /** How many cases the mail may open. */
  readonly wantsCases: number
  /** The company it names, in a form for searching. */
  readonly companyKey: string | null
  readonly states: readonly string[]
  /** Our numbers of agreements that it names (CDS-...). */
  readonly tracking: readonly string[]
  /** It may ask for its place in the early ordering queue. */
  readonly wantsQueue: boolean
}

/** Facts as the store knows them; what configuration knows is added here. */
export type StoredFacts = Omit<ArrivalFacts, 'now' | 'autonomy' | Configured>

/** Mails that a mail names as those it answers: texts of theirs, and letters of ours as they were sent. */
export interface OlderMails {
  readonly texts: readonly string[]
  readonly letters: readonly Buffer[]
}

export interface DecideSession {
  /** Asked only of mails that may answer within what they quote. */
  older(messageIds: readonly string[]): Promise<OlderMails>
  /** `now` in milliseconds: what counts as the last hour. */
  facts(todo: MailToDecide, keys: FactKeys, now: number): Promise<StoredFacts>
  commit(
    todo: MailToDecide,
    decision: Decision,
    replies: readonly WrittenReply[],
    now: number,
  ): Promise<readonly Chime[]>
}

export interface DecideStore {
  /**
   * Runs `work` for the mail, one mail of a sender's domain after the other, and again on fresh facts when another
   * process decided about the same domain meanwhile. No chimes when there is nothing left to decide.
   */
  decide(workId: string, work: DecideWork): Promise<readonly Chime[]>
  /** The same for a mail that was read just now, under the work of reading it: one transaction records both. */
  decideReading(workId: string, reading: Reading, work: DecideWork): Promise<readonly Chime[]>
}

export type DecideWork = (todo: MailToDecide, session: DecideSession) => Promise<readonly Chime[]>
