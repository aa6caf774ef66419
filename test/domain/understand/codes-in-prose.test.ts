import { describe, expect, test } from 'vitest'
import { identifiersOf } from '../../../src/domain/understand/facts/identifiers.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

type Codes = Readonly<{ ocn?: string; acna?: string }>

function codes(mail: MailSketch, company: string | null = null): Codes {
  return identifiersOf(readingOf(aMail({ subject: 'Agreement', ...mail })), company).identifiers
}

describe('a code that is spoken of', () => {
  test.each<readonly [string, string, Codes]>([
    ['by who gave it', 'We have the number from NECA already, it is 6R19.', { ocn: '6R19' }],
    ['beside who gave it', 'Our numbers are the same in both, NECA 9AK1.', { ocn: '9AK1' }],
    ['behind who keeps it', 'Our code with NECA is 1140, should that help.', { ocn: '1140' }],
    ['before who keeps it', 'Unchanged: 5290 with NECA, and NDP for billing (the ACNA).', { ocn: '5290', acna: 'NDP' }],
    ['that came lately', "ACNA showed up yesterday, it's ULW.", { acna: 'ULW' }],
    ['that came through', 'Our OCN is still in the works with NECA. ACNA came through: SWG.', { acna: 'SWG' }],
    ['that stays', 'Our company record 719K was changed. ACNA stays SHW.', { ocn: '719K', acna: 'SHW' }],
    ['on an order', 'OCN on the order is 5541, CCNA QLY.', { ocn: '5541' }],
    ['for two states', 'OCN: Iowa and Minnesota: 9G04', { ocn: '9G04' }],
    [
      'spelled out',
      'Its company code 1D9V; its access customer name abbreviation is OTW.',
      { ocn: '1D9V', acna: 'OTW' },
    ],
    [
      'as a scan is read',
      'Operating Cornpany Nurnber ..... 3C61\nAccess Custorner Narne Abbrev. .. MWB',
      { ocn: '3C61', acna: 'MWB' },
    ],
    ['that is set right', 'The OCN has a letter O for a zero. It should be 0B17.', { ocn: '0B17' }],
    ['that another replaces', 'All orders under OCN 611Q move to 655P that day.', { ocn: '655P' }],
    ['of the buyer', 'Tern Broadband, LLC bought us. Their OCN is 3F27.', { ocn: '3F27' }],
    ['of the one that is adopted', 'We adopt the Heron Digital agreement, their company code is 733A.', {}],
    ['no time of day', 'Our OCN is pending. Call at 10AM or on the 3RD.', {}],
  ])('%s', (_meaning, text, want) => expect(codes({ text })).toEqual(want))

  test.each<readonly [string, string, string, Codes]>([
    [
      'a row of the administrator’s answer',
      'portal.txt',
      'Company Code Request 11830\nState        ID\nCode         6W20',
      { ocn: '6W20' },
    ],
    [
      'before the name, in a paper that only its file calls so',
      'OCN.txt',
      'The following is assigned:\n\n7QF3 TERN TELECOM LLC - OR CLEC',
      { ocn: '7QF3' },
    ],
  ])('in a file: %s', (_meaning, filename, text, want) => {
    expect(
      codes({ text: 'Here.', attachments: [{ filename, mediaType: 'text/plain', text }] }, 'Tern Telecom LLC'),
    ).toEqual(want)
  })
})
