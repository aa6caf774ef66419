/** A request form whose box for opting in is ticked is an adoption, whatever the form is called. */
import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const FORM = ['AGREEMENT REQUEST FORM', 'Legal name: Pinyon Voice, Inc.', 'States: all 14 QC states except AZ and NM']

function wantedBy(rows: readonly string[]) {
  const mail = aMail({
    from: 'Kim Tran <kim@pinyonvoice.example>',
    subject: 'Interconnection Agreement request',
    text: 'Hello, the form is enclosed.\n\nKim Tran\nPinyon Voice, Inc.',
    attachments: [{ filename: 'Pinyon_ARF.xlsx', text: [...FORM, ...rows].join('\n') }],
  })
  const found = understand(mail, { ownAddresses: [], authservIds: [], model: shippedModel() })
  return [found.intents[0]?.intent, found.path]
}

describe('the form chooses', () => {
  test.each([
    ['cells marked with x', ['Interconnection - negotiate', 'Interconnection - opt in to existing agreement: x']],
    ['brackets', ['[ ] Negotiate', '[x] Opt in to the agreement of Tern Loop Co.']],
    ['boxes behind the words', ['Way: Template as is ( ) Negotiate ( ) Opt-in (x)']],
    ['cells of a table', ['Method\t( ) template ( ) negotiate (X) adoption of: Tern Loop Co. agreement']],
  ])('opting in: %s', (_how, rows) => expect(wantedBy(rows)).toEqual(['opt-in-inquiry', 'opt-in']))

  test.each([
    ['another box', ['[x] Negotiate', '[ ] Opt in to an existing agreement'], 'negotiate'],
    ['another box, behind its words', ['Way: Template as is ( ) Negotiate (x) Opt-in ( )'], 'negotiate'],
  ])('another way: %s', (_how, rows, path) => expect(wantedBy(rows)).toEqual(['agreement-request', path]))
})
