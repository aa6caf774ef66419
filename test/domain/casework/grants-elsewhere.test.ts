/** A commission's certificate that says it is for another state than the commission's own. */
import { describe, expect, test } from 'vitest'
import { grantsElsewhere } from '../../../src/domain/casework/proofs/states-of-paper.ts'

const OREGON = 'PUBLIC UTILITY COMMISSION OF OREGON\nCertificate No. 1142\n'

describe('asks to be asked', () => {
  test.each([
    'The Commission grants Acme Fiber, LLC a certificate to provide local exchange service for Washington.',
    'Acme Fiber, LLC is authorized to provide telecommunications service in the State of Washington.',
    'CERTIFICATE OF AUTHORITY FOR WASHINGTON\nAcme Fiber, LLC may serve.',
  ])('%s', (text) => {
    expect(grantsElsewhere(OREGON + text)).toEqual({ office: 'OR', served: 'WA' })
  })
})

describe('does not', () => {
  test.each([
    'The Commission grants Acme Fiber, LLC a certificate to provide local exchange service in Oregon.',
    'The Commission grants Acme Fiber, LLC a certificate to provide local exchange service.',
    'Acme Fiber, LLC, a Washington limited liability company, is granted authority to provide service.',
    'Acme Fiber, LLC of Seattle, Washington is granted authority to provide service.',
    'Acme Fiber, LLC is authorized to provide service in Washington County.',
    'Authority to provide service in Oregon. The applicant also provides service in Washington.',
    'Acme Fiber, LLC is also authorized to provide service in Washington.',
    'The applicant holds a certificate for Washington and is granted one to provide service throughout the State of Oregon.',
    'Service is provided for Washington, D.C. and other places.',
  ])('%s', (text) => {
    expect(grantsElsewhere(OREGON + text)).toBeNull()
  })

  test('a paper of no commission, or of two', () => {
    expect(grantsElsewhere('Certificate to provide service in Washington')).toBeNull()
    expect(
      grantsElsewhere(`${OREGON}Washington Utilities and Transportation Commission\nservice in Washington`),
    ).toBeNull()
  })
})
