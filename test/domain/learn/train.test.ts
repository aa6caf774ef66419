import { expect, test } from 'vitest'
import { train } from '../../../src/domain/learn/train.ts'
import type { Clause } from '../../../src/domain/understand/model/clauses.ts'
import { sharesOf } from '../../../src/domain/understand/model/model.ts'
import { ORDER_SIGNS } from '../../../src/domain/understand/model/order.ts'
import { aLesson } from '../../support/lessons.ts'

const OPTIONS = { name: 'toy', precision: 0.9, folds: 4 }
const asks = (count: number, shows: string, intent: 'status-inquiry' | 'process-question') =>
  Array.from({ length: count }, () => aLesson({ shows, intents: [intent] }))

test('what is acted on is told by thresholds that the mail had no part in', () => {
  // One writer in each of two folds is wrong where all others are right.
  const lessons = [...asks(40, 'any:news', 'status-inquiry'), ...asks(40, 'any:how', 'process-question')]
  const odd = asks(2, 'any:news', 'process-question')
  const { model, report } = train([...lessons, ...odd], OPTIONS)
  expect(report.mails).toBe(82)
  expect(report.coverage).toBeGreaterThan(0.5)
  expect(report.actedRight).toBeLessThan(1)
  expect(report.intents.find(({ intent }) => intent === 'status-inquiry')?.actFrom).toBe(
    model.actFrom['status-inquiry'],
  )
})

test('words learn to answer also where concepts and rules would do', () => {
  const both = (count: number, rest: string, intent: 'status-inquiry' | 'process-question') =>
    asks(count, `any:${rest} any:#${rest} rule:${rest}`, intent)
  const { model } = train([...both(8, 'news', 'status-inquiry'), ...both(8, 'how', 'process-question')], OPTIONS)
  const share = (name: string) => Math.max(...sharesOf(model, [{ name, value: 1, sentence: 0 }]).main)
  expect(share('any:news')).toBeGreaterThan(share('any:#news'))
})

/** Says the one, then the other; by its words alone nobody could tell which is the main one. */
function bothIn(order: readonly [first: number, then: number]) {
  const clause = (feature: number): Clause => ({
    ...{ isSubject: false, asks: false, gives: false, denies: false },
    shows: Uint16Array.of(feature),
  })
  return { shows: 'any:news any:how', clauses: order.map(clause) }
}

test('of two matters the one that is named first is learned to be the main one', () => {
  const single = [...asks(30, 'any:news', 'status-inquiry'), ...asks(30, 'any:how', 'process-question')]
  const double = Array.from({ length: 40 }, (_, at) =>
    at % 2 === 0
      ? aLesson({ ...bothIn([0, 1]), intents: ['status-inquiry', 'process-question'] })
      : aLesson({ ...bothIn([1, 0]), intents: ['process-question', 'status-inquiry'] }),
  )
  const { model, report } = train([...single, ...double], OPTIONS)
  expect(model.order).toHaveLength(ORDER_SIGNS)
  // Half of the forty would be wrong without it.
  expect(report.mainRight).toBeGreaterThan(0.95)
})
