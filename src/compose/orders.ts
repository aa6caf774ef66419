/** What carries out people's orders, for the program and for the command line alike. */
import type { Config } from '../config/config.ts'
import { decidedMail, keepCorrection, withdrawCorrection } from '../db/corrections.ts'
import { orderStore } from '../db/orders.ts'
import type { Pool } from '../db/pool.ts'
import { yearIn } from '../domain/calendar/zone.ts'
import { correctedLabel } from '../domain/learn/correct.ts'
import type { OrderParts } from '../flows/give-order.ts'
import { writeLetter } from '../flows/write-reply.ts'
import type { Clock } from '../ports.ts'
import { autonomyOf, deskSettings, signerOf, writingParts } from './desk.ts'

export async function orderParts(
  pool: Pool,
  config: Config,
  clock: Clock,
  rest: Pick<OrderParts, 'bell' | 'onOrder'>,
): Promise<OrderParts> {
  const writing = writingParts(config, clock, (await signerOf(pool)).sign)
  return {
    ...rest,
    store: orderStore(pool, (at) => yearIn(at, config.timeZone)),
    clock,
    desk: deskSettings(config),
    autonomy: () => autonomyOf(config, []),
    write: (wish, original, number) =>
      writeLetter(writing, { wish, original, number, name: wish.to.name, receivedAt: null }),
    async correct(messageId, intents, by) {
      if (intents === null) return void (await withdrawCorrection(pool, messageId, by))
      const decided = await decidedMail(pool, messageId)
      if (decided === null) return
      const label = correctedLabel(decided.mail, decided.understanding, { intents })
      await keepCorrection(pool, messageId, label, by, deskSettings(config))
    },
  }
}
