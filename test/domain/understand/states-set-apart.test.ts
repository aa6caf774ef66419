import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

function statesIn(mail: MailSketch, company: string | null = null): string {
  const reading = readingOf(aMail({ subject: 'Agreement', from: 'Pat Doe <pat@post.example>', ...mail }))
  return statesOf(reading, company).states.join(' ')
}

describe('a state that is named only to set it apart', () => {
  test.each<readonly [string, string, string]>([
    [
      'it thought about it',
      'One agreement each for Utah and Idaho, please. In Oregon it thought about it, and decided not to for now.',
      'ID UT',
    ],
    [
      'not assigned',
      'We sell the Utah customers and assign the Utah agreement. The agreements in Idaho are not being assigned.',
      'UT',
    ],
    ['fine as it is', "Can the tier be put onto the Utah schedule? Idaho's fine the way it is.", 'UT'],
    [
      'somebody else’s',
      'Please issue our Iowa amendment again. So is the Utah agreement of a company I never heard of.',
      'IA',
    ],
    [
      'no request there',
      'We ask for an agreement for Utah. A word on Oregon: the client will open an office there but makes no request for that state now.',
      'UT',
    ],
    [
      'not asked for',
      'We request an agreement in Utah. Our licences cover a part of Nevada as well, but we do not ask for it.',
      'UT',
    ],
    [
      'neither of us',
      'We each have an agreement in Utah and merge. In Iowa only we have one, so nothing happens there.',
      'UT',
    ],
    [
      'found already',
      'Where were the agreements filed?\n\nState | Docket\nUtah | ?\nOregon | ARB 1\n\nOregon I have managed to find by myself.',
      'UT',
    ],
    [
      'the other side',
      'We adopt it. This election is for the Utah side. On the Idaho side we buy service from a neighbor.',
      'UT',
    ],
    [
      'the rest of the region',
      'We have ICAs in CO, AZ, NM and UT. Please open requests for every remaining state you serve. Not in scope: Florida.',
      'IA ID MN MT ND NE OR SD WA WY',
    ],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))

  test('taken out of what an older mail asks for', () => {
    const text =
      'Yes, the same three as in March, only take out Utah.\n\nFrom: Pat Doe <pat@post.example>\nSent: Monday\nTo: You\nSubject: scope\n\nWe ask for your template in Idaho, Oregon and Utah.'
    expect(statesIn({ text })).toBe('ID OR')
  })
})

describe('states that are meant', () => {
  test.each<readonly [string, string, string]>([
    [
      'each of a list',
      'My list:\n\na) amendment for Idaho. Filed?\nb) the Montana form from May. Assigned?\nc) the link for Wyoming. Reissued?',
      'ID MT WY',
    ],
    ['one and one', 'I need one for Utah and one for Idaho I guess they are separate papers.', 'ID UT'],
    ['both', 'We hold an agreement for Utah (done) and one for Idaho (signed). Is the letter for both?', 'ID UT'],
    ['affected', 'Same code (552J in Oregon). Agreements affected: Oregon, Washington.', 'OR WA'],
    ['by the letters of its commission', 'The agreement was filed with SDPUC on 17 Apr.', 'SD'],
    [
      'of a row that has none yet',
      'Entity | State | Agreement\nTern Access, Inc. | CO | stays\nTern Local, LLC | NE | none yet',
      'NE',
    ],
    [
      'whatever a footer was registered in',
      'Notice under the Oregon and Idaho agreements.\n\n-----\nSZE LLP is a limited liability partnership registered in Oregon.',
      'ID OR',
    ],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text }, 'Tern Local, LLC')).toBe(want))

  test.each<readonly [string, string, string | null, string]>([
    [
      'a company that is called as a state',
      'Whom do I call?\n\nTern Voice Washington, LLC',
      'Tern Voice Washington, LLC',
      '',
    ],
    [
      'a company of a state',
      'Where does it stand, for Tern Voice of Florida, Inc.?',
      'Tern Voice of Florida, Inc.',
      'FL',
    ],
    ['a town that is called as a state', 'Deliver it sooner.\n\nTern, Colorado Springs', 'Tern, Inc.', ''],
    ['a town where trunks end', 'Trunk forecast for the Sioux Falls tandem.', 'Tern, Inc.', ''],
    ['towns where service begins', 'We are launching in Spokane and Boise.', 'Tern, Inc.', 'ID WA'],
  ])('%s', (_meaning, text, company, want) => expect(statesIn({ text }, company)).toBe(want))
})
