import { describe, expect, test } from 'vitest'
import { INTENTS, type Intent } from '../../../src/domain/labels.ts'
import type { Calibration } from '../../../src/domain/learn/calibrate.ts'
import { intentsIn, reportOf } from '../../../src/domain/learn/report.ts'
import { aGuess, type GuessSketch } from '../../support/lessons.ts'

const CALIBRATION: Calibration = {
  sharpness: 1,
  actFrom: Object.fromEntries(INTENTS.map((intent) => [intent, 0.8])) as Record<Intent, number>,
  alsoFrom: 0.5,
  machineFrom: 0.7,
  idleMachineFrom: 0.65,
  doubtFrom: 0.4,
}

const SIX: readonly GuessSketch[] = [
  { writer: 'ann', intents: ['status-inquiry'], called: 'status-inquiry', share: 0.9 },
  { writer: 'ann', intents: ['status-inquiry'], called: 'status-inquiry', share: 0.6 },
  { writer: 'bob', intents: ['status-inquiry'], called: 'process-question', share: 0.9 },
  { writer: 'bob', intents: ['process-question'], called: 'process-question', share: 0.85, machine: 0.75 },
  {
    writer: 'cy',
    intents: ['agreement-request', 'process-question'],
    agreement: 'resale',
    called: 'agreement-request',
    share: 0.95,
    also: { 'process-question': 0.6, 'account-change': 0.55 },
    agreementCalled: 'resale',
    pathCalled: 'negotiate',
  },
  { writer: 'cy', intents: ['unrelated'], called: 'process-question', share: 0.5 },
]
const NOT_JUDGED: readonly GuessSketch[] = [
  { writer: 'dee', isWhole: false, intents: ['status-inquiry'], called: 'unrelated' },
  { writer: 'fay', isMadeHard: true, intents: ['status-inquiry'], called: 'unrelated', share: 0.9 },
  { writer: 'eve', kind: 'bulk', machine: 0.9 },
  { writer: 'eve', kind: 'spam', machine: 0.6 },
  { writer: 'eve', kind: 'bulk', machine: 0.68, called: 'unrelated' },
  { writer: 'eve', kind: 'bulk', machine: 0.68, called: 'status-inquiry' },
]

describe('six mails of three people, and others', () => {
  const report = reportOf([...SIX, ...NOT_JUDGED].map(aGuess), CALIBRATION)

  test.each([
    ['mails', 6],
    ['writers', 3],
    ['mainRight', 4 / 6],
    // Called: 6 main intents and 2 further ones; right of them: 4 and 1; there are 7.
    ['microF1', (2 * 5) / (8 + 7)],
    ['coverage', 4 / 6],
    ['actedRight', 3 / 4],
    ['agreementRight', 1],
    ['pathRight', 0],
    // Of those with 0.68 the one that seems to bring a matter counts as a person's.
    ['machinesFound', 2 / 4],
    // The short mail is a person's too, and the hard one.
    ['peopleKept', 7 / 8],
  ] as const)('%s', (figure, value) => {
    expect(report[figure]).toBeCloseTo(value, 12)
  })

  test.each<[Intent, number, number | null, number | null, number | null]>([
    // intent, mails, precision, recall, precision of what is acted on
    ['status-inquiry', 3, 1, 2 / 3, 1],
    ['process-question', 1, 1 / 3, 1, 1 / 2],
    ['agreement-request', 1, 1, 1, 1],
    ['unrelated', 1, null, 0, null],
    ['account-change', 0, null, null, null],
  ])('%s', (intent, mails, precision, recall, actedPrecision) => {
    const figures = report.intents.find((one) => one.intent === intent)
    expect(figures).toEqual({ intent, mails, precision, recall, actedPrecision, actFrom: 0.8 })
  })

  test('what was made to be mistaken is told apart', () => {
    expect(report.madeHard).toEqual({ mails: 1, mainRight: 0, coverage: 1, actedRight: 0 })
  })

  test('who is taken for what', () => {
    const confused = INTENTS.flatMap((is, row) =>
      INTENTS.flatMap((called, column) => {
        const count = report.confusion[row]?.[column] ?? 0
        return count === 0 ? [] : [`${count} ${is} called ${called}`]
      }),
    )
    expect(confused).toEqual([
      '1 agreement-request called agreement-request',
      '2 status-inquiry called status-inquiry',
      '1 status-inquiry called process-question',
      '1 process-question called process-question',
      '1 unrelated called process-question',
    ])
  })
})

test('of no mails there is nothing to tell', () => {
  const report = reportOf([], CALIBRATION)
  const { intents, confusion, madeHard, ...figures } = report
  expect(new Set(Object.values({ ...figures, ...madeHard }))).toEqual(new Set([0]))
  expect(new Set(intents.map(({ precision, recall }) => precision ?? recall))).toEqual(new Set([null]))
  expect(new Set(confusion.flat())).toEqual(new Set([0]))
})

test.each<[string, GuessSketch, readonly Intent[]]>([
  ['the main one alone', { also: { 'process-question': 0.49 } }, ['status-inquiry']],
  [
    'further ones that are likely enough',
    { also: { 'process-question': 0.5 } },
    ['status-inquiry', 'process-question'],
  ],
  ['the main one once', { also: { 'status-inquiry': 0.9 } }, ['status-inquiry']],
  ['unrelated by itself', { called: 'unrelated', also: { 'process-question': 0.9 } }, ['unrelated']],
  ['never unrelated beside another', { also: { unrelated: 0.9 } }, ['status-inquiry']],
])('a guess amounts to %s', (_what, sketch, intents) => {
  expect(intentsIn(aGuess(sketch), CALIBRATION)).toEqual(intents)
})
