/** Their count of the days beside ours, for a person. */
import { expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { counts } from '../../../src/domain/decide/count-question.ts'
import { anUnderstanding, DESK_SETTINGS } from '../../support/arrivals.ts'
import { blankCase } from '../../support/blank-case.ts'
import { aMail } from '../../support/mail-builder.ts'

const received = (id: number, state: string, day: string): CaseFile => {
  const at = Date.parse(`${day}T16:00:00Z`)
  return {
    ...blankCase(at),
    ...{ id, ref: `CLEC-2026-0000${id}`, requestId: id, company: 'Mesa Voice, LLC', state, family: 'qc' },
    ...{ agreement: 'interconnection', route: 'negotiate', intent: 'agreement-request', requestedAt: at },
  }
}
const UTAH = received(1, 'UT', '2026-03-02')

const asked = (...files: readonly CaseFile[]) =>
  counts(
    {
      arrived: {
        ...{ id: 7, receivedAt: Date.parse('2026-04-01T16:00:00Z'), understanding: anUnderstanding() },
        mail: aMail({ text: 'By our count day 135 is July 15, 2026.' }),
      },
      ...{ facts: { desk: DESK_SETTINGS }, moves: [], cases: files.map((file) => ({ file })) },
    },
    'lena@mesavoice.example',
  ).flatMap((one) => (one.wish === 'ask-human' ? [one.sentence] : []))

test('that is the same as ours asks nobody', () => {
  expect(asked(UTAH)).toEqual([])
})

test('the same in one case and another in the other is asked about, each with its own', () => {
  const [sentence = ''] = asked(UTAH, received(2, 'AZ', '2026-03-09'))
  expect(sentence).toContain('CLEC-2026-00001: Day 135 by their count: 2026-07-15 (Wednesday); the same as ours.')
  expect(sentence).toContain('CLEC-2026-00002: Day 135 by their count: 2026-07-15 (Wednesday); ours is 2026-07-22')
})

test('what is the same in several cases is said once', () => {
  const at = '2026-03-04'
  const [sentence = ''] = asked(received(1, 'UT', at), received(2, 'AZ', at))
  expect(sentence.match(/Ours: /g)).toHaveLength(1)
  expect(sentence).toContain('counts in CLEC-2026-00001 and CLEC-2026-00002: ')
})
