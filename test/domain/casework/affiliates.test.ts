import { describe, expect, test } from 'vitest'
import { affiliatesOf, areAffiliates, saidAffiliate } from '../../../src/domain/casework/affiliates.ts'
import { aProvingMail } from '../../support/casework.ts'

const BIGFORK = 'Bigfork Holdings, Inc.'

describe('what a mail says', () => {
  test.each<[string, string | null]>([
    ['Acme Fiber, LLC, an affiliate of Bigfork Holdings, Inc., asks for an agreement.', BIGFORK],
    ['Acme Fiber, LLC is a wholly owned subsidiary of Bigfork Holdings, Inc.', BIGFORK],
    ['Bigfork Holdings, Inc., the parent of Acme Fiber, LLC, signs for us.', BIGFORK],
    ['Please copy our parent company, Bigfork Holdings, Inc., on this.', BIGFORK],
    ['We are a subsidiary of Bigfork Holdings, Inc. and will serve Boulder.', BIGFORK],
    ['Bigfork Holdings, Inc. is our sister company.', BIGFORK],
    ['Acme Fiber, LLC f/k/a Bigfork Holdings, Inc. asks for an agreement.', null],
    ['Acme Fiber, LLC d/b/a Bigfork Holdings, Inc. asks for an agreement.', null],
    ['Acme Fiber, LLC will merge into its parent, Bigfork Holdings, Inc.', null],
    ['Acme Fiber, LLC is not an affiliate of Bigfork Holdings, Inc.', null],
    ['Acme Fiber, LLC wants the agreement of Bigfork Holdings, Inc.', null],
    ['Acme Fiber, LLC is an affiliate of Qwest Corporation.', null],
    ['Acme Fiber, LLC and its affiliates ask for an agreement.', null],
    ['Cedar Mesa, LLC is an affiliate of Bigfork Holdings, Inc.', null],
  ])('%s', (text, affiliate) => {
    const said = saidAffiliate(aProvingMail({ text }, { company: 'Acme Fiber, LLC' }))
    expect(said?.affiliate ?? null).toBe(affiliate)
    if (said !== null) expect(said.quote).toContain('Bigfork')
  })

  test('quoted mail, and a mail that nobody understood, say nothing', () => {
    const text = 'Acme Fiber, LLC is an affiliate of Bigfork Holdings, Inc.'
    const quoted = `Thanks, we will look at it and write again on Monday.\n\nOn Mon, Ben wrote:\n> ${text}`
    expect(saidAffiliate(aProvingMail({ text: quoted }, { company: 'Acme Fiber, LLC' }))).toBeNull()
    expect(saidAffiliate(aProvingMail({ text }, { company: 'Acme Fiber, LLC', abstained: true }))).toBeNull()
  })
})

describe('what is recorded', () => {
  const known = [{ one: 'Acme Fiber, LLC', other: BIGFORK }]

  test.each([
    ['ACME Fiber LLC', [BIGFORK]],
    ['Bigfork Holdings Inc', ['Acme Fiber, LLC']],
    ['Cedar Mesa, LLC', []],
    [null, []],
  ])('%s has %j', (company, affiliates) => {
    expect(affiliatesOf(company, known)).toEqual(affiliates)
  })

  test('an affiliate of an affiliate is what a person says of it, and nothing by itself', () => {
    const more = [...known, { one: BIGFORK, other: 'Cedar Mesa, LLC' }]
    expect(areAffiliates('Acme Fiber, LLC', 'Cedar Mesa, LLC', more)).toBe(false)
    expect(areAffiliates('Cedar Mesa', BIGFORK, more)).toBe(true)
  })
})
