import { expect, test } from 'vitest'
import { receiptCount } from '../../../src/domain/casework/receipt-count.ts'

const TODAY = '2026-03-02'

test.each<[string, readonly (readonly [number | 'nine-months', string | null])[] | null, boolean]>([
  ['By our count day 135 is August 14.', [[135, '2026-08-14']], false],
  ['July 15, 2026 is the 135th day, please confirm.', [[135, '2026-07-15']], true],
  ['Please confirm that you received our request on February 27.', [[0, '2026-02-27']], true],
  ['Please confirm receipt of our request.', [[0, null]], true],
  [
    'The arbitration window opens on July 15, 2026 and closes on August 9, 2026.',
    [
      [135, '2026-07-15'],
      [160, '2026-08-09'],
    ],
    false,
  ],
  [
    'Confirm that you received our request on February 27; by our count day 135 is July 12.',
    [
      [135, '2026-07-12'],
      [0, '2026-02-27'],
    ],
    true,
  ],
  ['Under Section 252 the window closes on August 9.', [[160, '2026-08-09']], false],
  ['The nine months of Section 252 end on December 2, 2026.', [['nine-months', '2026-12-02']], false],
  ['Please confirm receipt of the attached certificate.', null, false],
  ['We received your mail of March 2 about our request.', null, false],
  ['Please call before March 10.', null, false],
  ['We need 150 lines by March 10.', null, false],
  ['The 150 lines are wanted on March 10.', null, false],
  ['The receipt of the request was on March 2; right?', [[0, '2026-03-02']], true],
])('%s', (text, said, asks) => {
  const found = receiptCount({ text }, TODAY)
  expect(found?.said.map(({ count, day }) => [count, day]) ?? null).toEqual(said)
  if (found !== null) expect(found.asks).toBe(asks)
})
