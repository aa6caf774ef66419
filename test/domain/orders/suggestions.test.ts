/**
 * What we print as an answer is understood when it is written back: below the lines of a digest, in refusals, and in the
 * sentences of tasks as the talks show them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { OrderContext, OrderTarget } from '../../../src/domain/orders/order-context.ts'
import { readOrders } from '../../../src/domain/orders/read-orders.ts'
import { STAFF as DESK, fullDigest } from '../digest/full-digest.ts'

const STAFF = DESK.map(({ name, email }) => ({ address: email, name }))
const contextOf = (lines: ReadonlyMap<number, OrderTarget>): OrderContext => ({
  ...{ lines, about: null, staff: STAFF, by: 'anna@example.com', today: '2026-03-06' },
})

/** What a person fills in. */
function filledIn(suggestion: string): string {
  return suggestion
    .replace(/\bNAME\b/, 'Ben Ortiz')
    .replace(/\bTEXT\b/, 'called them')
    .replace(/\bDAY\b/, '2026-03-05')
    .replace(/\bREASON\b/, 'both parties agreed in writing')
    .replace('CLEC-…', 'CLEC-2026-00007')
}

/** Words that a sentence completes: "to" and a colleague, "route" and one of them. */
const COMPLETED: Readonly<Record<string, string>> = {
  to: 'to Ben Ortiz',
  'note:': 'note: called them',
  route: 'route negotiate',
  close: 'close withdrawn',
  undo: 'undo 17',
  'ask for': 'ask for the certificate',
  'affiliate of': 'affiliate of Acme, LLC',
  'company:': 'company: Acme, LLC',
  // Examples, with numbers of another mail.
  '1, 2 and 5 ok': '1 and 2 ok',
  '2 done': '3 done',
}

describe('below the lines of a digest', () => {
  const digest = fullDigest()
  const suggestions = digest.sections.flatMap(({ lines }) =>
    lines.flatMap(({ number, what, answers }) => answers.map((answer) => [`${number} ${answer}`, what] as const)),
  )

  test('every section that can be answered is there', () => {
    expect(suggestions.length).toBeGreaterThan(25)
  })

  test.each(suggestions)('%s (%s)', (suggestion) => {
    const read = readOrders(filledIn(suggestion), contextOf(digest.lines))
    expect(read).toEqual([{ line: filledIn(suggestion), order: expect.anything() }])
  })
})

const LINES = new Map<number, OrderTarget>([
  [1, { kind: 'draft', outboxId: 101, caseRef: 'CLEC-2026-00001', messageId: 11 }],
  [2, { kind: 'case', caseRef: 'CLEC-2026-00002', messageId: 12 }],
  [3, { kind: 'task', taskId: 303, sort: 'understand', caseRef: 'CLEC-2026-00003', messageId: 33 }],
  [4, { kind: 'clock', caseRef: 'CLEC-2026-00005', clock: 'negotiation-window-closes' }],
  [5, { kind: 'task', taskId: 305, sort: 'thread', caseRef: 'CLEC-2026-00004', messageId: 34 }],
  [6, { kind: 'task', taskId: 306, sort: 'withdrawal', caseRef: 'CLEC-2026-00006', messageId: 35 }],
])

/** Sayings of all sorts that are refused. */
const REFUSED = [
  ...['', 'dance', 'no', 'ok if they sign', 'accept', 'approved', 'as is', 'opt-in', 'signed', 'certificate', 'close'],
  ...[
    'certificate missing',
    'ask',
    'ask for annex B',
    'ask for the certifcate',
    'tick signature',
    'merge',
    'note',
    'split',
  ],
  ...[
    'completed',
    'duplicate of CLEC-2026-00007',
    'affiliate of',
    'extend receipt to 2026-03-01',
    'extend 30 days',
    'undo',
  ],
  ...[
    'route teleport',
    'state XX is it',
    'family: blue',
    'to Zed',
    'to',
    'belong together',
    'yes',
    'ok, to Ben',
    'all ok',
  ],
  ...['tick eola', 'form is in', 'is a mystery', 'we signed on 3.5.2026', 'yes and no', 'done', 'what now?'],
]

describe('in refusals', () => {
  const refusals = [...LINES].flatMap(([number, target]) =>
    [
      ...REFUSED.map((words) => `${number} ${words}`),
      ...REFUSED.filter((words) => words !== '').map((words) => words),
    ].flatMap((said) =>
      readOrders(said, contextOf(LINES)).flatMap((one) =>
        'problem' in one
          ? [...suggestedIn(one.problem)]
              .filter((words) => !said.endsWith(words))
              .map((words) => [said, words, number, target] as const)
          : [],
      ),
    ),
  )
  const once = [...new Map(refusals.map((one) => [`${one[1]} ${one[3].kind}`, one])).values()]

  test.each(once)('%s: "%s"', (_said, words, number, target) => {
    const whole = filledIn(COMPLETED[words] ?? words)
    // A suggestion that names its line or its case stands alone; another is written behind the number.
    const own = readOrders(whole, contextOf(LINES))
    const onLine = readOrders(`${number} ${whole}`, contextOf(LINES))
    const onCase = readOrders(`${target.caseRef} ${whole}`, contextOf(LINES))
    const isOrder = (read: typeof own) => read.length > 0 && read.every((one) => 'order' in one)
    expect({ words, read: [own, onLine, onCase].some(isOrder) }).toEqual({ words, read: true })
  })
})

/** Quoted words that a sentence tells to write; not those that it repeats. */
function* suggestedIn(sentence: string): Iterable<string> {
  const from = sentence.search(/\b(?:write|begin)\b/)
  if (from < 0) return
  for (const [, words = ''] of sentence
    .slice(from)
    .replace(/\("[^"]*"\)\s*$/, '')
    .matchAll(/"([^"]+)"/g))
    yield words
}

describe('in the sentences of tasks', () => {
  const folder = new URL('../../conversations/talks/', import.meta.url)
  const sentences = readdirSync(folder)
    .filter((name) => name.endsWith('.talk'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .flatMap((line) => {
      const [, sort = '', sentence = ''] = /^ {2}task (\w+)(?: on [^:]+:\d\d)?: (.+)$/.exec(line) ?? []
      return [...saidIn(sentence)].map((words) => [words, sort, sentence] as const)
    })
  const once = [...new Map(sentences.map((one) => [`${one[0].replace(/\d+/g, '')} ${one[1]}`, one])).values()]

  test('the talks have some', () => {
    expect(once.length).toBeGreaterThan(0)
  })

  test.each(once)('"%s" (%s)', (words, sort) => {
    const target = { kind: 'task', taskId: 1, sort, caseRef: 'CLEC-2026-00001', messageId: 1 } as const
    const context = contextOf(new Map([[1, target]]))
    const whole = filledIn(words)
    const read = readOrders(whole.startsWith('CLEC-') ? whole : `1 ${whole}`, context)
    expect(read).toEqual([{ line: expect.anything(), order: expect.anything() }])
  })
})

function* saidIn(sentence: string): Iterable<string> {
  for (const [, words = ''] of sentence.matchAll(/(?:[Ww]rite|[Ss]ay|, or) "([^"]+)"/g)) yield words
  for (const [, words = ''] of sentence.matchAll(/"([^"]+)" (?:records|opens)/g)) yield words
}
