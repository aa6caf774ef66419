import { describe, expect, test } from 'vitest'
import type { Intent } from '../../../src/domain/labels.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }

type Case = readonly [meaning: string, want: Intent, subject: string, text: string]

/** Each pair of domain rule "confusable pairs", from both sides, in words of ordinary people. */
const PAIRS: readonly Case[] = [
  // opt-in against the carrier's own template
  [
    'adopts another carrier',
    'opt-in-inquiry',
    'Adoption',
    'Acme Fiber LLC elects to adopt the interconnection agreement between you and Bluebird Telecom, Inc. in Utah in its entirety.',
  ],
  [
    'adopts the template',
    'agreement-request',
    'Adoption',
    'Acme Fiber LLC would like to adopt your standard template agreement for Utah as is. Nothing of another carrier is wanted.',
  ],
  [
    'asks for the list',
    'opt-in-inquiry',
    'Agreements in Oregon',
    'Which approved agreements are available to adopt in Oregon right now? Acme Fiber LLC has not chosen one.',
  ],
  [
    'wants the same deal',
    'opt-in-inquiry',
    'Montana',
    'We are Acme Fiber LLC. We want the same agreement that Bluebird Telecom has with you in Montana, nothing changed.',
  ],
  [
    'uses the letters MFN',
    'opt-in-inquiry',
    'MFN election',
    'Please accept this MFN notice of Acme Fiber LLC into the Bluebird Telecom agreement, Colorado docket 04B-160T.',
  ],
  // opt-in against amendments and exhibits
  [
    'opts into the performance plan',
    'amendment-request',
    'PAP',
    'Acme Fiber LLC wants to opt into the Performance Assurance Plan, Exhibit K of our own agreement in Idaho. Please send the amendment.',
  ],
  [
    'uses an advice adoption letter',
    'amendment-request',
    'Advice Adoption Letter',
    'Please prepare the Advice Adoption Letter so that Acme Fiber LLC can take the new product under its existing Utah agreement.',
  ],
  [
    'adds third-party transit',
    'amendment-request',
    'Transit',
    'Please send an amendment that adds third-party transit to our existing Colorado agreement. Acme Fiber LLC',
  ],
  // negotiation
  [
    'asks to negotiate formally',
    'agreement-request',
    'Section 252 request',
    'Acme Fiber LLC hereby requests negotiation of an interconnection agreement for Wyoming pursuant to Sections 251 and 252 of the Act.',
  ],
  [
    'sends redlines of the template',
    'agreement-request',
    'NTA Minnesota',
    'We would like an interconnection agreement for Minnesota. Attached is the template with our redlines; please assign a negotiator. Acme Fiber LLC',
  ],
  [
    'renegotiates an expiring agreement',
    'agreement-request',
    'Expiry',
    'Our Iowa agreement expires in March. Acme Fiber LLC requests negotiations for a successor interconnection agreement under section 252.',
  ],
  [
    'only asks how negotiation works',
    'process-question',
    'Question',
    'How does one start negotiating with you, and do we need a certificate first? This is not a request yet, we are still deciding.',
  ],
  // a bona fide request to negotiate
  [
    'bona fide request for an agreement',
    'agreement-request',
    'BFR',
    'Please treat this letter as our bona fide request to negotiate an interconnection agreement in North Dakota. Acme Fiber LLC',
  ],
  // early ordering against live orders
  [
    'wants the early ordering letter',
    'early-ordering-letter',
    'Orders',
    'Our Nebraska agreement is signed by both sides and waits for the commission. Please send us the Early Ordering Letter for Acme Fiber LLC.',
  ],
  [
    'describes the letter without its name',
    'early-ordering-letter',
    'Ordering',
    'The agreement is executed but approval is pending at the PUC. Is there a document that lets us place orders before the commission approves it?',
  ],
  [
    'returns the letter',
    'early-ordering-letter',
    'EOLA',
    'Attached is the signed early ordering letter agreement of Acme Fiber LLC for Arizona.',
  ],
  [
    'has a rejected order',
    'other-department',
    'Early order',
    'Our LSR for PON 77120 was rejected again. We placed the order early and need a new due date.',
  ],
  [
    'wants an order expedited',
    'other-department',
    'Expedite',
    'We have a FOC for June 3 on PON AF-2201 and need the expedite fee to get it earlier.',
  ],
  // commercial, resale
  [
    'asks for a commercial agreement',
    'agreement-request',
    'CLSP',
    'Acme Fiber LLC would like to enter into a commercial agreement for CLSP in Washington.',
  ],
  [
    'asks for resale',
    'agreement-request',
    'Resale',
    'We want to resell your business lines under our own brand in Colorado. Please send the resale agreement to Acme Fiber LLC.',
  ],
  // form against questionnaire
  [
    'hands in the request form',
    'agreement-request',
    'Form',
    'Attached is our completed Agreement Request Form for New Mexico. Acme Fiber LLC',
  ],
  [
    'hands in the questionnaire',
    'customer-questionnaire',
    'Form',
    'Attached is our completed Customer Questionnaire for New Mexico. Acme Fiber LLC',
  ],
  [
    'asks about the questionnaire',
    'customer-questionnaire',
    'Question',
    'In section 4 of the customer questionnaire, what should a new company enter for the credit reference?',
  ],
  // changes of the account
  [
    'changes its name',
    'account-change',
    'Name',
    'Please note that effective May 1 Acme Fiber LLC changed its name to Apex Fiber LLC. Kindly update your records.',
  ],
  [
    'assigns its agreement',
    'account-change',
    'Assignment',
    'We ask for your consent to assignment of the Oregon agreement from Bluebird Telecom, Inc. to Acme Fiber LLC.',
  ],
  [
    'moves its notice address',
    'account-change',
    'Address',
    'From June 1 notices should be sent to our new notice address, 12 Main Street, Boise. Acme Fiber LLC',
  ],
  [
    'ends its agreement',
    'account-change',
    'Termination',
    'Acme Fiber LLC wishes to terminate its South Dakota interconnection agreement as of June 30.',
  ],
  // signed papers
  [
    'returns the signature page',
    'signed-agreement',
    'Signature',
    'Enclosed please find the executed signature page of the Utah interconnection agreement. Acme Fiber LLC',
  ],
  [
    'returns a signed amendment',
    'signed-agreement',
    'Amendment 2',
    'The signed amendment no. 2 to our Utah agreement is attached. Please return a countersigned copy.',
  ],
  // evidence
  [
    'sends the commission certificate',
    'supporting-document',
    'Certificate',
    'Attached is the certificate of public convenience issued to Acme Fiber LLC by the Idaho PUC, as you requested.',
  ],
  [
    'sends the OCN letter',
    'supporting-document',
    'NECA',
    'Here is the OCN letter from NECA that you asked for. Acme Fiber LLC',
  ],
  // status
  [
    'asks where the form stands',
    'status-inquiry',
    'Form of March 3',
    'We sent our agreement request form on March 3 and have not heard back. Where does it stand? Acme Fiber LLC',
  ],
  [
    'asks about the filing',
    'status-inquiry',
    'Approval',
    'Has the Utah agreement of Acme Fiber LLC been filed with the commission yet?',
  ],
  // network
  [
    'plans collocation',
    'network-readiness',
    'Collocation',
    'Acme Fiber LLC would like to apply for collocation in the Boise main central office. Is there space and power?',
  ],
  [
    'sends a forecast',
    'network-readiness',
    'Forecast',
    'Attached is our trunk forecast for LATA 652. We plan one POI and two-way local trunks.',
  ],
  // questions
  [
    'asks how to become a CLEC',
    'process-question',
    'Start',
    'What are the steps to become a CLEC in your territory? We have no company yet.',
  ],
  [
    'asks which template applies',
    'process-question',
    'Template',
    'Which template applies in Nevada, the QC one or the CT/EQ one? We only want to read it.',
  ],
  // other trades and other departments
  [
    'connects a solar plant',
    'unrelated',
    'Interconnection agreement request',
    'Please find the interconnection agreement request for a 12 kW rooftop solar system with net metering.',
  ],
  [
    'complains about a household bill',
    'unrelated',
    'my bill',
    'My bill went up twice this year and my internet at home is slow. I never signed this agreement!',
  ],
  [
    'disputes an invoice',
    'other-department',
    'Billing dispute',
    'We dispute the charges on invoice 4471, BAN 303 1122. Please credit Acme Fiber LLC under our agreement.',
  ],
  [
    'has a circuit down',
    'other-department',
    'Outage',
    'Circuit down since 6 am, no dial tone in Casper. Please open a repair ticket for Acme Fiber LLC.',
  ],
  [
    'waits for ported numbers',
    'other-department',
    'Port',
    'NPAC shows no concurrence for four numbers being ported to us tomorrow.',
  ],
]

describe('the main intent of a mail', () => {
  test.each(PAIRS)('%s: %s', (_meaning, want, subject, text) => {
    const understood = understand(aMail({ subject, text }), world)
    expect({ kind: understood.kind, intent: understood.intents[0]?.intent }).toEqual({ kind: 'human', intent: want })
    expect(understood.evidence.some((one) => one.for === want)).toBe(true)
  })
})
