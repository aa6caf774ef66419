import { describe, expect, test } from 'vitest'
import { mayAnswer, withoutHistory } from '../../../src/domain/loop-guard.ts'
import { kindOf, weighed } from '../../../src/domain/understand/kind.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }
const REQUEST =
  'Hello,\n\nAcme Fiber LLC requests negotiation of an interconnection agreement for Utah under sections 251 and 252. Please assign a negotiator.\n\nRegards,\nPaula Writer\nAcme Fiber LLC'

/** Said by nobody to nobody. */
const FIRE_DRILL =
  'The drill is Thursday at 10. Everybody leaves by the east stairs, wardens wear the yellow vests. Back to your desks when the horn sounds twice.\n\nJo'

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
  [
    'somebody who is about to leave',
    {
      subject: 'Re: Agreement for Utah [CLEC-2026-00001]',
      inReplyTo: '<a@carrier.example>',
      from: 'Terry Blount <terry@acme.example>',
      text: 'My last day at Acme is Friday. Please write to Wade Lindqvist (wade@acme.example) about this agreement from then on.\n\nTerry',
    },
  ],
  [
    'somebody who follows',
    {
      subject: 'Re: Agreement for Utah [CLEC-2026-00001]',
      inReplyTo: '<a@carrier.example>',
      from: 'Wade Lindqvist <wade@acme.example>',
      text: 'Terry Blount has left Acme. I have taken over his files; please write to me about this agreement.\n\nWade Lindqvist',
    },
  ],
  [
    'somebody who tells who speaks for them',
    {
      subject: 'Re: Agreement for Utah [CLEC-2026-00001]',
      inReplyTo: '<a@carrier.example>',
      from: 'Terry Blount <terry@acme.example>',
      text: 'Thank you. Our outside counsel Mary Poe, mary@poe-law.example, will handle this from here.\n\nTerry',
    },
  ],
  [
    'a colleague who reminds all of us',
    {
      subject: 'Reminder: fire drill Thursday',
      from: 'Jo Marten <jo.marten@carrier.example>',
      text: FIRE_DRILL,
    },
  ],
  [
    'a colleague whose name the directory turns round',
    {
      subject: 'Reminder: fire drill Thursday',
      from: '"Marten, Jo (Contractor)" <jmarten@carrier.example>',
      text: FIRE_DRILL,
    },
  ],
  [
    'a household in need, in capitals',
    {
      subject: 'THIRD DAY',
      from: 'Rod Tarn <rtarn71@home.example>',
      text: 'Third day without a line and your robot asks me for a number that I never got. I found this address on some page. SEND SOMEBODY. 12 Alder St, red barn\n\nRod',
    },
  ],
  [
    'a story, as nobody ever sent one to the desk',
    {
      subject: 'For the children',
      from: 'Ben Tarn <ben@tarn.example>',
      text: 'A crow had found a walnut and could not crack it. She dropped it on the roof, and the thatch swallowed it; she dropped it on the pond, and a carp yawned. "Lend it to me," said the marten, "my teeth are sharper than your patience." So the crow flew higher than ever before, let go over the miller\'s stone, and ate alone. Whoever would keep the kernel looks for a harder floor, not for a friend with teeth.',
    },
  ],
  [
    'a postmaster with a name of his own',
    {
      subject: 'Our robots and yours',
      from: 'Henrik Tarn <postmaster@tarn.example>',
      headers: { 'Return-Path': '<postmaster@tarn.example>' },
      text: 'Your receipts and our helpdesk have thanked each other all night, so I pulled the plug on ours. The mail that began it asked: has anybody looked at the Utah request of Tarn Voice, LLC?\n\nHenrik',
    },
  ],
  [
    'a mail that tries out a program',
    { subject: 'test', from: 'Ben Tarn <ben@tarn.example>', text: 'This is a test message from my new mail program.' },
  ],
  [
    'an answer to our questions, worded like a receipt',
    {
      subject: 'Your message has been received - see reply',
      text: 'Your message of November 28 has been received.\n\nOur answers, in the order of your questions:\n\n1. Legal name: Town of Tarn Utilities\n2. State: Wyoming\n3. Type: resale agreement\n\nGo ahead.',
    },
  ],
  [
    'a complaint about our automatic reply, under its subject',
    {
      subject: 'Automatic reply: Idaho amendment',
      text: 'Only your automatic reply so far. Has anyone looked?\n\nIda Tarn, 208-555-0103\n\n> Thank you for writing. Your message has been received and will be answered in turn.',
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
  [
    'an absence told beside a promise',
    {
      subject: 'Re: Pages',
      inReplyTo: '<9@carrier.example>',
      text: 'On the road until Thursday, I will sign them on Friday and send them over. Ed',
    },
  ],
  [
    'somebody who is back',
    {
      subject: 'Re: Pages',
      inReplyTo: '<9@carrier.example>',
      text: 'Sorry, I was on vacation. The pages look fine to us, go ahead.',
    },
  ],
  [
    'an absence note, forwarded',
    {
      subject: 'FW: our call',
      text: "Please answer Mei directly, I'm on vacation from tonight.\n\nFrom: Mei Roe <mei@tide.example>\nSent: Monday\nTo: Sal\nSubject: our call\n\nMay we order before the Commission has ruled?",
    },
  ],
  ['thanks in a thread', { subject: 'Re: form', inReplyTo: '<9@carrier.example>', text: 'Received, thank you.' }],
  [
    'a receipt that a lawyer writes',
    {
      from: 'Jo Penn <legal@penn.example>',
      subject: 'RE: Notice',
      inReplyTo: '<9@carrier.example>',
      text: 'We acknowledge receipt of your notice of May 3 and reserve all rights under section 12.\n\nJo Penn',
    },
  ],
  [
    'a successor that is named by hand',
    {
      subject: 'Contact',
      text: 'Ed Kline is no longer with Ridge Telephone. Please make me the contact for our Utah agreement. Mel Ortiz',
    },
  ],
  [
    'a new address for notices',
    {
      subject: 'Change of address',
      text: 'Our e-mail address has changed. For the Iowa and Nebraska agreements please write to legal@bluff.example from June 1 on.\n\nKay Moon',
    },
  ],
  [
    'a complaint about automatic replies',
    {
      subject: 'your auto reply',
      text: 'I keep getting your automatic reply but nobody writes. We asked for the Nevada agreement on May 2.',
    },
  ],
  [
    'an agent who answers in a ticket',
    {
      from: 'Lee (Wren Support) <support@wren.example>',
      subject: '[WREN-114] Idaho forecast',
      inReplyTo: '<9@carrier.example>',
      headers: { 'X-Zendesk-Id': '1' },
      text: '##- Please type your reply above this line -##\n\nLee, Jun 3, 10:02:\n\nHello, engineering gave me the Idaho forecast: 48 trunks by fall. Do you need it on your form?',
    },
  ],
  [
    'a request through a customer database',
    {
      headers: {
        'List-Unsubscribe': '<https://crm.test/u>',
        Precedence: 'bulk',
        'Return-Path': '<bounces+1@crm.test>',
      },
      text: `${REQUEST}\n\nSent with CRM · unsubscribe`,
    },
  ],
  [
    'a file passed on with a note',
    {
      from: 'Jill via Box <noreply@box-share.test>',
      replyTo: ['jill@wren.example'],
      subject: 'Jill shared Wren_COI.pdf',
      headers: { 'Auto-Submitted': 'auto-generated' },
      text: 'Jill Wren shared a file with you.\n\n"Our insurance certificate for Idaho, let me know if you need the other page."',
      attachments: [{ filename: 'Wren_COI.pdf' }],
    },
  ],
  [
    'a fax',
    {
      from: 'Fax <noreply@fax.test>',
      subject: 'Fax from 3085550100',
      text: 'You have received a 2 page fax. Please do not reply.',
      attachments: [{ filename: 'fax.pdf' }],
    },
  ],
  [
    'a voice mail',
    {
      from: 'Voicemail <no-reply@vm.test>',
      subject: 'New voicemail from 307-555-0100',
      text: 'Transcript:\n"Hi this is Burl with Shirley Basin, which of your forms does a co-op fill out, call me at this number thanks bye"\n\nDo not reply to this e-mail.',
    },
  ],
  [
    'German',
    {
      subject: 'Vertrag',
      text: 'Guten Tag,\n\nich war im Urlaub und habe Ihre Nachricht erst heute gelesen. Wir möchten den Mustervertrag für Utah unterzeichnen. Was brauchen Sie?\n\nKurt Weil',
    },
  ],
  [
    'German, receipt',
    {
      subject: 'Vertrag Utah',
      text: 'Vielen Dank für Ihre Nachricht. Wir haben den Entwurf erhalten und melden uns mit Anmerkungen.\n\nHans Beck',
    },
  ],
  [
    'French',
    {
      subject: 'Absence de réponse',
      text: "Bonjour, nous n'avons pas de réponse à notre demande du 3 mars. Où en est le dossier?",
    },
  ],
  [
    'Spanish',
    {
      subject: 'Re: contrato',
      inReplyTo: '<9@carrier.example>',
      text: 'Hola, recibimos su mensaje, gracias. Estamos revisando la sección 7 y les mandamos comentarios el viernes. Sara',
    },
  ],
  [
    'Japanese',
    {
      subject: '不在時の連絡先',
      text: 'お世話になっております。来月から契約の連絡先を田中に変更していただけますでしょうか。',
    },
  ],
  ['Chinese', { subject: '互联协议', text: '您好,我们希望在华盛顿州签署互联协议。请问需要提供哪些材料?' }],
  [
    'money matters of a carrier',
    {
      subject: 'new remit address',
      text: 'Our bank merged and payments under the Utah agreement should go to the address on the enclosed W-9. Call me with questions.',
      attachments: [{ filename: 'W9.pdf' }],
    },
  ],
  [
    'a fear of fraud',
    {
      subject: 'wire instructions',
      text: 'Before we pay invoice 881, please confirm your wire instructions; we got a strange mail about a new bank account. Is this genuine?',
    },
  ],
  [
    'a locked account',
    {
      subject: 'portal password',
      text: 'My password for your ordering portal expired and the reset link does not work. Can somebody reset it?',
    },
  ],
  [
    'a polite vendor',
    {
      subject: 'pole work',
      text: 'Hello, we set poles for the co-op in Moab and wonder whether you hire subcontractors. Whom would I ask? Joe',
    },
  ],
  [
    'a notice that wants no answer',
    {
      from: 'notices@bluff.example',
      subject: 'Notice under section 5.12',
      text: 'Bluff Telephone, Inc. will assign its Iowa agreement to Moon Fiber LLC on July 1. No response is required.',
      attachments: [{ filename: 'notice.pdf' }],
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

/** Mail that may be either: a person looks at it, no machine answers. */
describe('where it is truly undecided there is no automatic answer', () => {
  test.each<Case>([
    [
      'a colleague to ask',
      { subject: 'Re: Exhibit B', text: 'Nate Orr (nate@prairie.example) has this now. Your message is with him.' },
    ],
    [
      'a new baby',
      { subject: 'Re: Exhibit B', text: 'Sleep is rare and your e-mail will wait. Try Lou, lou@bluff.example.' },
    ],
  ])('%s', (_meaning, sketch) => {
    const mail = aMail(sketch)
    const understanding = understand(mail, world)
    expect(['human', 'auto-reply']).toContain(understanding.kind)
    expect(mayAnswer(mail, understanding, withoutHistory(world.ownAddresses)).allowed).toBe(false)
  })
})

/** The signs alone would call these a machine's: the model, which has read more of people, keeps them for a person. */
describe('a person whom the signs mistake is kept, and somebody looks before a machine answers', () => {
  test.each<Case>([
    [
      'who read the draft, under the subject of a receipt',
      {
        subject: 'Read: Oregon template',
        inReplyTo: '<a@carrier.example>',
        text: 'Have gone through it. No objections on our side to the template; a signature follows.\n\nOdd Bakken\nSnake Fiber LLC',
      },
    ],
    [
      'who comes after an automatic reply',
      {
        subject: 'Automatic reply from Vera?',
        text: 'You got the automatic reply of Vera yesterday. I sit at her desk until May and have the questionnaire of Umpqua Voice LLC in hand; section 4 comes tomorrow.\n\nHal Stone',
      },
    ],
  ])('%s', (_meaning, sketch) => {
    const mail = aMail(sketch)
    expect(kindOf(weighed(readingOf(mail), world)).kind).not.toBe('human')
    const understanding = understand(mail, world)
    expect(understanding.kind).toBe('human')
    expect(mayAnswer(mail, understanding, withoutHistory(world.ownAddresses)).allowed).toBe(false)
  })

  test('but not against a machine’s own header', () => {
    const answer = { subject: 'Accepted: POI call', text: 'Two of us will dial in from Tonopah.' }
    const header = { 'Auto-Submitted': 'auto-replied' }
    expect(understand(aMail({ ...answer, headers: header }), world).kind).toBe('auto-reply')
  })
})

test('who writes to a number of ours in terse words sells nothing, and somebody looks', () => {
  const text = 'Please stop reminding us until June 1.\n\nPat Stone'
  const from = 'Pat Stone <pat@elsewhere.example>'
  const understanding = understand(aMail({ subject: 'Mesa Voice [CLEC-2026-00001]', text, from }), world)
  expect(understanding.kind).toBe('human')
})

test('of a mail without a sender the model alone says nothing', () => {
  const attached = {
    filename: 'attached.eml',
    mediaType: 'message/rfc822',
    text: 'To: a@b.example\nSubject: HTML test',
  }
  const mail = aMail({
    subject: '',
    text: 'This is a message with a base64 encoded attached email',
    attachments: [attached],
  })
  expect(understand({ ...mail, from: [] }, world).kind).toBe('human')
})

test('the same from a department of ours is a notice', () => {
  const notice = { subject: 'Reminder: fire drill Thursday', text: FIRE_DRILL }
  const kindFrom = (from: string) => understand(aMail({ ...notice, from }), world).kind
  expect(kindFrom('Building Notices <building.notices@carrier.example>')).toBe('bulk')
})
