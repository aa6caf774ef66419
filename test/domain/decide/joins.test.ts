/** What somebody wrote before the company introduced them: joined only where a stranger could not have written it. */
import { expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { joinsOf, type PersonsMail } from '../../../src/domain/decide/joins.ts'
import { NOW } from '../../support/arrivals.ts'
import { blankCase } from '../../support/blank-case.ts'

const COMPANY = 'Mesa Voice, LLC'
const caseOf = (id: number): CaseFile => ({
  ...blankCase(NOW),
  ...{ id, ref: `CLEC-2026-0000${id}`, requestId: id, company: COMPANY, state: 'AZ', family: 'qc' },
})
const [own, other] = [caseOf(1), caseOf(2)]
const SIGNED = 'I write for Mesa Voice, LLC.\n\nMary Poe\nPoe Law PLLC'

function joins(address: string, said: 'by name' | 'with the address', more: readonly PersonsMail[] = []) {
  const mail: PersonsMail = { from: [{ name: 'Mary Poe', address }], text: SIGNED, company: COMPANY }
  const mary = { name: 'Mary Poe', quote: 'Mary Poe of Poe Law PLLC represents us.' }
  const introduces = {
    ...{ by: 'lena@mesavoice.example', caseRefs: [own.ref] },
    said: said === 'by name' ? [] : [{ ...mary, address }],
    named: said === 'by name' ? [{ ...mary, firm: 'Poe Law PLLC' }] : [],
  }
  const others = [{ file: other, mails: [mail, ...more], asked: false, parted: false }]
  const { orders, asks } = joinsOf(introduces, 7, { own: [own], people: ['lena@mesavoice.example'], others })
  return [...orders.map(({ caseRef, into }) => `${caseRef} into ${into}`), ...asks.map(({ sentence }) => sentence)]
}

test.each(['by name', 'with the address'] as const)('%s, from the domain of the firm', (said) => {
  expect(joins('mary@poe-law.example', said)).toEqual(['CLEC-2026-00002 into CLEC-2026-00001'])
})

test('with the address, whatever its domain is', () => {
  expect(joins('mary.poe@mails.example', 'with the address')).toEqual(['CLEC-2026-00002 into CLEC-2026-00001'])
})

test('anybody can sign as the firm: whoever is known by a name alone is let in by a person', () => {
  const [sentence, ...more] = joins('mary.poe@mails.example', 'by name')
  expect(more).toEqual([])
  expect(sentence).toContain(
    'was not merged: nothing but the signature shows that mary.poe@mails.example is of Poe Law PLLC',
  )
})

test('with an unknown writer a person looks', () => {
  const stranger = { from: [{ name: '', address: 'x@y.example' }], text: '', company: COMPANY }
  const [sentence] = joins('mary@poe-law.example', 'with the address', [stranger])
  expect(sentence).toContain('x@y.example wrote in it too')
})
