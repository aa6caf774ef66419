/**
 * What the flows of the casework keep in the database and ask of it: what people order and what time brings. `src/db`
 * implements these.
 */

import type { Ending } from './domain/alerts.ts'
import type { Act } from './domain/casework/act.ts'
import type { CaseFile } from './domain/casework/case-file.ts'
import type { Moot } from './domain/casework/moot.ts'
import type { CaseOutcome } from './domain/casework/outcome.ts'
import type { JoinFacts } from './domain/decide/joins.ts'
import type { OrderedCase } from './domain/decide/mail-told.ts'
import type { OverdueDraft } from './domain/decide/overdue-draft.ts'
import type { AnsweredDigest } from './domain/decide/staff-mail.ts'
import type { AskWish, Introducing } from './domain/decision.ts'
import type { DigestTarget } from './domain/digest/digest.ts'
import type { DigestFacts, MailboxBalance, StaffMember } from './domain/digest/facts.ts'
import type { WaitingLetter } from './domain/letter/waiting-letter.ts'
import type { Also } from './domain/orders/effects.ts'
import type { GivenOrder } from './domain/orders/order-context.ts'
import type { OrderFacts } from './domain/orders/order-facts.ts'
import type { Answered } from './domain/reply.ts'
import type { Chime } from './ports.ts'
import type { WrittenReply } from './stores.ts'

/** Casework that no mail caused, to be written as one. */
export interface Casework {
  /** Milliseconds since the epoch. */
  readonly now: number
  /** `system`, or who ordered it. */
  readonly actor: string
  readonly cases: readonly CaseOutcome[]
  readonly replies: readonly WrittenReply[]
  readonly tasks: readonly AskWish[]
  /** Open questions that are answered by what happened. */
  readonly settles?: readonly Moot[]
}

export interface WrittenCasework {
  readonly chimes: readonly Chime[]
  /** Rows of the letters, in no order. */
  readonly letters: readonly number[]
}

/** Pieces of the scheduler's work that failed, by name. */
export interface StumbleStore {
  /** Those of them that are to wait still, or were given up. */
  putOff(what: readonly string[], now: number): Promise<ReadonlySet<string>>
  /** Notes a failure, puts the piece off (1 min, doubling, at most 1 h) and returns how many there were in a row. */
  stumbled(what: string, error: string, now: number): Promise<number>
  /** A task for a person. */
  ask(sentence: string): Promise<void>
}

export interface TimeStore {
  readonly stumbles: StumbleStore
  /** Leaves a request alone until its moment is another one or a person has it tried again, and asks a person. */
  giveUp(requestId: number, error: string): Promise<void>
  /** Requests with a case whose moment has come and that are not put off, the longest waiting first. */
  dueRequests(now: number, most: number): Promise<readonly number[]>
  openCases(requestId: number): Promise<readonly CaseFile[]>
  /** Other requests with an open case of one of its companies, in which one of these addresses is asked for something. */
  besides(requestId: number, addresses: readonly string[]): Promise<readonly number[]>
  /** Those of the addresses to which nothing more is sent. */
  blocked(addresses: readonly string[]): Promise<readonly string[]>
  /** Ids of its cases in which a later mail of theirs waits for a person. */
  unanswered(requestId: number): Promise<readonly number[]>
  /** Whether a mail of one of them may lie here undecided, a letter of the request has not left yet, or none ever left. */
  waits(requestId: number, addresses: readonly string[]): Promise<boolean>
  /** The newest mail of a person in the request. */
  newestMail(requestId: number): Promise<Answered | null>
  /** Letters to anybody, drafts left out. */
  repliesLastHour(now: number): Promise<number>
  /** Null: somebody else changed one of the cases meanwhile, and nothing was written. */
  commit(work: Casework): Promise<WrittenCasework | null>
}

export type OrderVia = 'cli' | 'mail' | 'link'

/** An order as it is to be carried out, all of it or nothing. */
export interface CarriedOut extends Casework {
  readonly number: number
  readonly order: Act
  readonly via: OrderVia
  /** The mail that ordered it. */
  readonly messageId: number | null
  /** Which of the mail's orders. */
  readonly place: number | null
  /** Key of the signed link that gave it; null: none did. */
  readonly link: string | null
  /** The cases as they were, by reference. */
  readonly before: ReadonlyMap<string, CaseFile>
  readonly also: readonly Also[]
  readonly sentence: string
}

export type LoadedOrder = Omit<
  OrderFacts,
  'by' | 'speech' | 'now' | 'today' | 'staff' | 'zone' | 'standingOf' | 'territory' | keyof DrawnNumbers
>

/** The order's own number, and that of the case which a split opens. */
export type DrawnNumbers = Pick<OrderFacts, 'number' | 'freshCase'>

export interface OrderStore {
  /** Loads all that the order names; what the configuration knows is added by the caller. */
  facts(order: Act): Promise<LoadedOrder>
  /** Takes the numbers of an order that will be carried out: a refused one leaves no gap. */
  draw(order: Act, now: number): Promise<DrawnNumbers>
  newestMail(requestId: number): Promise<Answered | null>
  /** Null: somebody else changed one of the cases meanwhile, and nothing was written. */
  commit(work: CarriedOut): Promise<WrittenCasework | null>
  /** What the orders of a mail did so far. */
  orderedIn(messageId: number): Promise<OrderedInMail>
  /** A letter that tells of a mail's orders; taking one of them back finds it. Null: as with `commit`. */
  tell(work: ToldOrders): Promise<WrittenCasework | null>
}

export interface OrderedInMail {
  readonly cases: readonly OrderedCase[]
  /** Keys of the letters that told of them. */
  readonly letters: readonly string[]
}

export interface ToldOrders extends Casework {
  readonly messageId: number
  /** Whose changes the letter tells of. */
  readonly caseRefs: readonly string[]
}

export interface StaffMailStore {
  /** The digest that a mail refers to, or the one of that number. */
  digest(messageIds: readonly string[], id: number | null): Promise<AnsweredDigest | null>
  /** Whether a mail refers to a confirmation of orders that went to this address. */
  confirmed(messageIds: readonly string[], address: string): Promise<boolean>
  /** Orders of this address that stand, in mails that a mail refers to or whose confirmation it does. */
  given(messageIds: readonly string[], address: string): Promise<readonly GivenOrder[]>
  /** What was carried out already of a mail's orders: their places, with what was said. */
  carriedOut(messageId: number): Promise<ReadonlyMap<number, string>>
  linkIsUsed(link: string): Promise<boolean>
}

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

export interface JoinStore {
  /** Cases that may be of those who are introduced. */
  apart(introduces: Introducing): Promise<JoinFacts>
  ask(tasks: readonly AskWish[], now: number): Promise<void>
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
