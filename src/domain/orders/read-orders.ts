import type { OrderContext, ReadOrder } from './order-context.ts'

export function readOrders(_text: string, _context: OrderContext): readonly ReadOrder[] {
  return []
}
