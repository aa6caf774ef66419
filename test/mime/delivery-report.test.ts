import { expect, it } from 'vitest'
import { mail, multipart, ORDINARY_HEADER, readBytes } from './mails.ts'

const STATUS = [
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.acme.example',
  'Original-Envelope-Id: case-17',
  '',
  'Original-Recipient: rfc822;Ann@Acme.example',
  'Final-Recipient: RFC822; ann.lee@inside.acme.example',
  'Action: failed',
  'Status: 5.1.1 (no such user)',
  'Diagnostic-Code: smtp; 550',
  ' 5.1.1 unknown',
  '',
  'Final-Recipient: rfc822; bo@acme.example',
  'Action: Delayed',
  'Status: 4.4.1',
]
const NOTE = ['', 'Your mail could not be delivered.']
const report = (...parts: string[][]) => mail(...ORDINARY_HEADER, ...multipart('report', 'b', NOTE, ...parts))

it('reads each recipient, the envelope and the mail it is about', async () => {
  const returned = ['Content-Type: text/rfc822-headers', '', 'Subject: ours', 'Message-ID:', ' <out-1@carrier.example>']
  const { deliveryReport, text } = await readBytes(report(STATUS, returned))
  expect(text).toBe('Your mail could not be delivered.')
  expect(deliveryReport).toEqual({
    originalMessageId: '<out-1@carrier.example>',
    envelopeId: 'case-17',
    recipients: [
      { recipient: 'ann@acme.example', action: 'failed', status: '5.1.1' },
      { recipient: 'bo@acme.example', action: 'delayed', status: '4.4.1' },
    ],
  })
})

it('finds the Message-ID in a returned mail, and not in its text', async () => {
  const returned = [
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <out-2@carrier.example>',
    '',
    'Message-ID: <no@x.test>',
  ]
  expect((await readBytes(report(STATUS, returned))).deliveryReport?.originalMessageId).toBe('<out-2@carrier.example>')
  expect((await readBytes(report(STATUS))).deliveryReport?.originalMessageId).toBeNull()
})

it('is null for a mail without a status part', async () => {
  expect((await readBytes(report())).deliveryReport).toBeNull()
})
