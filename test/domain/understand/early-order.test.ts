/** An early order beside papers (domain 2.2 step 7b), and what sounds like one. */
import { describe, expect, test } from 'vitest'
import type { Intent } from '../../../src/domain/labels.ts'
import { earlyOrderBeside } from '../../../src/domain/understand/early-order.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

const asked = (text: string, ...intents: readonly Intent[]) =>
  earlyOrderBeside(
    readingOf(aMail({ subject: 'Signed pages', text })),
    intents.map((intent) => ({ intent, confidence: 0.9 })),
  )?.text ?? null

test.each([
  'If approval takes months we would like to order early.',
  'We also request early ordering.',
  'Can we place orders while the approval of the Commission is pending?',
  'We hope to start ordering before the commission has approved it.',
  'There is no approval yet, but we would like to order early.',
  'We have not been approved yet, so can we place orders early?',
  'Can I place orders early?',
  'Is it possible to order before approval?',
  'We are interested in ordering early.',
  'Could we start placing orders before approval?',
  'Our client would like to use early ordering.',
])('%s', (text) => {
  expect(asked(`Signed pages attached. ${text}`, 'signed-agreement')).toBe(text)
})

describe('in many words', () => {
  test.each([
    ['We want to order early once you have countersigned.'],
    ['We would like to order early, not only after approval.'],
    ['We would also like to order before the Commission approves it.'],
    ['The Commission has not approved it but we would like to order early.'],
    ["We can't wait for the Commission and would like to order early."],
    ['We do not yet have approval but want to begin ordering early.'],
    ['If it is no trouble we would like to order early.'],
    ['Prairie Fiber would like to start placing orders ahead of Commission approval.'],
    ['Prairie Fiber intends to order under the early ordering arrangement.'],
    ['Please let us begin ordering while approval is pending.'],
    ['We would like to order early under the "Early Ordering Letter" your page describes.'],
    ['Is there a way to begin placing orders before the PSC acts?'],
    ['Our first customer turns up May 1, so we need to get orders in before the PSC rules.'],
    ['We need to submit LSRs without waiting for the Commission.'],
    ['They want to begin ordering prior to approval.'],
    ['The client would like to take advantage of early ordering.'],
    ['Mesa Valley wishes to avail itself of early ordering pending approval.'],
    ['What do we have to sign to be able to order now rather than after the order approving the agreement?'],
    ['We would rather order early than wait out the 90 days.'],
    ['Can orders go in right away, or do we wait for approval?'],
    ['Would it be possible for us to start ordering now, in the interim?'],
    ['We would appreciate the early ordering option.'],
    ['Kindly set us up for early ordering.'],
    ['We would like to begin placing our LIS trunk orders before approval.'],
    ['We hope to send orders next week, before the commission has ruled.'],
    ['We also want to order early. PONs will follow once you say yes.'],
    ['We would like to order early so nobody has to wait for the commission.'],
    [
      'Our OCN letter and certificate are attached. We would like to start ordering without delay, while the filing is pending.',
    ],
    ['Attached is our completed customer questionnaire. We want to order early, before the agreement is approved.'],
    [
      'Attached is our completed customer questionnaire for Nebraska. There is no reason for us not to order early, is there?',
    ],
    ['We do want to order early, as we told Jim on the phone.'],
    ['Since the docket will take 90 days we request permission to order ahead of approval.'],
    ['Although the Commission has not acted, we would like to begin ordering.'],
    ['No decision is due until June but we need to order before that.'],
    ['It is not our wish to press, but may we order before approval?'],
    ['We could not find the form for early ordering, please send it.'],
    ["We haven't heard from the PSC and would like to order early."],
    ['Our NOC would like to get LSRs flowing early.'],
    ['Please send the Early Ordering Letter.'],
    ['Do you offer early ordering? If so, please sign us up.'],
    ['Our sales team is already selling, so orders ahead of approval would help a lot.'],
    ['What is needed to order early?'],
    ['We understand there is an early ordering process; we would like to use it.'],
    ['In the meantime we want to place orders.'],
    ['We do not have the letter for ordering early, please send it.'],
    ['We would like to order early. The PON format we use is attached for your ordering desk.'],
    ['Is ordering possible prior to approval?'],
    ['Our launch is in May, so the company would love to begin placing orders while the docket is open.'],
    ['Heron Fiber asks to be allowed to order before the PUC decides.'],
    ['Approval is months off and our customers are waiting; may we start ordering in the meantime?'],
    ['We have no approval yet and would like to order trunks early.'],
    ['Please also send the letter for early ordering, as we do not want to wait for the Commission.'],
    ['What would it take to submit our first LSRs before the Commission approves this?'],
    ['He wants to order interconnection trunks ahead of the approval.'],
    ["We don't mind the paperwork, we want early ordering."],
  ])('%s', (text) => expect(text).toContain(asked(`Signed pages attached. ${text}`, 'signed-agreement') ?? 'nothing'))

  test('in the subject, unless that is as old as the thread', () => {
    const beside = (subject: string) =>
      earlyOrderBeside(readingOf(aMail({ subject, text: 'See attached.' })), [
        { intent: 'signed-agreement', confidence: 0.9 },
      ])?.text ?? null
    expect(beside('Signed ICA Nebraska + request for early ordering')).toContain('early ordering')
    expect(beside('Re: Signed ICA Nebraska + request for early ordering')).toBeNull()
  })
})

describe('sounds like one', () => {
  test.each([
    ['Please disregard the early ordering letter in the packet.'],
    ['Please remove us from early ordering.'],
    ['Please void the Early Ordering Letter.'],
    ['Who else has asked for early ordering?'],
    ['Please put the appendices in alphabetical order before filing with the Commission.'],
    ['Should orders fail while the filing is pending, whom do we call?'],
    ['We are in no hurry to order early, please file it in the usual way.'],
    ['We will order certified copies from the Secretary of State before the Commission approves it.'],
    ['We have early ordering in place for Utah already, so nothing is needed there.'],
    ['Thank you for letting us order early in Idaho last year.'],
    ['You told us early ordering is only for interconnection products; understood.'],
    ['We will place orders once the commission has approved it.'],
    ['We will order only after approval; early ordering is not for us.'],
    ['We do not plan to order before the Commission approves.'],
    ['We can order the transcript while the docket is pending if you want one.'],
    ['We know we may not order before approval.'],
    ['We understand that we may order only when the questionnaire is complete and the approval is no longer pending.'],
    ['Our attorney asks if we need to order a certificate of good standing before filing with the commission.'],
    ['We may order early next year.'],
    ['We expect to place our first orders in early June, after approval.'],
    ['We plan to order earlier than forecast, but only after approval.'],
    ['We will send the orders of the Idaho commission as soon as they are out, the docket is still pending.'],
    ['We had early ordering with Frontier and it went badly.'],
    ['We decided to skip early ordering.'],
    ['We have the early ordering letter from 2023 on file and will send a copy if you need it.'],
    ['We used early ordering in 2022 in Oregon.'],
    ['Please confirm you got it early enough for us to order the bond before the Commission meets.'],
    ['We would like to use early ordering later, maybe, but not now.'],
    ['If we want to order early we will let you know.'],
    ['In its May order, with the petition still pending, the Commission told us to file by June 1.'],
    ['Our counsel said we could order early, but we prefer to wait.'],
    ['We will order early enough to meet your intervals.'],
    ['We have in Oregon ordered early, here we wait.'],
    ['For early ordering we have no use.'],
    ['You may send early ordering papers to somebody else, we do not order before approval.'],
    ['We order business cards and letterhead before approval, so tell us how the name must read.'],
    ['We are asked by our lender if we can order equipment before the Commission approves.'],
    ['We plan to order our switch while the approval is pending.'],
    ['We will order the OCN from NECA before the commission approves the agreement.'],
    ['We would like to know whether the Commission has approved the agreement.'],
    ['Please tell us when the Commission has approved it so that we may order.'],
    ["The Commission's order is not out; please send us the docket number."],
    ['We will order the collocation cage survey from our vendor before approval.'],
    ['We have decided not to use early ordering.'],
    ['Early ordering is not needed.'],
    ['We want to wait with our orders until the Commission approves.'],
    ['We intend to place our first orders in early July.'],
    ['Please cancel the early ordering letter.'],
    ['No early ordering for us, please.'],
    ['Could you send us the order approving the agreement before the commission meets again?'],
    ['Before the Commission approves it we would like to have a countersigned copy in order to show our bank.'],
    ['We want to begin ordering as soon as the commission approves.'],
    ['Our pending orders in Utah should not be touched while the commission looks at the transfer.'],
    ['We do not ask for early ordering this time.'],
    ['We need the court order before the Commission meets.'],
    ['Please have your lawyer look at the early ordering request of May 2.'],
    ['The questionnaire is in, and complete; the early ordering letter we shall not need.'],
    ['I know that (7) is something about early orders or the network, I will get to these at the weekend.'],
    ['I know the rep told us we might order before approval, we will see.'],
  ])('%s', (text) => expect(asked(`Signed pages attached. ${text}`, 'signed-agreement')).toBeNull())
})

test.each([
  'We do not need early ordering.',
  'We need PON 4711 to be ordered early.',
  'Please order the copies of the agreement.',
  'It was signed early this week, in order to be safe.',
  'When can we begin to order?',
  'Please withdraw our request for early ordering.',
  'We decided against early ordering, please take it off the list.',
  "We'd like to hold off on early ordering for now.",
  "We wouldn't want early ordering.",
  'We would rather wait than order early.',
  'The early order of the Commission is attached too; please file both.',
  'Please note that the Commission issued its order earlier this year than we had hoped.',
  'We hope that the commission gives its order early.',
  'As requested in your earlier order of documents, please find the certificate too.',
  'Please tell them that we want to submit that order before the state commission approves the pole budget.',
  'We plan to submit the collocation order to them while the augment is pending.',
  'Please attach them to our early ordering request of May 2.',
  'You wrote: "If you want to place orders early, please send the certificate first."',
])('asks for no early order: %s', (text) => {
  expect(asked(`Signed pages attached. ${text}`, 'signed-agreement')).toBeNull()
})

test('beside other papers too', () => {
  const text = 'We also would like to place orders early, before the approval.'
  expect(asked(`Our certificate is attached. ${text}`, 'supporting-document')).toBe(text)
})

test('it is said once, and only beside papers', () => {
  const text = 'We would like to order early.'
  expect(asked(text, 'signed-agreement', 'early-ordering-letter')).toBeNull()
  expect(asked(text, 'process-question')).toBeNull()
})
