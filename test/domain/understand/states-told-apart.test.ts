/** States that a mail names and does not mean: what was, what others have, what is put off, what is only a word. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
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

describe('how many are meant', () => {
  test.each([
    [
      'both, of which one is told',
      'The agreement for Washington is done, the one for Idaho not. Is the letter needed for both? For Idaho, who has it?',
      'ID,WA',
    ],
    [
      'each of the two, by their laws',
      'A cooperative organized under the Minnesota Statutes, it also serves North Dakota counties. One for each of the two States.',
      'MN,ND',
    ],
    ['not where the number is another', 'We come from Utah. Idaho, please, one of the five states.', 'ID,UT'],
    ['one for each', 'One agreement for each of the three, that is Nebraska, Colorado and Iowa.', 'CO,IA,NE'],
    ['a list goes on', 'Our four requests (Idaho, Montana, Utah, Wyoming) go on unaffected.', 'ID,MT,UT,WY'],
    ['affected', 'New name: Acme Connect.\nAgreements affected: Oregon, Washington.', 'OR,WA'],
    ['this election', 'They gave us two. This election is for the New Mexico side, Arizona has its own.', 'NM'],
    [
      'separate papers are two of them',
      'One for Wyoming and one for Nebraska, I guess they are separate papers.',
      'NE,WY',
    ],
    ['the month of May', 'a) amendment, Idaho. Filed?\nb) the Montana form from May.', 'ID,MT'],
    [
      'sold to an affiliate',
      'It is selling its Utah customers to its affiliate. The Iowa ones are not being assigned.',
      'UT',
    ],
    [
      "of a company that isn't ours",
      'Our Iowa amendment has the number. So has the Utah agreement of another company.',
      'IA',
    ],
    ['what is enclosed', "Attached is the Idaho PUC's certificate. How does the Montana draft fare?", 'ID,MT'],
    [
      'not asked for in the end',
      'We request Idaho and Utah. Our licences cover a part of Nevada as well, but we do not ask for it.',
      'ID,UT',
    ],
    [
      'no request behind the colon',
      "We request an agreement for Utah. A word on Washington: the client isn't certificated there and makes no request.",
      'UT',
    ],
    [
      'left to somebody else',
      'We adopt in Arizona. A strip lies in New Mexico, and we leave that strip to the cooperative.',
      'AZ',
    ],
    ['as in another', 'As in Iowa, we would take your template for South Dakota.', 'SD'],
    ['dropped and added', 'The list has changed: drop Oregon, add Idaho.', 'ID'],
    ['only for two', 'Same as the Nebraska deal please, only for Iowa and South Dakota.', 'IA,SD'],
    ['no longer needed', 'No longer needed: New Mexico. Still needed: Arizona.', 'AZ'],
    ['rather than', 'We would rather have Idaho than Montana now.', 'ID'],
    ['held', 'Utah: sign it. Idaho: hold it.', 'UT'],
    ['of the parent', 'Our parent has Colorado. We, the subsidiary, want Wyoming.', 'WY'],
    ['a clause from elsewhere', 'Can the Iowa clause on transit be used in our Nebraska draft?', 'NE'],
    ['in another mail', 'This is about Colorado and Arizona. For Utah see my other mail.', 'AZ,CO'],
    ['certified there, asked for here', 'We hold CPCNs in Utah and Nevada. We request resale for Utah.', 'UT'],
    ['no money', 'We were told to pay to an account in Delaware.', ''],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))

  test.each([
    ['less one', 'Yes, the same four as in March, only take out Montana.', 'AZ,NM,WY'],
    ['minus, in few words', 'The same four, less Wyoming.', 'AZ,MT,NM'],
    ['and one more', 'The same four, plus Idaho, please.', 'AZ,ID,MT,NM,WY'],
    ['nothing said of it', 'Yes, please.', 'AZ,MT,NM,WY'],
  ])('the list below, %s', (_meaning, words, want) =>
    expect(statesIn({ text: `${words}\n\n> We ask for Arizona, New Mexico, Wyoming and Montana.` })).toBe(want),
  )
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

describe('the rows of a table', () => {
  const plan = (words: string) =>
    `Row | No. | State | Plan\n1 | C-1 | IA | evergreen\n2 | C-2 | MN | expires\n3 | C-3 | NE | expires\n\n${words}`
  const without = (words: string) =>
    `Bitter Creek Co.    ID, MT    drafts expected\nTri-Butte, Inc.    SD    filed 3/19\nRopewalk LLC    OR    ????\n\n${words}`

  test.each([
    ['by their numbers', plan('For rows 2 and 3 we want successors. Nothing for the others.'), 'MN,NE'],
    ['the last ones', plan('It is only the last two lines that I write about.'), 'MN,NE'],
    ['by what is planned', plan('Please confirm.').replace('evergreen', 'leave'), 'MN,NE'],
    ['no number of something else', plan('Please see section 2.'), 'IA,MN,NE'],
    ['without a head', without("It's the last one that I need help with."), 'OR'],
    ['without a head, all of it', without('Could you tell me where these are?'), 'ID,MT,OR,SD'],
    ['of what belongs to the company', 'Sub | State\nFern of Utah, LLC | UT\nFern NW, Inc. | OR, WA', 'OR,UT,WA'],
    [
      'and what stands below the table',
      'Sub | State\nFern, LLC | UT\nOne question: is a consent needed?\nHart LLP | Ohio',
      'UT',
    ],
    ['blank but for the state', 'Switch,State,Q1,Q2,Q3,Q4\nA,UT,1,2,3,4\nB,ID,,,,', 'UT'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text }, 'Fern Group, Inc.')).toBe(want))
})
