/** The end that a certificate names for itself, on a day before it. */
import { describe, expect, test } from 'vitest'
import { holdsUntil } from '../../../src/domain/casework/proofs/in-force.ts'

const until = (text: string) => holdsUntil(`PUBLIC UTILITY COMMISSION OF OREGON\n${text}`, '2026-03-02')?.day ?? null

describe('names its end', () => {
  test.each([
    ['2027-06-30', 'This certificate expires on June 30, 2027.'],
    ['2027-06-30', 'Registration valid until 06/30/2027'],
    ['2027-06-30', 'Expiration date: 2027-06-30'],
    ['2028-06-30', 'Valid through June 30, 2027. Renewed: valid through June 30, 2028.'],
    ['2026-03-02', 'This certificate is in force until March 2, 2026.'],
  ])('%s: %s', (day, text) => {
    expect(until(text)).toBe(day)
  })
})

describe('names none that is to come', () => {
  test.each([
    'The Commission grants a certificate to provide local exchange service.',
    'This certificate expired on June 30, 2025.',
    'The performance bond expires on June 30, 2027.',
    'The deadline for comments expires on April 30, 2026.',
    'My commission expires June 30, 2027 (Notary Public).',
  ])('%s', (text) => {
    expect(until(text)).toBeNull()
  })
})
