import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import type { Understanding } from '../../../src/domain/understanding.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }
const ALL_14 = ['AZ', 'CO', 'IA', 'ID', 'MN', 'MT', 'ND', 'NE', 'NM', 'OR', 'SD', 'UT', 'WA', 'WY']

function read(text: string, more: MailSketch = {}): Understanding {
  return understand(aMail({ subject: 'Agreement', text, ...more }), world)
}

describe('states', () => {
  test.each([
    ['a name', 'We need an interconnection agreement for Utah.', ['UT']],
    ['several names', 'We need interconnection agreements for Utah, New Mexico and South Dakota.', ['NM', 'SD', 'UT']],
    ['codes in a list', 'We need interconnection agreements for CO, UT and WY.', ['CO', 'UT', 'WY']],
    ['codes with slashes', 'We need interconnection agreements (WA/OR/ID).', ['ID', 'OR', 'WA']],
    ['both Dakotas', 'We need interconnection agreements in North and South Dakota.', ['ND', 'SD']],
    ['all fourteen', 'We need interconnection agreements for all 14 states.', ALL_14],
    [
      'the region but one',
      'We need interconnection agreements for the entire Qwest region except Idaho.',
      ALL_14.filter((state) => state !== 'ID'),
    ],
    ['words that look like codes', 'WE NEED AN AGREEMENT IN ALL STATES OR ME AND HI CO ARE OUT. OK?', []],
    [
      'where a company was formed',
      'Acme Fiber LLC, a Delaware limited liability company, needs an interconnection agreement for Utah.',
      ['UT'],
    ],
    ['an address', 'We need an interconnection agreement for Utah. Our office: 5 Main St, Reno, Nevada 89501.', ['UT']],
    [
      'a city of that name',
      'We need an interconnection agreement for Iowa; we are in Kansas City and on Washington Street.',
      ['IA'],
    ],
    ['the capital', 'Our counsel sits in Washington, D.C.; we need an interconnection agreement for Oregon.', ['OR']],
    [
      'a company named like a state',
      'Montana Sky Telephone, Inc. needs an interconnection agreement for Wyoming.',
      ['WY'],
    ],
    ['one that is ruled out', 'We need an interconnection agreement for Iowa (not the state of Nevada).', ['IA']],
    ['only one of two', 'We have Utah already. The request is for Idaho only.', ['ID']],
    [
      'a labelled line',
      'Company: Acme Fiber LLC\nState(s): CO, NM\nAgreement: interconnection agreement\nAddress: Dallas, Texas',
      ['CO', 'NM'],
    ],
    ['a code before the agreement', 'We would like to request your OR agreement.', ['OR']],
  ])('%s', (_meaning, text, want) => {
    expect(read(text).states).toEqual(want)
  })

  test('the newest text goes before what it quotes', () => {
    const text =
      'Please prepare an interconnection agreement for Utah.\n\nOn Mon, Mar 2, 2026 at 9:00 AM Pat <pat@carrier.example> wrote:\n> Is this about Oregon or Idaho?'
    expect(read(text).states).toEqual(['UT'])
  })
})

describe('company', () => {
  test.each([
    ['the writer', 'We are Acme Fiber LLC and request an interconnection agreement for Utah.', 'Acme Fiber LLC'],
    [
      'in the signature only',
      'We request an interconnection agreement for Utah.\n\nRegards,\n\nPaula Writer\nAcme Fiber, Inc.\n303-555-0123',
      'Acme Fiber, Inc.',
    ],
    [
      'the client of a law firm',
      'This firm represents Blue Spruce Networks, L.P., which requests negotiation of an interconnection agreement.\n\nSincerely,\nAda Stone\nStone & Field LLP',
      'Blue Spruce Networks, L.P.',
    ],
    [
      'not the one whose agreement is adopted',
      'Acme Fiber LLC elects to adopt the interconnection agreement of Bluebird Telecom, Inc. in Utah.',
      'Acme Fiber LLC',
    ],
    [
      'not the incumbent',
      'The agreement between Qwest Corporation and Acme Fiber LLC is signed. Please send the early ordering letter.',
      'Acme Fiber LLC',
    ],
    [
      'without its d/b/a',
      'Acme Fiber LLC d/b/a FastTalk requests an interconnection agreement for Utah.',
      'Acme Fiber LLC',
    ],
    [
      'the new name',
      'Effective May 1, Old Acme Telephone, Inc. changed its name to Apex Voice, Inc.',
      'Apex Voice, Inc.',
    ],
    [
      'a long name',
      'Farmers & Miners Telephone Company of Western Utah, Inc. requests an interconnection agreement.',
      'Farmers & Miners Telephone Company of Western Utah, Inc.',
    ],
    ['a city', 'The City of Alder Creek requests an interconnection agreement for Idaho.', 'City of Alder Creek'],
    [
      'a form line',
      'Legal name: Acme Fiber LLC\nContact: Lee Fox\nPartner: Bluebird Telecom, Inc.\nAgreement requested: interconnection agreement',
      'Acme Fiber LLC',
    ],
    ['none given', 'We request an interconnection agreement for Utah.', null],
  ])('%s', (_meaning, text, want) => {
    expect(read(text, { from: 'Paula Writer <paula@post.example>' }).company).toBe(want)
  })

  test('of two, the one that the sender address spells', () => {
    const text = 'The Oregon agreement lists Cedar Networks, LLC and Tamarack Voice, LLC. Has it been filed yet?'
    expect(read(text, { from: 'Lee Fox <lee@tamarackvoice.example>' }).company).toBe('Tamarack Voice, LLC')
  })
})

describe('identifiers', () => {
  test.each([
    ['labelled with a colon', 'OCN: 417K, ACNA: QTM', { ocn: '417K', acna: 'QTM' }],
    ['in a sentence', 'Our OCN is 0123 and the ACNA is ABC.', { ocn: '0123', acna: 'ABC' }],
    ['in brackets', 'same codes, OCN (687C) and ACNA (RVD)', { ocn: '687C', acna: 'RVD' }],
    ['a letter that is only mentioned', 'The OCN letter will follow. ACNA and CIC are pending.', {}],
    ['end-user billing is no company', 'ACNA: ZZZ', {}],
    ['another code', 'SPID 417X, CIC 0288, LATA 672', {}],
  ])('%s', (_meaning, text, want) => {
    expect(read(`We request an interconnection agreement for Utah. ${text}`).identifiers).toEqual(want)
  })
})

describe('contact', () => {
  test.each<readonly [string, MailSketch, Understanding['contact']]>([
    [
      'the writer with the number below the name',
      {
        text: 'Please send the Utah template agreement to sign.\n\nRegards,\nPaula Writer\nTel. (303) 555-0123\nFax 303-555-0199',
      },
      { name: 'Paula Writer', email: 'paula@acmefiber.example', phone: '+13035550123' },
    ],
    [
      'a fax is no telephone',
      { text: 'We request an interconnection agreement.\n\nPaula Writer\nFax: 303-555-0199' },
      { name: 'Paula Writer', email: 'paula@acmefiber.example', phone: null },
    ],
    [
      'names turned around',
      { from: 'Writer, Paula <paula@acmefiber.example>', text: 'We request an interconnection agreement.' },
      { name: 'Paula Writer', email: 'paula@acmefiber.example', phone: null },
    ],
    [
      'somebody who takes over',
      {
        text: 'We request an interconnection agreement. Please answer Kim Lee, kim.lee@acmefiber.example, 303-555-0144, who handles this.',
      },
      { name: 'Kim Lee', email: 'kim.lee@acmefiber.example', phone: '+13035550144' },
    ],
    [
      'a web form',
      {
        from: 'no-reply@carrier.example',
        text: 'A visitor submitted the contact form.\n\nName: Lee Fox\nE-mail: lee@foxtel.example\nPhone: 801-555-0133\n\nMessage:\nWhom do I call about an agreement?',
      },
      { name: 'Lee Fox', email: 'lee@foxtel.example', phone: '+18015550133' },
    ],
    [
      'a colleague who forwards',
      {
        from: 'Hal Grant <hal@carrier.example>',
        subject: 'FW: letter',
        text: 'For your group, please answer her directly.\n\nFrom: Mei Cast <mei@tidecom.example>\nSent: Monday, March 2, 2026 9:00 AM\nTo: Hal Grant <hal@carrier.example>\nSubject: letter\n\nPlease send Tidecom LLC the early ordering letter.\n\nMei Cast\n531-555-0144',
      },
      { name: 'Mei Cast', email: 'mei@tidecom.example', phone: '+15315550144' },
    ],
  ])('%s', (_meaning, mail, want) => {
    expect(understand(aMail({ subject: 'Agreement', ...mail }), world).contact).toEqual(want)
  })
})

describe('agreement and path', () => {
  test.each([
    [
      'template as it stands',
      'Acme Fiber LLC will sign your Utah template interconnection agreement without any changes.',
      'interconnection',
      'template-as-is',
    ],
    [
      'to negotiate',
      'Acme Fiber LLC requests negotiation of an interconnection agreement for Utah.',
      'interconnection',
      'negotiate',
    ],
    [
      'nearly as it stands',
      'We take the Utah template interconnection agreement basically as is, but need section 5.4 changed before we sign. Please assign a negotiator.',
      'interconnection',
      'negotiate',
    ],
    ['not said', 'We would like to enter into an interconnection agreement for Utah.', 'interconnection', null],
    [
      'commercial',
      'We want to buy the Local Services Platform. Please send the commercial agreement for Utah. We do not need interconnection.',
      'commercial',
      null,
    ],
    [
      'resale',
      'We want to resell your lines under our own brand and ask for a resale agreement in Colorado.',
      'resale',
      null,
    ],
    [
      'an adoption',
      'Acme Fiber LLC elects to adopt the Bluebird Telecom agreement in Utah in its entirety.',
      'interconnection',
      'opt-in',
    ],
    [
      'no request of an agreement',
      'Please send us the Early Ordering Letter, the Utah interconnection agreement is signed and approval is pending.',
      null,
      null,
    ],
  ])('%s', (_meaning, text, agreement, path) => {
    const understood = read(text)
    expect({ agreement: understood.agreement, path: understood.path }).toEqual({ agreement, path })
  })
})

describe('evidence', () => {
  test('quotes are one line of at most 160 characters', () => {
    const { evidence } = read(
      `We are Acme Fiber LLC and request ${'really '.repeat(200)}an interconnection agreement\nfor Utah and negotiation of it.`,
    )
    expect(evidence.length).toBeGreaterThan(0)
    for (const { quote } of evidence) {
      expect(quote.length).toBeLessThanOrEqual(160)
      expect(quote).not.toMatch(/\n/)
    }
  })
})
