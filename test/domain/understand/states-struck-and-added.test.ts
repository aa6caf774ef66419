/** States in other words than their names, lists that are corrected, and what a mail drops, strikes or holds back. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

function statesIn(mail: MailSketch, company: string | null = null): string {
  return statesOf(readingOf(aMail({ subject: 'Agreement', ...mail })), company).states.join()
}

describe('what people call a state', () => {
  test.each([
    ['a nickname', 'We want an interconnection agreement for the Gem State. Oregon maybe next year.', 'ID'],
    ['two of them', 'Please send contracts for the Cornhusker State and the Hawkeye State.', 'IA,NE'],
    ['short', 'One agreement for SoDak, one for NoDak.', 'ND,SD'],
    ['a company’s name', 'Evergreen State Telephone asks for an agreement in Idaho.', 'ID'],
    ['small codes by themselves', 'mt and wy. no changes.', 'MT,WY'],
    ['small words by themselves', 'me or him, whoever is in. we need one for Utah', 'UT'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})

describe('a list that is corrected', () => {
  test.each([
    [
      'deleted and forgotten',
      'Our list had errors. "Nevada" must be removed. "Utah" was overlooked. The other two (Idaho, Oregon) are right.',
      'ID,OR,UT',
    ],
    ['taken off', 'The agreement is for Idaho. In the list please take Montana off, it was a slip.', 'ID'],
    ['crossed out', 'I scratched out Oregon on the cover and put Washington by hand.', 'WA'],
    ['no, for a reason', 'States: UT yes, NV no (we have one since 2015).', 'UT'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
  test.each([
    ['a slip', "Slip of the pen on Utah, it's the one state.", 'Is it Idaho and Utah?', 'ID'],
    [
      'one held back',
      'Two come with this. The Utah one we are holding till May.',
      'Here are Idaho, Iowa and Utah.',
      'IA,ID',
    ],
  ])('below: %s', (_meaning, answer, question, want) => {
    const text = `${answer}\n\nOn Mon, Mar 2, 2026 at 9:00 AM Sam Lake <sam@carrier.example> wrote:\n> ${question}\n`
    expect(statesIn({ subject: 'Re: Your agreement', text })).toBe(want)
  })
})

describe('what is not taken', () => {
  test.each([
    ['withdrawn', 'In Idaho we adopt the agreement of Foxtail. For Utah we bow out, the money is gone.', 'ID'],
    ['not dared', 'My boss wants one for Iowa. Minnesota he does not dare.', 'IA'],
    ['left to lapse', 'In Utah we will let it lapse. For Idaho we want two more years.', 'ID'],
    ['turned down', 'We need two bays in Oregon. Idaho space was voted down.', 'OR'],
    [
      'not sent',
      'Please send the amendment for Utah. Idaho and Iowa are all our own cable, so do not send those.',
      'UT',
    ],
    ['not elected', 'We elect the contract filed in Utah. Foxtail has one in Idaho. That one is not elected.', 'UT'],
    ['nothing there', "We don't have anything with you in Oregon. It's the Idaho file.", 'ID'],
    ['of brokers', 'Insurance for our Idaho agreement (broker in Oregon, never mind).', 'ID'],
    ['ended before', 'The buyer succeeds to Idaho. The Utah agreement was terminated by the seller on May 1.', 'ID'],
    ['of another state', 'The Foxtail agreement is a Utah paper. It is for Idaho that we want its terms.', 'ID'],
    ['but one', "It isn't certified anywhere but in Idaho, and there it wants one.", 'ID'],
    ['where he was', 'My friend ran cable in Utah. He starts over and needs an agreement for Idaho.', 'ID'],
    [
      'where it was born',
      'It says "of Nevada" since that is where the LLC was formed. The request is for Idaho.',
      'ID',
    ],
    [
      'and nowhere else',
      'Their agreement was approved in Utah in 2024. We would use it in Idaho and nowhere else.',
      'ID',
    ],
    [
      'neighbours',
      'We sell in every one of your states that borders it (so no Kansas). That is Iowa and Nebraska.',
      'IA,NE',
    ],
    ['the answer at last', 'I met a lady who sells what our county wants, in Idaho. Sign us up! Utah only.', 'UT'],
    ['first the answer', 'ID and UT. In ID we hold a certificate, in UT it is in process.', 'ID,UT'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})

describe('a table that a program laid out cell below cell', () => {
  test.each([
    [
      'what is needed',
      ['State', 'Have today', 'Needed', 'Idaho', 'none', 'ICA', 'Utah', 'ICA of 2016', 'nothing'],
      'ID',
    ],
    ['put off', ['State', 'What we ask', 'Iowa', 'your template', 'Oregon', 'will follow', 'Utah', 'TBD'], 'IA'],
    ['all', ['State', 'Signed', 'Filed?', 'Idaho', 'Feb 3', '?', 'Utah', 'Feb 3', '?'], 'ID,UT'],
    ['no table', ['State', 'Idaho', 'Thanks', 'Pat'], 'ID'],
  ])('%s', (_meaning, cells, want) => expect(statesIn({ text: `Hello,\n\n${cells.join('\n\n')}\n` })).toBe(want))
})

test('where the house is licensed, below the name of the writer, asks for nothing', () => {
  const text =
    'Enclosed is the early ordering letter for Utah.\n\nPat Doe\nCompliance\n\nAcme is authorized to provide local service in AZ, CO, ID, NM, OR and WA.\n'
  expect(statesIn({ from: 'Pat Doe <pat@post.example>', text })).toBe('UT')
  expect(
    statesIn({ from: 'Pat Doe <pat@post.example>', text: 'We are licensed in AZ, CO, ID, NM and OR.\n\nPat Doe' }),
  ).toBe('AZ,CO,ID,NM,OR')
})
