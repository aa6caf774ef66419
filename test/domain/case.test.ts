import { describe, expect, test } from 'vitest'
import { caseRef, caseRefsIn } from '../../src/domain/case.ts'

test.each([
  [2026, 42, 'CLEC-2026-00042'],
  [2026, 1, 'CLEC-2026-00001'],
  [2031, 123_456, 'CLEC-2031-123456'],
])('case %i/%i is %s', (year, number, ref) => {
  expect(caseRef(year, number)).toBe(ref)
  expect(caseRefsIn(`Re: agreement [${ref}]`)).toEqual([ref])
})

describe('references in a subject', () => {
  test.each([
    ['none', 'Interconnection in Colorado', []],
    ['in any case', 're: clec-2026-00042', ['CLEC-2026-00042']],
    [
      'several, in order, each once',
      'CLEC-2026-00009, CLEC-2026-00002 and clec-2026-00009',
      ['CLEC-2026-00009', 'CLEC-2026-00002'],
    ],
    ['too few digits', 'CLEC-2026-0042', []],
    ['inside a longer word', 'XCLEC-2026-00042 CLEC-2026-00042b', []],
    ['beyond 2,000 characters', `${'x '.repeat(1_000)}CLEC-2026-00042`, []],
  ])('%s', (_what, subject, refs) => {
    expect(caseRefsIn(subject)).toEqual(refs)
  })
})
