import { describe, expect, test } from 'vitest'
import { type GuardFacts, mayAnswer, replyRecipient, withoutHistory } from '../../src/domain/loop-guard.ts'
import { understand } from '../../src/domain/understand/understand.ts'
import { shippedModel } from '../../src/learning/shipped.ts'
import { aMail, type MailSketch } from '../support/mail-builder.ts'

const own = ['intagree@carrier.example', 'agreements@old-carrier.example']
const REQUEST = 'Acme Fiber LLC requests negotiation of an interconnection agreement for Utah.'

const FACTS: GuardFacts = {
  ownAddresses: own,
  repliesToAddressLastHour: 0,
  repliesToDomainLastHour: 0,
  repliesInCaseLastDay: 0,
  caps: { perAddressPerHour: 3, perDomainPerHour: 20, perCasePerDay: 5 },
  blocked: false,
}

function verdict(mail: MailSketch, facts: Partial<GuardFacts> = {}) {
  const read = aMail({ subject: 'Request', text: REQUEST, ...mail })
  return mayAnswer(read, understand(read, { ownAddresses: own, model: shippedModel() }), { ...FACTS, ...facts })
}

describe('a person may be answered', () => {
  test.each<readonly [string, MailSketch]>([
    ['an ordinary request', {}],
    ['a reply in a thread', { inReplyTo: '<9@carrier.example>', subject: 'Re: Request' }],
    ['Auto-Submitted: no', { headers: { 'Auto-Submitted': 'no' } }],
    ['Auto-Submitted: no, with a comment', { headers: { 'Auto-Submitted': 'no (by hand)' } }],
    ['a real return path', { headers: { 'Return-Path': '<paula@acmefiber.example>' } }],
    ['suppression of read receipts only', { headers: { 'X-Auto-Response-Suppress': 'RN, NRN' } }],
    ['an old address that nobody reads', { text: `${REQUEST} Our old address is not monitored, please use this one.` }],
    [
      'a form that says where somebody reads',
      { replyTo: ['lee@acmefiber.example'], text: `${REQUEST} This address is not monitored.` },
    ],
    [
      'a copier that says whose pages it sends',
      { from: 'scanner@acmefiber.example', replyTo: ['lee@acmefiber.example'] },
    ],
    ['a box where scans are kept', { from: 'scans@acmefiber.example' }],
    ...['scanlon', 'printer.don', 'scan-nguyen', 'scan-legal', 'xerox.orders', 'sharp', 'km3'].map(
      (local): [string, MailSketch] => [`${local}@, which is no device`, { from: `${local}@acmefiber.example` }],
    ),
    ['a mailbox that rests at times', { text: `${REQUEST} This mailbox is not monitored on weekends.` }],
    ['a warning in the small print', { text: `${REQUEST} Replies to this e-mail are not encrypted.` }],
    [
      'a warning of the law',
      { text: `${REQUEST} Mail to this address will not be deemed notice under any agreement.` },
    ],
    ['"please reply to me, not to Pat"', { text: `${REQUEST} Please do not reply to all, only to me.` }],
  ])('%s', (_meaning, mail) => {
    expect(verdict(mail)).toEqual({ allowed: true, rule: 'human-mail', because: 'human mail, sender can be answered' })
  })
})

test('a person behind a service is answered at the address in Reply-To', () => {
  const service = { from: 'Lee via Post <mail@post.test>', headers: { 'Auto-Submitted': 'auto-generated' } }
  const text = 'Lee Fox wrote:\n\n"We want to resell your lines in Iowa. Could you send us the agreement?"'
  expect(verdict({ ...service, text, replyTo: ['lee@foxtel.example'] })).toMatchObject({ allowed: true })
})

/** What the mail is, the rule that refuses it, the mail, and what was sent before. */
type Refusal = readonly [meaning: string, rule: string, mail: MailSketch, facts?: Partial<GuardFacts>]

const REFUSALS: readonly Refusal[] = [
  ['to an automatic reply', 'kind-auto-reply', { headers: { 'Auto-Submitted': 'auto-replied' } }],
  ['to a bounce, whatever it carries', 'kind-bounce', { from: 'mailer-daemon@mx.example', subject: 'failure notice' }],
  ['to a report', 'kind-bulk', { contentType: 'multipart/report; report-type=feedback-report' }],
  ['to spam', 'kind-spam', { text: 'Press Enable Content. The file is protected, use password 4471.' }],
  [
    'to a scanner that sends by itself',
    'auto-submitted',
    {
      headers: { 'Auto-Submitted': 'auto-generated' },
      text: 'It was scanned and sent to you by Paula.',
      attachments: [{ filename: 'scan.pdf' }],
    },
  ],
  ['to an empty return path', 'null-return-path', { headers: { 'Return-Path': '<>' } }],
  [
    'to a sender that asks for none by header',
    'suppress-requested',
    { headers: { 'X-Auto-Response-Suppress': 'OOF, AutoReply' } },
  ],
  ['to ourselves', 'own-address', { from: 'Desk <intagree@carrier.example>' }],
  [
    'to ourselves, although a Reply-To leads out',
    'own-address',
    { from: 'intagree@carrier.example', replyTo: ['paula@acmefiber.example'] },
  ],
  ['to our own return path', 'own-address', { from: 'intagree+17-token@carrier.example' }],
  ['to an alias of ours', 'own-address', { from: 'Agreements@Old-Carrier.example' }],
  [
    'to the mailbox it was delivered to, whatever is configured',
    'own-address',
    { from: 'clec-desk@carrier.example', headers: { 'Delivered-To': 'CLEC-Desk@carrier.example' } },
  ],
  ['to an address nobody reads', 'no-recipient', { from: 'no-reply@forms.example' }],
  ['to a copier', 'no-recipient', { from: 'Copier 2nd Floor <scanner@acmefiber.example>' }],
  ...['mfp2-front.desk', 'copier-3fl-east', 'hpscanner', 'canon-ir4245', 'mailroom.scanner', 'scan2email'].map(
    (device): Refusal => [`to ${device}@`, 'no-recipient', { from: `${device}@acmefiber.example` }],
  ),
  ['to a form that is not answered', 'no-recipient', { from: 'do-not-answer@forms.example' }],
  [
    'to a form that says so itself',
    'no-recipient',
    { from: 'web@forms.example', text: `Entry of the contact page. This sender address is not monitored.\n${REQUEST}` },
  ],
  [
    'where answers reach nobody',
    'no-recipient',
    { from: 'intake@acmefiber.example', text: `${REQUEST}\nReplies to this mailbox are not read.` },
  ],
  [
    'where answers lead nowhere',
    'no-recipient',
    { from: 'intake@acmefiber.example', text: `${REQUEST}\nAnswers to this address go nowhere.` },
  ],
  ['to nobody', 'no-recipient', { from: '<>' }],
  ['to a malformed sender', 'no-recipient', { from: 'Paula <paula@localhost>' }],
  ['to a writer who wants none', 'no-answer-wanted', { text: `${REQUEST} No reply is needed.` }],
  ['to a writer who wants a person', 'no-machine-wanted', { text: `${REQUEST} Only a person may answer this.` }],
  ['to a blocked address', 'blocked', {}, { blocked: true }],
  ['too often to one address', 'cap-address', {}, { repliesToAddressLastHour: 3 }],
  ['too often to one domain', 'cap-domain', {}, { repliesToDomainLastHour: 20 }],
  ['too often in one case', 'cap-case', {}, { repliesInCaseLastDay: 5 }],
]

describe('nothing is sent', () => {
  test.each(REFUSALS.map((refusal) => [refusal[0], refusal] as const))('%s', (_meaning, [, rule, mail, facts]) => {
    const { allowed, because, rule: decided } = verdict(mail, facts)
    expect({ allowed, rule: decided }).toEqual({ allowed: false, rule })
    expect(because).toMatch(/^\S.{10,}/)
  })

  test('a cap of nothing stops every answer', () => {
    expect(verdict({}, { caps: { ...FACTS.caps, perAddressPerHour: 0 } }).rule).toBe('cap-address')
  })

  test('a mail by itself has no history to stop it', () => {
    expect(verdict({}, withoutHistory(own)).allowed).toBe(true)
  })
})

describe('two machines run dry', () => {
  test('a responder that hides and changes its address gets no more than the caps of its domain', () => {
    let sent = 0
    for (let round = 0; round < 500; round += 1) {
      const { allowed } = verdict({ from: `desk${round}@acmefiber.example` }, { repliesToDomainLastHour: sent })
      if (allowed) sent += 1
    }
    expect(sent).toBe(FACTS.caps.perDomainPerHour)
  })
})

describe('whom a reply goes to', () => {
  const LIST = { 'List-Post': '<mailto:clec@lists.example>', 'List-Id': 'CLEC talk <talk.lists.example>' }
  test.each<readonly [string, MailSketch, string | null]>([
    ['the writer', {}, 'paula@acmefiber.example'],
    ['Reply-To where it is given', { replyTo: ['Kim <kim@acmefiber.example>'] }, 'kim@acmefiber.example'],
    ['not our own Reply-To', { replyTo: ['intagree@carrier.example'] }, 'paula@acmefiber.example'],
    ['not a sub-address of ours', { replyTo: ['Intagree+x@carrier.example'] }, 'paula@acmefiber.example'],
    ['not the list that carried it', { replyTo: ['clec@lists.example'], headers: LIST }, 'paula@acmefiber.example'],
    ['not the list by its id', { replyTo: ['talk@lists.example'], headers: LIST }, 'paula@acmefiber.example'],
    ['not an empty Reply-To', { replyTo: ['<>'] }, 'paula@acmefiber.example'],
    ['not a malformed Reply-To', { replyTo: ['paula@@acme'] }, 'paula@acmefiber.example'],
    [
      'not one that smuggles a header',
      { replyTo: ['Kim <kim@acme.example\nBcc: all@acme.example>'] },
      'paula@acmefiber.example',
    ],
    ['the first usable of several', { replyTo: ['no-reply@acme.example', 'kim@acme.example'] }, 'kim@acme.example'],
    [
      'a person behind an unread sender',
      { from: 'no-reply@forms.example', replyTo: ['lee@foxtel.example'] },
      'lee@foxtel.example',
    ],
    ['nobody behind a mail system', { from: 'MAILER-DAEMON@mx.example' }, null],
    ['nobody behind a no-reply sender', { from: 'donotreply@acme.example' }, null],
    ['nobody where no answer is wanted', { from: 'do-not-answer@forms.example' }, null],
    ['nobody where no response is wanted', { from: 'do-not-respond@acme.example' }, null],
    ['nobody without a sender', { from: '<>' }, null],
    ['nobody when we wrote it', { from: 'intagree@carrier.example' }, null],
  ])('%s', (_meaning, mail, want) => {
    expect(replyRecipient(aMail(mail), own)?.address ?? null).toBe(want)
  })
})
