/** What a mail teaches about the legal entity behind it, and about who writes for it. */
import { describe, expect, test } from 'vitest'
import { type Clec, learnClec, roleOf } from '../../../src/domain/casework/clec.ts'
import { nameKey } from '../../../src/domain/casework/name-key.ts'
import { anUnderstanding } from '../../support/arrivals.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

function told(sketch: MailSketch, change: Parameters<typeof anUnderstanding>[0] = {}) {
  return { id: 4711, mail: aMail(sketch), understanding: anUnderstanding(change) }
}

describe('the name that is searched for', () => {
  test.each([
    ['Acme Fiber, LLC', 'acme fiber'],
    ['ACME FIBER L.L.C.', 'acme fiber'],
    ['The Acme Fiber Company, Inc.', 'acme fiber'],
    ['Pinyon & Sage Fiber, LLC', 'pinyon and sage fiber'],
    ['Télé-Québec Inc.', 'telequebec'],
    ['Company Inc.', 'company'],
    ['Inc.', 'inc'],
  ])('%s', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })
})

describe('who somebody is to the entity, by what the mail says', () => {
  test.each([
    ['in-house', { from: 'Paula <paula@acmefiber.example>', text: 'We ask for an agreement.' }],
    ['counsel', { from: 'Wole <wole@larkspurquade.example>', text: 'We are counsel for Acme Fiber, LLC.' }],
    ['consultant', { from: 'Sam <sam@filings.example>', text: 'I write on behalf of our client Acme Fiber.' }],
    ['unknown', { from: 'Sam <sam@mail.example>', text: 'Acme Fiber wants an agreement.' }],
  ] as const)('%s', (role, sketch) => {
    expect(roleOf(told(sketch))).toBe(role)
  })
})

describe('the entity', () => {
  const first = {
    from: 'Paula <paula@acmefiber.example>',
    text: 'Acme Fiber, LLC d/b/a Acme Online asks for an agreement.',
  }
  const known = learnClec(null, 5, told(first, { identifiers: { ocn: '123A' } })) as Clec

  test('is what its first mail says', () => {
    expect(known).toMatchObject({
      ...{ id: 5, legalName: 'Acme Fiber, LLC', otherNames: ['Acme Online'], version: 1 },
      identifiers: { ocn: ['123A'], acna: null },
      contacts: [{ address: 'paula@acmefiber.example', role: 'in-house', messageId: 4711 }],
    })
  })

  test('stays the same object when a mail teaches nothing', () => {
    expect(learnClec(known, 6, told(first, { identifiers: { ocn: '123A' } }))).toBe(known)
  })

  test('learns another OCN, for there is one for each state, and another person', () => {
    const learned = learnClec(known, 6, told({ from: 'Ben <ben@acmefiber.example>' }, { identifiers: { ocn: '124B' } }))
    expect(learned).toMatchObject({ id: 5, version: 2, identifiers: { ocn: ['123A', '124B'] } })
    expect(learned?.contacts.map((one) => one.address)).toEqual(['paula@acmefiber.example', 'ben@acmefiber.example'])
  })

  test('is not learned from a mail that names none', () => {
    expect(learnClec(null, 5, told(first, { company: null }))).toBeNull()
  })
})
