import type { AnsweredDigest } from '../../domain/decide/staff-mail.ts'
import type { GivenOrder } from '../../domain/orders/order-context.ts'

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
