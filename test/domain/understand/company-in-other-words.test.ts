/** Companies as owners, lawyers of other countries, clerks of towns and managers of mergers write of them. */
import { describe, expect, test } from 'vitest'
import { companyOf } from '../../../src/domain/understand/facts/company/company.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

type Row = readonly [meaning: string, mail: MailSketch, want: string | null]

function companyIn(mail: MailSketch): string | null {
  const reading = readingOf(aMail({ subject: 'Agreement', from: 'Pat Doe <pat@post.example>', ...mail }))
  return companyOf(reading, ['intagree@carrier.example']).company
}

describe('a name', () => {
  test.each<Row>([
    [
      'of a limited company as Utah writes it',
      { text: 'We are Juniper Wireless, LC of Moab.' },
      'Juniper Wireless, LC',
    ],
    ['that is told to be incorporated', { text: 'We are Acme Voice, Inc., incorporated in Ohio.' }, 'Acme Voice, Inc.'],
    [
      'with a French word',
      { text: 'I write for Roche qui Pleure Telephone Cooperative.' },
      'Roche qui Pleure Telephone Cooperative',
    ],
    ['with a Portuguese word', { text: 'I write for Mar e Serra Telecom, LLC.' }, 'Mar e Serra Telecom, LLC'],
    [
      'of a shop with two trades',
      { text: 'i run Cedar Page & Paging, Inc. and want lines' },
      'Cedar Page & Paging, Inc.',
    ],
    ['of a shop that mends computers', { text: 'This is Elk Cellular & PC, LLC in Utah.' }, 'Elk Cellular & PC, LLC'],
    [
      'of the sender, written small',
      { text: 'clear fork tel co here, need the contract', from: 'Bo <bo@clearforktel.example>' },
      'clear fork tel co',
    ],
    [
      'below a state in capitals',
      { text: 'Between you and NEVADA Opal Switch Corporation, signed.' },
      'Opal Switch Corporation',
    ],
    ['below a heading in capitals', { text: 'EXPECTED LINES Opal Switch Corporation' }, 'Opal Switch Corporation'],
    ['that begins with capitals', { text: 'We are OPAL Switch Corporation.' }, 'OPAL Switch Corporation'],
    [
      'of a town and its board',
      {
        text: 'The City of Grand Elk Municipal Utilities Board wants an agreement.',
        from: 'Ann Poe <clerk@grandelk.example>',
      },
      'City of Grand Elk Municipal Utilities Board',
    ],
    [
      'of that board in short',
      {
        text: 'Our form for the City of Elk Municipal Utilities Board is attached.\n\nAnn Poe\nElk Municipal Utilities',
        from: 'Ann Poe <clerk@elk.example>',
      },
      'City of Elk Municipal Utilities Board',
    ],
  ])('%s', (_, mail, want) => {
    expect(companyIn(mail)).toBe(want)
  })
})

describe('no company', () => {
  test.each<Row>([
    [
      'is an office',
      {
        text: 'The City of Elk will offer telephone service.\n\nLeo Poe, Deputy Utility Manager',
        from: 'Leo Poe <lp@cityofelk.example>',
      },
      'City of Elk',
    ],
    [
      'is a council that decides',
      {
        text: 'Last night the Grand Elk City Council agreed that the City of Grand Elk Power Board shall ask you for an agreement.',
        from: 'Clerk <clerk@grandelk.example>',
      },
      'City of Grand Elk Power Board',
    ],
    [
      'are words that anybody uses',
      { text: 'The county broadband office would like to learn.', from: 'Lee Poe <lp@countybroadband.example>' },
      null,
    ],
    [
      'are places',
      { text: 'Which of you serves the exchanges, Grand Elk and Opal?', from: 'Clerk <clerk@grandelk.example>' },
      null,
    ],
    [
      'is whoever keeps licences',
      {
        text: 'Tern Telephone, LLC sends section 4.\n\nJo Poe, Border Licensing Services',
        from: 'Jo Poe <jo@borderlicensing.example>',
      },
      'Tern Telephone, LLC',
    ],
    [
      'is the hired engineer',
      {
        text: 'I am the engineer that the town retained.\n\nIb Holm\nHolm Engineering',
        from: 'Ib Holm <ib@holmeng.example>',
      },
      null,
    ],
    [
      'has one, a friend says',
      {
        text: 'Ran into Al from Opal Net, he has a deal with you and I want the same deal',
        from: 'Bo <bo@skyhook.example>',
      },
      null,
    ],
  ])('%s', (_, mail, want) => {
    expect(companyIn(mail)).toBe(want)
  })
})

describe('whose matter it is', () => {
  const lawyer = 'Ada Poe <ada@poeandlind.example>'
  test.each<Row>([
    [
      'of a carrier that has its own',
      { text: 'Opal Switch, Inc. already has its own agreement and wants what the amendment of Tern Telephone says.' },
      'Opal Switch, Inc.',
    ],
    [
      'of one by which it may be adopted',
      { text: 'Can the Tern agreement be adopted by a sister of mine, (Opal Switch, Inc.)?' },
      'Opal Switch, Inc.',
    ],
    [
      'of the American daughter',
      { text: "We at Tern Funk GmbH's American subsidiary, Tern Radio USA, Inc., compared four." },
      'Tern Radio USA, Inc.',
    ],
    [
      'of the officially new name',
      { text: 'Since May Kettle Voice, Inc. is officially Brass Pan Voice, Inc.' },
      'Brass Pan Voice, Inc.',
    ],
    [
      'of one who is spoken for, and assigns',
      {
        text: 'Opal Switch, Inc., on whose behalf I write, will assign its agreement to Tern Telecom, Inc.',
        from: 'Joe Poe <joe@terntelecom.example>',
      },
      'Opal Switch, Inc.',
    ],
    [
      'of a company that has a new owner',
      {
        text: 'The agreement of Opal Telephone Company (now a subsidiary of Tern Group, Inc.) needs another address.\n\nJoe Poe\nTern Group, Inc.',
        from: 'Joe Poe <joe@terngroup.example>',
      },
      'Opal Telephone Company',
    ],
    [
      'of whoever holds the agreement still',
      {
        text: 'Tern Group, Inc. bought all shares. The agreement stays with Opal Telephone Company.',
        from: 'Joe Poe <joe@terngroup.example>',
      },
      'Opal Telephone Company',
    ],
    [
      'of the one a letter is signed for',
      {
        text: 'Is the Tern Fiber agreement in force?\n\nAda Poe\nPoe & Lind, Attorneys\nfor Town of Opal Utilities Board',
        from: lawyer,
      },
      'Town of Opal Utilities Board',
    ],
    [
      'of a subject with the paper behind it',
      {
        subject: 'Opal Cable / Second Amendment - executed copy',
        text: "Our client's copy is attached.\n\nAP\nPoe Lind PLLC",
        from: lawyer,
      },
      'Opal Cable',
    ],
    [
      'of one whose customers are called clients',
      {
        text: 'I am owner of Ortiz Enlace LLC. My clients they are old people and want one bill.',
        from: 'Eva Ortiz <eva@ortizenlace.example>',
      },
      'Ortiz Enlace LLC',
    ],
    [
      'of one that sells to clients',
      {
        text: 'Here is Ortiz Enlace LLC. We resell the lines of your company to our clients.',
        from: 'Eva Ortiz <eva@ortizenlace.example>',
      },
      'Ortiz Enlace LLC',
    ],
  ])('%s', (_, mail, want) => {
    expect(companyIn(mail)).toBe(want)
  })
})

describe('a law firm that names its client only as a party', () => {
  const CLIENT = 'Uinta Basin Exchange, LLC'
  const letter = (from: string, text: string) => ({
    from,
    subject: 'Notice',
    text: `${text}\n\nColdwell & Stark\n(435) 555-0120`,
  })

  test.each<Row>([
    [
      'of an assignment',
      letter(
        'Rhea Keane <rkeane@coldwellstark.example>',
        `Notice of an assignment: the agreement of ${CLIENT} (\u201cAssignor\u201d) in Utah.\n\nRhea Keane`,
      ),
      CLIENT,
    ],
    ...[
      'Barnaby Coldwell III',
      'Barnaby Coldwell Jr.',
      'Barnaby Coldwell, Esq.',
      'Coldwell III, Barnaby',
      'Barnaby Coldwell Jr., Esq.',
    ].map(
      (name): Row => [
        `and is called as its writer is: ${name}`,
        letter(
          `${name} <bcoldwell@coldwellstark.example>`,
          `Reference is made to the agreement with ${CLIENT}. It will be assigned.\n\n${name}`,
        ),
        CLIENT,
      ],
    ),
    [
      'and the other party',
      letter(
        'Rhea Keane <rkeane@coldwellstark.example>',
        `${CLIENT} ("Assignor") assigns its Utah agreement to Wasatch Voice, Inc. ("Assignee").\n\nRhea Keane`,
      ),
      'Wasatch Voice, Inc.',
    ],
    [
      'not where the assignee writes',
      {
        from: 'Rhea Keane <rkeane@wasatchvoice.example>',
        text: `The agreement between Qwest Corporation and ${CLIENT} ("Assignor") was assigned to Wasatch Voice, Inc. on May 1.\n\nRhea Keane\nWasatch Voice, Inc.`,
      },
      'Wasatch Voice, Inc.',
    ],
    [
      'not a carrier that is called as its owner is',
      {
        from: 'Ray Orrin Jr <ray@orrinair.example>',
        text: 'We need an agreement like Osprey Telecom, Inc. has.\n\nRay Orrin Jr\nOrrin Air Telephone Co.',
      },
      'Orrin Air Telephone Co.',
    ],
  ])('%s', (_meaning, mail, want) => expect(companyIn(mail)).toBe(want))
})
