/** States as people shorten them, and as forms and tables set them. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function statesIn(text: string, company: string | null = null): string {
  return statesOf(readingOf(aMail({ subject: 'Agreement', text })), company).states.join()
}

describe('shortened', () => {
  test.each([
    ['two in one sentence', 'Where do the Mont. and Wyo. drafts stand? We returned ours in June.', 'MT,WY'],
    ['in two parts', 'We ask for your template in N. Mex. and Colo. as it is.', 'CO,NM'],
    ['of a Dakota', 'Our N. Dak. agreement wants a new notice address.', 'ND'],
    ['with its own stop, and an end', 'Please send the template for Wyo. We sign at once.', 'WY'],
    ['without the stop', 'pls change the phone no. on our minn agreement', 'MN'],
    ['behind a town in small letters', 'we are two brothers near laramie wy and want to join your network', 'WY'],
    ['in brackets', 'this is Ray at Tern Phone (wyo), new e-mail below', 'WY'],
    ['a word too, before a paper', 'our ore agrmt ends in may, can it run on', 'OR'],
    [
      'a word too, and no state',
      'We wash our hands of it. The ore trains run daily, and the colo agreement is fine.',
      '',
    ],
    ['capitals in a question', 'The page for MT is attached. Also, was CO filed?', 'CO,MT'],
    ['capitals told one by one', 'OR is the decision, MT is a letter of registration.', 'MT,OR'],
    ['no state: a login', 'Your ID was approved. The agreement is for MT.', 'MT'],
  ])('%s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))
})

describe('in a form, a list, a table', () => {
  test.each([
    ['behind a dash', '1. Name - Tern, Inc.\n2. Kind - company from Delaware\n3. State for contract - Utah', 'UT'],
    ['with initials between', 'Signed for these states: Utah [RM] Idaho [RM]', 'ID,UT'],
    ['nothing in brackets is of another', 'A template for Utah and Idaho (nothing for the Oregon part yet).', 'ID,UT'],
    ['jurisdictions', 'Jurisdiction\tStatus\nCO\tcertified\nID\tpending\nOR\tcertified', 'CO,ID,OR'],
    [
      'a row without amendments',
      'State\tCarrier\tAmendments\nUtah\tGull Voice, LLC\tall\nIdaho\tHeron Tel, Inc.\tnone filed',
      'ID,UT',
    ],
    ['a row where nothing is wanted', 'State\tWanted\nUtah\ttemplate\nIdaho\tnone', 'UT'],
  ])('%s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))
})
