/** Which of several companies a mail is about, and which of several people is to be answered, as people say it every day. */
import { describe, expect, test } from 'vitest'
import { companyOf } from '../../../src/domain/understand/facts/company/company.ts'
import { contactOf } from '../../../src/domain/understand/facts/contact/contact.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const OWN = ['intagree@carrier.example']
const KIM = 'Kim Lee <kim.lee@tern.example>'
const COUNSEL = 'Ann Bell <abell@bellcrane.test>'
const COLLEAGUE = 'Jo Orr <jo.orr@carrier.example>'

function laidOut(sketch: MailSketch) {
  return readingOf(aMail({ from: KIM, subject: 'Agreement', ...sketch }))
}

describe('the company', () => {
  test.each<readonly [string, MailSketch, string]>([
    [
      'of a caller',
      { from: COLLEAGUE, text: "Man called, said he's Abel Ortega of Gull Loop Company, New Mexico." },
      'Gull Loop Company',
    ],
    [
      'of a caller with a title',
      { from: COLLEAGUE, text: 'Took a call from a Ms. Ida Pope of Gull Loop Company.' },
      'Gull Loop Company',
    ],
    [
      'of a caller by name',
      { from: COLLEAGUE, text: 'Dan Fox of Gull Loop Company rang, he wants the form.' },
      'Gull Loop Company',
    ],
    [
      'of a state, which is no caller',
      { text: 'Silver Star of Idaho, Inc. asks for the form.' },
      'Silver Star of Idaho, Inc.',
    ],
    [
      'that is the entity',
      { text: 'Ask for an agreement. Gull Wireless Partners is the entity.' },
      'Gull Wireless Partners',
    ],
    [
      'that the entity is',
      { text: 'The contracting entity will be Gull Wireless Partners.' },
      'Gull Wireless Partners',
    ],
    [
      'that assigns, and writes',
      {
        from: COUNSEL,
        text: 'We act for Gull Voice, LLC ("Gull"). Gull will assign both agreements to its affiliate, Heron Network, Inc.',
        attachments: [
          {
            filename: 'consent.docx',
            text: 'CONSENT TO ASSIGNMENT\nAssignor: Gull Voice, LLC\nAssignee: Heron Network, Inc.',
          },
        ],
      },
      'Gull Voice, LLC',
    ],
    [
      'without the state of each page',
      {
        text: 'Signed, one file for each state.',
        attachments: [
          { filename: 'MN sig.pdf', text: 'Interconnection Agreement - Minnesota\nGull PCS, L.P.\nBy: /s/ Ann Bell' },
          {
            filename: 'ND sig.pdf',
            text: 'Interconnection Agreement - North Dakota\nGull PCS, L.P.\nBy: /s/ Ann Bell',
          },
        ],
      },
      'Gull PCS, L.P.',
    ],
    [
      'that is a subsidiary',
      {
        from: 'Kim Lee <kim@ternholdings.example>',
        text: 'Please prepare the agreement for our subsidiary Gull Voice, LLC.\n\nKim Lee\nTern Holdings, Inc.',
      },
      'Gull Voice, LLC',
    ],
    [
      'of which the holding speaks',
      { text: 'Gull Voice, LLC, our wholly owned subsidiary, wants an agreement.\n\nKim Lee\nTern Holdings, Inc.' },
      'Gull Voice, LLC',
    ],
    [
      'of which somebody keeps the books',
      {
        from: 'Bea Strand CPA <bea@strandbooks.test>',
        text: 'I keep the books of Gull Voice, LLC and send you their W-9.\n\nBea Strand, CPA\nStrand Books, Inc.',
      },
      'Gull Voice, LLC',
    ],
    [
      'that adopts a product, and no agreement',
      {
        from: COUNSEL,
        text: 'Gull Voice, LLC holds an agreement. It wishes to adopt, by Advice Adoption Letter, a product.',
      },
      'Gull Voice, LLC',
    ],
    [
      'whose adoption was executed',
      { from: 'Ann <ann@gullvoice.example>', text: 'The Utah adoption of Gull Voice, LLC was executed in May.' },
      'Gull Voice, LLC',
    ],
    [
      'that the writer bought',
      {
        from: 'Ann <ann@gullvoice.example>',
        text: 'I bought Gull Voice, LLC from my uncle. A resale agreement please.',
      },
      'Gull Voice, LLC',
    ],
    [
      'that was sold to the writer',
      { text: "Gull Voice, LLC was sold to me last month. I'd like its papers in order." },
      'Gull Voice, LLC',
    ],
    [
      'whose comments they are',
      { from: COUNSEL, text: 'Comments of Gull Voice, LLC on your draft are attached.' },
      'Gull Voice, LLC',
    ],
    [
      'that the law entitles, and not its department',
      {
        from: 'Wes Orr <wes@cityofgullmoor.example>',
        text: 'The City of Ternbury has one. The law entitles the City of Gullmoor to step into it.\n\nWes Orr\nGullmoor Light & Fiber',
      },
      'City of Gullmoor',
    ],
  ])('%s', (_meaning, sketch, want) => expect(companyOf(laidOut(sketch), OWN).company).toBe(want))
})

describe('the contact', () => {
  const ANN = 'Ann Bell, ann.bell@tern.example'
  test.each<readonly [string, MailSketch, string]>([
    [
      'who is to be rung',
      { text: 'They should ring our engineer Ann Bell, ann.bell@tern.example, not me.\n\nKim Lee' },
      ANN,
    ],
    [
      "who is to be rung at a client's",
      {
        from: 'Ida Pope <ida@popefilings.test>',
        text: "Please ring the client's engineer Ann Bell, ann.bell@tern.example, 801-555-0133, and not this office.\n\nIda Pope",
      },
      `${ANN}, +18015550133`,
    ],
    ['who is to be pinged', { text: 'Ping Ann Bell (ann.bell@tern.example) when it is ready.\n\nKim Lee' }, ANN],
    [
      'who is happy to help',
      { text: 'Any questions? Ann Bell (ann.bell@tern.example) is happy to help.\n\nKim Lee' },
      ANN,
    ],
    [
      'whose number stands in a note',
      {
        from: COLLEAGUE,
        text: "Man called, said he's Abel Ortega of Gull Loop Company, wants news. Call back 575-555-0146 or aortega@gull.example.\n\nJo",
      },
      'Abel Ortega, aortega@gull.example, +15755550146',
    ],
    [
      'whom a clerk names who only sends the form',
      {
        from: 'Ida Pope <ida@popebooks.test>',
        text: 'Please contact Ms. Ann Bell there with any questions about it, I only keep their books.\n\nIda Pope',
        attachments: [
          {
            filename: 'form.docx',
            text: 'Agreement Request Form\nLegal name: Tern Telecom, Inc.\nState(s): UT\nContact for this request: Ann Bell, owner\nE-mail: ann.bell@tern.example',
          },
        ],
      },
      ANN,
    ],
    ['with a degree', { from: 'Ann Bell CPA <ann.bell@tern.example>', text: 'Here is the W-9.' }, ANN],
    ['with two', { from: 'Ann Bell MBA PE <ann.bell@tern.example>', text: 'Here is the forecast.' }, ANN],
    [
      'with one below the letter',
      { from: 'ann.bell@tern.example', text: 'Here it is.\n\nAnn Bell PMP\nTern Telecom' },
      ANN,
    ],
    [
      'and not the number of whom it answers',
      {
        text: 'Signed it on the kitchen table.\n\nKim\n\nOn Mon, May 4, 2026, Jo Orr <jo.orr@carrier.example> wrote:\n> Kim, here is the agreement. Call me if you are in a hurry.\n> Jeff 303-555-0104',
      },
      'Kim Lee, kim.lee@tern.example',
    ],
    [
      'who wants what is not the negotiation',
      {
        from: 'Ann Bell <ann.bell@tern.example>',
        text: 'Mr. Orr handles the negotiation but please send logistics (calls, names, drafts) to me. He prints his mail (orr@tern.example).',
      },
      ANN,
    ],
    ['who holds the pen', { text: 'From Monday Ann Bell (ann.bell@tern.example) holds the pen.\n\nKim Lee' }, ANN],
    [
      'with whom they are to be put in touch',
      {
        from: 'Ida Pope <ida@popelaw.test>',
        text: 'Please put a negotiator in touch with Ann Bell, its president (ann.bell@tern.example).',
      },
      ANN,
    ],
    [
      'from here on, in lines that an address made short',
      {
        text: 'We designate two points of interconnection. Our engineer Ann Bell\n(ann.bell@tern.example, 801-555-0133) is ready for a planning\ncall and should be your contact from here on in this matter.\n\nKim Lee',
      },
      `${ANN}, +18015550133`,
    ],
    [
      'on their side of the table',
      { text: 'Our side of the table is Ann Bell (ann.bell@tern.example).\n\nKim Lee' },
      ANN,
    ],
    [
      'whose request a colleague of another office passes on',
      {
        from: 'Jo Orr <jo.orr@sales.carrier.example>',
        text: 'This landed with me but it is yours. Ann is expecting a call.\n\nJo Orr\n\n-----Original Message-----\nFrom: Ann Bell <ann.bell@tern.example>\nSent: Thursday, February 5, 2026 5:02 PM\nTo: Jo Orr\nSubject: want to talk\n\nYour price sheet is too dear, so expect us to haggle. 801-555-0133. Ann',
      },
      `${ANN}, +18015550133`,
    ],
    [
      'whom a form asks for in a question',
      {
        from: 'Ida Pope <ida@popebooks.test>',
        text: 'Form enclosed.',
        attachments: [
          {
            filename: 'form.docx',
            text: 'Agreement Request Form\nState(s): UT\nWho should we contact? Ann Bell\nE-mail: ann.bell@tern.example\nTelephone: 801-555-0133',
          },
        ],
      },
      `${ANN}, +18015550133`,
    ],
    [
      'whom a web form names, from an address that nobody reads',
      {
        from: 'Contact page <do-not-answer@forms.example>',
        text: 'Name: Ann Bell\nEmail: ann.bell@tern.example\nMessage: What are the steps?',
      },
      ANN,
    ],
  ])('%s', (_meaning, sketch, want) => {
    const found = contactOf(laidOut(sketch), OWN).contact
    expect([found?.name, found?.email, ...(found?.phone == null ? [] : [found.phone])].join(', ')).toBe(want)
  })
})
