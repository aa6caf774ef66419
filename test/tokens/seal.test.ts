import { expect, test } from 'vitest'
import { aesSeal } from '../../src/tokens/seal.ts'

const [old, fresh] = [Buffer.alloc(32, 'old'), Buffer.alloc(32, 'new')]

test('a sealed secret opens with its key and for its purpose', () => {
  const seal = aesSeal([fresh])
  const sealed = seal.close('Grüße', 'the desk')
  // As bytes: in base64 a letter or two of it may stand by chance.
  expect(Buffer.from(sealed.split('.')[1] ?? '', 'base64url').includes('Grüße')).toBe(false)
  expect(seal.open(sealed, 'the desk')).toBe('Grüße')
  expect(seal.open(sealed, 'another desk')).toBeNull()
})

test('the same secret never looks the same twice', () => {
  const seal = aesSeal([fresh])
  expect(seal.close('secret', 'desk')).not.toBe(seal.close('secret', 'desk'))
})

test('after a change of keys the old secrets open as long as the old key is there', () => {
  const before = aesSeal([old]).close('secret', 'desk')
  expect(aesSeal([fresh, old]).open(before, 'desk')).toBe('secret')
  expect(aesSeal([fresh]).open(before, 'desk')).toBeNull()
  expect(aesSeal([old]).open(aesSeal([fresh, old]).close('secret', 'desk'), 'desk')).toBeNull()
})

test.each(['', 'nothing', '12345678.AAAA'])('%j is not a sealed secret', (text) => {
  expect(aesSeal([fresh]).open(text, 'desk')).toBeNull()
})

test('a changed one does not open', () => {
  const seal = aesSeal([fresh])
  const [id, packed = ''] = seal.close('secret', 'desk').split('.')
  const bytes = Buffer.from(packed, 'base64url')
  for (const at of [0, 12, bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] as number) ^ 1
    expect(seal.open(`${id}.${changed.toString('base64url')}`, 'desk')).toBeNull()
  }
})
