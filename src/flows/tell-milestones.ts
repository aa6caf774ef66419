/** After the orders of a mail: the letters that tell of them, one for each request, once, also when a crash came between. */

import { mailTold, type Telling } from '../domain/decide/mail-told.ts'
import type { OrderedInMail } from '../ports/stores/orders.ts'
import type { OrderParts } from './give-order.ts'

const MOST_TURNS = 10

export async function tellMilestones(parts: OrderParts, mailId: number): Promise<void> {
  for (let turn = 1; turn <= MOST_TURNS; turn += 1) {
    const ordered = await parts.store.orderedIn(mailId)
    const settled = { now: parts.clock().getTime(), desk: parts.desk, autonomy: parts.autonomy() }
    const open = mailTold(mailId, ordered.cases, settled).filter(({ letter }) => !ordered.letters.includes(letter.key))
    if ((await Promise.all(open.map((one) => tell(parts, one, ordered, mailId)))).every((isTold) => isTold)) return
  }
}

/** False: a case was changed by somebody else meanwhile. */
async function tell(parts: OrderParts, telling: Telling, ordered: OrderedInMail, mailId: number): Promise<boolean> {
  const now = parts.clock().getTime()
  const { letter, caseRefs, cases } = telling
  const request = ordered.cases.find(({ after }) => after.id === letter.caseId)?.after.requestId
  const original = request === undefined ? null : await parts.store.newestMail(request)
  const replies = [await parts.write(letter, original, now)]
  const written = await parts.store.tell({
    ...{ now, actor: 'system', cases, replies, tasks: [] },
    ...{ messageId: mailId, caseRefs },
  })
  if (written === null) return false
  await parts.bell.ring(written.chimes).catch(() => undefined) // the sweep rings again
  return true
}
