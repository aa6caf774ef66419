/**
 * What one stage began for the next in the same transaction and hands over in memory, so that the next need neither
 * claim nor load it. Bounded: without room the row is left for whoever comes first.
 */
import type { ClaimedReply } from '../ports/stores/send-mail.ts'

export interface HandOver<Item> {
  hasRoom(): boolean
  hold(workId: string, item: Item): void
  /** Each item once. */
  take(workId: string): Item | null
  /** What nobody took. */
  rest(): readonly Item[]
}

export function handOver<Item>(most: number): HandOver<Item> {
  const held = new Map<string, Item>()
  return {
    hasRoom: () => held.size < most,
    hold: (workId, item) => void held.set(workId, item),
    take(workId) {
      const item = held.get(workId) ?? null
      held.delete(workId)
      return item
    },
    rest: () => [...held.values()],
  }
}

/** Replies that are `sending` by this process from their commit on. */
export type Claims = HandOver<ClaimedReply> & { readonly instance: number }
