/** A mail about two matters is filed under the one that its writer comes with; the other one stands beside it. */
import { describe, expect, test } from 'vitest'
import type { Intent } from '../../../src/domain/labels.ts'
import type { Model } from '../../../src/domain/understand/model/model.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const MODEL = shippedModel()

/** Main one first, also where a person decides. */
function wantedBy(text: string, model: Model = MODEL): readonly Intent[] {
  const world = { ownAddresses: ['intagree@carrier.example'], model }
  const { intents, beside = [] } = understand(aMail({ subject: 'Larkspur Fiber, LLC', text }), world)
  return [...intents, ...beside].map(({ intent }) => intent)
}

const STATUS = 'Where does our Utah request stand?'
const APPROVED = 'Has the Utah commission approved our agreement?'
const ADOPTION = 'We wish to adopt the Wyoming agreement of Granite Loop Carrier Co.'
const RATES = 'Please amend our Utah agreement with the new rates.'
const FORECAST = 'Our trunk forecast for the Ogden tandem is attached.'
const ADDRESS = 'Our notice address has changed to 12 Elm Street, Boise.'
const LETTER = 'Please send us the Early Ordering Letter for Utah.'
const QUESTIONNAIRE = 'Our customer questionnaire is attached.'

describe('of two sentences the first tells the main matter, either way round', () => {
  test.each<readonly [first: string, then: string, intents: readonly [Intent, Intent]]>([
    [STATUS, RATES, ['status-inquiry', 'amendment-request']],
    [STATUS, FORECAST, ['status-inquiry', 'network-readiness']],
    [APPROVED, ADDRESS, ['status-inquiry', 'account-change']],
    [APPROVED, LETTER, ['status-inquiry', 'early-ordering-letter']],
    [ADOPTION, RATES, ['opt-in-inquiry', 'amendment-request']],
    [ADDRESS, QUESTIONNAIRE, ['account-change', 'customer-questionnaire']],
    [FORECAST, LETTER, ['network-readiness', 'early-ordering-letter']],
  ])('%s %s', (first, then, [one, other]) => {
    expect(wantedBy(`${first} ${then}`)).toEqual([one, other])
    expect(wantedBy(`${then} ${first}`)).toEqual([other, one])
    // Weights alone hear the same words in both.
    const [before, after] = [`${first} ${then}`, `${then} ${first}`].map((text) =>
      wantedBy(text, { ...MODEL, order: [] }),
    )
    expect(before?.[0]).toBe(after?.[0])
  })
})
