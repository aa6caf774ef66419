/** Early ordering is served in the order in which the completed information was in. */
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { earlyOrderingConditions, positionIn, queueOf } from '../../../src/domain/casework/early-ordering-queue.ts'
import type { ItemId } from '../../../src/domain/casework/items.ts'
import { NOW } from '../../support/arrivals.ts'
import { aFile, anItem, DAY, having, withProblem } from '../../support/casework.ts'

const CONDITIONS: readonly ItemId[] = [
  'clec-signature',
  'questionnaire',
  'ocn-letter',
  'certification',
  'early-ordering-letter-signed',
]

function complete(id: number, last: ItemId, day: number, change: Partial<CaseFile> = {}): CaseFile {
  const entries = CONDITIONS.map((item) => [item, anItem({ at: NOW + (item === last ? day : 0) * DAY })])
  const named = { company: 'Acme Fiber, LLC', state: 'UT', family: 'qc', route: 'template-as-is' } as const
  return aFile({ ...named, id, items: Object.fromEntries(entries), ...change })
}

const days = (files: readonly CaseFile[]) => queueOf(files).map(({ file, since }) => [file.id, (since - NOW) / DAY])

describe('the queue', () => {
  test.each(CONDITIONS)('counts from the last of its conditions: %s', (last) => {
    expect(days([complete(1, last, 5), complete(2, 'questionnaire', 3)])).toEqual([
      [2, 3],
      [1, 5],
    ])
  })

  test('of the same moment the older case is first', () => {
    const queue = queueOf([complete(9, 'questionnaire', 1), complete(4, 'questionnaire', 1)])
    expect([positionIn(queue, 4), positionIn(queue, 9), positionIn(queue, 5)]).toEqual([1, 2, null])
  })

  test('a request for early ordering has no place by itself', () => {
    expect(
      queueOf([having(aFile({ family: 'qc', state: 'UT', route: 'negotiate' }), 'early-ordering-request')]),
    ).toEqual([])
  })

  test.each([
    ['approved', having(complete(1, 'questionnaire', 1), 'approved')],
    ['refused', withProblem(complete(1, 'questionnaire', 1), 'approved')],
    ['told that it can order', having(complete(1, 'questionnaire', 1), 'ready-to-order')],
    ['closed', complete(1, 'questionnaire', 1, { closed: { reason: 'withdrawn', at: NOW, into: null } })],
    ['commercial', complete(1, 'questionnaire', 1, { route: 'commercial' })],
    ['tariff', complete(1, 'questionnaire', 1, { route: 'tariff' })],
    ['letter in question', withProblem(complete(1, 'questionnaire', 1), 'early-ordering-letter-signed')],
    ['CT/EQ without its start-up set', complete(1, 'questionnaire', 1, { family: 'ct-eq' })],
    ['family unknown', complete(1, 'questionnaire', 1, { family: null })],
  ])('no place: %s', (_what, file) => {
    expect(queueOf([file])).toEqual([])
  })

  test('conditions are told one by one', () => {
    const file = having(aFile({ family: 'qc', state: 'UT', route: 'negotiate' }), 'clec-signature')
    expect(earlyOrderingConditions(file).map((one) => `${one.item} ${one.met}`)).toEqual([
      ...['clec-signature true', 'early-ordering-letter-signed false', 'questionnaire false', 'ocn-letter false'],
      'certification false',
    ])
  })
})
