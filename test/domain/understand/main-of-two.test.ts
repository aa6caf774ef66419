/** A mail about two matters is filed under the one that its writer comes with; the other one stands beside it. */
import { describe, expect, test } from 'vitest'
import type { Intent } from '../../../src/domain/labels.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }

const QUESTIONNAIRE = {
  filename: 'q.docx',
  text: 'CUSTOMER QUESTIONNAIRE\nLegal name: Larkspur Fiber, LLC\nState: Arizona\nBilling contact: Jo Lark\nLines in the first year: 120',
}
const CERTIFICATE = {
  filename: 'acc.txt',
  text: 'BEFORE THE ARIZONA CORPORATION COMMISSION\nCertificate of Convenience and Necessity\nLarkspur Fiber, LLC may provide local exchange service in Arizona.',
}

describe('what is named first is the main matter, also where it is not acted on without a person', () => {
  test.each<readonly [mail: MailSketch, main: Intent, beside: Intent]>([
    [
      {
        text: 'Attached: the completed customer questionnaire, and our certificate.',
        attachments: [QUESTIONNAIRE, CERTIFICATE],
      },
      'customer-questionnaire',
      'supporting-document',
    ],
    [
      {
        text: 'Where does our Utah request stand? We also wish to adopt the Wyoming agreement of Granite Loop Carrier Co.',
      },
      'status-inquiry',
      'opt-in-inquiry',
    ],
    [
      {
        text: 'We wish to adopt the Wyoming agreement of Granite Loop Carrier Co. And where does our Utah request stand?',
      },
      'opt-in-inquiry',
      'status-inquiry',
    ],
    [
      {
        text: 'Has the commission approved our agreement yet? Please also note that our notice address has changed to 12 Elm Street, Boise.',
      },
      'status-inquiry',
      'account-change',
    ],
    [
      {
        text: 'Please amend our agreement with the new rates. We also want to add 911 trunks at the Ogden tandem, here is the forecast.',
      },
      'amendment-request',
      'network-readiness',
    ],
  ])('$text', (mail, main, beside) => {
    const { intents } = understand(aMail({ subject: 'Larkspur Fiber, LLC', ...mail }), world)
    expect(intents.map(({ intent }) => intent)).toEqual([main, beside])
  })
})
