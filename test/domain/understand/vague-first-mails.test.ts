import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }

describe('who does not know the words of the trade is not put aside', () => {
  test.each([
    'attached you would normally find our plans, but the file is too large for mail. My boss wants to get going with your company and asks me to find out who can help us. Can you give me a call on Tuesday?',
    'Somebody at the state office gave me this address. We are putting phones into our valley and want ours to be able to ring yours. What happens first?',
    'We are a young telephone outfit and the fellow who did this before has left us. Which of your people deals with newcomers?',
    'My accountant tells me that we cannot open for business until there is some contract between your firm and mine. Please advise.',
    'Is this where a small carrier writes to when it wants to do business with you? If not, who is?',
    'The cooperative voted to start its own dial tone. We would like to sit down with somebody from your side.',
  ])('%s', (text) => {
    const { kind, likeliest } = understand(aMail({ subject: 'A first question', text }), world)
    expect(kind).toBe('human')
    // Also when it abstains: one of the two readings that a person is shown is right.
    const shown = likeliest.map(({ intent }) => intent)
    expect(shown).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:process-question|agreement-request)$/)]))
    expect(shown[0]).not.toBe('unrelated')
  })
})
