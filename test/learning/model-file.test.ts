import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Lesson } from '../../src/domain/learn/example.ts'
import { lessonOf } from '../../src/domain/learn/lesson.ts'
import { likeliest, type Model, type Question, sharesOf } from '../../src/domain/understand/model/model.ts'
import { orderedShares } from '../../src/domain/understand/model/order.ts'
import { trainWith } from '../../src/flows/train.ts'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import { modelFromText, modelToText } from '../../src/learning/model-file.ts'
import { learningFolder, readModel, shippedModel } from '../../src/learning/shipped.ts'
import { labelledMails } from '../support/labelled.ts'

const SHIPPED = join(learningFolder(), 'shipped-model.jsonl')
const mails = await labelledMails()
const lessons = mails.map(lessonOf)

function madeOf(model: Model, { features, clauses }: Lesson) {
  return orderedShares(model, sharesOf(model, features), features, () => clauses).shares
}

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
    const { bias, features, states, ...rest } = trained
    expect(again).toMatchObject(rest)
    expect(again.states.bias).toBeCloseTo(states.bias, 2)
    expect(again.bias).toHaveLength(bias.length)
    expect([...features.keys()]).toEqual(expect.arrayContaining([...again.features.keys()]))
  })

  test('answers every question about every mail as before', () => {
    for (const lesson of lessons)
      for (const question of askedOf(lesson)) {
        const [before, after] = [trained, again].map((model) => likeliest(question, madeOf(model, lesson)))
        expect(after?.answer).toBe(before?.answer)
      }
  })

  test('has its weights to two digits; only small ones are left out', () => {
    for (const [feature, weights] of trained.features) {
      const read = again.features.get(feature)
      weights.forEach((weight, column) => {
        const kept = read?.[column] ?? 0
        expect(Math.abs(weight - kept)).toBeLessThanOrEqual(kept === 0 ? 0.05 : 0.00501)
      })
    }
  })

  test('keeps what speaks for a state in the same way', () => {
    const states = {
      bias: -0.234,
      features: new Map([
        ['before for', 1.678],
        ['behind only', -2],
        ['list true', 0.01],
      ]),
    }
    const read = modelFromText(modelToText({ ...trained, states }), 'the file').states
    expect(read).toEqual({
      bias: -0.23,
      features: new Map([
        ['before for', 1.68],
        ['behind only', -2],
      ]),
    })
  })

  test('of an earlier version has no word about states', () => {
    const [head = '', ...lines] = modelToText(trained).trimEnd().split('\n')
    const { stateBias: _none, ...older } = JSON.parse(head)
    const known = lines.filter((line) => !line.startsWith('["state: '))
    const text = [JSON.stringify({ ...older, features: known.length }), ...known].join('\n')
    expect(modelFromText(text, 'the file').states).toEqual({ bias: 0, features: new Map() })
  })

  test('knows every mail that it learned from', () => {
    for (const lesson of lessons) {
      const { kind, intents } = lesson
      const shares = madeOf(again, lesson)
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
  const text = readFileSync(SHIPPED, 'utf8')

  test('is its file, to the last byte', () => {
    // Not `toBe`: the difference of two such files is no help to anybody.
    expect(modelToText(shippedModel()) === text).toBe(true)
  })

  test('is a line, and a line per feature', () => {
    const { features, states } = shippedModel()
    expect(text.split('\n')).toHaveLength(features.size + states.features.size + 2)
  })
})

test('a model of before there was an order of two has none', () => {
  const [head = '', ...lines] = modelToText(shippedModel()).split('\n')
  const { order: _, ...before } = JSON.parse(head)
  expect(modelFromText([JSON.stringify(before), ...lines].join('\n'), 'an older model').order).toEqual([])
})

test('a model of before there were two bars for machines has one for both', () => {
  const [head = '', ...lines] = modelToText(shippedModel()).split('\n')
  const { idleMachineFrom: _, ...before } = JSON.parse(head)
  const model = modelFromText([JSON.stringify(before), ...lines].join('\n'), 'an older model')
  expect(model.idleMachineFrom).toBe(model.machineFrom)
})

describe('what is no model is refused with a sentence', () => {
  const head = {
    ...{ name: 'small', examples: 3, features: 1, sharpness: 1, alsoFrom: 0.5, machineFrom: 0.8, doubtFrom: 0.4 },
    actFrom: shippedModel().actFrom,
    bias: [...shippedModel().bias],
  }
  const HELLO = '["any:hello","0:1.5 12:-0.25"]'
  const file = (change: object, ...lines: readonly string[]) =>
    `${[JSON.stringify({ ...head, ...change }), ...lines].join('\n')}\n`

  test('and what is one is not', () => {
    const weights = modelFromText(file({}, HELLO), 'it').features.get('any:hello')
    expect([weights?.[0], weights?.[1], weights?.[12]]).toEqual([1.5, 0, -0.25])
  })

  test.each([
    ['nothing', '', /^it, line 1 is no model: Unexpected end/],
    ['a text', 'Dear Sir or Madam,', /^it, line 1 is no model: .*JSON/],
    ['half a line', file({}, HELLO).slice(0, 60), /^it, line 1 is no model: .*JSON/],
    ['a model without its features', file({}), /^it is cut off: it has 0 features and says 1\./],
    [
      'a feature more than it says',
      file({}, HELLO, '["any:hi","1:1"]'),
      /^it is cut off: it has 2 features and says 1\./,
    ],
    ['half a feature', file({}, HELLO.slice(0, 12)), /^it, line 2 is no model: .*JSON/],
    ['half of the shipped one', modelToText(shippedModel()).slice(0, 100_000), /^it, line \d+ is no model: .*JSON/],
    ['another thing', '{"layers":12}', /^it is no model: .*\n.*name/],
    ['a list', '[]', /^it is no model: .*expected object/],
    ['a model for fewer questions', file({ bias: [0, 1, 2] }, HELLO), /^it is no model: [\s\S]*at bias/],
    ['a model of fewer intents', file({ actFrom: { unrelated: 0.5 } }, HELLO), /^it is no model: [\s\S]*at actFrom/],
    ['a model of others', file({ actFrom: { ...head.actFrom, lunch: 0.5 } }, HELLO), /^it is no model: .*lunch/],
    ['a share above 1', file({ machineFrom: 1.2 }, HELLO), /^it is no model: [\s\S]*at machineFrom/],
    ['a model made of nothing', file({ examples: 0 }, HELLO), /^it is no model: [\s\S]*at examples/],
    ['an order of other signs', file({ order: [0.5, 1] }, HELLO), /^it is no model: [\s\S]*at order/],
    ['a model without sharpness', file({ sharpness: 0 }, HELLO), /^it is no model: [\s\S]*at sharpness/],
    ['weights that are no numbers', file({}, '["any:hi","0:x"]'), /^it, line 2 is no feature with its weights\./],
    ['weights that are hardly numbers', file({}, '["any:hi","0:1.2.3"]'), /^it, line 2 is no feature with/],
    ['weights of no question', file({}, '["any:hi","0:1 39:1"]'), /^it is no model: "any:hi" has weights for other/],
    ['weights without column', file({}, '["any:hi","1.5"]'), /^it, line 2 is no feature with its weights\./],
    ['no weights at all', file({}, '["any:hi",""]'), /^it, line 2 is no feature with its weights\./],
    ['a feature without a name', file({}, '[7,"0:1"]'), /^it, line 2 is no feature with its weights\./],
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
