import { expect, test } from 'vitest'
import { understoodLines } from '../../src/domain/understood.ts'
import { anUnderstanding } from '../support/arrivals.ts'
import { aMail } from '../support/mail-builder.ts'

test('all that was found, in words that the sender can check', () => {
  const mail = aMail({
    attachments: [{ filename: 'form.pdf' }, { filename: 'logo.png', inline: true }, { filename: 'ocn.pdf' }],
  })
  const understanding = anUnderstanding({
    identifiers: { ocn: '123A', acna: 'ZZZ' },
    contact: { name: 'Paula Writer', email: 'paula@acmefiber.example', phone: '+13035550123' },
    documents: ['agreement-request-form', 'decoration', 'ocn-letter'],
  })
  expect(understoodLines(understanding, mail).map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Company: Acme Fiber, LLC',
    'States: Colorado, Utah',
    'Agreement: Interconnection agreement (47 U.S.C. 251/252)',
    'Way to the agreement: Negotiation',
    'OCN: 123A',
    'ACNA: ZZZ',
    'Contact: Paula Writer, paula@acmefiber.example, +13035550123',
    'Files received: form.pdf, ocn.pdf',
  ])
})

test('one state is a state', () => {
  const [, line] = understoodLines(anUnderstanding({ states: ['CO'] }), aMail())
  expect(line).toEqual({ label: 'State', value: 'Colorado' })
})

test('a contact without a phone number', () => {
  const contact = { name: '', email: 'paula@acmefiber.example', phone: null }
  expect(understoodLines(anUnderstanding({ contact }), aMail()).at(-1)?.value).toBe('paula@acmefiber.example')
})

test('nothing found, nothing said; a file without a name neither', () => {
  const nothing = anUnderstanding({ company: null, states: [], agreement: null, path: null, documents: ['other'] })
  expect(understoodLines(nothing, aMail({ attachments: [{ filename: '' }] }))).toEqual([])
})
