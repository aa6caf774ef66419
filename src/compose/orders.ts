/** What carries out people's orders, for the program and for the command line alike. */
import { decidedMail, keepCorrection, withdrawCorrection } from '../db/corrections.ts'
import { orderStore } from '../db/orders.ts'
import type { Pool } from '../db/pool.ts'
import { yearIn } from '../domain/calendar/zone.ts'
import { correctedLabel } from '../domain/learn/correct.ts'
import type { OrderParts } from '../flows/give-order.ts'
import { continueThread } from '../flows/write-reply.ts'
import type { Desk } from './desk.ts'

export function orderParts(pool: Pool, desk: Desk, rest: Pick<OrderParts, 'bell' | 'onOrder'>): OrderParts {
  const { settings, writing } = desk
  return {
    ...rest,
    store: orderStore(pool, (at) => yearIn(at, settings.timeZone)),
    ...{ clock: writing.clock, desk: settings, autonomy: desk.autonomy },
    write: (wish, original, number) => continueThread(writing, wish, original, number),
    async correct(messageId, intents, by) {
      if (intents === null) return void (await withdrawCorrection(pool, messageId, by))
      const decided = await decidedMail(pool, messageId)
      if (decided === null) return
      const label = correctedLabel(decided.mail, decided.understanding, { intents })
      await keepCorrection(pool, messageId, label, by, settings)
    },
  }
}
