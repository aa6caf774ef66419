import { describe, expect, test } from 'vitest'
import { type ErasableMail, forbids, withoutPerson } from '../../src/domain/erasure.ts'
import { RETENTION_CLASSES, retentionCuts } from '../../src/domain/retention.ts'
import { aFile, aProof, met, NOW } from '../support/case-files.ts'

const closed = (reason: 'withdrawn' | 'completed' | 'merged') => ({ reason, at: NOW, into: null })
const WITHDRAWN = aFile({ closed: closed('withdrawn') })
const DAY = 86_400_000

function mail(change: Partial<ErasableMail> = {}): ErasableMail {
  return { id: 11, settled: true, cases: [], lettersOpen: 0, ...change }
}
const inCase = (file = WITHDRAWN, hold: string | null = null) => mail({ cases: [{ file, hold }] })

describe('what may go, and what forbids it', () => {
  test.each([
    ['a mail in no case', mail(), []],
    ['in a case that was withdrawn', inCase(), []],
    ['that is not decided yet', mail({ settled: false }), ['it is not decided yet']],
    ['whose answer waits', mail({ lettersOpen: 1 }), [expect.stringContaining('has not ended')]],
    ['in an open case', inCase(aFile()), ['CLEC-2026-00042 is open']],
    [
      'under a legal hold',
      inCase(WITHDRAWN, 'docket 26-0113'),
      [expect.stringContaining('legal hold: docket 26-0113')],
    ],
    ['of an agreement', inCase(aFile({ closed: closed('completed') })), [expect.stringContaining('may be in force')]],
    [
      'of an agreement that both have signed, whatever the case was closed as',
      inCase({ ...WITHDRAWN, items: { 'clec-signature': met(), 'carrier-signature': met() } }),
      [expect.stringContaining('may be in force')],
    ],
    [
      'with filed papers',
      inCase({ ...WITHDRAWN, items: { filed: met() } }),
      [expect.stringContaining('47 U.S.C. 252')],
    ],
    [
      'in two cases of which one is open',
      mail({
        cases: [
          { file: WITHDRAWN, hold: null },
          { file: aFile({ ref: 'CLEC-2026-00043' }), hold: null },
        ],
      }),
      ['CLEC-2026-00043 is open'],
    ],
  ])('a mail %s', (_which, of, expected) => {
    expect(forbids(of)).toEqual(expected)
  })
})

test('a case keeps what it says of others, and loses the words of the person', () => {
  const items = {
    certification: met({ value: 'docket 1' }),
    'legal-name': met({ proof: aProof({ messageId: 12, quote: 'theirs' }) }),
  }
  const chase = { to: 'jane@clec.example', items: [], askedAt: NOW, reminded: [], pausedUntil: null, stopped: null }
  const file = withoutPerson({ ...WITHDRAWN, items, chase }, new Set([11]), new Set(['jane@clec.example']))
  expect(file.items.certification).toMatchObject({
    state: 'met',
    value: null,
    proof: { quote: 'erased', attachment: null },
  })
  expect(file.items['legal-name']).toEqual(items['legal-name'])
  expect([file.chase, file.version]).toEqual([null, WITHDRAWN.version + 1])
})

test('time erases only what the settings name, by the day of receipt', () => {
  const keep = Object.fromEntries(RETENTION_CLASSES.map((of) => [of, null])) as Parameters<typeof retentionCuts>[0]
  expect(retentionCuts(keep, NOW)).toEqual([])
  expect(retentionCuts({ ...keep, spam: 30, bounce: 365 }, NOW)).toEqual([
    { of: 'spam', before: NOW - 30 * DAY },
    { of: 'bounce', before: NOW - 365 * DAY },
  ])
})
