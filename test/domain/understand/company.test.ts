import { describe, expect, test } from 'vitest'
import { companyOf } from '../../../src/domain/understand/facts/company/company.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

type Row = readonly [meaning: string, mail: MailSketch, want: string | null]

function companyIn(mail: MailSketch): string | null {
  const reading = readingOf(aMail({ subject: 'Agreement', from: 'Pat Doe <pat@post.example>', ...mail }))
  return companyOf(reading, ['intagree@carrier.example']).company
}

describe('who writes', () => {
  test.each<Row>([
    ['says so', { text: 'We are Acme Fiber LLC and need a contract in Utah.' }, 'Acme Fiber LLC'],
    ['says "here"', { text: 'Acme Fiber LLC here. Any news?' }, 'Acme Fiber LLC'],
    ['behind "whether"', { text: 'Whether Acme Fiber LLC needs a contract is not clear.' }, 'Acme Fiber LLC'],
    [
      'behind a section',
      { text: 'Re: Negotiation under Sections 251 and 252\nAcme Fiber LLC asks that talks begin.' },
      'Acme Fiber LLC',
    ],
    [
      'behind a certificate',
      { text: 'Certificate of Public Convenience and Necessity\nAcme Fiber LLC may serve.' },
      'Acme Fiber LLC',
    ],
    ['that it turns into', { text: 'Acme Fiber Company will in May turn into Acme Fiber, LLC.' }, 'Acme Fiber, LLC'],
    ['behind "put"', { text: 'Put Acme Fiber LLC where the form says name.' }, 'Acme Fiber LLC'],
    ['in an office', { text: 'Founder of Zip Voice, Inc. with a question about Utah.' }, 'Zip Voice, Inc.'],
    [
      'below the name',
      { text: 'Any news on Utah?\n\nRegards,\nPat Doe\nRed Butte Telephone Co.' },
      'Red Butte Telephone Co.',
    ],
    ['in small letters', { text: 'need an agreement for utah for blue sky wisp llc, thx' }, 'blue sky wisp llc'],
    ['in capitals only', { text: 'The order names RED BUTTE WIRELESS LLC.' }, 'RED BUTTE WIRELESS LLC'],
    [
      'better in a mix',
      { text: 'RED BUTTE WIRELESS LLC is certified. Yours, Red Butte Wireless LLC' },
      'Red Butte Wireless LLC',
    ],
    [
      'with a joined form',
      { text: 'From Four Buttes Cable Company, PBC with thanks.' },
      'Four Buttes Cable Company, PBC',
    ],
    [
      'as a cooperative',
      { text: 'I speak for Tall Grass Telephone Cooperative Association.' },
      'Tall Grass Telephone Cooperative Association',
    ],
    [
      'with a state in brackets',
      { text: 'On behalf of Arrow Cable Voice (Idaho), Inc. I ask for news.' },
      'Arrow Cable Voice (Idaho), Inc.',
    ],
    [
      'that begins with a number',
      { text: 'On behalf of 4 Corners Telephone Company, Inc. I ask for news.' },
      '4 Corners Telephone Company, Inc.',
    ],
    [
      'behind a list mark',
      { text: '1) Silver Lode Dialtone, Inc. elects the agreement.\n2) Please confirm.' },
      'Silver Lode Dialtone, Inc.',
    ],
    [
      'across two lines',
      { text: 'The agreement which you hold for us in Utah belongs to Wide Mesa\nTelephone, Inc. as before.' },
      'Wide Mesa Telephone, Inc.',
    ],
    [
      'in the subject only',
      { subject: 'Cedar Fork Voice, LLC / trunks', text: 'Any planner free on Monday?' },
      'Cedar Fork Voice, LLC',
    ],
    [
      'in quoted text only',
      { text: 'Yes please.\n\n> The agreement of Moss Lake Net Cooperative is signed. Shall we send the letter?' },
      'Moss Lake Net Cooperative',
    ],
    ['nobody', { text: 'How does one become a telephone company in Montana?' }, null],
  ])('%s', (_meaning, mail, want) => expect(companyIn(mail)).toBe(want))
})

describe('numbers in a name', () => {
  test.each<Row>([
    ['behind its word', { text: 'Arrowhead 218, Inc. asks for news.' }, 'Arrowhead 218, Inc.'],
    ['before its word', { text: 'I write for 22 Lakes Telephone & Cable LLC.' }, '22 Lakes Telephone & Cable LLC'],
    ['counted', { text: 'I write for 7th Standard Telephone Co. and wait.' }, '7th Standard Telephone Co.'],
    ['between its words', { text: 'Redrock 505 Telecom, Inc. is certified.' }, 'Redrock 505 Telecom, Inc.'],
    ['a year', { text: 'We are Wide River 1888 Telephone, Inc. of Iowa.' }, 'Wide River 1888 Telephone, Inc.'],
    [
      'behind "No."',
      { text: 'We are Telephone Exchange No. 8 of Idaho, Inc. and need a contract.' },
      'Telephone Exchange No. 8 of Idaho, Inc.',
    ],
    [
      'in brackets',
      { text: 'Our client (5 Rivers Telephone Company, Inc.) asks.' },
      '5 Rivers Telephone Company, Inc.',
    ],
    ['of the second of two', { text: 'between Qwest and 3 Pines Telephone, Inc.' }, '3 Pines Telephone, Inc.'],
  ])('%s', (_meaning, mail, want) => {
    expect(companyIn(mail)).toBe(want)
  })

  test.each<Row>([
    ['a suite', { text: 'Suite 218 Acme Fiber LLC' }, 'Acme Fiber LLC'],
    ['a docket', { text: 'in UM 1889 Acme Fiber LLC was certified' }, 'Acme Fiber LLC'],
    ['a day', { text: 'On March 12 Acme Fiber LLC signed.' }, 'Acme Fiber LLC'],
    ['a section', { text: 'under Section 252 Acme Fiber LLC adopts' }, 'Acme Fiber LLC'],
  ])('%s is no part of it', (_meaning, mail, want) => {
    expect(companyIn(mail)).toBe(want)
  })
})

describe('where a name ends and begins', () => {
  test.each<Row>([
    ['a letter and another', { text: 'We are A & B Networks, L.P. of Utah.' }, 'A & B Networks, L.P.'],
    [
      'a saint behind a stop word',
      { text: 'We need somebody to agree the codes with. St. Croix Voice, Inc., Minnesota.' },
      'St. Croix Voice, Inc.',
    ],
    ['behind a person', { text: 'Excuse me. I am Shibata of Kumoi Systems, Inc. We ask you.' }, 'Kumoi Systems, Inc.'],
    ['from one to the same', { text: 'Entity: Peak to Peak Telephone, Inc.' }, 'Peak to Peak Telephone, Inc.'],
    [
      'before its agreement',
      {
        from: 'Ron Sato <rsato@portoflongacres.example>',
        subject: 'Port of Long Acres ICA',
        text: 'Has it been countersigned?',
      },
      'Port of Long Acres',
    ],
    [
      'no adopted carrier where an advice is adopted',
      {
        text: 'Lake Vermilion Telephone Cooperative already signed the amendment and would use the Advice Adoption Letter.',
      },
      'Lake Vermilion Telephone Cooperative',
    ],
    ['letters with a stroke', { text: 'We are A&B/C Relay Company, LLC.' }, 'A&B/C Relay Company, LLC'],
    [
      'the state behind its form',
      { text: 'We are Sandbluff Telephone Co. of Nebraska and wait.' },
      'Sandbluff Telephone Co. of Nebraska',
    ],
    [
      'what explains its form',
      { text: 'Legal name: Iron Range Telephone, LLC Limited liability company' },
      'Iron Range Telephone, LLC',
    ],
    [
      'an initial',
      { text: 'Sincerely, Ida Fox for R. J. Larkin Telephone, Inc. in Utah' },
      'R. J. Larkin Telephone, Inc.',
    ],
    ['several initials', { text: 'Entity: K.L.M. Gray Heron Networks, Inc.' }, 'K.L.M. Gray Heron Networks, Inc.'],
    ['a shortened trade', { text: 'The paper of Osprey Tel. Co., please.' }, 'Osprey Tel. Co.'],
    [
      'partners',
      { text: 'I write for Larkin, Hume & Daughters Telephone Co. and wait.' },
      'Larkin, Hume & Daughters Telephone Co.',
    ],
    [
      'a family that says its trade',
      { text: 'Client: Abe Larkin & Sons Telephone, L.L.C.' },
      'Abe Larkin & Sons Telephone, L.L.C.',
    ],
    [
      'a form of two',
      { text: 'On behalf of Fernruf America GmbH & Co. L.P. I ask.' },
      'Fernruf America GmbH & Co. L.P.',
    ],
    [
      'the trade behind the form',
      { text: 'The forecast for Cedar Lake Cooperative Telephone (Iowa).' },
      'Cedar Lake Cooperative Telephone',
    ],
    [
      'a society',
      { text: 'Gull Point Mutual Telephone Society would like to resell.' },
      'Gull Point Mutual Telephone Society',
    ],
    ['what kind of company, in brackets', { text: 'Gullwing Inc (delaware corp) wants a contract' }, 'Gullwing Inc'],
    ['an order', { text: 'My neighbor has a deal. Give Gray Sage Net Company the same.' }, 'Gray Sage Net Company'],
    [
      'an everyday word within',
      { text: 'The form of Plugged In Communications, LLC is attached.' },
      'Plugged In Communications, LLC',
    ],
    [
      'a company made to buy',
      { text: 'Agreements for Heron 2031 Acquisition Co., LLC were signed.' },
      'Heron 2031 Acquisition Co., LLC',
    ],
    [
      'behind ours',
      { text: 'Between Qwest Corporation d/b/a CenturyLink QC and Gull Wire & Light, Inc. for Utah' },
      'Gull Wire & Light, Inc.',
    ],
    [
      'a telephone company of a profession',
      { text: 'Executed by Gray Mesa Telecommunications PLLC.' },
      'Gray Mesa Telecommunications PLLC',
    ],
    [
      'no public benefit of lawyers',
      { text: 'Drafts for Quail 12 Networks, S.P.C. will go out.' },
      'Quail 12 Networks, S.P.C.',
    ],
    ['a river bank', { text: 'Signed for Red Bank Loop Company: Dale Orr' }, 'Red Bank Loop Company'],
    [
      "the writer's own, named after the family",
      { from: 'Rick Orr <rick@jrorr.example>', text: 'got a rack for the site\n\nrick\nJ&R Orr Inc' },
      'J&R Orr Inc',
    ],
    ['nobody incorporated', { text: "They haven't incorporated yet. How do they start?" }, null],
    [
      'a family business by its own address',
      { from: 'Ann Bar <ann@crossbarandsons.example>', text: 'Any news for Crossbar & Sons, Inc.?' },
      'Crossbar & Sons, Inc.',
    ],
  ])('%s', (_meaning, mail, want) => {
    expect(companyIn(mail)).toBe(want)
  })
})

describe('names without a legal form', () => {
  test.each<Row>([
    [
      'of the sender domain',
      {
        from: 'V Orr <v@nevinscountyconnect.example>',
        text: 'The page is attached.\n\nV Orr\nClerk, Nevins County Connect',
      },
      'Nevins County Connect',
    ],
    [
      'of the domain, in small letters',
      { from: 'kip <kip@raftriverphone.example>', text: 'is the idaho template current?\nkip / raft river phone' },
      'raft river phone',
    ],
    [
      'of the trade, alone under the name',
      { text: 'Whom do I call about Utah?\n\nThanks,\nPat Doe\nAspen Telephone' },
      'Aspen Telephone',
    ],
    ['a city', { text: 'The City of Alder Creek requests an agreement for Idaho.' }, 'City of Alder Creek'],
    [
      'a nation',
      {
        from: 'L W <lw@threeforksnationutility.example>',
        text: 'We ask.\n\nL W\nThree Forks Nation Utility Commission',
      },
      'Three Forks Nation Utility Commission',
    ],
    [
      'a form says it',
      { text: 'Legal name: Bear Claw Tribal Telecom\nState: Utah\nContact: Lee Fox' },
      'Bear Claw Tribal Telecom',
    ],
    [
      'a town with a utility',
      {
        text: 'Elm Ford Public Utilities Commission, owned by the city, asks.\n\nIda Fox\nElm Ford Public Utilities Commission',
      },
      'Elm Ford Public Utilities Commission',
    ],
    ['no preamble', { text: 'WHEREAS, the City of Elm Ford needs it' }, 'City of Elm Ford'],
    ['no commission', { text: 'The certificate of the Arizona Corporation Commission is attached.' }, null],
  ])('%s', (_meaning, mail, want) => expect(companyIn(mail)).toBe(want))
})

describe('writers for others', () => {
  test.each<Row>([
    [
      'a firm by its letters',
      { text: 'This firm represents Acme Fiber LLC.\n\nAda Stone\nStone & Field PLLC' },
      'Acme Fiber LLC',
    ],
    [
      'a firm by its partners',
      {
        from: 'Esther Vane <evane@vanesnow.example>',
        text: 'Acme Fiber LLC signed the agreement and our client will sign the letter.\n\nEsther Vane\nVane Snow LLC',
      },
      'Acme Fiber LLC',
    ],
    [
      'a firm without a client',
      {
        from: 'Esther Vane <evane@vanesnow.example>',
        text: 'Our client wishes to stay unnamed.\n\nEsther Vane\nVane Snow LLC',
      },
      null,
    ],
    [
      'a consultant',
      {
        from: 'Nell B <nell@starfilings.example>',
        text: "Acme Fiber LLC's agreement is signed; please draw up the letter for them.\n\nNell B\nStar Filings LLC",
      },
      'Acme Fiber LLC',
    ],
    [
      'with a list of clients',
      {
        text: 'The client is Hearth Net, LLC. The state is Utah.\n\nAgents for Copper Tap Telephone Co. · Hearth Net, LLC · Loop City Inc.',
      },
      'Hearth Net, LLC',
    ],
    ['with an equals sign', { text: 'Client = Acme Fiber LLC. They need Utah.' }, 'Acme Fiber LLC'],
    [
      'a lender',
      { text: 'Our portfolio company Acme Fiber LLC sells voice. Bank reference: First Harbor Bank, Inc.' },
      'Acme Fiber LLC',
    ],
    [
      'in-house',
      {
        from: 'B Lind <blind@paytonfiber.example>',
        text: 'We ask to negotiate.\n\nB Lind\nGeneral Counsel, Payton Fiber Corporation\n(a subsidiary of Salt Lake Holdings, Inc.)',
      },
      'Payton Fiber Corporation',
    ],
  ])('%s', (_meaning, mail, want) => expect(companyIn(mail)).toBe(want))
})

describe('of two companies', () => {
  test.each<Row>([
    [
      'not the adopted one',
      { text: 'Acme Fiber LLC elects to adopt the agreement between you and Bluebird Telecom, Inc. in Utah.' },
      'Acme Fiber LLC',
    ],
    [
      'not the adopted one, named first',
      { text: 'Bluebird Telecom, Inc. has an agreement with you in Utah. Acme Fiber LLC wants the same terms.' },
      'Acme Fiber LLC',
    ],
    [
      'whose adoption was filed',
      { text: 'The adoption of the Tern agreement by Gull Line & Loop LLC was filed in May.' },
      'Gull Line & Loop LLC',
    ],
    [
      'whose notice came',
      { text: 'We have the notice of adoption of Gull Networks, Inc. for Arizona.' },
      'Gull Networks, Inc.',
    ],
    [
      'who is a party already',
      { text: 'Gull Telephone Company, already party to an agreement, wishes to adopt the new terms by advice.' },
      'Gull Telephone Company',
    ],
    [
      'not the one that needs nothing',
      {
        text: 'Tern Dial, Inc. (MT): all good, nothing needed.\n\nGull Networks, Inc. (WA): please send the early letter.',
      },
      'Gull Networks, Inc.',
    ],
    [
      'an affiliate that acts itself',
      { from: 'Pat Doe <pat@ternholding.example>', text: 'Our affiliate Gull Loop Co. terminates that agreement.' },
      'Gull Loop Co.',
    ],
    [
      'who gets what was sold',
      { text: 'I have sold. Gull Communications, Inc. gets the switch and the contract.\n\nPat Doe\nTern Dial Co.' },
      'Gull Communications, Inc.',
    ],
    ['what it was converted to', { text: 'Gull Digital Inc. converted to Gull Voice, LLC in May.' }, 'Gull Voice, LLC'],
    [
      'people who do something to it',
      { text: 'Your people have rejected orders of Gull 50 Voice, Inc. for a week.' },
      'Gull 50 Voice, Inc.',
    ],
    [
      'only the adopted one is named',
      { text: 'We will take over the terms Bluebird Telecom, Inc. has with you.' },
      null,
    ],
    [
      'the new name',
      { text: 'Old Pine Telephone, Inc. has changed its corporate name to New Pine Voice, Inc.' },
      'New Pine Voice, Inc.',
    ],
    ['n/k/a', { text: 'Old Pine Telephone, Inc. n/k/a New Pine Voice, Inc. gives notice.' }, 'New Pine Voice, Inc.'],
    [
      'formerly',
      { text: 'New Pine Voice, Inc., formerly Old Pine Telephone, Inc., asks for news.' },
      'New Pine Voice, Inc.',
    ],
    [
      'the survivor',
      { text: 'On June 30 Pine Telephone LLC merges into Yew Telecom Corporation, which is the survivor.' },
      'Yew Telecom Corporation',
    ],
    [
      'the buyer',
      { text: 'This firm represents Gorge Communications, Inc., which acquired the assets of Uno Voice LLC.' },
      'Gorge Communications, Inc.',
    ],
    [
      'the client that assigns',
      {
        text: 'We act for Broad Loop Telephone, LLC, which assigns its agreement to Timber Circuit Company, Inc. ("Assignee").',
      },
      'Broad Loop Telephone, LLC',
    ],
    [
      'not the parent',
      { text: 'Legal name: Prism Voice, LLC\nParent: Prism Holdings, Inc.\nState: Utah' },
      'Prism Voice, LLC',
    ],
    ['not the trade name', { text: 'Legal name: Prism Voice, LLC\nd/b/a: PrismTalk Company' }, 'Prism Voice, LLC'],
    [
      'not one that is called closed',
      { text: 'Please close Quartz Telecom, Inc. While I have you: Kettle Voice LLC wants Idaho.' },
      'Kettle Voice LLC',
    ],
    [
      'the incumbent never',
      { text: 'The agreement between Qwest Corporation and Acme Fiber LLC is signed.' },
      'Acme Fiber LLC',
    ],
    [
      'the one called by its first words',
      {
        text: 'Cloud Valley Networks, Inc. and Vireo Telephone Company both serve Duluth.\nAccordingly Cloud Valley elects that agreement.',
      },
      'Cloud Valley Networks, Inc.',
    ],
  ])('%s', (_meaning, mail, want) => expect(companyIn(mail)).toBe(want))
})

test('a form in a file goes before a brand in the signature', () => {
  const attachments = [
    {
      filename: 'form.txt',
      mediaType: 'text/plain',
      text: 'Requesting carrier (exact legal name): Acme Fiber LLC\nAffiliate: Acme Nevada, Inc.',
    },
  ]
  expect(companyIn({ text: 'See the form.\n\nPat Doe\nAcme Group', attachments })).toBe('Acme Fiber LLC')
})

test('the evidence shows the words that name it', () => {
  const reading = readingOf(aMail({ subject: 'x', text: 'Good morning. We are Acme Fiber LLC.' }))
  expect(companyOf(reading, []).evidence).toEqual([
    { for: 'company', from: 'text', quote: 'Good morning. We are Acme Fiber LLC.' },
  ])
})
