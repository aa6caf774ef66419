/** "make that April 20": the day of the order just given, in the thread of its confirmation or above in the same mail. */
import type { Act } from '../casework/act.ts'
import { DAY_PATTERN, dayOf } from './days.ts'
import type { GivenOrder } from './order-context.ts'
import { spoken } from './politeness.ts'
import { caseOf, type Reader } from './saying.ts'

const MAKES =
  '(?:(?:make|change|move|push|set) (?:it|that|this|(?:the|that) (?:day|date))(?: be| to| until| till| out to)?|(?:i|we) (?:meant|mean|should have (?:said|written))|(?:it|that|this) should (?:be|read|say|have been)|(?:better|rather))'
const CHANGES = new RegExp(
  `^(?:(?:sorry|oops|correction|actually|wait|hm+|my mistake)[,:.!-]*\\s+)*${MAKES}(?: until| till| from)?(?: the)? (${DAY_PATTERN})(?: instead| rather)?$`,
  'i',
)

export const sayDay: Reader = ({ words, target, context }) => {
  const said = CHANGES.exec(words)?.[1]
  if (said === undefined) return null
  const day = dayOf(said, context.today)
  if ('problem' in day) return day
  const ref = caseOf(target)
  const given = (context.given ?? []).filter(({ order }) => ref === null || refOf(order) === ref)
  const dated = given.filter(({ order }) => dayIn(order) !== null)
  const [last, ...others] = [...dated].reverse()
  if (last === undefined)
    return { problem: `say the whole order with its day, as in "no reminders until ${day.day}"`, certain: true }
  if (others.some(({ order }) => order.act !== last.order.act || refOf(order) !== refOf(last.order)))
    return {
      problem: `say which order has that day: write it whole, as in "no reminders until ${day.day}"`,
      certain: true,
    }
  return again(last, day.day)
}

/** It changes the day of something, whether or not it is clear of what. */
export function changesDay(words: string): boolean {
  return CHANGES.test(spoken(words))
}

function refOf(order: Act): string | null {
  return 'caseRef' in order ? order.caseRef : null
}

function dayIn(order: Act): string | null {
  if (order.act === 'rest') return order.until
  if (order.act === 'extend') return order.deemedReceipt
  return order.act === 'tick' || order.act === 'not-approved' ? order.on : null
}

/** A rest and a day of receipt are said anew; what is recorded is taken back first. */
function again({ number, order }: GivenOrder, day: string): ReturnType<Reader> {
  if (order.act === 'rest') return { acts: [{ ...order, until: day }] }
  if (order.act === 'extend') return { acts: [{ ...order, deemedReceipt: day }] }
  if (order.act !== 'tick' && order.act !== 'not-approved') return null
  if (number === null) return { problem: `write that day in the order itself: it is not carried out yet` }
  return {
    acts: [
      { act: 'undo', order: number },
      { ...order, on: day },
    ],
  }
}
