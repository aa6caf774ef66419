import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }
const REQUEST =
  'Hello,\n\nAcme Fiber LLC requests negotiation of an interconnection agreement for Utah under sections 251 and 252. Please assign a negotiator.\n\nRegards,\nPaula Writer\nAcme Fiber LLC'

type Case = readonly [meaning: string, mail: MailSketch]

/** Every one of these looks a little like a machine, and none is. */
const PEOPLE: readonly Case[] = [
  [
    'a post through a mailing list',
    {
      headers: {
        'List-Id': 'clec <clec.lists.example>',
        'List-Post': '<mailto:clec@lists.example>',
        'List-Unsubscribe': '<mailto:leave@lists.example>',
        Precedence: 'list',
      },
      text: `${REQUEST}\n\n_______________\nTo unsubscribe from this list visit https://lists.example`,
    },
  ],
  ['a request with Precedence: bulk', { headers: { Precedence: 'bulk' }, text: REQUEST }],
  ['a request with Auto-Submitted: no', { headers: { 'Auto-Submitted': 'no' }, text: REQUEST }],
  [
    'a scanner',
    {
      from: 'Paula Writer <paula@acmefiber.example>',
      subject: 'Scanned from MFP',
      headers: { 'Auto-Submitted': 'auto-generated' },
      text: 'Please open the attached document. It was scanned and sent to you by Paula Writer.\nNumber of Images: 2\nDevice Location: Front Office',
      attachments: [{ filename: 'SKM_1.pdf' }],
    },
  ],
  [
    'a web form',
    {
      from: 'Web form <no-reply@carrier.example>',
      subject: 'Contact form',
      headers: { 'X-Auto-Response-Suppress': 'All' },
      text: 'A visitor submitted the contact form. Do not reply to this address.\n\nName: Lee Fox\nE-mail: lee@foxtel.example\nState: Utah\n\nMessage:\nWhom do I call about an agreement?',
    },
  ],
  [
    'an absence within an answer',
    {
      subject: 'Re: Redlines',
      inReplyTo: '<9@carrier.example>',
      text: 'Attached are our redlines to section 7 of the Utah template. I am out of the office on Friday, so please send your comments by Thursday.\n\nPaula',
    },
  ],
  [
    'a person who leaves the firm',
    {
      subject: 'I am leaving',
      text: 'Friday is my last day. This is me writing, not an auto reply! Please change the contact of our Utah agreement to Kim Lee, kim@acmefiber.example.',
    },
  ],
  [
    'a question about an automatic reply',
    {
      subject: 'Re: Automatic reply: Agreement',
      inReplyTo: '<9@carrier.example>',
      text: 'Your machine says you are away until May. Who can sign our Utah agreement meanwhile?',
    },
  ],
  [
    'a forwarded bounce',
    {
      subject: 'Fwd: Undeliverable: Agreement Request Form',
      text: 'Your server sent our form back, see below. Could you tell me the right address?\n\n---------- Forwarded message ---------\nFrom: Mail Delivery System <mailer-daemon@mx.example>\nSubject: Undeliverable\nTo: paula@acmefiber.example\n\nYour message could not be delivered.',
    },
  ],
  ['a person at postmaster', { from: 'Rob Small <postmaster@smallisp.example>', subject: 'Agreement', text: REQUEST }],
  [
    'an invitation with a letter',
    {
      subject: 'Call about redlines',
      text: 'Hello Joan,\n\nwould you be free on Thursday to walk through our redlines of the Utah agreement? We would like to finish section 7.\n\nPaula',
      attachments: [{ filename: 'invite.ics', mediaType: 'text/calendar', text: 'BEGIN:VCALENDAR\nMETHOD:REQUEST\n' }],
    },
  ],
  [
    'a real overdue invoice question',
    {
      subject: 'Invoice 4471',
      text: 'Our invoice 4471 shows an overdue amount although we paid. Could you check? Acme Fiber LLC, agreement CDS-200101-0001.',
    },
  ],
  ['an empty mail with a file', { subject: '', text: '', attachments: [{ filename: 'form.pdf' }] }],
  ['nothing at all', {}],
]

describe('no person is called a machine', () => {
  test.each(PEOPLE)('%s', (_meaning, mail) => {
    expect(understand(aMail(mail), world).kind).toBe('human')
  })
})
