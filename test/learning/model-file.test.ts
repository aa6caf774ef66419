import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Lesson } from '../../src/domain/learn/example.ts'
import { lessonOf } from '../../src/domain/learn/lesson.ts'
import { likeliest, type Model, type Question, sharesOf } from '../../src/domain/understand/model/model.ts'
import { IntakeError } from '../../src/errors.ts'
import { trainWith } from '../../src/flows/train.ts'
import { modelFromText, modelToText } from '../../src/learning/model-file.ts'
import { learningFolder, readModel, shippedModel } from '../../src/learning/shipped.ts'
import { labelledMails } from '../support/labelled.ts'

const mails = await labelledMails()
const lessons = mails.map(lessonOf)

/** The questions that make sense of a mail. */
function askedOf({ intents }: Lesson): readonly Question[] {
  if (intents.length === 0) return ['kind']
  return intents.includes('agreement-request')
    ? ['kind', 'main', 'also', 'agreement', 'path']
    : ['kind', 'main', 'also']
}

describe('a model that was just trained, written and read again', () => {
  let trained: Model
  let again: Model
  beforeAll(() => {
    trained = trainWith(mails, [], { name: 'toy', precision: 0.9, folds: 3 }).model
    again = modelFromText(modelToText(trained), 'the file')
  })

  test('is called and set as it was', () => {
    const { bias, features, ...rest } = trained
    expect(again).toMatchObject(rest)
    expect(again.bias).toHaveLength(bias.length)
    expect([...features.keys()]).toEqual(expect.arrayContaining([...again.features.keys()]))
  })

  test('answers every question about every mail as before, and as surely', () => {
    for (const lesson of lessons)
      for (const question of askedOf(lesson)) {
        const [before, after] = [trained, again].map((model) => likeliest(question, sharesOf(model, lesson.features)))
        expect(after?.answer).toBe(before?.answer)
        expect(Math.abs((after?.share as number) - (before?.share as number))).toBeLessThan(0.05)
      }
  })

  test('knows every mail that it learned from', () => {
    for (const { features, kind, intents } of lessons) {
      const shares = sharesOf(again, features)
      expect(likeliest('kind', shares).answer).toBe(kind)
      if (intents.length > 0) expect(likeliest('main', shares).answer).toBe(intents[0])
    }
  })

  test('loses nothing more when it is written once more', () => {
    expect(modelToText(again)).toBe(modelToText(trained))
  })

  test('is the same model when it is trained again', () => {
    const twin = trainWith(mails, [], { name: 'toy', precision: 0.9, folds: 3 }).model
    expect(modelToText(twin)).toBe(modelToText(trained))
  })
})

describe('the shipped model', () => {
  test('is its file, to the last byte', () => {
    expect(modelToText(shippedModel())).toBe(readFileSync(join(learningFolder(), 'shipped-model.json'), 'utf8'))
  })

  test('a feature is a line', () => {
    const lines = modelToText(shippedModel()).split('\n')
    expect(lines).toHaveLength(shippedModel().features.size + 3)
  })
})

describe('what is no model is refused with a sentence', () => {
  const small = {
    ...{ name: 'small', examples: 3, sharpness: 1, alsoFrom: 0.5, machineFrom: 0.8, doubtFrom: 0.4 },
    actFrom: shippedModel().actFrom,
    bias: [...shippedModel().bias],
    features: { 'any:hello': '0:1.5 12:-0.25' },
  }
  const whole = JSON.stringify(small)
  const changed = (change: object) => JSON.stringify({ ...small, ...change })

  test('and what is one is not', () => {
    const weights = modelFromText(whole, 'it').features.get('any:hello') as Float64Array
    expect([weights[0], weights[1], weights[12]]).toEqual([1.5, 0, -0.25])
  })

  test.each([
    ['nothing', '', /^it is no model: Unexpected end/],
    ['a text', 'Dear Sir or Madam,', /^it is no model: .*JSON/],
    ['half a model', whole.slice(0, whole.length / 2), /^it is no model: .*JSON/],
    ['half of the shipped one', modelToText(shippedModel()).slice(0, 100_000), /^it is no model: .*JSON/],
    ['another thing', '{"layers":12}', /^it is no model: .*\n.*name/],
    ['a list', '[]', /^it is no model: .*expected object/],
    ['a model for fewer questions', changed({ bias: [0, 1, 2] }), /^it is no model: [\s\S]*at bias/],
    [
      'a model that knows fewer intents',
      changed({ actFrom: { unrelated: 0.5 } }),
      /^it is no model: [\s\S]*at actFrom/,
    ],
    ['a model that knows others', changed({ actFrom: { ...small.actFrom, lunch: 0.5 } }), /^it is no model: .*lunch/],
    ['a share above 1', changed({ machineFrom: 1.2 }), /^it is no model: [\s\S]*at machineFrom/],
    ['a model made of nothing', changed({ examples: 0 }), /^it is no model: [\s\S]*at examples/],
    ['a model without sharpness', changed({ sharpness: 0 }), /^it is no model: [\s\S]*at sharpness/],
    ['weights that are no numbers', changed({ features: { 'any:hi': '0:x' } }), /"0:x" is no weight of "any:hi"/],
    ['weights of no question', changed({ features: { 'any:hi': '0:1 39:1' } }), /"39:1" is no weight of "any:hi"/],
    ['weights without column', changed({ features: { 'any:hi': '1.5' } }), /"1.5" is no weight of "any:hi"/],
    ['no weights at all', changed({ features: { 'any:hi': '' } }), /"" is no weight of "any:hi"/],
  ])('%s', (_what, text, sentence) => {
    const refused = thrown(() => modelFromText(text, 'it'))
    expect(refused.code).toBe('model')
    expect(refused.message).toMatch(sentence)
  })

  test('a file that is not there', () => {
    const refused = thrown(() => readModel('/nowhere/model.json'))
    expect(refused.code).toBe('model')
    expect(refused.message).toMatch(/^The model cannot be read: .*\/nowhere\/model\.json/)
  })
})

/** The `IntakeError` that is thrown; anything else fails the test. */
function thrown(work: () => unknown): IntakeError {
  try {
    work()
  } catch (error) {
    if (error instanceof IntakeError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
