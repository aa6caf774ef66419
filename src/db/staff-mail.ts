/** What answers to digests rest on: which digest it was, and what was carried out already. */

import type { AnsweredDigest } from '../domain/decide/staff-mail.ts'
import type { GivenOrder, OrderTarget } from '../domain/orders/order-context.ts'
import type { StaffMailStore } from '../ports/stores/staff-mail.ts'
import { type Pool, rows } from './pool.ts'

export function staffMailStore(pool: Pool): StaffMailStore {
  return {
    async digest(messageIds, id) {
      const [row] = await rows<{ id: number; staff: string; lines: [number, OrderTarget][] }>(
        pool,
        `select d.id, d.staff, d.lines from digest d left join outbox o on o.id = d.outbox_id
         where d.id = $2 or ($2::bigint is null and o.message_id = any($1)) order by d.id desc limit 1`,
        [messageIds, id],
      )
      return row ? ({ ...row, lines: new Map(row.lines) } satisfies AnsweredDigest) : null
    },
    async confirmed(messageIds, address) {
      const found = await rows(
        pool,
        `select from outbox where message_id = any($1) and template = 'order-answer' and lower(recipient) = $2 limit 1`,
        [messageIds, address],
      )
      return found.length > 0
    },
    given: (messageIds, address) =>
      rows<GivenOrder>(
        pool,
        `select o.id as number, o.act as "order" from ordered o join message m on m.id = o.message_id
         where lower(o.by_whom) = $2 and o.undone_by is null and m.id in (
           select id from message where message_id = any($1)
           union select answers from outbox where message_id = any($1) and template = 'order-answer')
         order by o.id`,
        [messageIds, address.toLowerCase()],
      ),
    async carriedOut(messageId) {
      const found = await rows<{ place: number; said: string }>(
        pool,
        'select place, said from ordered where message_id = $1 and place is not null',
        [messageId],
      )
      return new Map(found.map((row) => [row.place, row.said]))
    },
    async linkIsUsed(link) {
      return (await rows(pool, 'select from ordered where link = $1', [link])).length > 0
    },
  }
}
