import { describe, expect, test } from 'vitest'
import { contactOf } from '../../../src/domain/understand/facts/contact/contact.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const OWN = ['intagree@carrier.example']
const ASK = 'We request an interconnection agreement for Utah.'

type Told = readonly [name: string, email: string, phone: string | null]

function contact(sketch: MailSketch): Told | null {
  const found = contactOf(
    readingOf(aMail({ from: 'Kim Lee <kim.lee@tern.example>', subject: 'Agreement', ...sketch })),
    OWN,
  ).contact
  return found === null ? null : [found.name, found.email, found.phone]
}

const KIM: Told = ['Kim Lee', 'kim.lee@tern.example', '+13035550101']

describe('the writer signs', () => {
  test.each<readonly [string, string]>([
    ['below a closing', 'Regards,\nKim Lee\nTern Telecom LLC\n303-555-0101'],
    ['in brackets', 'Kim Lee\n(303) 555-0101'],
    ['with dots', 'Kim Lee, Director\n303.555.0101'],
    ['with the country', 'Kim Lee\nTel. +1 303 555 0101'],
    ['with a one', 'Kim Lee\n1-303-555-0101'],
    ['without separators', 'Kim Lee\nphone 3035550101'],
    ['with a slash', 'Kim Lee\n303/555-0101'],
    ['with an extension', 'Kim Lee\n303-555-0101 x204'],
    ['in one line', 'Kim Lee / Tern Telecom / 303-555-0101'],
    ['by given name only', 'Kim, 303 555 0101'],
    ['at the end of the last line', 'Call if anything is missing. Kim 303-555-0101'],
    ['fax first', 'Kim Lee\nFax 303-555-0199\nTel 303-555-0101'],
    ['fax behind in the line', 'Kim Lee\n303-555-0101  fax 303-555-0199'],
    ['letters before', 'Kim Lee\nP 303-555-0101  F 303-555-0199'],
    ['letters behind', 'Kim Lee\n303.555.0101 (v) 303.555.0199 (f)'],
    ['the desk before the pocket', 'Kim Lee\nm: 720-555-0144\no: 303-555-0101'],
    ['the direct line before the switchboard', 'Kim Lee\nMain 303-555-0100 | Direct 303-555-0101'],
    ['words behind', 'Kim Lee\n303-555-0100 (switchboard) 303-555-0101 (direct)'],
    ['the pocket when it is liked better', 'Kim Lee\noffice 303-555-0100\ncell 303-555-0101 (best)'],
    ['nothing but a cell phone', 'Kim Lee\nc: 303-555-0101'],
    ['a firm between name and number', 'Kim Lee\nBlue Ridge Tern Holdings\nSioux Falls\n303-555-0101'],
    ['another person for another matter', 'Kim Lee\n303-555-0101\ncc: Ann Bell (801-555-0133)'],
    ['counsel of the other side', 'Kim Lee, 303-555-0101\nCounsel to the seller is Ms. Ida Pope, 970-555-0134.'],
  ])('%s', (_meaning, signature) => {
    expect(contact({ text: `${ASK}\n\n${signature}` })).toEqual(KIM)
  })
})

describe('the writer says a number in the text', () => {
  test.each<readonly [string, string]>([
    ['call me', `${ASK} Call me at 303-555-0101.\n\nKim`],
    ['shouted', `${ASK.toUpperCase()}\nCALL ME 303 555 0101`],
    ['in a sentence with the fax', `${ASK} My number is 303-555-0101 and my fax is 303-555-0199.\n\nKim`],
    ['liked better than the one below', `I travel, best on my cell, 303-555-0101.\n\nKim Lee\nOffice 303-555-0100`],
    [
      'beside a number of others',
      `Our NOC, 801-555-0100, tests. Questions on the agreement to me, 303-555-0101.\n\nKim Lee`,
    ],
    ['among other people', `${ASK} Ann Bell, 801-555-0133, plans the trunks. I am at 303-555-0101.\n\nKim Lee`],
    [
      'in an older mail of the same person',
      `Any news?\n\nKim\n\nOn Mon, Mar 2, 2026 at 9:05 AM Kim Lee <kim.lee@tern.example> wrote:\n> ${ASK}\n>\n> Kim Lee\n> 303-555-0101`,
    ],
    ['among answers that carry initials', `See below.\n\nKim Lee\n\n> Whom do we call?\nKL> Me, 303-555-0101.`],
  ])('%s', (_meaning, text) => {
    expect(contact({ text })).toEqual(KIM)
  })

  test.each<readonly [string, string]>([
    ['of somebody else', `${ASK} Ann Bell, 801-555-0133, plans the trunks.\n\nKim Lee`],
    [
      'of ours',
      `I left a message with your Joan Mick at 801-555-0100.\n\nKim Lee\n\nFrom: Joan Mick <joan@carrier.example>\nSent: Monday\nTo: Kim Lee\nSubject: hello\n\nHello.\nJoan Mick\n801-555-0100`,
    ],
    ['of a colleague below the signature', `${ASK}\n\nKim Lee\nTern Telecom LLC\n\nP.S. Ann's number is 801-555-0133`],
    ['of a customer', `The customer at 801-555-0133 cannot be ported.\n\nKim Lee`],
    ['that is an agreement', `Our agreement is CDS-240115-0011.\n\nKim Lee`],
    ['that is a fax', `${ASK}\n\nKim Lee\nFacsimile: (303) 555-0199`],
  ])('no number %s', (_meaning, text) => {
    expect(contact({ text })).toEqual(['Kim Lee', 'kim.lee@tern.example', null])
  })
})

describe('names', () => {
  test.each<readonly [string, string, string, string]>([
    ['turned around', 'Lee, Kim <kim.lee@tern.example>', 'Kim Lee', 'Kim Lee'],
    ['turned around with an initial', 'Lee, Kim R. <kim.lee@tern.example>', 'Kim R. Lee', 'Kim R. Lee'],
    ['with a bracket', 'Kim Lee (Tern) <kim.lee@tern.example>', 'Kim', 'Kim Lee'],
    ['of a firm', 'Tern Telecom LLC <kim.lee@tern.example>', 'Kim Lee\nTern Telecom LLC', 'Kim Lee'],
    ['of a department', 'Contracts <contracts@tern.example>', 'Thanks,\nKim Lee\nContract Manager', 'Kim Lee'],
    ['missing', 'kim.lee@tern.example', 'Kim Lee\nOwner', 'Kim Lee'],
    ['as an address', '"kim.lee@tern.example" <kim.lee@tern.example>', 'Best,\nKim Lee', 'Kim Lee'],
    ['in small letters', 'kim <kim@tern.example>', 'kim lee / tern / 303-555-0101', 'kim lee'],
    ['with an initial', 'K. Lee <klee@tern.example>', 'Kim Lee\nCounsel', 'Kim Lee'],
    ['without accents', 'Jose Pena <jpena@tern.example>', 'José Peña\nDirector', 'José Peña'],
    ['in full although the signature is short', 'Kim Lee <kim.lee@tern.example>', 'K. Lee\nVice President', 'Kim Lee'],
    ['with particles', 'Ana de la Cruz <ana@tern.example>', 'Ana', 'Ana de la Cruz'],
    ['only a given name at a desk', 'NOC <noc@tern.example>', '-Sid (on call)', 'Sid'],
    [
      'with only the first letter of the family',
      'Kim Lee <office@tern.example>',
      'Kim L.\nTern Telecom LLC',
      'Kim Lee',
    ],
    ['whole below one that is cut short', 'Kim L. <kim@tern.example>', 'Kim Lee', 'Kim Lee'],
    ['of two families', 'Kim Orr-Lee <klee@tern.example>', 'K. Lee, Controller', 'Kim Orr-Lee'],
    ['with the firm behind it', 'Kim at Tern Telecom <kim@tern.example>', 'Kim', 'Kim'],
    ['with a title', 'Engr. Kim Lee <kim.lee@tern.example>', 'Engr. Kim Lee', 'Kim Lee'],
    ['through a platform', 'Kim Lee via Letterbox <kim.lee@tern.example>', '', 'Kim Lee'],
    [
      'of a firm that sounds like a person',
      'Copper Ridge <info@copperridge.example>',
      'Thanks,\nKim Lee\nCopper Ridge',
      'Kim Lee',
    ],
    ['with a suffix', 'Kim Lee, Jr. <kim.lee@tern.example>', 'Kim Lee, Jr.', 'Kim Lee Jr'],
    ['with an apostrophe', "O'Dell, Shawn <sodell@tern.example>", '', "Shawn O'Dell"],
    ['a pet name that stays', 'Bob Lee <rlee@tern.example>', 'Robert Lee', 'Bob Lee'],
    ['with a degree', 'Kim Lee, Esq. <kim.lee@tern.example>', 'Kim', 'Kim Lee'],
  ])('%s', (_meaning, from, signature, want) => {
    expect(contact({ from, text: `${ASK}\n\n${signature}` })?.[0]).toBe(want)
  })
})

const ANN: Told = ['Ann Bell', 'ann.bell@tern.example', '+18015550133']
const SIGNED = '\n\nKim Lee\n303-555-0101'

describe('the mail names somebody else', () => {
  test.each<readonly [string, string]>([
    ['reply to', 'Please reply to Ann Bell (ann.bell@tern.example, 801-555-0133).'],
    [
      'questions go to',
      'Questions go to Ms. Ann Bell, our attorney, ann.bell@tern.example, 801-555-0133. I am out after Thursday.',
    ],
    ['will be your contact', 'Ann Bell will be your contact from here on: ann.bell@tern.example, 801-555-0133.'],
    ['has taken over', 'Ann Bell has taken this over from me. ann.bell@tern.example, 801-555-0133'],
    ['instead of me', 'Kindly direct correspondence to ann.bell@tern.example instead (Ann Bell, 801-555-0133).'],
    [
      'from now on',
      "Bob retired. From now on that's his daughter-in-law Ann Bell, ann.bell@tern.example, 801-555-0133. I just answer the phones.",
    ],
    [
      'for notices from now on, and to be told of it',
      'The notice section says that letters go to me. From May 1 send notices to Miss Ann Bell; her address is ann.bell@tern.example and her telephone 801-555-0133. Kindly confirm to her, and not to me, that this is changed.',
    ],
    ['and copy me', 'Please send the draft to Ann Bell, ann.bell@tern.example, 801-555-0133, and copy me.'],
    [
      'a change of contact',
      'Please change the contact on our agreement to Ann Bell, ann.bell@tern.example, 801-555-0133.',
    ],
    [
      'by given name with the address elsewhere',
      'Ann handles this, please work with her.\n\nAnn Bell\nann.bell@tern.example\n801-555-0133',
    ],
    [
      'counsel',
      'We are represented by Ann Bell (ann.bell@tern.example, 801-555-0133). All communications should go through her office.',
    ],
    [
      'from now on, with a colon',
      'Take me off. From now on: Ann Bell, Controller, ann.bell@tern.example, 801-555-0133.',
    ],
    [
      'to be asked',
      'Anything you need to know you ask Ann Bell at their place, ann.bell@tern.example, 801-555-0133, not me.',
    ],
    ['to be used', 'For our agreements please use Ann Bell, ann.bell@tern.example, 801-555-0133.'],
    [
      'replies to whom',
      'Kim Lee, Paralegal, for Ann Bell, ann.bell@tern.example, 801-555-0133, to whom replies should go.',
    ],
    [
      'stays',
      "I'm only here Tuesdays; Ann Bell returns the 22nd and stays your contact (ann.bell@tern.example, 801-555-0133).",
    ],
    [
      'for a long matter',
      'Please send everything about the Gull Creek Mutual Telephone lines, agreements and notices both, to Ann Bell: ann.bell@tern.example, 801-555-0133.',
    ],
    [
      'after one who leaves',
      'Friday is my last day. Would you put Ann Bell there? ann.bell@tern.example, 801-555-0133',
    ],
    [
      'for notices after one who leaves',
      'I am retiring. Notices should be addressed to Ann Bell, ann.bell@tern.example, 801-555-0133.',
    ],
    ['a point of contact', 'Our point of contact for this is Ann Bell: ann.bell@tern.example / 801-555-0133.'],
  ])('%s', (_meaning, sentence) => {
    expect(contact({ text: `${ASK} ${sentence}${SIGNED}` })).toEqual(ANN)
  })

  test.each<readonly [string, string]>([
    ['the signer', 'The agreement is to be signed by Ann Bell, COO (ann.bell@tern.example). Send it to me.'],
    ['the signer of the envelope', 'DocuSign goes to Ann Bell, ann.bell@tern.example.'],
    ['who pays', 'Invoices go to Ann Bell, ann.bell@tern.example.'],
    ['who gets a copy', 'I am copying Ann Bell, ann.bell@tern.example.'],
    ['who is not to be written to', 'Please do not reply to Ann Bell, ann.bell@tern.example, who has left.'],
    ['who was it before', 'Our notices still go to Ann (ann.bell@tern.example).'],
    ['the address for notices', 'Notices: Tern Telecom LLC, attn. Ann Bell, President, ann.bell@tern.example.'],
    ['a mailbox for notices', 'Notices shall be addressed to General Counsel, with e-mail to legal@tern.example.'],
    [
      'a notice contact, and asks for himself',
      'Put Ann Bell, ann.bell@tern.example, as notice contact. For the present answer me.',
    ],
    ['either of two', 'Please contact either me or Ann Bell, ann.bell@tern.example.'],
    ['who stands in', 'If I am away, call Ann Bell, ann.bell@tern.example.'],
    ['whose address it is', 'The billing contact is Ann Bell instead of me. Her e-mail is ann.bell@tern.example.'],
    ['who knows the trunks', 'For trunking questions, Ann Bell, ann.bell@tern.example, is the one.'],
    ['who has left', 'Ann Bell, ann.bell@tern.example, is no longer with us.'],
    ['whom we wrote to', 'I spoke with Ann Bell (ann.bell@tern.example) about it.'],
  ])('not %s', (_meaning, sentence) => {
    expect(contact({ text: `${ASK} ${sentence}${SIGNED}` })).toEqual(KIM)
  })
})

const CHAIN = `From: Kim Lee <kim.lee@tern.example>
Sent: Monday, March 2, 2026 9:00 AM
To: Hal Grant
Subject: FW: agreement

Can you help?

From: Ann Bell <ann.bell@tern.example>
Sent: Sunday, March 1, 2026 9:00 AM
To: Kim Lee
Subject: agreement

${ASK}

Ann Bell
801-555-0133`

describe('passed on', () => {
  test.each<readonly [string, MailSketch]>([
    [
      'by a colleague of ours: the innermost writer',
      { from: 'Hal Grant <hal@carrier.example>', text: `For your group.\n\n${CHAIN}` },
    ],
    [
      'by somebody who says answer her',
      { from: 'Hal Grant <hal@law.example>', text: `See below, please answer her.\n\nHal\n\n${CHAIN}` },
    ],
    [
      'by somebody who names her',
      { from: 'Hal Grant <hal@tern.example>', text: `Not mine, Ann owns this, so work with her.\n\nHal\n\n${CHAIN}` },
    ],
    [
      'with hardly a word, when she asks for the answer',
      {
        from: 'Hal Grant <hal@tern.example>',
        text: `Can somebody get this going?\n\n${CHAIN.replace(/$/, '\nPlease send the agreement to me.')}`,
      },
    ],
  ])('%s', (_meaning, sketch) => {
    expect(contact({ subject: 'FW: FW: agreement', ...sketch })).toEqual(ANN)
  })

  test('by somebody who asks for himself', () => {
    const text = `Ann is out, send it to me.\n\nHal Grant\n720-555-0177\n\n${CHAIN}`
    expect(contact({ from: 'Hal Grant <hal@tern.example>', subject: 'FW: agreement', text })).toEqual([
      'Hal Grant',
      'hal@tern.example',
      '+17205550177',
    ])
  })
})

describe('machines and offices', () => {
  test.each<readonly [string, MailSketch]>([
    [
      'a web form',
      {
        from: 'Web form <no-reply@forms.example>',
        text: 'Name: Ann Bell\nCompany: Tern\nE-mail: ann.bell@tern.example\nPhone: 801-555-0133\n\nMessage: hello',
      },
    ],
    [
      'a web form with two name fields',
      {
        from: 'no-reply@forms.example',
        text: 'First name: Ann\nLast name: Bell\nE-mail: ann.bell@tern.example\nTelephone: (801) 555-0133',
      },
    ],
    [
      'a web form that asks to answer its visitor',
      {
        from: 'Web <donotreply@forms.example>',
        text: '(This is an unmonitored address; answer the visitor, not this mail.)\n\nfirst_name ..... Ann\nlast_name ...... Bell\nemail .......... ann.bell@tern.example\nphone .......... 801-555-0133\ncomments .......\n  what do we do first?',
      },
    ],
    [
      'a portal',
      {
        from: 'tickets@tern.example',
        text: 'TICKET      7730\nREQUESTER   Ann Bell, net ops, 801-555-0133, ann.bell@tern.example\nTYPE        review',
      },
    ],
    [
      'a form typed with dots',
      {
        from: 'provisioning@tern.example',
        text: 'legal name ...... Tern Telecom LLC\ncontact ......... Ann Bell 801-555-0133\ne-mail .......... ann.bell@tern.example',
      },
    ],
    [
      'voice mail',
      {
        from: 'Voicemail <no-reply@vm.example>',
        text: 'From: CALLER +1 801-555-0133\n"Hi this is Ann Bell with Tern, please write to ann.bell@tern.example, thanks"',
      },
    ],
    [
      'a scanner with Reply-To',
      {
        from: 'MFP-3 <scan@tern.example>',
        replyTo: ['Ann Bell <ann.bell@tern.example>'],
        text: 'Scanned for Ann Bell, 801-555-0133',
      },
    ],
    [
      'a scanner and the paper',
      {
        from: 'Scanner <scan@tern.example>',
        text: '',
        attachments: [
          {
            filename: 'a.pdf',
            text: 'SIGNATURE PAGE\nBy: /s/ Roy Cast\nReturn the copy to: Ann Bell, ann.bell@tern.example, 801-555-0133',
          },
        ],
      },
    ],
    [
      'an office whose mail is signed with an address',
      {
        from: 'Certificates <certificates@tern.example>',
        text: 'Attached.\n\nAnn Bell\nann.bell@tern.example\n801-555-0133',
      },
    ],
    [
      'a paralegal with a letter',
      {
        from: 'Noor Fay <noor@tern.example>',
        text: 'Please see the attached.\n\nNoor Fay\nParalegal to Ann Bell\n801-555-0100',
        attachments: [
          {
            filename: 'letter.pdf',
            text: `TERN LAW\nAnn Bell\n(801) 555-0133\nann.bell@tern.example\n\nDear Madam:\n\n${ASK}\n\nVery truly yours,\n\nAnn Bell`,
          },
        ],
      },
    ],
    [
      'a request form with its contact',
      {
        text: `See the form.${SIGNED}`,
        attachments: [
          {
            filename: 'ARF.docx',
            text: 'Agreement Request Form\nLegal name: Tern Telecom LLC\nAgreement contact: Ann Bell, Counsel\nPhone: 801-555-0133\nE-mail: ann.bell@tern.example\nSignatory: Roy Cast, roy@tern.example',
          },
        ],
      },
    ],
  ])('%s', (_meaning, sketch) => {
    expect(contact(sketch)).toEqual(ANN)
  })

  test.each<readonly [string, string]>([
    [
      'who pays',
      'Customer Questionnaire\nBilling contact: Ann Bell\nE-mail: ann.bell@tern.example\nPhone: 801-555-0133',
    ],
    ['who signs', 'Agreement Request Form\nAuthorized signatory: Ann Bell, ann.bell@tern.example'],
  ])('a form does not mean %s', (_meaning, text) => {
    expect(contact({ text: `${ASK}${SIGNED}`, attachments: [{ filename: 'form.docx', text }] })).toEqual(KIM)
  })

  test('an address that nobody reads and nobody named', () => {
    expect(contact({ from: 'no-reply@forms.example', text: 'A document was shared.' })).toBeNull()
  })
})
