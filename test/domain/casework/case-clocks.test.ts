import { expect, test } from 'vitest'
import { caseClocks } from '../../../src/domain/casework/summary.ts'
import { aFile, anItem } from '../../support/casework.ts'

const at = Date.parse('2026-03-02T17:00:00Z')

test.each([
  ['met', true],
  ['waived', false],
  ['problem', false],
] as const)('a questionnaire that is %s starts its clocks: %s', (state, starts) => {
  const file = aFile({ state: 'UT', family: 'qc', items: { questionnaire: anItem({ state, at }) } })
  const ids = caseClocks(file, 'America/Denver').map(({ id }) => id)
  expect(ids.some((id) => id.startsWith('questionnaire'))).toBe(starts)
})
