import { describe, expect, test } from 'vitest'
import type { Kind } from '../../../src/domain/labels.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }
const REQUEST =
  'Hello,\n\nAcme Fiber LLC requests negotiation of an interconnection agreement for Utah under sections 251 and 252. Please assign a negotiator.\n\nRegards,\nPaula Writer\nAcme Fiber LLC'

type Case = readonly [meaning: string, mail: MailSketch]

const MACHINES: Readonly<Record<Exclude<Kind, 'human'>, readonly Case[]>> = {
  'auto-reply': [
    [
      'vacation by RFC 3834',
      {
        subject: 'Re: your agreement',
        headers: { 'Auto-Submitted': 'auto-replied (vacation)' },
        text: 'Back on Monday.',
      },
    ],
    [
      'Exchange, English',
      {
        subject: 'Automatic reply: Agreement',
        text: 'I am out of the office until May 3.',
        headers: { 'Return-Path': '<>' },
      },
    ],
    ['Exchange, German', { subject: 'Automatische Antwort: Agreement', text: 'Ich bin bis 3. Mai nicht im Büro.' }],
    ['Gmail, French', { subject: 'Réponse automatique : Agreement', text: 'Je suis en congé.' }],
    ['Spanish', { subject: 'Respuesta automática: Agreement', text: 'Estoy de vacaciones hasta el lunes.' }],
    ['Italian', { subject: 'Risposta automatica: Agreement', text: 'Sono in ferie fino al 3 maggio.' }],
    ['Dutch', { subject: 'Automatisch antwoord: Agreement', text: 'Ik ben afwezig tot en met vrijdag.' }],
    ['Portuguese', { subject: 'Resposta automática: Agreement', text: 'Estou de férias até sexta.' }],
    ['Japanese', { subject: '自動返信: Agreement', text: '休暇中です。' }],
    [
      'without any header of a machine',
      {
        subject: 'Re: Draft agreement',
        text: "Thanks for writing. I'm out of the office until June 4 with limited e-mail. For urgent matters call Pat at the office.",
      },
    ],
    [
      'somebody has left',
      {
        subject: 'Mailbox closed',
        text: 'Pat Dunn is no longer with Acme Fiber. For contract matters write to contracts@acmefiber.example instead.',
        headers: { 'Return-Path': '<>' },
      },
    ],
    ['a vacation program of its own', { subject: 'gone', text: 'Away.', headers: { 'X-Autoreply': 'yes' } }],
    [
      'a ticket receipt',
      {
        from: 'Acme Desk <support@acmefiber.example>',
        subject: '[Ticket#20260302] Agreement',
        text: 'Your request has been received and entered in our system. Please keep the number in the subject.',
      },
    ],
    [
      'a receipt by its system',
      {
        from: 'Desk <desk@acmefiber.example>',
        subject: 'Agreement',
        text: 'Just confirming that we got your request. We are on it.',
        headers: { 'X-JIRA-FingerPrint': '1' },
      },
    ],
    [
      'a read receipt',
      {
        subject: 'Read: Agreement',
        contentType: 'multipart/report; report-type=disposition-notification',
        text: 'Your message was read.',
      },
    ],
    [
      'a calendar answer',
      {
        subject: 'Accepted: call',
        text: 'Paula has accepted.',
        attachments: [{ filename: '', mediaType: 'text/calendar', text: 'BEGIN:VCALENDAR\nMETHOD:REPLY\n' }],
      },
    ],
  ],
  bounce: [
    [
      'a delivery report',
      { subject: 'Undeliverable', contentType: 'multipart/report; report-type=delivery-status', text: 'Sorry.' },
    ],
    [
      'qmail, with a request inside',
      {
        from: 'MAILER-DAEMON@mx.example',
        subject: 'failure notice',
        text: `Hi. This is the qmail-send program. I wasn't able to deliver your message.\n\n--- Below this line is a copy of the message.\n\n${REQUEST}`,
      },
    ],
    [
      'a delay',
      {
        from: 'Mail Delivery Subsystem <mailer-daemon@mx.example>',
        subject: 'Warning: could not send message for past 4 hours',
        text: 'Will keep trying.',
      },
    ],
    [
      'a null path and its words',
      {
        from: 'System <system@mx.example>',
        subject: 'Delivery failure',
        headers: { 'Return-Path': '<>' },
        text: 'Your message could not be delivered to pat@acmefiber.example.',
      },
    ],
    [
      'German',
      {
        from: 'Mail Delivery System <postmaster@mx.example>',
        subject: 'Unzustellbar: Agreement',
        text: 'Ihre Nachricht konnte nicht zugestellt werden.',
      },
    ],
    [
      'an empty From',
      {
        from: '<>',
        headers: { From: 'MAILER-DAEMON <>' },
        subject: 'Mail delivery failed',
        text: 'There was an error delivering your mail. User unknown.',
      },
    ],
  ],
  bulk: [
    [
      'a newsletter',
      {
        from: 'Weekly <editor@news.example>',
        subject: 'This week',
        headers: { 'List-Unsubscribe': '<mailto:x@news.example>' },
        text: 'COPPER: prices rise.\nYou subscribed to this list. Unsubscribe at any time.',
      },
    ],
    [
      'a docket subscription',
      {
        from: 'eDockets <edockets@commission.example>',
        subject: 'Daily filings: interconnection agreement',
        headers: { Precedence: 'bulk' },
        text: 'Three filings match.\nYou are receiving this message because you subscribed. Unsubscribe here.',
      },
    ],
    [
      'a signing service',
      {
        from: 'Pat via Signpost <notify@signpost.example>',
        subject: 'Completed: Interconnection Agreement',
        text: 'All parties have completed the agreement. Envelope ID: 77-12. Do not share this email.',
      },
    ],
    [
      'a DMARC report',
      {
        from: 'noreply-dmarc@bigmail.example',
        subject: 'Report domain: carrier.example Submitter: bigmail.example Report-ID: 1',
        attachments: [
          { filename: 'bigmail.example!carrier.example!1719705600!1719791999.xml.gz', mediaType: 'application/gzip' },
        ],
      },
    ],
    [
      'a feedback report',
      {
        from: 'fbl@bigmail.example',
        subject: 'complaint',
        contentType: 'multipart/report; report-type=feedback-report',
        text: 'This is an email abuse report.',
      },
    ],
    [
      'an invitation by a service',
      {
        from: 'Calendar <calendar-notification@cal.example>',
        subject: 'Invitation: weekly call',
        headers: { 'Auto-Submitted': 'auto-generated' },
        text: 'Weekly call\nWednesday 10am',
        attachments: [
          { filename: 'invite.ics', mediaType: 'text/calendar', text: 'BEGIN:VCALENDAR\nMETHOD:REQUEST\n' },
        ],
      },
    ],
  ],
  spam: [
    [
      'a mailbox phish',
      {
        subject: 'Mailbox is 97% full',
        text: 'Dear user, your mailbox storage has reached 97%. Validate your account within 24 hours: http://quota.example/validate',
      },
    ],
    [
      'an advance fee',
      {
        subject: 'Mutual agreement',
        text: 'I am the adviser of a late contractor who left US$ 12.5M. You will be presented as beneficiary for 40%.',
      },
    ],
    [
      'voice routes',
      {
        subject: 'Interconnection request',
        text: 'We offer A-Z CLI routes with hot destinations. Please send your target rates and IP for SIP interop.',
      },
    ],
    [
      'a payment diversion',
      {
        subject: 'New bank details',
        text: 'Our former bank account is under audit. All invoices should be paid to the new account. Treat as urgent and do not call.',
      },
    ],
    [
      'a seller of lists',
      {
        subject: 'Decision makers',
        text: 'Would you be interested in acquiring an updated database of CLEC decision makers? To be removed, reply with "No".',
      },
    ],
    [
      'a form with a macro',
      {
        subject: 'Agreement Request Form',
        text: 'The file is protected, use password 4471 and press Enable Content.',
        attachments: [{ filename: 'form.zip', mediaType: 'application/zip' }],
      },
    ],
  ],
}

describe.each(Object.entries(MACHINES))('%s', (kind, cases) => {
  test.each(cases)('%s', (_meaning, mail) => {
    const understood = understand(aMail(mail), world)
    expect(understood.kind).toBe(kind)
    expect(understood.evidence.filter((one) => one.for === kind).length).toBeGreaterThan(0)
  })

  test.each(cases)('%s fills no request field', (_meaning, mail) => {
    const { intents, company, states, contact, agreement, path, identifiers } = understand(aMail(mail), world)
    expect({ intents, company, states, contact, agreement, path, identifiers }).toEqual({
      intents: [],
      company: null,
      states: [],
      contact: null,
      agreement: null,
      path: null,
      identifiers: {},
    })
  })
})
