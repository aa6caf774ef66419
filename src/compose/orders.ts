/** What carries out people's orders, for the program and for the command line alike. */
import { orderStore } from '../db/orders.ts'
import type { Pool } from '../db/pool.ts'
import { yearIn } from '../domain/calendar/zone.ts'
import type { OrderParts } from '../flows/give-order.ts'
import { continueThread } from '../flows/write-reply.ts'
import type { Desk } from './desk.ts'

export function orderParts(pool: Pool, desk: Desk, rest: Pick<OrderParts, 'bell' | 'onOrder'>): OrderParts {
  const { settings, writing } = desk
  return {
    ...rest,
    store: orderStore(pool, (at) => yearIn(at, settings.timeZone), settings),
    ...{ clock: writing.clock, desk: settings, autonomy: desk.autonomy },
    write: (wish, original, number) => continueThread(writing, wish, original, number),
  }
}
