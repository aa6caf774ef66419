/** What tells which of two matters is the main one, sign by sign. */
import { describe, expect, test } from 'vitest'
import { INTENTS } from '../../../src/domain/labels.ts'
import type { Clause } from '../../../src/domain/understand/model/clauses.ts'
import { COLUMN_OF, COLUMNS } from '../../../src/domain/understand/model/model.ts'
import { ORDER_SIGNS, orderedShares, pairOf } from '../../../src/domain/understand/model/order.ts'
import { aGuess } from '../../support/lessons.ts'

const QUESTIONNAIRE = INTENTS.indexOf('customer-questionnaire')
const SUPPORTING = INTENTS.indexOf('supporting-document')

/** A mail of two words, one for each matter. */
const features = [
  { name: 'any:form', value: 1, sentence: 0 },
  { name: 'any:certificate', value: 1, sentence: 0 },
]
const model = {
  features: new Map([
    ['any:form', weighing(QUESTIONNAIRE)],
    ['any:certificate', weighing(SUPPORTING)],
  ]),
}

function weighing(intent: number): Float32Array {
  const weights = new Float32Array(COLUMNS)
  weights[COLUMN_OF.also + intent] = 2
  return weights
}

/** Both are surely there, and the questionnaire is a little likelier. */
const { shares: base } = aGuess({
  called: 'customer-questionnaire',
  share: 0.5,
  also: { 'customer-questionnaire': 0.9, 'supporting-document': 0.9 },
})
const shares = { ...base, main: base.main.map((share, at) => (at === SUPPORTING ? 0.4 : share)) }

/** `form` and `certificate`, as a clause of the text or with what else it is. */
function said(words: string, change: Partial<Clause> = {}): Clause {
  const shows = words.split(' ').map((word) => features.findIndex(({ name }) => name === `any:${word}`))
  const text = { isSubject: false, asks: false, gives: false, denies: false }
  return { ...text, shows: Uint16Array.from(shows.filter((at) => at >= 0)), ...change }
}

const SIGNS = ['first', 'subject', 'asks', 'gives', 'denies', 'last'] as const
type Sign = (typeof SIGNS)[number]

/** Where it stands behind the two odds, each counted twice. */
function byItself(sign: Sign): number {
  return 3 + 2 * SIGNS.indexOf(sign)
}

/** Which of the two each sign speaks for; signs of none are left out. */
function toldBy(clauses: readonly Clause[]): Partial<Record<Sign, 'form' | 'certificate'>> {
  const { likelier, signs } = pairOf(model, shares, features, clauses)
  expect([likelier, signs.length]).toEqual([QUESTIONNAIRE, ORDER_SIGNS])
  return Object.fromEntries(
    SIGNS.flatMap((sign) => {
      const value = signs[byItself(sign)] as number
      return value === 0 ? [] : [[sign, value > 0 ? 'form' : 'certificate']]
    }),
  )
}

describe('the signs', () => {
  test.each<readonly [meaning: string, clauses: readonly Clause[], told: ReturnType<typeof toldBy>]>([
    ['nothing is said', [], {}],
    ['both in one breath', [said('form certificate')], {}],
    ['the form first', [said('form'), said('certificate')], { first: 'form' }],
    ['the certificate first', [said('hello'), said('certificate'), said('form')], { first: 'certificate' }],
    [
      'the form far above, then of nothing but the certificate',
      [said('form'), said('x'), said('certificate'), said('certificate')],
      { first: 'form', last: 'certificate' },
    ],
    ['the subject alone', [said('certificate', { isSubject: true })], { subject: 'certificate' }],
    [
      'the form asked for, the certificate handed in',
      [said('certificate', { gives: true }), said('form', { asks: true })],
      { first: 'certificate', asks: 'form', gives: 'certificate' },
    ],
    ['the form denied', [said('form', { denies: true }), said('certificate')], { first: 'form', denies: 'form' }],
  ])('%s', (_meaning, clauses, told) => {
    expect(toldBy(clauses)).toEqual(told)
  })

  test('count twice, the second time by how likely the mail is about both', () => {
    const { signs } = pairOf(model, shares, features, [said('form'), said('certificate')])
    expect([signs[2], signs[3]]).toEqual([0.9, 1])
  })
})

describe('what a model makes of it', () => {
  const order = Array<number>(ORDER_SIGNS).fill(0)
  order[byItself('first')] = 2
  const clauses = () => [said('certificate'), said('form')]
  const mainOf = (learned: { readonly order: readonly number[]; readonly sharpness: number }) =>
    orderedShares({ ...model, ...learned }, shares, features, clauses).shares.main

  test('what is named first leads, if that was learned', () => {
    const main = mainOf({ order, sharpness: 1 })
    expect(main[SUPPORTING]).toBeGreaterThan(2 * (main[QUESTIONNAIRE] as number))
  })

  test.each<readonly [meaning: string, sign: number, weight: number, because: string]>([
    ['by how it is told', byItself('first'), 2, 'it is named first'],
    ['by how the other is told', byItself('denies'), -2, 'the other is denied'],
    [
      'by how often it leads',
      ORDER_SIGNS - 2 * INTENTS.length + SUPPORTING,
      2,
      'all that is said of both, taken together',
    ],
  ])('what leads only by its order is told: %s', (_meaning, sign, weight, because) => {
    const learned = order.map((_, at) => (at === sign ? weight : 0))
    const told = () => [said('certificate'), said('form', { denies: true })]
    const { turned } = orderedShares({ ...model, order: learned, sharpness: 1 }, shares, features, told)
    expect(turned).toEqual({ first: 'supporting-document', second: 'customer-questionnaire', because })
  })

  test('of what leads anyhow nothing is told', () => {
    const turnedBy = (some: readonly number[]) =>
      orderedShares({ ...model, order: some, sharpness: 1 }, shares, features, clauses).turned
    expect([turnedBy([]), turnedBy(order.map((_, at) => (at === 0 ? 1 : 0)))]).toEqual([null, null])
  })

  test('without an order it is as the weights say', () => {
    expect(mainOf({ order: [], sharpness: 1 })[QUESTIONNAIRE]).toBeCloseTo(
      (shares.main[QUESTIONNAIRE] as number) / total(shares.main),
      9,
    )
  })

  test('as sure as its sharpness lets it be', () => {
    const [blunt, plain, sharp] = [0.5, 1, 2].map((sharpness) => mainOf({ order, sharpness })[SUPPORTING] as number)
    expect(blunt).toBeLessThan(plain as number)
    expect(sharp).toBeGreaterThan(plain as number)
  })
})

function total(some: readonly number[]): number {
  return some.reduce((sum, one) => sum + one, 0)
}
