/** What colleagues write, and what it orders. `told` shortens orders to words; a problem is `? …`. */
import { describe, expect, test } from 'vitest'
import type { Act } from '../../../src/domain/casework/act.ts'
import { ITEM_WORDS } from '../../../src/domain/orders/item-words.ts'
import type { OrderContext, OrderTarget, ReadOrder } from '../../../src/domain/orders/order-context.ts'
import { readOrders } from '../../../src/domain/orders/read-orders.ts'

const REF = 'CLEC-2026-00042'
const LINES = new Map<number, OrderTarget>([
  [1, { kind: 'draft', outboxId: 101, caseRef: 'CLEC-2026-00001', messageId: 11 }],
  [2, { kind: 'case', caseRef: 'CLEC-2026-00002' }],
  [3, { kind: 'task', taskId: 303, sort: 'understand', caseRef: 'CLEC-2026-00003', messageId: 33 }],
  [4, { kind: 'case', caseRef: 'CLEC-2026-00004' }],
  [5, { kind: 'clock', caseRef: 'CLEC-2026-00005', clock: 'negotiation-window-closes' }],
  [6, { kind: 'draft', outboxId: 106, caseRef: 'CLEC-2026-00006' }],
  [7, { kind: 'task', taskId: 307, sort: 'bounce', caseRef: null, messageId: null }],
  [21, { kind: 'case', caseRef: 'CLEC-2026-00021', messageId: 121 }],
  [
    22,
    {
      ...{ kind: 'task', taskId: 322, sort: 'thread', caseRef: 'CLEC-2026-00022', messageId: 122 },
      others: ['CLEC-2026-00014'],
    },
  ],
  [23, { kind: 'task', taskId: 323, sort: 'withdrawal', caseRef: 'CLEC-2026-00023', messageId: 123 }],
])
const STAFF = [
  { address: 'anna.lee@carrier.example', name: 'Anna Lee' },
  { address: 'bob.ray@carrier.example', name: 'Bob Ray' },
  { address: 'bob.day@carrier.example', name: 'Bob Day' },
  { address: 'cy@carrier.example', name: 'Cy Old' },
]
const DIGEST: OrderContext = {
  lines: LINES,
  about: null,
  staff: STAFF,
  by: 'cy@carrier.example',
  today: '2026-03-10',
}
const about = (target: OrderTarget): OrderContext => ({ ...DIGEST, lines: new Map(), about: target })
const ONE_CASE = about({ kind: 'case', caseRef: REF })
const ONE_DRAFT = about({ kind: 'draft', outboxId: 9, caseRef: REF, messageId: 99 })

function told(text: string, context: OrderContext = DIGEST): readonly string[] {
  return readOrders(text, context).map(short)
}

function short(one: ReadOrder): string {
  return 'problem' in one ? `? ${one.problem}` : brief(one.order)
}

/** The act, and its values in their order; the year of the reference and what is null left out. */
function brief(order: Act): string {
  return Object.values(order)
    .filter((value) => value !== null)
    .map((value) => (Array.isArray(value) ? `[${value.join(' ')}]` : String(value).replace(/^CLEC-2026-0*/, '#')))
    .join(' ')
}

describe('the words of a digest', () => {
  test('several lines', () => {
    const answer = `Hi,

1 ok
2 to Anna
3 opt-in, not a request
4 ask for the certificate
5 tick certification
undo 2

Thanks,
Cy

On Mon, Mar 9, 2026 at 8:00 AM intagree <intagree@carrier.example> wrote:
> 6 ok
> 1 draft`
    expect(told(answer)).toEqual([
      'approve 101',
      'assign #2 anna.lee@carrier.example',
      'relabel 33 [opt-in-inquiry]',
      'ask #4 [certification]',
      'tick #5 certification',
      'undo 2',
    ])
  })

  test.each<readonly [text: string, orders: readonly string[]]>([
    [
      '1 ok, 2 to Anna, 4 ask for the OCN letter',
      ['approve 101', 'assign #2 anna.lee@carrier.example', 'ask #4 [ocn-letter]'],
    ],
    ['1 ok; 6 no', ['approve 101', 'reject 106']],
    ['1 ok. 6 no. 7 done.', ['approve 101', 'reject 106', 'done 307']],
    ['1 and 6: ok', ['approve 101', 'approve 106']],
    ['1, 6 ok, 7 done', ['approve 101', 'approve 106', 'done 307']],
    ['7 done, spoke to Georgia', ['done 307']],
    ['4 ask for the certificate or registration of the state commission', ['ask #4 [certification]']],
    [
      '2, 4 and 5 to Anna',
      [
        'assign #2 anna.lee@carrier.example',
        'assign #4 anna.lee@carrier.example',
        'assign #5 anna.lee@carrier.example',
      ],
    ],
    ['approve 1 and 6', ['approve 101', 'approve 106']],
    ['ok 1', ['approve 101']],
    ["don't send 6", ['reject 106']],
    ['assign 2 to Anna', ['assign #2 anna.lee@carrier.example']],
    ['2 tick certification; route negotiate', ['tick #2 certification', 'route #2 negotiate']],
    ['2 tick certification and to Anna', ['tick #2 certification', 'assign #2 anna.lee@carrier.example']],
    ['1 send it and assign to Anna', ['approve 101', 'assign #1 anna.lee@carrier.example']],
    ['CLEC-2026-00042 tick certification', ['tick #42 certification']],
    ['clec-2026-00042: withdrawn', ['close #42 withdrawn']],
    ['[CLEC-2026-00042] note: they called', ['note #42 they called']],
    ['tick certification for CLEC-2026-00042', ['tick #42 certification']],
    ['reopen CLEC-2026-00042', ['reopen #42']],
    ['merge CLEC-2026-00042 into CLEC-2026-00007', ['merge #42 #7']],
    ['CLEC-2026-00001 and CLEC-2026-00002: to me', ['assign #1 cy@carrier.example', 'assign #2 cy@carrier.example']],
    ['- 1: ok', ['approve 101']],
    ['#1 ok', ['approve 101']],
    ['(1) ok', ['approve 101']],
    ['1. ok', ['approve 101']],
    ['1) ok', ['approve 101']],
    ['1 - ok', ['approve 101']],
    ['line 1: ok', ['approve 101']],
    ['1 = ok', ['approve 101']],
    ['1 OK\n6 No\n', ['approve 101', 'reject 106']],
    [
      '2 we signed on March 3, 4 to Anna',
      ['tick #2 carrier-signature 2026-03-03', 'assign #4 anna.lee@carrier.example'],
    ],
    ['Hi\n\n1 ok\n2 to anna.lee@carrier.example', ['approve 101', 'assign #2 anna.lee@carrier.example']],
    ['1 ok\n\n-- \nCy Old\n12 Main Street\n303 555 0100', ['approve 101']],
    ['Regards\n1 ok', ['approve 101']],
    ['Undo 17.', ['undo 17']],
    ['2 note: see mail 3; it is old; 6 ok', ['note #2 see mail 3; it is old', 'approve 106']],
    ['1 ok. Please also 2 to Anna', ['approve 101', 'assign #2 anna.lee@carrier.example']],
    ['4 merge into 2', ['merge #4 #2']],
    ['merge 4 into CLEC-2026-00002', ['merge #4 #2']],
    ['undo 17 and 18', ['undo 17', 'undo 18']],
    ['1 ok 2 to Anna', ['approve 101', 'assign #2 anna.lee@carrier.example']],
    ['please undo order 17', ['undo 17']],
  ])('%s', (text, orders) => {
    expect(told(text)).toEqual(orders)
  })
})

describe('a draft', () => {
  test.each([
    ...['ok', 'OK!', 'Ok.', 'okay', 'yes', 'Yes please', 'yes, send it', 'approve', 'send', 'send it', 'go ahead'],
    ...['please send it', 'Looks good, send it', 'lgtm', 'approve it', 'send as is', 'ok thanks', 'Fine by me'].slice(
      0,
      6,
    ),
    ...['could you send it?', 'go', 'release', 'send the draft', '👍', '+1', 'go ahead and send it'],
  ])('%s: is sent', (text) => {
    expect(told(text, ONE_DRAFT)).toEqual(['approve 9'])
  })

  test.each([
    ...['no', 'No.', 'nope', 'reject', 'drop it', "don't send", 'do not send it', 'discard', 'no, drop it', 'not ok'],
    ...['cancel it', 'no thanks', 'please delete this draft', 'never send it'],
  ])('%s: is dropped', (text) => {
    expect(told(text, ONE_DRAFT)).toEqual(['reject 9'])
  })

  test.each([
    ...[
      'ok?',
      'ok if they signed',
      'ok but change the date',
      'ok, to Anna',
      'ok, drop it',
      'not yet',
      'wait',
      'approved',
    ],
    ...[
      'accept',
      'we accept their terms',
      'I agree',
      'as is',
      'opt-in',
      "don't approve it before Monday",
      'sent',
      'maybe',
    ],
    ...[
      'should be ok',
      'ok with me once legal has looked',
      'send it tomorrow',
      'send it to Anna and drop it',
      'yes or no',
    ],
    ...['is this ok', 'not sure this is ok', 'no objections but wait', 'send it back'],
  ])('%s: is answered, and nothing is done', (text) => {
    const [one, ...others] = told(text, ONE_DRAFT)
    expect([one?.slice(0, 1), others]).toEqual(['?', []])
  })

  test('nothing is accepted or agreed to', () => {
    for (const text of ['1 accept', '1 we agree', '1 accepted', '2 agree to their redlines'])
      expect(told(text).join()).toMatch(/^\? no order accepts or agrees/)
  })
})

describe('a case', () => {
  test.each<readonly [text: string, ...orders: string[]]>([
    ['to Anna', 'assign #42 anna.lee@carrier.example'],
    ['assign to anna lee', 'assign #42 anna.lee@carrier.example'],
    ['Anna takes it', 'assign #42 anna.lee@carrier.example'],
    ['give it to lee', 'assign #42 anna.lee@carrier.example'],
    ['to me', 'assign #42 cy@carrier.example'],
    ['mine', 'assign #42 cy@carrier.example'],
    ["I'll take it", 'assign #42 cy@carrier.example'],
    ['tick certification', 'tick #42 certification'],
    ['tick the certificate and the OCN letter', 'tick #42 certification', 'tick #42 ocn-letter'],
    ['certificate received', 'tick #42 certification'],
    ['got their cert', 'tick #42 certification'],
    ['certificate is in, on March 3', 'tick #42 certification 2026-03-03'],
    ['tick ocn = 7321', 'tick #42 ocn-letter 7321'],
    ['tick ocn letter on 3/5/2026 (saw it on paper)', 'tick #42 ocn-letter 2026-03-05 saw it on paper'],
    ['untick certification', 'untick #42 certification'],
    ['reopen certification', 'untick #42 certification'],
    ['waive the tax forms', 'waive #42 tax-forms'],
    ['tax forms not needed', 'waive #42 tax-forms'],
    ["they don't need the questionnaire", 'waive #42 questionnaire'],
    ['draft sent', 'tick #42 draft-issued'],
    ['we sent the draft yesterday', 'tick #42 draft-issued 2026-03-09'],
    ['we signed on March 3', 'tick #42 carrier-signature 2026-03-03'],
    ['executed 3/5', 'tick #42 carrier-signature 2026-03-05'],
    ['countersigned today', 'tick #42 carrier-signature 2026-03-10'],
    ['they signed 5 March', 'tick #42 clec-signature 2026-03-05'],
    ['both signed', 'tick #42 clec-signature', 'tick #42 carrier-signature'],
    ['filed 2026-03-05 as docket QWE-T-26-08', 'tick #42 filed 2026-03-05 QWE-T-26-08'],
    ['we filed it under docket ARB 527 on 3/5/2026', 'tick #42 filed 2026-03-05 ARB 527'],
    ['on March 5 we filed it', 'tick #42 filed 2026-03-05'],
    ['filed in docket 26B-160T', 'tick #42 filed 26B-160T'],
    ['approved', 'tick #42 approved'],
    ['approved by the commission on Mar. 9', 'tick #42 approved 2026-03-09'],
    ['deemed approved', 'tick #42 approved'],
    ['eola sent', 'tick #42 early-ordering-letter-issued'],
    ['ready to order', 'tick #42 ready-to-order'],
    ['route negotiate', 'route #42 negotiate'],
    ['route: as is', 'route #42 template-as-is'],
    ['route opt-in', 'route #42 opt-in'],
    ['tariff', 'route #42 tariff'],
    ['as is', 'route #42 template-as-is'],
    ['route commercial', 'route #42 commercial'],
    ['ask for what is missing', 'ask #42 []'],
    ["ask for what's missing", 'ask #42 []'],
    ['ask for the rest', 'ask #42 []'],
    ['please ask them for the CPCN and the tax forms', 'ask #42 [certification tax-forms]'],
    ['can you ask for the certificate?', 'ask #42 [certification]'],
    ['close withdrawn', 'close #42 withdrawn'],
    ['withdrawn', 'close #42 withdrawn'],
    ['they withdrew', 'close #42 withdrawn'],
    ['close as duplicate', 'close #42 duplicate'],
    ['duplicate', 'close #42 duplicate'],
    ['it is a duplicate', 'close #42 duplicate'],
    ['close: not our territory', 'close #42 not-our-territory'],
    ['reopen', 'reopen #42'],
    ['merge into CLEC-2026-00007', 'merge #42 #7'],
    ['affiliate of Bigfork Holdings, Inc.', 'affiliate #42 Bigfork Holdings, Inc.'],
    [
      'it is a wholly owned subsidiary of Bigfork, LP and to Anna',
      'affiliate #42 Bigfork, LP',
      'assign #42 anna.lee@carrier.example',
    ],
    ['split mail 4711 and 4712', 'split #42 [4711 4712]'],
    ['note: called Paula; she sends it. Monday, 5 pm', 'note #42 called Paula; she sends it. Monday, 5 pm'],
    [
      'extend receipt to 2026-03-01 because both agreed in writing. See mail.',
      'extend #42 2026-03-01 both agreed in writing. See mail',
    ],
    ['company: Acme Fiber, LLC', 'describe #42 Acme Fiber, LLC'],
    ['state is Colorado', 'describe #42 CO'],
    ['family: qc', 'describe #42 qc'],
    ['carrier is a reseller', 'describe #42 reseller'],
    ['yes, route negotiate', 'route #42 negotiate'],
    ['tick certification\n\nthanks\nCy', 'tick #42 certification'],
  ])('%s', (text, ...orders) => {
    expect(told(text, ONE_CASE)).toEqual(orders)
  })

  test.each<readonly [text: string, problem: RegExp]>([
    ['to Bob', /more than one of us.*bob\.ray/],
    ['to Zed', /no colleague "Zed"/],
    ['to eve@evil.example', /no colleague/],
    ['signed', /"tick clec signature" or "tick carrier signature"/],
    ['tick signature', /"tick clec signature" or "tick carrier signature"/],
    ['opt-in', /route|matter/],
    ['certificate', /"tick certification", "ask for certification"/],
    ['certificate missing', /"ask for certification".*"untick certification"/],
    ['tick loa', /more than one item: write "tick sender authority" or "tick customer authorization"/],
    ['ask for the letter of authorization', /"ask for sender authority" or "ask for customer authorization"/],
    ['ask for annex B', /no item "annex B"/],
    ['ask for the certifcate', /no item.*write for example "ask for certificate"/],
    ['tick questionaires', /no item.*"tick question(?:n)?aire"/],
    ['tick certification and annex B', /no item "annex B"/],
    ['ask', /say for what/],
    ['close', /withdrawn.*duplicate/],
    ['completed', /close completed/],
    ['duplicate of CLEC-2026-00007', /merge into/],
    ['merge', /into which case/],
    ['affiliate of', /of which company/],
    ['not an affiliate of Bigfork, LP', /not understood/],
    ['extend receipt to 2026-03-01', /needs its reason/],
    ['we signed on 2026-02-30', /no day/],
    ['we signed on 3.5.2026', /more than one day/],
    ['we signed last Monday', /more than one day/],
    ['ok', /is no draft/],
    ['done', /no task/],
    ['route teleport', /no route "teleport"/],
    ['undo', /which order/],
    ['undo it', /which order/],
    ['note:', /empty/],
    ['dance', /not understood/],
  ])('%s: is answered', (text, problem) => {
    const read = told(text, ONE_CASE)
    expect(read).toHaveLength(1)
    expect(read[0]).toMatch(/^\?/)
    expect(read[0]).toMatch(problem)
  })
})

describe('a question about a mail', () => {
  test.each<readonly [text: string, order: string]>([
    ['3 opt-in, not a request', 'relabel 33 [opt-in-inquiry]'],
    ['3 it is a status inquiry', 'relabel 33 [status-inquiry]'],
    ["3 it's an amendment", 'relabel 33 [amendment-request]'],
    ['3 status inquiry', 'relabel 33 [status-inquiry]'],
    ['3 no, it is a status question', 'relabel 33 [status-inquiry]'],
    ['3 relabel as signed agreement and questionnaire', 'relabel 33 [signed-agreement customer-questionnaire]'],
    ['3 opt-in', 'relabel 33 [opt-in-inquiry]'],
    ['3 spam', 'relabel 33 [unrelated]'],
    ['3 done', 'done 303'],
    ['7 done', 'done 307'],
    ['1 it is a status inquiry', 'relabel 11 [status-inquiry]'],
    ['3 handled', 'done 303'],
  ])('%s', (text, order) => {
    expect(told(text)).toEqual([order])
  })

  test.each<readonly [text: string, problem: RegExp]>([
    ['3 ok', /question and not a draft/],
    ['2 it is a status inquiry', /stands for no mail/],
    ['6 opt-in, not a request', /stands for no mail/],
    ['7 to Anna', /no case/],
    ['3 not a request', /^\?/],
    ['9 ok', /no line 9/],
    ['2 undo', /which order/],
    ['ok', /which draft/],
    ['tick certification', /begin with the number/],
    ['all ok', /name the lines/],
    ['2 Anna', /"to" and a colleague/],
    ['1', /say what/],
  ])('%s: is answered', (text, problem) => {
    const read = told(text)
    expect(read).toHaveLength(1)
    expect(read[0]).toMatch(problem)
  })
})

describe('a new request, by its line', () => {
  test.each<readonly [text: string, order: string]>([
    ['21 ok', 'note #21 seen'],
    ['21 OK, thanks', 'note #21 seen'],
    ['21 fine', 'note #21 seen'],
    ['5 ok', 'note #5 seen'],
    ['21 opt-in, not a request', 'relabel 121 [opt-in-inquiry]'],
    ['21. opt in, not a request', 'relabel 121 [opt-in-inquiry]'],
    ['21 it is a status inquiry', 'relabel 121 [status-inquiry]'],
    ['21 to Anna', 'assign #21 anna.lee@carrier.example'],
    ['21 route negotiate', 'route #21 negotiate'],
  ])('%s', (text, order) => {
    expect(told(text)).toEqual([order])
  })

  test.each(['21 no', 'CLEC-2026-00021 ok', '21 ok if they signed', '21 accept'])('%s: is answered', (text) => {
    expect(told(text)).toEqual([expect.stringMatching(/^\?/)])
  })
})

describe('whether two cases belong together', () => {
  test.each<readonly [text: string, order: string]>([
    ['22 belongs to CLEC-2026-00014', 'merge #22 #14'],
    ['22 it belongs to CLEC-2026-00014', 'merge #22 #14'],
    ['22 part of CLEC-2026-00014', 'merge #22 #14'],
    ['22 merge into CLEC-2026-00014', 'merge #22 #14'],
    ['22 they belong together', 'merge #22 #14'],
    ['22 yes', 'merge #22 #14'],
    ['22 no', 'done 322'],
    ['22 they do not belong together', 'done 322'],
    ['22 keep them apart', 'done 322'],
  ])('%s', (text, order) => {
    expect(told(text)).toEqual([order])
  })
})

describe('what was taken back', () => {
  test.each<readonly [text: string, order: string]>([
    ['23 it goes on', 'goes-on #23'],
    ['23 goes on', 'goes-on #23'],
    ['23 they want to continue', 'goes-on #23'],
    ['23 he wants to continue, so reopen', 'goes-on #23'],
    ['23 stays open', 'goes-on #23'],
    ['CLEC-2026-00023 continue', 'goes-on #23'],
    ['23 withdrawn', 'close #23 withdrawn'],
    ['23 reopen', 'reopen #23'],
    ['23 done', 'done 323'],
  ])('%s', (text, order) => {
    expect(told(text)).toEqual([order])
  })
})

describe('reminders rest until a day', () => {
  test.each<readonly [text: string, order: string]>([
    ['4 stop reminding until April 10', 'rest #4 2026-04-10'],
    ['4 no reminders until 2026-04-10', 'rest #4 2026-04-10'],
    ['4 please pause the reminders till 4/10', 'rest #4 2026-04-10'],
    ["CLEC-2026-00004 don't remind them before April 10, 2026", 'rest #4 2026-04-10'],
    ['4 hold off on reminding the CLEC until April 10th', 'rest #4 2026-04-10'],
    ['4 remind them again on April 10', 'rest #4 2026-04-10'],
    ['4 let the reminders rest until April 10', 'rest #4 2026-04-10'],
  ])('%s', (text, order) => {
    expect(told(text)).toEqual([order])
  })

  test('a rest without an end is none', () => {
    expect(told('4 stop reminding them').join()).toContain('say until when')
    expect(told('4 no reminders until next month').join()).toContain('more than one day')
  })
})

describe('the head of a case, in passing', () => {
  test.each<readonly [text: string, order: string]>([
    ['4 the state is Oregon, not Washington', 'describe #4 OR'],
    ['4 state OR', 'describe #4 OR'],
    ['4 state Oregon', 'describe #4 OR'],
    ['4 state: Oregon instead of Washington', 'describe #4 OR'],
    ['4 legal name is Blue Mesa Networks, Inc.', 'describe #4 Blue Mesa Networks, Inc.'],
    ['CLEC-2026-00024 company Blue Mesa Networks, Inc.', 'describe #24 Blue Mesa Networks, Inc.'],
    ['4 company Blue Mesa Networks LLC', 'describe #4 Blue Mesa Networks LLC'],
    ['4 state certificate is in', 'tick #4 certification'],
    ['4 company code letter is in', 'tick #4 ocn-letter'],
  ])('%s', (text, order) => {
    expect(told(text)).toEqual([order])
  })
})

describe('what wants nothing is not answered', () => {
  test.each([
    ...['', 'Thanks!', 'Hi Anna,', 'Thank you very much', 'Cy', '-- \nCy Old\n303 555 0100', 'Sent from my iPhone'],
    ...['> 1 ok', 'See below', 'Good morning', 'Hello team,\n\nThanks,\nCy Old\nManager\n1 Main Street', '---'],
    'On Mon, Mar 9, 2026 intagree <intagree@carrier.example> wrote:\n> 1 ok\n> 2 to Anna',
  ])('%j', (text) => {
    expect(told(text)).toEqual([])
  })

  test('prose is answered once', () => {
    expect(told('I looked at the list this morning.\nWe should talk about it.\nSome of it is old.')).toHaveLength(1)
  })

  test('a wrapped line is one order', () => {
    const text = '2 note: we talked to Paula about the certificate, which the commission has\npromised for April'
    expect(told(text)).toEqual([
      'note #2 we talked to Paula about the certificate, which the commission has promised for April',
    ])
  })

  test('no text takes long', () => {
    for (const text of [
      '1 '.repeat(20_000),
      '1 ok and '.repeat(5_000),
      'a, '.repeat(20_000),
      `2 tick ${'certification and '.repeat(3_000)}`,
    ])
      expect(readOrders(text, DIGEST).length).toBeLessThan(1_000)
  })
})

describe('what becomes of an agreement', () => {
  test.each([
    ['1 not approved', '? "not approved" can be said of this draft or of the agreement'],
    ['1 disapproved', '? "disapproved" can be said of this draft or of the agreement'],
  ])('of a draft it is not said by "%s"', (words, problem) => {
    expect(told(words)).toEqual([expect.stringContaining(problem)])
  })

  test('nor of a question, unless the commission is named', () => {
    expect(told('3 not approved').filter((one) => one.startsWith('not-approved'))).toEqual([])
    expect(told('3 rejected by the commission')).toEqual(['not-approved #3'])
  })

  test.each([
    ['rejected by the commission', 'not-approved #42'],
    ['the commission rejected it on 2026-03-05 as docket QWE-T-26-08', 'not-approved #42 2026-03-05 QWE-T-26-08'],
    ['it was not approved by the PUC', 'not-approved #42'],
    ['not approved', 'not-approved #42'],
    ['approved by the commission', 'tick #42 approved'],
    ['ends 2028-05-01', 'tick #42 agreement-end 2028-05-01'],
    ['introduced = Mary Poe, mary@poe-law.example', 'tick #42 introduced Mary Poe, mary@poe-law.example'],
    ['counsel is Mary Poe <mary@poe-law.example>', 'tick #42 introduced Mary Poe, mary@poe-law.example'],
    ['notice contact = Wade Lindqvist, wade@acme.example', 'tick #42 notice-contact Wade Lindqvist, wade@acme.example'],
    ['the contact for notices is now wade@acme.example', 'tick #42 notice-contact wade@acme.example'],
    [
      'set notice contact to Wade Lindqvist <wade@acme.example>',
      'tick #42 notice-contact Wade Lindqvist, wade@acme.example',
    ],
    ['the agreement expires on May 1, 2028', 'tick #42 agreement-end 2028-05-01'],
    ['tick expiration date 2028-05-01', 'tick #42 agreement-end 2028-05-01'],
    ['petition filed June 2, 2026', 'tick #42 petition-filed 2026-06-02'],
    [
      'they filed a petition for arbitration on 2026-06-02 as docket 26-00101-UT',
      'tick #42 petition-filed 2026-06-02 26-00101-UT',
    ],
    ['we have filed our petition with the commission', 'tick #42 petition-filed'],
    ['they petitioned the PUC for arbitration', 'tick #42 petition-filed'],
    ['tick petition on 2026-05-25', 'tick #42 petition-filed 2026-05-25'],
    ['petition served 2026-05-28', 'tick #42 petition-served 2026-05-28'],
    ['we were served with the petition on 2026-05-28', 'tick #42 petition-served 2026-05-28'],
    ['petition received', 'tick #42 petition-served'],
    ['the commission received the petition on 2026-05-29', 'tick #42 petition-received 2026-05-29'],
    ['petition received by the PUC', 'tick #42 petition-received'],
    ['we answered the petition', 'tick #42 petition-answered'],
    ['our response to the petition was filed on 2026-06-20', 'tick #42 petition-answered 2026-06-20'],
    ['we answered in writing March 4, 2026', 'tick #42 written-answer 2026-03-04'],
    ['written answer sent 2026-03-04', 'tick #42 written-answer 2026-03-04'],
    ['commission decided Oct 9, 2026', 'tick #42 arbitration-decided 2026-10-09'],
    ['the commission has ruled on the open issues', 'tick #42 arbitration-decided'],
    ['arbitration order issued', 'tick #42 arbitration-decided'],
    ['made public 2026-07-01', 'tick #42 made-public 2026-07-01'],
    ['the agreement is open to public inspection', 'tick #42 made-public'],
    ['advice notice published 2026-04-01', 'tick #42 notice-published 2026-04-01'],
    ['questionnaire refreshed 2027-03-01', 'tick #42 questionnaire-refreshed 2027-03-01'],
    ['they renewed their questionnaire', 'tick #42 questionnaire-refreshed'],
    ['untick petition', 'untick #42 petition-filed'],
    ['negotiation request received 2026-03-04', 'tick #42 negotiation-request 2026-03-04'],
  ])('%s', (words, order) => {
    expect(told(words, ONE_CASE)).toEqual([order])
    expect(told(`${REF} ${words}`)).toEqual([order])
  })
})

test('no word of an item is one of another', () => {
  const words = Object.values(ITEM_WORDS).flat()
  expect(words.filter((one, at) => words.indexOf(one) !== at)).toEqual([])
})
