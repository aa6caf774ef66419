import { describe, expect, test } from 'vitest'
import { type AccessToken, planFor, stillServes, type TokenPlan } from '../../src/domain/access-token.ts'

const minutes = (count: number) => new Date(Date.UTC(2026, 4, 4, 12, count))
/** Given at 12:00 for an hour. */
const token: AccessToken = { value: 'one', obtainedAt: minutes(0), endsAt: minutes(60) }
const brief: AccessToken = { ...token, endsAt: minutes(4) }

const PLANS: readonly (readonly [string, AccessToken | null, string | null, number, TokenPlan])[] = [
  ['none yet', null, null, 0, 'renew'],
  ['a fresh one', token, null, 1, 'use'],
  ['one that is good for six minutes', token, null, 54, 'use'],
  ['one that is over in five', token, null, 55, 'renew'],
  ['one that is over', token, null, 61, 'renew'],
  ['a short one in its last quarter', brief, null, 3, 'renew'],
  ['a short one before that', brief, null, 2, 'use'],
  ['an old one that the server turned down', token, 'one', 30, 'renew'],
  ['a young one that the server turned down', token, 'one', 1, 'refused'],
  ['another than the server turned down', token, 'zero', 1, 'use'],
]

test.for(PLANS)('%s', ([, held, refused, at, plan]) => {
  expect(planFor(held, refused, minutes(at))).toBe(plan)
})

describe('when no new one is to be had', () => {
  test('the old one serves to its end, unless the server turned it down', () => {
    expect(stillServes(token, null, minutes(59))).toBe(true)
    expect(stillServes(token, null, minutes(60))).toBe(false)
    expect(stillServes(token, 'one', minutes(30))).toBe(false)
    expect(stillServes(null, null, minutes(0))).toBe(false)
  })
})
