import type { Act } from '../../domain/casework/act.ts'
import type { CaseFile } from '../../domain/casework/case-file.ts'
import type { OrderedCase } from '../../domain/decide/mail-told.ts'
import type { Also } from '../../domain/orders/effects.ts'
import type { OrderFacts } from '../../domain/orders/order-facts.ts'
import type { Answered } from '../../domain/reply.ts'
import type { Casework, WrittenCasework } from './casework.ts'

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
