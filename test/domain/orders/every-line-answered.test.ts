/**
 * Whatever a colleague writes that could be an order is answered: as done, as refused with words that would work, or as
 * not understood. Nothing vanishes, whatever stands above or below it.
 */
import { describe, expect, test } from 'vitest'
import type { OrderContext, OrderTarget } from '../../../src/domain/orders/order-context.ts'
import { readOrders } from '../../../src/domain/orders/read-orders.ts'

const LINES = new Map<number, OrderTarget>(
  Array.from({ length: 14 }, (_, at) => [
    at + 1,
    at % 3 === 0
      ? { kind: 'task', taskId: 300 + at, sort: 'understand', caseRef: `CLEC-2026-000${at + 10}`, messageId: 30 + at }
      : at % 3 === 1
        ? { kind: 'draft', outboxId: 100 + at, caseRef: `CLEC-2026-000${at + 10}`, messageId: 10 + at }
        : { kind: 'case', caseRef: `CLEC-2026-000${at + 10}` },
  ]),
)
const DIGEST: OrderContext = {
  lines: LINES,
  about: null,
  staff: [
    { address: 'ben@carrier.example', name: 'Ben Ortiz' },
    { address: 'anna@carrier.example', name: 'Anna Keller' },
  ],
  by: 'ben@carrier.example',
  today: '2026-12-08',
}

/** The lines of a real answer, and what else people write. */
const ORDERS = [
  '8 close withdrawn - no wait, leave it',
  '9 he wants to continue, so reopen',
  '13 extend 30 days',
  '7. opt in, not a request',
  '1 to Anna and Clara',
  '14 ask him for the certificate',
  '5 questionnaire is complete, all in',
  'CLEC-2026-00023 tick amendments',
  'CLEC-2026-00023 contact is Wade Lindqvist wade@snoqdial.example',
  'CLEC-2026-00024 company Blue Mesa Networks, Inc.',
  'CLEC-2026-00064 close duplicate',
  'please reopen CLEC-2026-00064',
  '12 answer him that we are sorry',
  '99 ok',
  '2 dance',
  '3 sing',
  '4 to Zed',
  '10 ok',
  'reopen it please',
  'Hi Anna, please send it',
  'withdrawn',
  'what about Nevada?',
]
const TALK = ['Hi,', 'Thanks', 'Ben', 'Hello team,', '', 'See below', 'Best regards,']

/** The same shuffles on every machine. */
function shuffled<T>(all: readonly T[], seed: number): readonly T[] {
  let state = seed
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  return all
    .map((one) => [next(), one] as const)
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one)
}

/** Without what stands between an order and the next in the answers. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}@]+/gu, ' ').trim()
}

function unanswered(mail: string, written: readonly string[]): readonly string[] {
  const answered = letters(
    readOrders(mail, DIGEST)
      .map((one) => one.line)
      .join('\n'),
  )
  return written.filter((line) => !line.split(/, (?=\d)/).every((part) => answered.includes(letters(part))))
}

describe('every line that could be an order is answered', () => {
  test('in any order, with greetings and thanks in between', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const some = shuffled([...ORDERS, ...TALK], seed).slice(0, 3 + (seed % 20))
      const mail = some.join('\n')
      expect({
        mail,
        gone: unanswered(
          mail,
          some.filter((line) => ORDERS.includes(line)),
        ),
      }).toEqual({ mail, gone: [] })
    }
  })

  test.each(ORDERS)('%s: below a closing phrase', (line) => {
    expect(unanswered(`1 done\n\nThanks,\nBen Ortiz\n${line}`, /^\d|CLEC-|^reopen/.test(line) ? [line] : [])).toEqual(
      [],
    )
  })

  test('however long the mail is', () => {
    const mail = Array.from({ length: 700 }, (_, at) => `${(at % 14) + 1} dance ${at}`).join('\n')
    const read = readOrders(mail, DIGEST)
    expect(read.length).toBeLessThan(300)
    expect(read.at(-1)).toEqual({
      line: '"5 dance 200"',
      problem: expect.stringContaining('from here on nothing was read'),
    })
  })

  test('and however long a line is', () => {
    const read = readOrders(`2 note ${'word '.repeat(500)}and 3 done`, DIGEST)
    expect(read).toHaveLength(2)
    expect(read[1]).toHaveProperty('problem')
  })
})
