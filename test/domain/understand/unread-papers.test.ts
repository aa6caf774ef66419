import { expect, test } from 'vitest'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { pointsAtUnreadPapers } from '../../../src/domain/understand/unread-papers.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const SCAN = { filename: 'scan0001.pdf' }
const ATTACHED: MailSketch = { subject: 'Hello', text: 'Please see attached.', attachments: [SCAN] }

test.each<readonly [what: string, only: boolean, mail: MailSketch]>([
  ['a scan and next to no words', true, ATTACHED],
  ['a photograph', true, { ...ATTACHED, attachments: [{ filename: 'IMG_2041.jpg' }] }],
  ['a scan that was read', false, { ...ATTACHED, attachments: [{ ...SCAN, text: 'Certificate of insurance' }] }],
  ['a file with a name that says what it is', false, { ...ATTACHED, attachments: [{ filename: 'insurance.pdf' }] }],
  ['a scan in a thread, which tells more', false, { ...ATTACHED, inReplyTo: '<a@carrier.example>' }],
  ['no file at all', false, { ...ATTACHED, attachments: [] }],
])('whether only unread papers can tell: %s', (_what, only, sketch) => {
  const mail = aMail(sketch)
  expect(
    pointsAtUnreadPapers(
      readingOf(mail),
      mail.attachments.map(() => 'other'),
    ),
  ).toBe(only)
})
