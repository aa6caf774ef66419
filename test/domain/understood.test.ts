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

test.each([
  ['in the words of the mail', 'Acme Fiber, LLC d/b/a AcmeNet requests an agreement.', 'd/b/a: none', 'AcmeNet'],
  ['in a field of the form', 'See the form.', 'd/b/a: LoopNet', 'LoopNet'],
  ['nowhere', 'See the form.', 'd/b/a: n/a', undefined],
])('a trade name %s', (_where, text, field, expected) => {
  const form = { filename: 'form.pdf', text: `AGREEMENT REQUEST FORM\nLegal name: Acme Fiber, LLC\n${field}\n` }
  const understanding = anUnderstanding({ documents: ['agreement-request-form'] })
  const lines = understoodLines(understanding, aMail({ text, attachments: [form] }))
  expect(lines.find(({ label }) => label === 'Trade name (d/b/a)')?.value).toBe(expected)
})
