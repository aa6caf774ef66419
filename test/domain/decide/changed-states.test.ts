/**
 * A mail in the thread of a request for Colorado and Utah, which everything but its words takes for a request of one
 * more state: what opens, what waits for a person, and what a person is asked.
 */
import { describe, expect, test } from 'vitest'
import type { CaseView } from '../../../src/domain/case.ts'
import type { DocumentSort } from '../../../src/domain/labels.ts'
import { aCase, anUnderstanding, arrived, threadFacts } from '../../support/arrivals.ts'
import { decide } from '../../support/told.ts'

const REQUEST = ['CO', 'UT'].map((state, at) =>
  aCase({ id: 7 + at, ref: `CLEC-2026-0000${7 + at}`, requestId: 7, state, intent: 'agreement-request' }),
)
const SURE = anUnderstanding({ states: ['ID'], path: null })

function outcome(
  text: string,
  request: readonly CaseView[] = REQUEST,
  file?: DocumentSort,
  others: readonly CaseView[] = [],
): string {
  const known = { byToken: request.slice(0, 1), requests: request, bySender: [...request, ...others] }
  const facts = { threads: threadFacts(known) }
  const attachments = file === undefined ? [] : [{ filename: 'paper.pdf', text: 'A paper.' }]
  const mail = { subject: 'Re: Interconnection [CLEC-2026-00007]', text, attachments }
  const documents = file === undefined ? [] : [file]
  const { cases, wishes } = decide(arrived(mail, { ...SURE, documents }), facts)
  const opened = cases.flatMap(({ opened, file }) => (opened ? [`+${file.state}`] : []))
  const held = cases.flatMap(({ file }) => (file.needsPerson?.startsWith('the sender takes') ? [`-${file.state}`] : []))
  const asked = wishes.flatMap((one) => (one.wish === 'ask-human' ? [one.sort] : []))
  return [...opened, ...held.sort(), ...asked].join(' ')
}

describe('orders', () => {
  test.each([
    ['+ID', 'Please add Idaho.'],
    ['+ID -UT withdrawal', 'Replace Utah with Idaho.'],
    ['+ID -UT withdrawal', 'swap UT for ID'],
    ['+ID -CO -UT withdrawal withdrawal', 'Just Idaho now.'],
    ['-CO withdrawal', 'Utah only, please.'],
    ['-UT withdrawal', 'Drop UT.'],
    ['+ID -UT withdrawal answer', 'Drop Utah, add Idaho. What does it cost?'],
    ['+ID -UT withdrawal', 'Drop Utah, add Idaho. What do you need for Idaho?'],
    ['-CO -UT withdrawal answer', 'Drop Utah and Colorado. Where does our request stand?'],
    ['+MT', 'Please add Montana to our pending requests for Colorado and Utah.'],
    ['+NE', 'The same two states, plus Nebraska.'],
    ['+ID -UT withdrawal', 'Drop Utah, add Idaho, Colorado stays.'],
    ['-UT withdrawal', 'Keep Colorado, drop the rest.'],
    ['-UT withdrawal', 'Drop Utah. For Idaho we will write separately.'],
    ['-UT withdrawal', 'Keep Colorado, drop the other one.'],
    ['-UT withdrawal', 'Drop Utah; the other one stays.'],
    ['-UT withdrawal answer', 'Drop Utah. What about the fee?'],
    ['-UT withdrawal answer', 'Only Colorado, please. Do you also offer dark fiber?'],
    ['-UT withdrawal answer', 'Only Colorado, please. What do you still need?'],
    ['-UT withdrawal answer', 'Drop Utah. Where does Montana stand?'],
  ])('%s: %s', (came, text) => {
    expect(outcome(text)).toBe(came)
  })
})

describe('what is asked beside what goes is asked of all that goes on', () => {
  const ASKS = { ...SURE, intents: [{ intent: 'status-inquiry', confidence: 0.97 }] as const }
  const [colorado, utah] = REQUEST as [CaseView, CaseView]
  const request = [colorado, utah, { ...utah, id: 9, ref: 'CLEC-2026-00009', state: 'WY' }]
  const isAbout = (text: string) => {
    const facts = { threads: threadFacts({ byToken: [colorado], requests: request }) }
    const mail = arrived({ subject: 'Re: Interconnection [CLEC-2026-00007]', text }, { ...ASKS, states: ['UT'] })
    const { cases } = decide(mail, facts)
    return cases.flatMap(({ file, changes }) => (changes.some((one) => one.change === 'mail-came') ? file.state : []))
  }

  test.each([
    ['Drop Utah. Where does our request stand?', ['CO', 'WY']],
    ['Drop UT. Where does WY stand?', ['WY']],
    ['Drop Utah and Colorado. Where does the rest stand?', ['WY']],
    ['Drop Utah. Is Utah closed now?', ['UT']],
  ])('%s', (text, states) => {
    expect(isAbout(text)).toEqual(states)
  })
})

describe('none: a person reads them, and nothing opens', () => {
  test.each([
    'Could we add Idaho?',
    'What happens if we add Idaho?',
    'Bob wants to add Idaho.',
    'If the PUC says no, we will replace Utah with Idaho.',
    'We may swap UT for ID.',
    'We meant Idaho instead of Utah, sorry.',
    'Please include Idaho in the redline.',
    'Please add Idaho to the next draft and to the exhibits.',
  ])('%s', (text) => {
    expect(outcome(text)).toMatch(/^(?:understand|correction)$/)
  })
})

test('what is no order opens nothing beside papers either; a form does', () => {
  const text = 'The redline is attached. Please also include Idaho in the next draft.'
  expect(outcome(text, REQUEST, 'redlined-agreement')).not.toContain('+')
  expect(outcome(text, REQUEST, 'redlined-agreement')).toContain('understand')
  expect(outcome('The form is attached. What happens if we add Idaho?', REQUEST, 'agreement-request-form')).toContain(
    '+ID',
  )
})

describe('what the request does not know is doubtful', () => {
  test.each([
    ['a state goes that it never had', 'Replace Montana with Wyoming.'],
    ['a state comes that it has', 'Replace Utah with Colorado.'],
    ['a state stays that it never had', 'Add Wyoming, keep Montana.'],
    ['the request is for a state that it never had', 'Add Wyoming to our pending requests for Idaho.'],
    ['the request is for what is added', 'Add Wyoming to our requests for Wyoming.'],
    ['it says that it has three states', 'The same three states, plus Wyoming.'],
    ['it says that two others go', 'Keep Colorado, drop the other two. Add Wyoming.'],
    ['it says that two others stay', 'Replace Utah with Wyoming; the other two stay.'],
    ['what comes is another matter', 'Add Idaho and Wyoming. For Wyoming, we will write separately.'],
    ['it orders nothing of what it names', 'For Wyoming, we will write separately.'],
    ['what would go is another matter', 'Only Utah and Idaho now. For Colorado, we will write separately.'],
  ])('%s: %s', (_what, text) => {
    expect(outcome(text)).not.toContain('+')
    expect(outcome(text)).toContain('understand')
  })

  test('and nothing goes by it', () => {
    expect(outcome('Just Utah now. For Colorado, we will write separately.')).toBe('understand')
    expect(outcome('Keep Colorado, drop the other two.')).toBe('understand')
  })

  test('a state comes that another request of theirs is for', () => {
    const other = aCase({ id: 20, ref: 'CLEC-2026-00020', requestId: 20, state: 'WY', intent: 'agreement-request' })
    for (const text of ['Add Wyoming.', 'Only Wyoming, please.', 'Replace Utah with Wyoming.']) {
      expect(outcome(text, REQUEST, undefined, [other]), text).not.toContain('+')
      expect(outcome(text, REQUEST, undefined, [other]), text).toContain('understand')
    }
    expect(outcome('Drop Utah and Wyoming.', REQUEST, undefined, [other])).toBe('-UT -WY withdrawal withdrawal')
  })

  test('a state comes whose case was closed', () => {
    const [colorado, utah] = REQUEST as [CaseView, CaseView]
    const closed = { ...utah, closed: { reason: 'withdrawn' as const, at: 0, into: null } }
    expect(outcome('Drop Colorado, add Utah.', [colorado, closed])).toBe('-CO understand withdrawal thread')
  })
})
