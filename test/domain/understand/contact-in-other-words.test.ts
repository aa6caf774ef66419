/** Whom to answer, as offices, couples, people on shift, consultants and forms of many makers say it. */
import { describe, expect, test } from 'vitest'
import { contactOf } from '../../../src/domain/understand/facts/contact/contact.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const OWN = ['intagree@carrier.example']
type Told = readonly [name: string, email: string, phone: string | null]

function contact(sketch: MailSketch): Told | null {
  const found = contactOf(readingOf(aMail({ subject: 'Agreement', ...sketch })), OWN).contact
  return found === null ? null : [found.name, found.email, found.phone]
}

const FILER = 'Ida Pope <ida@popefilings.example>'
const KIM: Told = ['Kim Lee', 'kim@tern.example', '+13035550101']

describe('somebody else is to be answered', () => {
  test.each<readonly [string, string]>([
    [
      'who should be the contact',
      "Send it for signature to Tern's owner, Kim Lee (kim@tern.example, 303-555-0101), who will be your contact.",
    ],
    [
      'with an office of many words',
      "Please direct mail to Tern's Senior Vice President, Carrier Relations, Ms. Kim Lee (kim@tern.example, 303-555-0101), with a copy to me.",
    ],
    [
      'who is to get the draft',
      'Their owner, Kim Lee (303-555-0101, kim@tern.example), should receive the draft; copy me.',
    ],
    ['who is put down', 'The owner is Kim Lee, kim@tern.example, 303-555-0101. Put her down as the contact.'],
    [
      'and not who held the office',
      'OLD NOTICE CONTACT   Bart Leech, Counsel\nNEW NOTICE CONTACT   Kim Lee, Owner\n                     kim@tern.example\n                     303-555-0101',
    ],
  ])('%s', (_meaning, text) => {
    expect(contact({ from: FILER, text })).toEqual(KIM)
  })
})

describe('a form names the contact', () => {
  const form = (label: string) =>
    `Agreement Request Form\n${label}: Kim Lee\nTelephone: 303-555-0101\nE-mail: kim@tern.example`
  test.each([
    'Contact name and title',
    'Company representative',
    'Client rep',
    'Person to whom the draft is to be sent',
    'New notice contact',
  ])('%s', (label) => {
    const mail = {
      from: FILER,
      text: 'Form enclosed.\n\nIda Pope',
      attachments: [{ filename: 'form.docx', text: form(label) }],
    }
    expect(contact(mail)).toEqual(KIM)
  })

  test('and questions on the form itself go to who filled it in', () => {
    const text = 'Questions about the form can come to me, the drafts please straight to Ms. Lee.\n\nIda Pope'
    expect(
      contact({ from: FILER, text, attachments: [{ filename: 'form.docx', text: form('Contact name') }] }),
    ).toEqual(KIM)
  })

  test('in small letters on a web page', () => {
    const text =
      'Your name .....: kim lee\nYour e-mail ...: kim@tern.example\nYour phone ....: 303 555 0101\nTopic: agreement'
    expect(contact({ from: 'Web form <donotreply@forms.example>', text })).toEqual(KIM)
  })
})

describe('the writer stays', () => {
  const from = 'Kim Lee <kim@tern.example>'
  test.each<readonly [string, string]>([
    ['until somebody takes over', 'From May on send all to Ann Bell, ann@tern.example. Until May it is still me.'],
    ['where another signs only', 'From now on it is Ann Bell (ann@tern.example) for signatures only.'],
    [
      'where another has one matter',
      'Deal with my colleague Ann Bell (ann@tern.example) on billing, and with me on the contract.',
    ],
    ['where another is for the money', 'Our new ap email is bills@tern.example (mine still works).'],
    ['where a field of a paper is to be answered', 'Do we have to answer White Pages if nobody has a book?'],
    [
      'where a colleague made the changes',
      "The draft with Mr. Bell's changes is attached. Say who negotiates. Cc: bell@tern.example",
    ],
  ])('%s', (_meaning, text) => {
    expect(contact({ from, text: `${text}\n\nKim Lee` })).toEqual(['Kim Lee', 'kim@tern.example', null])
  })
})

describe('who sits in an office', () => {
  test.each<readonly [string, string, string, string]>([
    ['on shift', 'NOC Duty Desk <noc@tern.example>', 'Trunks down.\n\nTern NOC, Ilse, 303-555-0101', 'Ilse'],
    [
      'on shift in a wrapped line',
      'NOC <noc@tern.example>',
      'Trunks down.\n\nTern Exchange, Inc. NOC - New Mexico - Ilse on duty,\n303-555-0101',
      'Ilse',
    ],
    [
      'as the lead',
      'NOC <noc@tern.example>',
      'Trunks down.\n\nShift lead: Ilse Orr, 303-555-0101\nTern Voice LLC',
      'Ilse Orr',
    ],
    [
      'in the mailroom',
      'Mailroom <mailroom@tern.example>',
      'The parcel came.\n\nLou in the mailroom, 303-555-0101',
      'Lou',
    ],
    [
      'of payables',
      'Payables <payables@tern.example>',
      'Paid.\nTern Voice, Vernal UT -- Sue in payables, 303-555-0101',
      'Sue',
    ],
    [
      'in brackets',
      '"Trunk Planning (Ilse Orr)" <netplan@tern.example>',
      'Forecast attached. 303-555-0101',
      'Ilse Orr',
    ],
    ['behind a dash', 'NOC Duty - Ilse Orr <noc@tern.example>', 'Trunks down, 303-555-0101', 'Ilse Orr'],
    [
      'in small letters',
      'Office <office@ternline.example>',
      'this is walt fenn at tern line & cable company. call me\n\nwalt',
      'Walt Fenn',
    ],
    ['in the first words', 'Carrier Desk <desk@tern.example>', 'Seun here. This box closes at noon.', 'Seun'],
    [
      'and not the firm',
      'Ilse Orr <ap@northtern.example>',
      'Who prints the book?\n\nIlse\nNorth Tern, Inc.',
      'Ilse Orr',
    ],
  ])('%s', (_meaning, from, text, name) => {
    expect(contact({ from, text })?.[0]).toBe(name)
  })
})

describe('the name', () => {
  test.each<readonly [string, MailSketch, string]>([
    [
      'of the one of two who signs',
      { from: 'Ed & Jean Orr <orr@tern.example>', text: 'Send it.\n\nJean Orr' },
      'Jean Orr',
    ],
    [
      'of both where both sign',
      { from: 'Ed and Jean Orr <orr@tern.example>', text: 'Send it.\n\nEd and Jean' },
      'Ed and Jean Orr',
    ],
    [
      'as it stands in the thread',
      {
        from: 'Nell <nell@tern.example>',
        text: 'signed\n\nnell\n\n> Hi, the form is attached. Nell Strand\n> 303-555-0101',
      },
      'Nell Strand',
    ],
    [
      'as it stands in the paper',
      {
        from: 'Nell <nell@tern.example>',
        text: 'signed',
        attachments: [{ filename: 'a.docx', text: 'Signed: /s/ Nell Strand\nNell Strand, Owner' }],
      },
      'Nell Strand',
    ],
    [
      'with the family first',
      {
        from: 'Đỗ Minh Anh <anh@tern.example>',
        text: 'Form attached.',
        attachments: [{ filename: 'a.docx', text: 'Contact: Minh Anh Do, owner\nE-mail: anh@tern.example' }],
      },
      'Đỗ Minh Anh',
    ],
  ])('%s', (_meaning, mail, name) => {
    expect(contact(mail)?.[0]).toBe(name)
  })
})

describe('the number', () => {
  const from = 'Kim Lee <kim@tern.example>'
  test.each<readonly [string, string, string | null]>([
    ['beside the pronouns', 'Any news?\n\nThanks,\nKim\nshe/her · 303-555-0101', '+13035550101'],
    [
      'above a signature that names the desk',
      'Any news?\n\nkim\n303-555-0101\n\n-- \nKim Lee | Planning\nNOC 303-555-0100',
      '+13035550101',
    ],
    ['that is new', 'New phone and fax line for notices here: 303 555 0101. Old one dies.\n\nKim', '+13035550101'],
    ['of an order is none', 'ASR 3035550101 was rejected.\n\nKim Lee', null],
    ['of a line in trouble is none', 'Trouble on 303-555-0101 all week.\n\nKim Lee', null],
    ['of a line that is down is none', 'Our line 303-555-0101 is down.\n\nKim Lee', null],
  ])('%s', (_meaning, text, number) => {
    expect(contact({ from, text })?.[2]).toBe(number)
  })
})
