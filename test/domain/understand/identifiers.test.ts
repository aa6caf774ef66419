import { describe, expect, test } from 'vitest'
import { identifiersOf } from '../../../src/domain/understand/facts/identifiers.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

function codesIn(mail: MailSketch, company: string | null = null, states: readonly string[] = []): string {
  const { ocn, acna } = identifiersOf(readingOf(aMail({ subject: 'x', ...mail })), company, states).identifiers
  return `${ocn ?? '-'} ${acna ?? '-'}`
}

describe('labels', () => {
  test.each([
    ['colons', 'OCN: 417K, ACNA: QTM', '417K QTM'],
    ['sentences', 'Our OCN is 0123 and the ACNA is ABC.', '0123 ABC'],
    ['brackets', 'Acme Fiber LLC (OCN 687C) asks', '687C -'],
    ['the long name', 'This assigns Operating Company Number (OCN) 640M to you.', '640M -'],
    ['a company code', 'company code (OCN) 356V has been assigned', '356V -'],
    ['dots', 'ocn ............... 915C\nacna .............. OXB', '915C OXB'],
    ['a pair', 'OCN / ACNA: 936B / PWB', '936B PWB'],
    ['a pair in cells', 'OCN / ACNA | 359H / ABY', '359H ABY'],
    ['a pair turned round', 'ACNA/OCN: TZB/227P', '227P TZB'],
    ['cells', '1 General | OCN | 538K\n1 General | ACNA | SGQ', '538K SGQ'],
    ['a column', 'carrier,ACNA,tandem\nAcme,NSB,Red Oak', '- NSB'],
    ['a pair behind dots', 'OCN / ACNA ................ 936B / PWB', '936B PWB'],
    ['the next sentence', 'And the ACNA has come. It is PWB.', '- PWB'],
    ['an agreement that is not on file', 'Rejected: "no agreement on file for ACNA PWB".', '- PWB'],
    ["an adviser's client", 'On behalf of Acme LLC we adopt the Tern agreement. Their OCN is 417K.', '417K -'],
    ['what the administrator answers', 'Company Code Assignment\nAcme LLC\nNevada CLEC 417K 10/02/2026', '417K -'],
    ['two codes in such an answer', 'Company Code Assignment\nNevada CLEC 417K\nIdaho CLEC 418K', '- -'],
    ['small letters', 'ocn is 417k', '417K -'],
    ['words between', 'ACNA of the survivor is YTM.', '- YTM'],
    ['of both agreements', 'Utah agreement, Washington agreement. ACNA for both is BVH.', '- BVH'],
    ['none, below a telephone number', 'Telephone: 406-555-0162\nOCN: applied for', '- -'],
    ['a correction', 'OCN 550E is registered to a different company.\nMy mistake. Ours is 505E', '505E -'],
    ['pending', 'OCN: pending\nACNA: none yet', '- -'],
    ['a letter that is only mentioned', 'The OCN letter will follow. ACNA and CIC are pending.', '- -'],
    ['end-user billing is no company', 'ACNA: ZZZ', '- -'],
    ['other codes', 'SPID 417X, CIC 0288, LATA 672, CCNA ABC, CLLI DNVRCOMA', '- -'],
  ])('%s', (_meaning, text, want) => expect(codesIn({ text })).toBe(want))
})

describe('of several', () => {
  test.each<readonly [string, string, string, readonly string[], string]>([
    [
      'the state asked for',
      'OCN for WY is 773K (the 771K you have on file is the MT code).',
      'Acme Fiber LLC',
      ['WY'],
      '773K -',
    ],
    ['per state in brackets', 'OCN: 871D (ND); 872D (SD)', 'Acme Fiber LLC', ['SD'], '872D -'],
    [
      'not the seller',
      'Acme Fiber LLC (OCN 267E) assumes all. The seller code, OCN 133X, will be retired.',
      'Acme Fiber LLC',
      [],
      '267E -',
    ],
    [
      'not the affiliate',
      'OCN: 774W\nAffiliate Prism of Nevada, LLC, OCN 773W, has its own',
      'Prism Voice, LLC',
      [],
      '774W -',
    ],
    [
      'the row of the company',
      'The following company codes are assigned:\n671D Stem Telephone of Nebraska, LLC\n672D Stem Telephone of Kansas, LLC',
      'Stem Telephone of Nebraska, LLC',
      ['NE'],
      '671D -',
    ],
  ])('%s', (_meaning, text, company, states, want) => expect(codesIn({ text }, company, states)).toBe(want))
})

describe('without the usual label', () => {
  test.each([
    [
      'in brackets behind a carrier of a list',
      'file  client                        state\n2217  Gull Fiber, L.L.C. (612J)     IA',
      '612J -',
    ],
    ['behind the state that its field names', 'OCN ......... UT 509R / WA same\nACNA ........ LZV', '509R LZV'],
    ['not a year or a count in brackets', 'Gull Fiber, LLC (2021) and Heron Voice, Inc. (1200)', '- -'],
  ])('%s', (_meaning, text, want) => expect(codesIn({ text }, 'Gull Fiber, L.L.C.')).toBe(want))
})

test('a code in a file', () => {
  const attachments = [{ filename: 'q.csv', mediaType: 'text/csv', text: 'section,field,value\n1,ocn,388V' }]
  expect(codesIn({ text: 'Questionnaire attached.', attachments })).toBe('388V -')
})
