import type { Ending } from '../../domain/alerts.ts'
import type { DigestTarget } from '../../domain/digest/digest.ts'
import type { DigestFacts, MailboxBalance, StaffMember } from '../../domain/digest/facts.ts'
import type { Chime } from '../bell.ts'
import type { StumbleStore } from './stumbles.ts'
import type { WrittenReply } from './written-reply.ts'

/** What was said to one of the desk so far. */
export interface SaidSoFar {
  /** The newest digest that went out in its turn; null: none did. */
  readonly inTurn: number | null
  /** The newest one of an earlier day, in its turn or sent out of it. */
  readonly beforeToday: number | null
}

/** The facts as they are for a reader who heard the last digest at that moment. */
export type FactsSince = (since: number) => DigestFacts

export interface DigestQuestion {
  readonly now: number
  readonly timeZone: string
  readonly staff: readonly StaffMember[]
  readonly accounting: readonly MailboxBalance[]
  readonly ending: readonly Ending[]
  /** No reader heard a digest before that. */
  readonly oldest: number
  /** What a letter of ours says, of its bytes; '' where they do not tell. */
  readonly textOf: (raw: Buffer) => Promise<string>
}

export interface SaidDigest {
  readonly id: number
  /** Address, lower case. */
  readonly staff: string
  /** `2026-03-06`; one out of turn has its number behind: `2026-03-06+1`. */
  readonly day: string
  readonly now: number
  /** What its numbers stand for. */
  readonly lines: ReadonlyMap<number, DigestTarget>
  /** Null: there was nothing to say, or nobody to hear it. */
  readonly letter: WrittenReply | null
}

export interface DigestStore {
  readonly stumbles: StumbleStore
  /** By address; `today`: when the day began. */
  said(staff: readonly string[], today: number): Promise<ReadonlyMap<string, SaidSoFar>>
  facts(question: DigestQuestion): Promise<FactsSince>
  /** The number of the next digest; it stands in its links. */
  nextId(): Promise<number>
  /** Legal notices that wait for a person and that not everybody of these was told of: their tasks, oldest first. */
  untoldLegal(staff: readonly string[]): Promise<readonly number[]>
  /** The day of a digest out of turn: the first that is free. */
  freeDay(staff: string, day: string): Promise<string>
  /** A person says that the address is good: mail goes there again until one comes back. False: it was not blocked. */
  unblock(address: string): Promise<boolean>
  /** One transaction. Null: that day's was said already, by whomever, and nothing was written. */
  commit(digest: SaidDigest): Promise<readonly Chime[] | null>
}
