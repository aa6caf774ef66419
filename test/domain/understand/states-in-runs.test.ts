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
  ])('in a subject: %s', (subject, want) => expect(statesIn(subject, 'Please see attached.')).toBe(want))

  test.each([
    ['We want AZ CO ID OR UT WA covered.', 'AZ CO ID OR UT WA'],
    ['We need new agreements in: AZ CO OR ID UT.', 'AZ CO ID OR UT'],
    ['ADOPTION | TERN, LLC | IA ND OR SD WA', 'IA ND OR SD WA'],
    ['IA; ND; OR; SD; WA please', 'IA ND OR SD WA'],
    ['AZ • CO • OR • UT • WA', 'AZ CO OR UT WA'],
    ['Can you fill in the open ones: IA? ND? OR? WA?', 'IA ND OR WA'],
    ['Where are we: CO? ID? OR? WA?', 'CO ID OR WA'],
  ])('in a text: %s', (text, want) => expect(statesIn('Agreement', text)).toBe(want))
})

describe('the word', () => {
  test.each([
    ['before the last', 'We want one for MN SD OR ND.', 'MN ND SD'],
    ['before the last, with a choice', 'MN SD OR ND, whichever is faster', 'MN ND SD'],
    ['before the last of four', 'AZ CO OR UT', 'AZ UT'],
    ['in a run of three', 'AZ NM OR UT for the pilot', 'AZ NM UT'],
    ['at the end of a run', 'We sign in MN ND SD OR wherever you like.', 'MN ND SD'],
    ['at the head of a run', 'Your form, OR WA MN ND agreements.', 'MN ND WA'],
    ['twice', 'We want UT OR NM OR WA ND.', 'ND NM UT WA'],
    ['behind "either"', 'either MN OR ND SD', 'MN ND SD'],
    ['in a question which', 'Is it MN OR ND SD where you need us?', 'MN ND SD'],
    ['where one is to be chosen', 'Please choose: UT OR NM WA', 'NM UT WA'],
    ['in a text of capitals', 'WE WANT TO ADOPT IN WY OR IN MT', 'MT WY'],
    ['in a text of capitals, of four', 'WE NEED IT FOR UT OR WA NM', 'NM UT'],
    ['in a few capitals', 'ICA FOR MT OR IN WY', 'MT WY'],
    ['small', 'Please send the form for IA, NE or ND.', 'IA ND NE'],
    ['with "in"', 'Interested IN WA OR UT NM.', 'NM UT WA'],
    ['asked twice', 'Is it done for WA? OR? We have heard nothing.', 'WA'],
  ])('%s: %s', (_meaning, text, want) => expect(statesIn('Agreement', text)).toBe(want))

  test('in a subject of capitals', () => expect(statesIn('FW: ICA FOR WA OR ID MT', 'See below.')).toBe('MT WA'))

  test.each([
    ['Is it MN IA OR NE where', 'MN'],
    ['Offices: AZ CO OR UT', 'AZ UT'],
    ['either MN ND OR SD', 'MN ND SD'],
    ['Which LATA is OR? ID?', ''],
  ])('as it always was: %s', (text, want) => expect(statesIn('Agreement', text)).toBe(want))

  test.each([
    ['"in"', 'IN? WA? UT?', 'UT WA'],
    ['"me"', 'WA; ME; OR; UT; NM please', 'NM UT WA'],
    ['"ok"', 'OK? WA? UT?', 'UT WA'],
  ])('%s is no state by standing in a row', (_meaning, text, want) => expect(statesIn('Agreement', text)).toBe(want))
})
