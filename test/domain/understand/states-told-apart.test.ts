/** States that a mail names and does not mean: what was, what others have, what is put off, what is only a word. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

function statesIn(mail: MailSketch, company: string | null = null): string {
  return statesOf(readingOf(aMail({ subject: 'Agreement', ...mail })), company).states.join()
}

describe('one of two is meant', () => {
  test.each([
    [
      'two agreements joined by and',
      'We ask for an agreement for the State of Montana and a separate agreement for the State of Wyoming.',
      'MT,WY',
    ],
    ['both, one less surely', 'The state would be New Mexico, perhaps also Colorado.', 'CO,NM'],
    ['one, and one perhaps', 'Idaho first. Oregon maybe next year.', 'ID'],
    ['this time', 'Same question as for Iowa last month, this time for Nebraska: where does it stand?', 'NE'],
    ['this mail', 'We asked for Nebraska last fall. This mail is about Iowa.', 'IA'],
    ['as before', 'Please do the same for Iowa that you did for Nebraska.', 'IA'],
    ['as we did', 'As we did in Colorado, we intend to adopt in Utah.', 'UT'],
    ['unlike', 'Unlike in Colorado, we intend to negotiate in Utah.', 'UT'],
    ['like another', 'We want an agreement for Utah, based on our Idaho one.', 'UT'],
    ['beside another', 'The copy lies next to the Minnesota one. We wait for North Dakota.', 'ND'],
    ['remembered', 'You will remember us from Minnesota, and from Oregon. Now we need an agreement for Idaho.', 'ID'],
    ['used elsewhere', 'Can the agreement that Gull has in Oregon be used for our Washington territory?', 'WA'],
    ['the wrong one came', 'You sent the Arizona template, we need the New Mexico one.', 'NM'],
    ['one opened', 'Could you resend the Arizona one? The New Mexico one opened fine.', 'AZ'],
    ['one follows', 'Attached is the executed signature page for ND. SD to follow next week.', 'ND'],
    ['one was for somebody else', 'The page was wrong, that was for Kansas. Here is the one for Nebraska.', 'NE'],
    ['behind not', 'The state should read Idaho, not Iowa.', 'ID'],
    ['behind not, before the right one', 'Not Iowa, Nebraska!', 'NE'],
    ['exchanged', 'Replace Iowa with Idaho on the form.', 'ID'],
    ['what is meant', 'Wherever the form says Iowa, Idaho is meant.', 'ID'],
    ['written by mistake', 'We originally wrote Oregon in the form by mistake; please read Idaho.', 'ID'],
    ['put off in brackets', 'States: Utah, Idaho (Wyoming on hold)', 'ID,UT'],
    ['has it already', 'Please substitute Exhibit G in North Dakota. Minnesota has the 2023 version.', 'ND'],
    ['had none', 'Tern takes over the agreements for Arizona and Utah; in Utah it had none.', 'AZ,UT'],
    [
      'needs nothing',
      'Amend Colorado and New Mexico. The Wyoming agreement was replaced last year and needs nothing.',
      'CO,NM',
    ],
    ['irrelevant', 'We adopt in Wyoming. The Utah agreement is irrelevant here.', 'WY'],
    ['changes from elsewhere', 'We ask for an agreement for Idaho with the changes we have in Washington.', 'ID'],
    ['negotiated years ago', "We negotiated New Mexico for nine months in '22. Now we go into Colorado.", 'CO'],
    ['not confined to', 'The plans of Tern are not confined to Nebraska. It requests agreements for Iowa.', 'IA'],
    ['licensed there, expanding here', 'We are licensed in Texas and Oklahoma and expanding to New Mexico.', 'NM'],
    [
      'agreements and their years',
      'Agreements in force: CO (2021) and WY (2022). We ask for the transit amendment to both.',
      'CO,WY',
    ],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})

describe('the sentence behind sets it apart', () => {
  test.each([
    ['We still run on the old paper in Wisconsin. Not part of this.'],
    ["We have an agreement in Wisconsin. That's a separate matter."],
    ['Wisconsin is with another carrier. It has nothing to do with this.'],
    ['We have a certificate in Wisconsin. Please ignore that.'],
    ['There is the Wisconsin agreement. That one stays as it is.'],
    ['Our Wisconsin agreement is in force. Nothing changes there.'],
    ["We're also doing one with you in Wisconsin but that has Section 8."],
  ])('%s', (text) => expect(statesIn({ text: `We want an agreement for Minnesota. ${text}` })).toBe('MN'))

  test('and nothing that was asked for', () => {
    expect(statesIn({ text: 'We want one for Utah and one for Idaho. Nothing changes there.' })).toBe('ID,UT')
  })
})

describe('somebody else, somewhere else', () => {
  test.each([
    ['another incumbent', 'Verizon gave us an agreement in Washington in two weeks. We want the same in Utah.', 'UT'],
    ['another incumbent serves it', 'Windstream handles Nebraska; what we want is New Mexico.', 'NM'],
    ['a greeting', 'Hello from Idaho! We are a small CLEC in Utah and need the forms.', 'UT'],
    ['a colleague', 'My colleague in Iowa says there is a letter. We wait for Minnesota.', 'MN'],
    ['a lawyer', 'The Montana lawyer still gets the copy. We serve Wyoming.', 'WY'],
    ['an address', 'Our billing address is in Georgia. Service will be offered in Florida.', 'FL'],
    ['a client', 'The code 566D belongs to my Iowa client. Ours is for North Dakota.', 'ND'],
    ['a former owner', 'The paper in Wisconsin w/ the former owner lapsed. We need Minnesota.', 'MN'],
    ['a code', 'We ask for Nebraska. (8841 is our Kansas code, please disregard.)', 'NE'],
    [
      'none is represented',
      'I edit a handbook for carriers in Oregon and Washington, none of whom I represent.',
      'OR,WA',
    ],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))

  test('where counsel is licensed', () => {
    const text = 'We act for Tern in Utah.\n\nAnn Bell\nBell Crane LLP\nLicensed in Arizona and Colorado'
    expect(statesIn({ text })).toBe('UT')
  })

  test('a colleague of ours is called Georgia', () => {
    expect(statesIn({ text: 'Thank you for the Oregon papers.\n\nGeorgia Pruitt\n' })).toBe('OR')
  })

  test('a town is called as a state is', () => {
    expect(statesIn({ text: 'Is there room in the Virginia, Minnesota office?' })).toBe('MN')
  })

  test('a carrier is called by a state', () => {
    const text = 'Any news on Harrow Telecom of Iowa? We act in Nebraska.'
    expect(statesIn({ text }, 'Harrow Telecom of Iowa, Inc.')).toBe('NE')
  })
})

describe('codes', () => {
  test.each([
    ['behind a paper', { subject: 'Re: Adoption package WA - Tern Voice', text: 'Does it keep its date?' }, 'WA'],
    [
      'a telephone number',
      { text: 'LSR 441 came back "AN invalid for TN". It is under the Colorado agreement.' },
      'CO',
    ],
    ['a network channel code', { text: 'Which NC code do we use for Utah?' }, 'UT'],
    ['what two letters mean', { text: 'We ask for Arizona (case 25-11-UT, where UT means Utility, not Utah).' }, 'AZ'],
    ['asked about', { text: 'Any news on OR?' }, 'OR'],
  ] as const)('%s', (_meaning, mail, want) => expect(statesIn(mail)).toBe(want))
})

describe('a whole region', () => {
  test('of which the named states are meant', () => {
    const text = 'We want the remaining states of your region, that is to say: Oregon, Washington and Idaho.'
    expect(statesIn({ text })).toBe('ID,OR,WA')
  })

  test('that only the subject names', () => {
    const text = 'We hold agreements in Arizona. We request negotiations for Utah and Idaho.'
    expect(statesIn({ subject: 'Tern / your fourteen-state region', text })).toBe('ID,UT')
  })
})

describe('the subject of an answer', () => {
  const quoted = '\n\nOn Mon, May 4, 2026, Jo <intagree@carrier.example> wrote:\n> We have your request.'

  test('is stale where the answer names a state', () => {
    const text = `14 Utah ports are stuck since Monday.${quoted}`
    expect(statesIn({ subject: 'RE: Agreement request UT/WA - received', text })).toBe('UT')
  })

  test('counts where the answer names none', () => {
    expect(statesIn({ subject: 'RE: Agreement request UT/WA - received', text: `Any news?${quoted}` })).toBe('UT,WA')
  })
})
