/** A complaint for another department beside whatever else a mail wants (domain 9). */
import { describe, expect, test } from 'vitest'
import { complaintIn, redirect, unnamedDepartments } from '../../../src/domain/decide/redirect.ts'
import { DESK_SETTINGS } from '../../support/arrivals.ts'
import { aMail } from '../../support/mail-builder.ts'

describe('a complaint beside a request', () => {
  test.each<[string, string | null]>([
    ['We want your template. And our invoice is wrong again.', 'And our invoice is wrong again.'],
    ['We want your template. You billed us twice for the DS1.', 'You billed us twice for the DS1.'],
    ['Circuit 12.HCGS.004512 has been down since Tuesday.', 'Circuit 12.HCGS.004512 has been down since Tuesday.'],
    ['There is no dial tone.', 'There is no dial tone.'],
    ['Please send invoices to our billing contact.', null],
    ['Section 5.4 of the template says how bills are disputed', null],
    ['We will order circuits in May and want to know how it works.', null],
  ])('%s', (text, want) => {
    expect(complaintIn(aMail({ text }))).toBe(want)
  })
})

describe('whom the letter names', () => {
  const letterOn = (text: string, some: Partial<typeof DESK_SETTINGS> = {}) =>
    redirect({
      arrived: { mail: aMail({ text, subject: 'Hello' }) },
      facts: { desk: { ...DESK_SETTINGS, ...some } },
    } as never)

  test.each([
    ['no dial tone since noon', 'repair and trouble tickets', 'goes to the repair center'],
    ['invoice of May', 'billing', 'billing contact that your invoice'],
    [
      '> the invoice of May\n\nOur port order was rejected.',
      'number porting',
      'the way by which the port order was sent',
    ],
    ['Please see below.\n\n> From: Kim\n> There is no dial tone.', 'repair and trouble tickets', 'repair center'],
    ['Where do I park?', 'matters other than interconnection agreements', 'service manager or sales executive'],
  ])('%j, nobody configured: who usually takes it', (text, topic, advice) => {
    expect(letterOn(text)).toMatchObject({
      topic,
      advice: expect.stringContaining(advice),
      destination: null,
      link: null,
    })
  })

  const NOBODY = { repair: undefined }
  test.each<[string, Partial<typeof DESK_SETTINGS>, readonly string[]]>([
    ['nobody', { departments: NOBODY }, ['elsewhere repair']],
    ['another', { departments: { billing: 'Wholesale Billing' } }, ['elsewhere repair']],
    ['it', { departments: { repair: 'Repair Center' } }, []],
    ['a page of it', { links: { repair: 'https://carrier.example/repair' } }, []],
    ['all others', { departments: { 'other-departments': 'Wholesale' } }, []],
  ])('a person is asked, once for all such mails, unless the settings name it: they name %s', (_who, some, keys) => {
    const sections = [letterOn('no dial tone', some)]
    const lead = { id: 1, ref: 'CLEC-2026-00001' }
    const asked = unnamedDepartments({ sender: 'kim@redbutte.example', lead, sections })
    expect(asked.map((one) => (one.wish === 'ask-human' ? one.once : null))).toEqual(keys)
  })
})
