import { describe, expect, test } from 'vitest'
import { companyOf } from '../../../src/domain/understand/facts/company/company.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

type Row = readonly [meaning: string, mail: MailSketch, want: string | null]

function companyIn(mail: MailSketch): string | null {
  const reading = readingOf(aMail({ subject: 'Agreement', from: 'Pat Doe <pat@post.example>', ...mail }))
  return companyOf(reading, ['intagree@carrier.example']).company
}

describe('names as they are spoken and copied', () => {
  test.each<Row>([
    ['with the comma said', { text: 'This is Buck with High Wave comma LLC, call me.' }, 'High Wave, LLC'],
    [
      'small throughout, by a machine that listened',
      { text: 'hi this is gwen with tarry voice company in fairplay and we need an agreement' },
      'tarry voice company',
    ],
    [
      'small throughout, of a body',
      { text: 'this is delphine from red mesa telecommunications authority, can we order' },
      'red mesa telecommunications authority',
    ],
    ['nobody in particular', { text: 'i am calling for a small telephone company in utah' }, null],
    [
      'by those who decide for it',
      { text: 'The Board of the Sage Utility Authority resolved.' },
      'Sage Utility Authority',
    ],
    [
      'by its directors',
      { text: 'RESOLVED by the Board of Directors of Wide Lake Telephone Cooperative, that we adopt.' },
      'Wide Lake Telephone Cooperative',
    ],
    ['behind a number', { text: 'We wait for Amendment No. 2 of Acme Fiber LLC.' }, 'Acme Fiber LLC'],
    ['of Canada', { text: 'The Utah agreement of Nord Télécom ULC is marked up.' }, 'Nord Télécom ULC'],
    [
      'without its accents in somebody else’s paper',
      {
        text: 'Here is the certificate for Voix Boréale, Inc.',
        attachments: [
          { filename: 'c.txt', mediaType: 'text/plain', text: 'Certificate issued to: VOIX BOREALE, INC.\nUtah' },
        ],
      },
      'Voix Boréale, Inc.',
    ],
  ])('%s', (_meaning, mail, want) => expect(companyIn(mail)).toBe(want))
})

describe('the one name that is left', () => {
  test.each<Row>([
    ['in the subject of an answer', { subject: 'Re: Tern Wireless', text: 'I retired at Christmas.' }, 'Tern Wireless'],
    [
      'by somebody who asks about it',
      { text: 'I would like to read your agreement with Dakota Sky Voice.' },
      'Dakota Sky Voice',
    ],
    [
      'of which the shares are sold',
      { text: 'A buyer acquires all the stock of Acme Telephone Company.' },
      'Acme Telephone Company',
    ],
    [
      'of its bank’s customer',
      {
        from: 'Norm <norm@plainsbank.example>',
        text: 'At the request of our customer, Acme Fiber, Inc., we give this reference.',
      },
      'Acme Fiber, Inc.',
    ],
    [
      'of the one who gives its agreement away',
      {
        from: 'Ike <ike@sablemesatrust.example>',
        text: 'We intend to assign the Utah agreement of Sable Mesa, Inc. to Uinta Telephone LLC.',
      },
      'Sable Mesa, Inc.',
    ],
    [
      'not one of four',
      { text: 'This firm stands in four agreements: Kestrel Telephone, Rimrock Dial, Odell Wireless and Forks Fiber.' },
      null,
    ],
    ['not one of a docket', { text: 'Front Range Voice, docket 22A-417T. I had the name wrong.' }, null],
    ['no commission', { text: 'How many adopted?\n\nImogen Haas\nPublic Utility Commission staff' }, null],
  ])('%s', (_meaning, mail, want) => expect(companyIn(mail)).toBe(want))
})

describe('names of towns, districts and families', () => {
  test.each<Row>([
    [
      'a district that is written in two ways',
      {
        from: 'Pat Doe <pat@camaspud.example>',
        subject: 'PUD No. 2 of Camas',
        text: 'Public Utility District No. 2 of Camas asks for an agreement.\n\nPat Doe\nPUD No. 2 of Camas',
      },
      'Public Utility District No. 2 of Camas',
    ],
    [
      'a city whose first words stand alone elsewhere',
      {
        subject: 'City of Vesper Falls, request',
        text: 'The form of Vesper Falls is enclosed; Fox Telecom wants nothing.',
      },
      'City of Vesper Falls',
    ],
    [
      'a department of several trades',
      { from: 'Pat <pat@juniperlight.example>', text: 'Any news?\n\nPat\nJuniper Municipal Light, Water & Fiber' },
      'Juniper Municipal Light, Water & Fiber',
    ],
    [
      'a family that runs it',
      { from: 'Shawna Rudd <office@ruddair.example>', text: 'Filed?\n\nShawna, Rudd Air' },
      'Rudd Air',
    ],
    [
      'a mutual that is no insurer',
      { text: 'Our board (Canyon Mutual Broadband Association) would like that.' },
      'Canyon Mutual Broadband Association',
    ],
    [
      'behind a street',
      { text: 'POI at our cabinet on Front St. Rudd Air Internet LLC, Idaho.' },
      'Rudd Air Internet LLC',
    ],
    ['with a Spanish joiner', { text: 'We are Rio en Medio Voice LLC.' }, 'Rio en Medio Voice LLC'],
    ['behind "say"', { text: 'Say Acme Telephone, LLC adopts the Hood agreement.' }, 'Acme Telephone, LLC'],
    [
      'behind a person one met',
      { text: 'Sat down with Greta Monsoon of Pine Light, Inc. yesterday.' },
      'Pine Light, Inc.',
    ],
    [
      'that it will legally be',
      { text: 'Effective April 1, Acme of Arizona, Inc. will do business as, and legally be, Saltriver Line Company.' },
      'Saltriver Line Company',
    ],
    [
      'that the consolidated one bears',
      {
        text: 'Kettle Cooperative and Moose Company will consolidate, and the entity will bear the name Twin Rivers Cooperative.',
      },
      'Twin Rivers Cooperative',
    ],
    [
      'the adopter',
      {
        subject: 'Acme: adoption by Acme Local, LLC',
        text: 'Acme Local, LLC adopts the Lark Carriers, Inc. agreement.',
      },
      'Acme Local, LLC',
    ],
  ])('%s', (_meaning, mail, want) => expect(companyIn(mail)).toBe(want))
})
