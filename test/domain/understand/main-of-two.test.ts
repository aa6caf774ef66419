/** A mail about two matters is filed under the one that its writer comes with; the other one stands beside it. */
import { describe, expect, test } from 'vitest'
import type { Intent } from '../../../src/domain/labels.ts'
import type { Model } from '../../../src/domain/understand/model/model.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const MODEL = shippedModel()

/** The main matter, also where a person decides. */
function mainOf(text: string, model: Model): Intent | undefined {
  const world = { ownAddresses: ['intagree@carrier.example'], model }
  return understand(aMail({ subject: 'Larkspur Fiber, LLC', text }), world).intents[0]?.intent
}

const SENTENCES: readonly (readonly [matter: Intent, says: string])[] = [
  ['status-inquiry', 'Where does our Utah request stand?'],
  ['status-inquiry', 'Has the Utah commission approved our agreement?'],
  ['opt-in-inquiry', 'We wish to adopt the Wyoming agreement of Granite Loop Carrier Co.'],
  ['amendment-request', 'Please amend our Utah agreement with the new rates.'],
  ['network-readiness', 'Our trunk forecast for the Ogden tandem is attached.'],
  ['account-change', 'Our notice address has changed to 12 Elm Street, Boise.'],
  ['early-ordering-letter', 'Please send us the Early Ordering Letter for Utah.'],
  ['customer-questionnaire', 'Our customer questionnaire is attached.'],
]

/** Every two of them that are of different matters. */
const PAIRS = SENTENCES.flatMap((one, at) => SENTENCES.slice(at + 1).map((other) => [one, other] as const)).filter(
  ([[one], [other]]) => one !== other,
)

/** Of how many pairs the first leads either way round, and of how many the last does. */
function turnedBy(model: Model): { readonly first: number; readonly last: number } {
  const heard = PAIRS.map(([[one, says], [other, adds]]) => ({
    one,
    other,
    oneFirst: mainOf(`${says} ${adds}`, model),
    otherFirst: mainOf(`${adds} ${says}`, model),
  }))
  return {
    first: heard.filter((pair) => pair.oneFirst === pair.one && pair.otherFirst === pair.other).length,
    last: heard.filter((pair) => pair.oneFirst === pair.other && pair.otherFirst === pair.one).length,
  }
}

describe('of two sentences', () => {
  test('the first tells the main matter of many pairs, either way round, and the last of none', () => {
    const { first, last } = turnedBy(MODEL)
    expect(first).toBeGreaterThanOrEqual(PAIRS.length / 5)
    expect(last).toBe(0)
  })

  test('weights alone hear the same words in both', () => {
    expect(turnedBy({ ...MODEL, order: [] }).first).toBeLessThanOrEqual(1)
  })
})
