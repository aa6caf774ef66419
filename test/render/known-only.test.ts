import { expect, test } from 'vitest'
import { knownOnly } from '../../src/render/known-only.ts'

const model = knownOnly({ name: 'Ann', empty: '', none: undefined, lines: [{ label: 'OCN' }] })

test('what the model holds can be read', () => {
  expect([model.name, model.empty, model.none, model.lines.length, model.lines[0]?.label]).toEqual([
    'Ann',
    '',
    undefined,
    1,
    'OCN',
  ])
})

test.each(['nmae', 'constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is not known', (name) => {
  expect(() => Reflect.get(model, name)).toThrow(`"${name}" is not known here`)
  expect(() => Reflect.get(model.lines[0] ?? {}, name)).toThrow(`"${name}" is not known here`)
})
