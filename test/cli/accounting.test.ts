import { expect, test } from 'vitest'
import { COLUMNS } from '../../src/cli/commands/accounting.ts'
import type { AccountBalance } from '../../src/compose/balances.ts'

test('what the ledger calls unrelated is shown as what it is', () => {
  const line: AccountBalance = {
    ...{ mailbox: 'desk/INBOX', uidvalidity: 1, inMailbox: 9, taken: 9, filed: 5, answeredByRule: 0, duplicates: 0 },
    ...{ machine: 0, quarantined: 0, unrelated: 4, beforeStart: 0, gone: 0, erased: 0, remainder: 0 },
  }
  const shown = Object.fromEntries(COLUMNS.map(({ title, of }) => [title, of(line)]))
  expect(shown).toMatchObject({ filed: 5, 'spam or put aside': 4, remainder: 0 })
  expect(shown).not.toHaveProperty('unrelated')
})
