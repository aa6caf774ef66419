/** Codes of states one behind another, among which OR is Oregon, and the same letters where they are the word. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function statesIn(subject: string, text: string): string {
  return statesOf(readingOf(aMail({ subject, text })), null).states.join(' ')
}

describe('a run of codes', () => {
  test.each([
    ['Adoption request | Tern Numbering, LLC | IA NE ND OR SD WA', 'IA ND NE OR SD WA'],
    ['Adoption IA ND OR SD WA', 'IA ND OR SD WA'],
    ['ICA AZ OR UT WA', 'AZ OR UT WA'],
    ['TERN LLC - ADOPTION - IA ND OR SD WA', 'IA ND OR SD WA'],
    ['Status: AZ CO OR ID UT', 'AZ CO ID OR UT'],
    ['Prairie Fiber - AZ CO NM OR', 'AZ CO NM OR'],
    ['Agreement request - OR WA ID MT', 'ID MT OR WA'],
  ])('in a subject: %s', (subject, want) => expect(statesIn(subject, 'Please see attached.')).toBe(want))

  test.each([
    ['We want AZ CO ID OR UT WA covered.', 'AZ CO ID OR UT WA'],
    ['We need new agreements in: AZ CO OR ID UT.', 'AZ CO ID OR UT'],
    ['ADOPTION | TERN, LLC | IA ND OR SD WA', 'IA ND OR SD WA'],
    ['IA; ND; OR; SD; WA please', 'IA ND OR SD WA'],
    ['AZ • CO • OR • UT • WA', 'AZ CO OR UT WA'],
    ['Can you fill in the open ones: IA? ND? OR? WA?', 'IA ND OR WA'],
    ['Where are we: CO? ID? OR? WA?', 'CO ID OR WA'],
    ['Which of these can you offer: IA? NE? OR?', 'IA NE OR'],
    ['We need agreements in AZ CO NM ID.', 'AZ CO ID NM'],
  ])('in a text: %s', (text, want) => expect(statesIn('Agreement', text)).toBe(want))
})

describe('the word has nothing to join', () => {
  test.each([
    ['at the end of the list', 'We would like interconnection agreements in AZ CO NM OR.', 'AZ CO NM OR'],
    ['at the end of a line', 'Agreements for: AZ CO NM OR', 'AZ CO NM OR'],
    [
      'beside other capitals',
      'Tern LLC asks Qwest (CenturyLink QC, PUC no. 4) for ICAs in AZ CO NM OR.',
      'AZ CO NM OR',
    ],
    ['at its beginning', 'We would like interconnection agreements in OR WA ID MT.', 'ID MT OR WA'],
    ['behind a label', 'States: ID MT OR WA', 'ID MT OR WA'],
    ['behind another', 'We request agreements as follows: ID MT OR WA', 'ID MT OR WA'],
    ['papers are chosen', 'Tell us which papers you need for IA NE ND OR SD WA.', 'IA ND NE OR SD WA'],
    ['forms', 'Please send whatever forms are needed for ID MT OR UT WA.', 'ID MT OR UT WA'],
    ['agreements', 'We adopt in WY ID OR MT SD, please send the list to choose from.', 'ID MT OR SD WY'],
    ['templates', 'We ask for WY ID OR MT SD, on whichever template is current.', 'ID MT OR SD WY'],
    ['any of them', 'We ask for CO ID OR WA UT (any of your standard templates will do).', 'CO ID OR UT WA'],
  ])('%s: %s', (_where, text, want) => expect(statesIn('Agreement', text)).toBe(want))
})

describe('the word', () => {
  test.each([
    ['before the last', 'We want one for MN SD OR ND.', 'MN ND SD'],
    ['before the last, with a choice', 'MN SD OR ND, whichever is faster', 'MN ND SD'],
    ['before the last of four', 'AZ CO OR UT', 'AZ CO UT'],
    ['in a run of three', 'AZ NM OR UT for the pilot', 'AZ NM UT'],
    ['at the end of a run', 'We sign in MN ND SD OR wherever you like.', 'MN ND SD'],
    ['at the head of a run', 'Your form, OR WA MN ND agreements.', 'MN ND WA'],
    ['twice', 'We want UT OR NM OR WA ND.', 'ND NM UT WA'],
    ['behind "either"', 'either MN OR ND SD', 'MN ND SD'],
    ['in a question which', 'Is it MN OR ND SD where you need us?', 'MN ND SD'],
    ['where one is to be chosen', 'Please choose: UT OR NM WA', 'NM UT WA'],
    ['in a text of capitals', 'WE WANT TO ADOPT IN WY OR IN MT', 'MT WY'],
    ['in a text of capitals, of four', 'WE NEED IT FOR UT OR WA NM', 'NM UT WA'],
    ['in a few capitals', 'ICA FOR MT OR IN WY', 'MT WY'],
    ['one of them is asked for', 'We ask for one of ID MT OR UT WA.', 'ID MT UT WA'],
    ['one is to be picked', 'Please pick one of these: IA NE ND OR SD WA', 'IA ND NE SD WA'],
    ['the state is open', 'Which state is it, IA NE OR ND SD?', 'IA ND NE SD'],
    ['the quickest', 'It is to be ID MT OR UT WA, whichever is quickest.', 'ID MT UT WA'],
    ['before the last, and what else is asked for', 'We adopt in ID MT OR WA. Tell us the forms.', 'ID MT WA'],
    ['small', 'Please send the form for IA, NE or ND.', 'IA ND NE'],
    ['with "in"', 'Interested IN WA OR UT NM.', 'NM UT WA'],
    ['asked twice', 'Is it done for WA? OR? We have heard nothing.', 'WA'],
  ])('%s: %s', (_meaning, text, want) => expect(statesIn('Agreement', text)).toBe(want))

  test('in a subject of capitals', () => expect(statesIn('FW: ICA FOR WA OR ID MT', 'See below.')).toBe('ID MT WA'))

  test.each([
    ['Is it MN IA OR NE where', 'IA MN NE'],
    ['Offices: AZ CO OR UT', 'AZ CO UT'],
    ['either MN ND OR SD', 'MN ND SD'],
    ['Which LATA is OR? ID?', ''],
  ])('takes no other code away: %s', (text, want) => expect(statesIn('Agreement', text)).toBe(want))

  test.each([
    ['"in"', 'IN? WA? UT?', 'UT WA'],
    ['"me"', 'WA; ME; OR; UT; NM please', 'NM UT WA'],
    ['"ok"', 'OK? WA? UT?', 'UT WA'],
  ])('%s is no state by standing in a row', (_meaning, text, want) => expect(statesIn('Agreement', text)).toBe(want))
})
