/** What a reader of one sort of orders gets and gives. Each reads whole sayings only, never a part of one. */
import type { Act } from '../casework/act.ts'
import type { OrderContext, OrderTarget } from './order-context.ts'

export interface Saying {
  /** Straight quotes and dashes, no polite words around it. */
  readonly words: string
  /** What it is about; null: nothing is named, and the mail is about more than one thing. */
  readonly target: OrderTarget | null
  readonly context: OrderContext
}

export type Said =
  | { readonly acts: readonly Act[] }
  /** `certain`: whatever another reads in these words, they may mean something else here. */
  | { readonly problem: string; readonly certain?: true }
  /** Not mine to read. */
  | null

export type Reader = (saying: Saying) => Said

export function caseOf(target: OrderTarget | null): string | null {
  return target?.caseRef ?? null
}

/** An act about the case of the line, or the sentence that says that there is none. */
export function aboutCase({ target }: Saying, act: (caseRef: string) => readonly Act[]): Said {
  const ref = caseOf(target)
  if (ref !== null) return { acts: act(ref) }
  return target === null
    ? null
    : { problem: 'that line stands for no case: write the reference of the case instead of the number' }
}
