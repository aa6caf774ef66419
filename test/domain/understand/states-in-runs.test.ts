/** Codes of states one behind another, among which OR, IN and ME are codes, and the same letters where they are words. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function statesIn(subject: string, text: string): string {
  return statesOf(readingOf(aMail({ subject, text })), null).states.join(' ')
}

describe('a bare run', () => {
  test.each([
    ['Adoption request | Tern Numbering, LLC | IA NE ND OR SD WA', 'IA ND NE OR SD WA'],
    ['Adoption IA ND OR WA', 'IA ND OR WA'],
    ['Agreements | Tern, LLC | ID IA ME MN OR', 'IA ID ME MN OR'],
    ['Status AZ CO ID OR', 'AZ CO ID OR'],
    ['TERN LLC - ADOPTION - IA ND OR SD WA', 'IA ND OR SD WA'],
  ])('in a subject: %s', (subject, want) => expect(statesIn(subject, 'Please see attached.')).toBe(want))

  test.each([
    ['We want AZ CO ID OR UT WA covered.', 'AZ CO ID OR UT WA'],
    ['We need new agreements in: AZ CO ID OR UT.', 'AZ CO ID OR UT'],
    ['MN ND OR SD, same form for all.', 'MN ND OR SD'],
    ['Four are open: IA ND OR WA', 'IA ND OR WA'],
    ['IA; ND; OR; WA please', 'IA ND OR WA'],
    ['AZ • CO • OR • WA', 'AZ CO OR WA'],
    ['Can you fill in the open ones: IA? ND? OR? WA?', 'IA ND OR WA'],
    ['Where are we: CO? ID? OR?', 'CO ID OR'],
  ])('in a text: %s', (text, want) => expect(statesIn('Agreement', text)).toBe(want))
})

describe('the word', () => {
  test.each([
    ['small', 'Please send the form for IA, NE or ND.', 'IA ND NE'],
    ['between two', 'Which one is meant, UT or NM? It is UT OR NM on the form.', 'NM UT'],
    ['between two, all in capitals', 'WE NEED ONE FOR UT OR NM.', 'NM UT'],
    ['twice', 'WE WANT UT OR NM OR WA.', 'NM UT WA'],
    ['twice in a question', 'WHICH ONE: MT OR ND OR SD?', 'MT ND SD'],
    ['before the last, all in capitals', 'WE ARE OPEN TO MN ND OR SD', 'MN ND SD'],
    ['before a word', 'We sign in MN ND OR wherever you like.', 'MN ND'],
    ['"in" and "me", all in capitals', 'SEND IT TO ME IN WA OR UT', 'UT WA'],
    ['"OK"', 'OK SO IT IS WA.', 'WA'],
    ['"hi"', 'HI WA TEAM, please send ours.', 'WA'],
    ['a login', 'Is it done for WA? ID? We have no ID yet.', 'ID WA'],
    ['a login by itself', 'Our agreement is for WA. Your ID OR login?', 'WA'],
  ])('%s', (_meaning, text, want) => expect(statesIn('Agreement', text)).toBe(want))
})
