/** A minute of the fuzzer with numbers that stay the same; `npm run fuzz` runs for as long as wanted with new ones. */
import { expect, it } from 'vitest'
import { chance } from '../support/chance.ts'
import { caseOf, fuzz } from './fuzz.ts'
import { violations } from './invariants.ts'
import { mutate } from './mutate.ts'
import { seeds } from './seeds.ts'

const SECONDS = Number(process.env.FUZZ_SECONDS ?? 60)
const MOST_CASES = 3_000

it('finds nothing in mutated mails', { timeout: 120_000 }, async () => {
  const until = performance.now() + SECONDS * 1000
  const run = await fuzz({
    seed: 1,
    isOver: (cases) => cases >= MOST_CASES || performance.now() > until,
    mostFindings: 1,
  })
  expect(run.findings.map(({ number, violations }) => ({ number, violations }))).toEqual([])
  expect(run.cases).toBeGreaterThan(0)
})

it('makes the same mail of the same number', () => {
  const all = seeds()
  for (const number of [1, 17, 123_456]) expect(caseOf(number, all)).toEqual(caseOf(number, all))
  expect(caseOf(1, all)).not.toEqual(caseOf(2, all))
})

it('changes nothing of the mail that it mutates', () => {
  const before = Buffer.from('From: a@b.example\r\n\r\nx')
  const kept = Buffer.from(before)
  for (let number = 0; number < 200; number += 1) mutate(before, chance(number), () => kept)
  expect(before).toEqual(kept)
})

it('sees an answer that is forbidden by the header', () => {
  const raw = Buffer.from('From: ann@acme.example\r\nAuto-Submitted: auto-replied\r\n\r\nx')
  const line = { kind: 'human', problems: [], ms: 1, autoReply: { allowed: true, because: '' } }
  const handled = { inspected: { line, mail: null }, outcome: { outcome: 'read' }, answered: [], flaws: [] }
  expect(violations(raw, handled as unknown as Parameters<typeof violations>[1])).toEqual([
    'may be answered in spite of auto-submitted: auto-replied',
  ])
})
