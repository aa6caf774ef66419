import { describe, expect, test } from 'vitest'
import { contactOf } from '../../../src/domain/understand/facts/contact/contact.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const OWN = ['intagree@carrier.example']
type Row = readonly [meaning: string, mail: MailSketch, want: string | null]

function answered(mail: MailSketch): string | null {
  return contactOf(readingOf(aMail({ subject: 'Agreement', ...mail })), OWN).contact?.email ?? null
}

describe('a person behind what sends the mail', () => {
  test.each<Row>([
    [
      'a note through a tool',
      {
        from: 'Tern Voice CRM <crm@tern.example>',
        text: 'Kim Lee shared a document with you\nNote from Kim: our questionnaire. My own address is kim@tern.example.',
      },
      'kim@tern.example',
    ],
    [
      'a remark that a signing service brings',
      {
        from: 'Sealing Comments <thread@sealing.test>',
        text: 'Kim Lee (kim@tern.example), signer 1 of 2, left a remark:\n"I signed."\nE-mail sent to thread@sealing.test is thrown away.',
      },
      'kim@tern.example',
    ],
    [
      'a board that is called as its mailbox',
      {
        from: 'Change Board <change-board@tern.example>',
        text: 'Raised by: Kim Lee, Contracts\n\nPlease amend our agreement.\nWrite: kim.lee@tern.example or 651-555-0178.',
      },
      'kim.lee@tern.example',
    ],
    [
      'a list: whoever answers it answers all',
      {
        from: 'Tern Announcements <carriers@lists.tern.example>',
        text: 'We are Heron now. Questions to me alone, please, at 801-555-0194 or kim@heron.example.\n\nKim Lee',
      },
      'kim@heron.example',
    ],
    [
      'a records office that takes nothing in',
      {
        from: 'Records <records@tern.example>',
        text: 'A copy is enclosed. Write instead to the utility director, Kim Lee, klee@tern.example.\n\nClerk of the Board',
      },
      'klee@tern.example',
    ],
    [
      'somebody else signs for the office',
      { from: 'NOC <noc@tern.example>', text: 'Ann Bell, ann@tern.example, tests too.\n\nRegards,\nKim Lee' },
      'noc@tern.example',
    ],
    [
      'a copy goes elsewhere',
      { from: 'Kim Lee <kim@tern.example>', text: 'Draft to me, cc legal@tern.example.\n\nKim Lee' },
      'kim@tern.example',
    ],
    [
      'how to leave the list is no handover',
      {
        from: 'Kim Lee <kim@tern.example>',
        text: 'May we adopt it?\n\nTo unsubscribe write to leave@lists.tern.example.',
      },
      'kim@tern.example',
    ],
  ])('%s', (_meaning, mail, want) => expect(answered(mail)).toBe(want))
})

describe('words that somebody hands on', () => {
  test.each<Row>([
    [
      'the boss’s, by the temp',
      {
        from: 'front desk <frontdesk@tern.example>',
        text: 'im the temp, Kim told me to pass this on\n\nFrom: Kim Lee <kim@tern.example>\nTo: front desk\nSubject: ask\n\nWe want the letter.',
      },
      'kim@tern.example',
    ],
    [
      'a stranger’s, with one line left of the header',
      {
        from: 'Wen Broz <wen@heron.example>',
        text: 'This came to us by mistake. Take it up with her and leave me out.\n\n> From: Kim Lee <kim@tern.example>\n> We would like your agreement.',
      },
      'kim@tern.example',
    ],
    [
      'a caller’s, typed out by a colleague',
      {
        from: 'Don May <don@carrier.example>',
        text: 'This landed on my line:\n\n"This is Kim Lee of Tern Fiber, e-mail is kim at tern fiber dot example."',
      },
      'kim@ternfiber.example',
    ],
    [
      'a caller’s, broken where the line ends',
      {
        from: 'Voice Mail <voicemail@pbx.example>',
        text: 'New message:\n\n"Hi this is Kim Lee, e-mail is kim at ternfiber dot\nexample, thanks bye."',
      },
      'kim@ternfiber.example',
    ],
    [
      'nobody’s but the colleague’s own',
      { from: 'Don May <don@carrier.example>', text: 'Close it.' },
      'don@carrier.example',
    ],
    ['a machine of ours says nothing', { from: 'Voice Mail <voicemail@carrier.example>', text: 'No words.' }, null],
  ])('%s', (_meaning, mail, want) => expect(answered(mail)).toBe(want))

  test.each([
    ['Spanish', 'Por favor contesten a mi compañero Héctor Baeza (hbaeza@tern.example) y no a mí.'],
    ['French', 'Veuillez adresser la réponse, ou écrire à ma collègue Héloïse Baeza (hbaeza@tern.example).'],
    ['German', 'Bitte wenden Sie sich an Frau Helga Baeza (hbaeza@tern.example).'],
    ['let somebody know', 'Would you let its general manager Tom Baeza (hbaeza@tern.example) know?'],
  ])('handed over: %s', (_meaning, text) => {
    expect(answered({ from: 'Kim Lee <kim@tern.example>', text: `${text}\n\nKim Lee` })).toBe('hbaeza@tern.example')
  })
})

describe('who is named besides the writer', () => {
  const from = 'Pat Doe <pat@heron.example>'
  test.each<Row>([
    [
      'below a colon, in lines of their own',
      {
        from,
        text: 'We sold. Anything from now on goes to their gal in regulatory:\n\nKim Lee\nkim@tern.example\n308-555-0164\n\nPat Doe',
      },
      'kim@tern.example',
    ],
    [
      'behind "itself:"',
      { from, text: 'Send everything to the company itself: Kim Lee, Secretary, kim@tern.example.' },
      'kim@tern.example',
    ],
    [
      'the new person',
      { from, text: 'I am off this. Their new person is Kim Lee, kim@tern.example.' },
      'kim@tern.example',
    ],
    [
      'another mailbox',
      { from, text: 'This address wakes three people. Use office@heron.example.' },
      'office@heron.example',
    ],
    [
      'only for emergency calls',
      { from, text: 'E911 database contact is Kim Lee, kim@tern.example.' },
      'pat@heron.example',
    ],
  ])('%s', (_meaning, mail, want) => expect(answered(mail)).toBe(want))
})
