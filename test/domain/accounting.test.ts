import { describe, expect, test } from 'vitest'
import { balance, type LedgerLine } from '../../src/domain/accounting.ts'
import { OUTCOMES } from '../../src/domain/decision.ts'

function ledger(...outcomes: readonly LedgerLine['outcome'][]): readonly LedgerLine[] {
  return outcomes.map((outcome, index) => ({ uid: index + 1, outcome }))
}

const NOTHING = {
  inMailbox: 0,
  taken: 0,
  filed: 0,
  answeredByRule: 0,
  duplicates: 0,
  machine: 0,
  quarantined: 0,
  unrelated: 0,
  beforeStart: 0,
  gone: 0,
  erased: 0,
  remainder: 0,
}

describe('the balance of a mailbox', () => {
  test.each([
    ['an empty mailbox', [], 1, [], {}],
    [
      'all decided',
      [1, 2, 3],
      1,
      ledger('filed', 'machine', 'duplicate'),
      { inMailbox: 3, taken: 3, filed: 1, machine: 1, duplicates: 1 },
    ],
    ['one still in work', [1, 2], 1, ledger('filed', null), { inMailbox: 2, taken: 2, filed: 1, remainder: 1 }],
    ['one not taken yet', [1, 2], 1, ledger('filed'), { inMailbox: 2, taken: 1, filed: 1, remainder: 1 }],
    [
      'mails from before the start',
      [1, 2, 9],
      9,
      [{ uid: 9, outcome: 'filed' }],
      { inMailbox: 3, taken: 1, filed: 1, beforeStart: 2 },
    ],
    [
      'old ones after a change of UIDVALIDITY have rows',
      [1, 2],
      1,
      ledger('before-start', 'before-start'),
      { inMailbox: 2, taken: 2, beforeStart: 2 },
    ],
    ['one moved away since', [2], 1, ledger('filed', 'filed'), { inMailbox: 1, taken: 1, filed: 1, gone: 1 }],
    ['a row for a mail below the start', [1], 5, ledger('filed'), { inMailbox: 1, taken: 1, filed: 1 }],
    ['the server tells a UID twice', [1, 1], 1, ledger('filed'), { inMailbox: 1, taken: 1, filed: 1 }],
    ['the server tells an old UID twice', [1, 1], 5, [], { inMailbox: 1, beforeStart: 1 }],
  ] as const)('%s', (_what, uids, startUid, lines, expected) => {
    expect(balance(uids, startUid, lines)).toEqual({ ...NOTHING, ...expected })
  })
})

test('every outcome explains its mail', () => {
  const uids = OUTCOMES.map((_outcome, index) => index + 1)
  expect(balance(uids, 1, ledger(...OUTCOMES))).toMatchObject({ inMailbox: OUTCOMES.length, remainder: 0 })
})
