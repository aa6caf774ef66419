/** What the reader of orders knows besides the words: what the lines of the answered mail stand for, and who works here. */
import type { Act } from '../casework/act.ts'

/** What a numbered line of a digest stands for: what can be ordered about. */
export type OrderTarget =
  | {
      readonly kind: 'draft'
      readonly outboxId: number
      readonly caseRef: string | null
      /** The mail that the draft answers, where it answers one. */
      readonly messageId?: number | null
    }
  | {
      readonly kind: 'task'
      readonly taskId: number
      readonly sort: string
      readonly caseRef: string | null
      readonly messageId: number | null
      /** Cases that the question asks about beside its own. */
      readonly others?: readonly string[]
    }
  | {
      readonly kind: 'case'
      readonly caseRef: string
      /** The mail that opened it, null where the line is about none; absent: no line, the reference itself was written. */
      readonly messageId?: number | null
    }
  | { readonly kind: 'clock'; readonly caseRef: string; readonly clock: string }

/** One of us: known address and the name that colleagues use. */
export interface Staff {
  /** Lower case. */
  readonly address: string
  readonly name: string
}

/** An order that was given before, in the thread or above. */
export interface GivenOrder {
  /** In the log; null: it stands above in the same mail. */
  readonly number: number | null
  readonly order: Act
}

export interface OrderContext {
  /** The numbered lines of the mail that is answered. */
  readonly lines: ReadonlyMap<number, OrderTarget>
  /** What the answered mail is about when it is about one thing only: then orders need no number. */
  readonly about: OrderTarget | null
  /** Orders of the mail that is answered, or whose confirmation is, as far as they stand; in their order. */
  readonly given?: readonly GivenOrder[]
  readonly staff: readonly Staff[]
  /** Address of the writer: "to me", "mine". */
  readonly by: string
  /** `YYYY-MM-DD` in the installation's zone: the day on which the mail came. */
  readonly today: string
}

export type ReadOrder =
  | { readonly line: string; readonly order: Act }
  /** Something was wanted and not understood; the sentence says what to write instead. */
  | { readonly line: string; readonly problem: string }
