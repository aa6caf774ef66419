import { describe, expect, test } from 'vitest'
import { INTENTS } from '../../../src/domain/labels.ts'
import { calibrate, mainGuesses } from '../../../src/domain/learn/calibrate.ts'
import type { Guess } from '../../../src/domain/learn/cross-validate.ts'
import { stretch } from '../../../src/domain/understand/model/softmax.ts'
import { chance } from '../../support/chance.ts'
import { aGuess, guesses } from '../../support/lessons.ts'

/** Status inquiries guessed with a share, of which so many of a hundred are right. */
function rightIn(hundred: number, share: number): readonly Guess[] {
  return guesses(100, (at) => ({ called: at < hundred ? 'status-inquiry' : 'process-question', share }))
}

describe('sharpness makes shares mean what they say', () => {
  test.each([
    ['overconfident', 0.95, 70],
    ['far too sure', 0.99, 55],
    ['as sure as they may be', 0.8, 80],
    ['too modest', 0.6, 90],
  ])('%s guesses of %d that are right %d times of 100', (_what, share, right) => {
    const { sharpness } = calibrate(rightIn(right, share), 0.9)
    const [meant] = mainGuesses(rightIn(right, share), sharpness)
    expect(meant?.share).toBeCloseTo(right / 100, 1)
    expect(Math.sign(Math.round(10 * (sharpness - 1)))).toBe(Math.sign(right / 100 - share))
  })

  test('shares stay shares, and no order changes', () => {
    const shares = [0.5, 0.3, 0.15, 0.05, 0]
    for (const sharpness of [0.1, 0.5, 1, 2]) {
      const stretched = stretch(shares, sharpness)
      expect(stretched.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      expect([...stretched].sort((a, b) => b - a)).toEqual(stretched)
    }
    stretch(shares, 1).forEach((share, at) => {
      expect(share).toBeCloseTo(shares[at] as number, 9)
    })
  })
})

describe('thresholds', () => {
  /** Two intents; the surer a guess, the more often it is right. */
  const ASKS = ['status-inquiry', 'process-question'] as const
  const luck = chance(11)
  const risky = guesses(1_200, (at) => {
    const [is, other] = at % 2 === 0 ? ASKS : [...ASKS].reverse()
    const share = 0.3 + 0.7 * luck.next()
    return { intents: [is], called: luck.next() < share ? is : other, share }
  })

  function actedOn(precision: number) {
    const { sharpness, actFrom } = calibrate(risky, precision)
    const acted = mainGuesses(risky, sharpness).filter(({ intent, share }) => share >= actFrom[intent])
    return { count: acted.length, right: acted.filter(({ isRight }) => isRight).length / acted.length }
  }

  test.each([0.95, 0.9, 0.8, 0.6])('keep a precision of %d', (precision) => {
    const { count, right } = actedOn(precision)
    expect(count).toBeGreaterThan(0)
    expect(right).toBeGreaterThanOrEqual(precision)
  })

  test('are chosen on mails as they come', () => {
    const hard = guesses(400, () => ({
      isMadeHard: true,
      intents: ['status-inquiry'],
      called: 'process-question',
      share: 0.97,
    }))
    expect(calibrate([...risky, ...hard], 0.9).actFrom).toEqual(calibrate(risky, 0.9).actFrom)
  })

  test('act on more when less precision is asked for', () => {
    const counts = [0.97, 0.9, 0.8, 0.6].map((precision) => actedOn(precision).count)
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
    expect(counts.at(-1)).toBeGreaterThan(2 * (counts[0] as number))
  })

  test('let nothing act where nothing is ever right', () => {
    const { sharpness, actFrom } = calibrate(rightIn(0, 0.9), 0.9)
    const acted = mainGuesses(rightIn(0, 0.9), sharpness).filter(({ intent, share }) => share >= actFrom[intent])
    expect(acted).toEqual([])
  })

  test('of what was never guessed are as high as they go', () => {
    const { actFrom } = calibrate(rightIn(100, 0.9), 0.99)
    const { 'status-inquiry': guessed, ...never } = actFrom
    expect(guessed).toBeLessThan(0.995)
    expect(new Set(Object.values(never))).toEqual(new Set([0.995]))
  })

  test.each<[string, readonly Guess[]]>([
    ['short mails', rightIn(10, 0.95).map(({ lesson, shares }) => ({ shares, lesson: { ...lesson, isWhole: false } }))],
    ['machines’ mails', guesses(50, () => ({ kind: 'bulk', called: 'process-question', share: 0.9 }))],
  ])('are not moved by %s', (_what, others) => {
    const { sharpness, actFrom, alsoFrom } = calibrate(risky, 0.9)
    expect(calibrate([...risky, ...others], 0.9)).toMatchObject({ sharpness, actFrom, alsoFrom })
  })

  test('without any whole mail nothing is stretched and nothing acted on', () => {
    const { sharpness, actFrom } = calibrate([], 0.9)
    expect(sharpness).toBe(1)
    expect(actFrom).toEqual(Object.fromEntries(INTENTS.map((intent) => [intent, 0.995])))
  })
})

test.each([
  ['low where it is mostly right to take it', 0.3, 0.1],
  ['high where it is mostly wrong', 0.85, 0.7],
])('a further intent is taken from a share that is %s', (_what, right, wrong) => {
  const both = guesses(20, () => ({
    intents: ['status-inquiry', 'process-question'],
    also: { 'process-question': right },
  }))
  const one = guesses(20, () => ({ also: { 'process-question': wrong } }))
  const { alsoFrom } = calibrate([...both, ...one], 0.9)
  expect(alsoFrom).toBeLessThanOrEqual(right)
  expect(alsoFrom).toBeGreaterThan(wrong)
})

test('where shares are equally good for further intents, the highest is taken', () => {
  const both = guesses(20, () => ({
    intents: ['status-inquiry', 'process-question'],
    also: { 'process-question': 0.83 },
  }))
  expect(calibrate(both, 0.9).alsoFrom).toBeCloseTo(0.8, 9)
})

describe('bars between people and machines', () => {
  /** Of 2000 people, whose shares of machines fall from `top` to nothing. */
  const people = (top: number, isWhole = true) => guesses(2_000, (at) => ({ machine: top * (1 - at / 2_000), isWhole }))
  const reaching = (all: readonly Guess[], bar: number) =>
    all.filter(({ shares }) => 1 - (shares.kind[0] as number) >= bar).length

  test.each([0.99, 0.7, 0.4])('when people are called machines with up to %d', (top) => {
    const { machineFrom, doubtFrom } = calibrate(people(top), 0.9)
    expect(reaching(people(top), machineFrom)).toBeLessThanOrEqual(2)
    expect(reaching(people(top), doubtFrom)).toBeLessThanOrEqual(12)
    expect(reaching(people(top), doubtFrom)).toBeGreaterThan(5)
  })

  test.each([
    ['people who are never taken for one', people(0.01), { machineFrom: 0.501, doubtFrom: 0.251 }],
    ['nobody', [], { machineFrom: 0.501, doubtFrom: 0.501 }],
    ['machines alone', guesses(20, () => ({ kind: 'spam', machine: 0.9 })), { machineFrom: 0.501, doubtFrom: 0.501 }],
    ['one person', [aGuess({ machine: 0.6 })], { machineFrom: 0.601, doubtFrom: 0.601 }],
    ['one who is surely taken for one', [aGuess({ machine: 0.9999 })], { machineFrom: 1, doubtFrom: 1 }],
  ])('of %s', (_who, all, bars) => {
    expect(calibrate(all, 0.9)).toMatchObject(bars)
  })

  test('one oddity among two thousand people does not keep all machines in doubt, among five hundred it does', () => {
    const odd = aGuess({ machine: 0.99 })
    const few = guesses(500, (at) => ({ machine: 0.6 * (1 - at / 500) }))
    expect(calibrate([...people(0.6), odd], 0.9).machineFrom).toBeLessThan(0.61)
    expect(calibrate([...few, odd], 0.9).machineFrom).toBeGreaterThan(0.98)
  })

  test('who brings no matter of the desk, or none that is clear, has less to lose', () => {
    const neighbours = guesses(1_000, (at) => ({ intents: ['unrelated'], machine: 0.8 * (1 - at / 1_000) }))
    const unclear = guesses(1_000, (at) => ({ share: 0.3, machine: 0.8 * (1 - at / 1_000) }))
    const bars = calibrate([...people(0.9), ...neighbours, ...unclear], 0.9)
    expect(bars.machineFrom).toBe(calibrate(people(0.9), 0.9).machineFrom)
    const taken = reaching([...neighbours, ...unclear], bars.idleMachineFrom)
    expect(taken).toBeLessThanOrEqual(16)
    expect(taken).toBeGreaterThan(10)
  })

  test('no bar for those lies above that of the others', () => {
    const neighbours = guesses(1_000, () => ({ intents: ['unrelated'], machine: 0.9 }))
    const { machineFrom, idleMachineFrom } = calibrate([...people(0.6), ...neighbours], 0.9)
    expect(idleMachineFrom).toBe(machineFrom)
  })

  test('short mails say who is called a machine, not whom a person looks at', () => {
    const { machineFrom, doubtFrom } = calibrate([...people(0.3), ...people(0.9, false)], 0.9)
    expect(machineFrom).toBeGreaterThan(0.89)
    expect(doubtFrom).toBeLessThanOrEqual(0.3)
  })
})
