import { expect, test } from 'vitest'
import { batches } from '../../src/flows/batches.ts'

const LIMITS = { mailBytes: 1_000, smallBytes: 100, batchMails: 3, batchBytes: 200 }

/** Sizes in, groups of sizes out; the UIDs must stay in their order. */
function grouped(...sizes: readonly number[]): readonly (readonly number[])[] {
  const listings = sizes.map((size, index) => ({ uid: index + 1, size, internalDate: new Date(0) }))
  const found = batches(listings, LIMITS)
  expect(found.flat()).toEqual(listings)
  return found.map((batch) => batch.map((listing) => listing.size))
}

test.each([
  ['nothing', [], []],
  ['few small mails', [10, 20, 30], [[10, 20, 30]]],
  ['more mails than go together', [1, 1, 1, 1, 1, 1, 1], [[1, 1, 1], [1, 1, 1], [1]]],
  ['more bytes than go together', [100, 100, 1], [[100, 100], [1]]],
  ['as large as small can be', [100], [[100]]],
  ['a large mail alone', [101], [[101]]],
  ['a large mail in between stands alone', [1, 101, 1], [[1], [101], [1]]],
  ['large mails one by one', [101, 5_000, 102], [[101], [5_000], [102]]],
  ['empty mails', [0, 0], [[0, 0]]],
])('%s', (_what, sizes, groups) => {
  expect(grouped(...sizes)).toEqual(groups)
})
