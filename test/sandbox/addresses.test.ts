import { describe, expect, it } from 'vitest'
import { readAddresses } from '../../src/sandbox/message/addresses.ts'
import { userOfRecipient } from '../../src/sandbox/users.ts'

describe('an address list', () => {
  it.each([
    ['ann@acme.example', [[null, 'ann', 'acme.example']]],
    ['Ann <ann@acme.example>', [['Ann', 'ann', 'acme.example']]],
    ['"Example, Ann" <ann@acme.example>', [['Example, Ann', 'ann', 'acme.example']]],
    ['ann@acme.example (Ann Example)', [['Ann Example', 'ann', 'acme.example']]],
    [
      'a@b.example, c@d.example',
      [
        [null, 'a', 'b.example'],
        [null, 'c', 'd.example'],
      ],
    ],
    ['<@relay.example:ann@acme.example>', [[null, 'ann', 'acme.example']]],
    ['"odd local"@acme.example', [[null, 'odd local', 'acme.example']]],
    ['<>', []],
    ['', []],
    [',,;', [[null, ';', '']]],
    ['undisclosed-recipients:;', [['undisclosed-recipients', 'group'], ['end']]],
    [
      'Team: a@b.example;, c@d.example',
      [['Team', 'group'], [null, 'a', 'b.example'], ['end'], [null, 'c', 'd.example']],
    ],
    ['"never closed <ann@acme.example>', [[null, 'never closed <ann', 'acme.example>']]],
  ])('%j', (value, expected) => {
    const read = readAddresses(value).map((entry) => {
      if (entry.kind === 'group-start') return [entry.name, 'group']
      return entry.kind === 'group-end' ? ['end'] : [entry.name, entry.local, entry.domain]
    })
    expect(read).toEqual(expected)
  })

  it('is read in time whatever it is', () => {
    for (const part of ['(', '"', '<', '((a)', ',', ':', '\\', 'a@', ' ', '"a" ']) {
      const start = performance.now()
      readAddresses(part.repeat(50_000))
      expect(performance.now() - start).toBeLessThan(1000)
    }
  })
})

it.each([
  ['a@b.example', 'a@b.example', 'desk'],
  ['a+x@b.example', 'a@b.example', 'desk'],
  ['a+x+y@b.example', 'a@b.example', 'desk'],
  ['a@b.example', 'a+own@b.example', 'desk'],
  ['+x@b.example', 'a@b.example', '+x@b.example'],
  ['a@c.example', 'a@b.example', 'a@c.example'],
  ['a', 'a@b.example', null],
  ['a@b@c', 'a@b.example', null],
  ['a b@c.example', 'a@b.example', null],
])('mail for %s, when we are %s, goes to %s', (recipient, ours, user) => {
  expect(userOfRecipient(recipient, ours)).toBe(user)
})
