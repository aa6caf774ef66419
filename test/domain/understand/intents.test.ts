import { describe, expect, test } from 'vitest'
import { INTENTS, type Intent } from '../../../src/domain/labels.ts'
import { INTENT_RULES } from '../../../src/domain/understand/rules.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }

describe('the rules', () => {
  test('every intent of the label scheme has its rules, in the order of the scheme', () => {
    expect(INTENT_RULES.map((rule) => rule.intent)).toEqual(INTENTS)
  })
})

describe('several intents', () => {
  test('the one that is asked first leads', () => {
    const text =
      'Acme Fiber LLC elects to adopt the Bluebird Telecom agreement in Utah in its entirety.\n\nOnce it is signed we want to order before approval. Please send us the Early Ordering Letter too.'
    expect(intents(text)).toEqual(['opt-in-inquiry', 'early-ordering-letter'])
  })

  test('a background sentence is no second intent', () => {
    const text =
      'Our customer questionnaire was accepted in April and the collocation group is informed. Please send us the Early Ordering Letter, the Utah agreement is signed and approval is pending.'
    expect(intents(text)).toEqual(['early-ordering-letter'])
  })
})

describe('what is denied does not count', () => {
  test.each([
    [
      'a declined letter',
      'We do not need the early ordering letter. What we want is a joint planning call about trunks and the point of interconnection.',
      'network-readiness',
    ],
    [
      'a refused adoption',
      "We don't want to opt in to anybody's agreement. Acme Fiber LLC requests negotiation of an interconnection agreement for Utah.",
      'agreement-request',
    ],
    [
      'no change of the agreement',
      'We are not asking to amend the agreement. Please reverse the late payment charges on invoice 22.',
      'other-department',
    ],
  ] as const)('%s', (_meaning, text, want) => {
    expect(intents(text)[0]).toBe(want)
  })
})

describe('not knowing', () => {
  test.each([
    ['a few words', 'Please see attached.'],
    ['a greeting', 'Hello, are you there?'],
    ['a vague matter', 'We spoke about the matter on Tuesday. Please proceed as discussed.'],
  ])('%s is left to a person', (_meaning, text) => {
    expect(
      understand(aMail({ subject: 'Hello', text, attachments: [{ filename: 'scan0001.pdf' }] }), world).abstained,
    ).toBe(true)
  })

  test('an old thread does not speak for two new words', () => {
    const text =
      'Any news?\n\nOn Mon, Mar 2, 2026 at 9:00 AM Paula Writer <paula@acmefiber.example> wrote:\n> Acme Fiber LLC requests negotiation of an interconnection agreement for Utah.'
    expect(intents(text, 'Re: Request to negotiate')[0]).toBe('status-inquiry')
  })

  test('a forwarded mail is the request when the new text is nearly empty', () => {
    const text =
      'fyi\n\n---------- Forwarded message ---------\nFrom: Ivo Sender <ivo@bluebird.example>\nDate: Mon, Mar 2, 2026\nSubject: letter\nTo: Paula Writer <paula@acmefiber.example>\n\nPlease send Bluebird Telecom, Inc. the Early Ordering Letter for Utah, the agreement is signed and approval is pending.'
    expect(intents(text, 'Fwd: letter')[0]).toBe('early-ordering-letter')
  })
})

function intents(text: string, subject = 'Acme Fiber'): readonly Intent[] {
  return understand(aMail({ subject, text }), world).intents.map((one) => one.intent)
}

describe('evidence beside a letter', () => {
  test('a certificate that comes along is a supporting document too', () => {
    const attachments = [{ filename: 'W-9 Acme.pdf' }]
    const text = 'Attached is our completed Customer Questionnaire with every section filled in. Acme Fiber LLC'
    const understood = understand(aMail({ subject: 'Questionnaire', text, attachments }), world)
    expect(understood.intents.map((one) => one.intent)).toEqual(['customer-questionnaire', 'supporting-document'])
  })
})
