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
    ['as it is', ['[ ] Negotiations Template Agreement [ ] Negotiated [X] Opt-in to an approved agreement as is']],
    ['as it is, by name', ['Path: adopt the Level 3 agreement as is']],
    ['unchanged', ["Path: 252(i) adoption of Eschelon's agreement, unchanged"]],
    ['in its entirety', ['How do you wish to obtain it: Opt-in to the Eschelon agreement in its entirety, as is']],
    ['the standard way', ['Option: opt in (standard adoption under 252(i))']],
    ['unmodified', ['Route: Opt-in (Level 3 agreement, unmodified)']],
    [
      'beside the template as is',
      ['Method: [ ] NTA as is [ ] Negotiate [x] Opt-in, standard 252(i) adoption of Eschelon'],
    ],
    ['by favored nation', ['Route: MFN of the Tern Loop ICA, without changes']],
    ['behind its words, unchanged', ['Template as is ( ) Negotiate ( ) Opt-in, unchanged (x)']],
    ['but for an amendment', ['Route: adopt the Tern Loop agreement, except its second amendment']],
  ])('opting in: %s', (_how, rows) => expect(wantedBy(rows)).toEqual(['opt-in-inquiry', 'opt-in']))

  test.each([
    ['another box', ['[x] Negotiate', '[ ] Opt in to an existing agreement'], 'negotiate'],
    ['another box, behind its words', ['Way: Template as is ( ) Negotiate (x) Opt-in ( )'], 'negotiate'],
    ['the template, adopted', ['Route: adopt the NTA as is'], 'template-as-is'],
    ['the standard agreement, adopted', ['Route: adoption of your standard agreement'], 'template-as-is'],
    ['nobody else is named', ['Route: adopt the interconnection agreement as is'], 'template-as-is'],
    ['into the template', ['Route: Opt in to the template, unchanged'], 'template-as-is'],
    ['your agreement, adopted', ['Route: adopt your agreement unchanged'], 'template-as-is'],
  ])('another way: %s', (_how, rows, path) => expect(wantedBy(rows)).toEqual(['agreement-request', path]))
})
