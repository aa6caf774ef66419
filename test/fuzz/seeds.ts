/** What is mutated: ordinary mails of every sort, and the hostile classes that are small enough to be quick. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { docx, p } from '../documents/build/office.ts'
import { pdf } from '../documents/build/pdf.ts'
import { attribute, tnef } from '../documents/build/tnef.ts'
import { zip } from '../documents/build/zip.ts'
import { HOSTILE } from '../hostile/classes/index.ts'
import { mail, mailWithFiles, multipart, ORDINARY_HEADER } from '../mime/mails.ts'

export interface Seed {
  readonly name: string
  readonly bytes: Buffer
}

const LARGEST = 48 * 1024
const ONE_OF_EACH = join(import.meta.dirname, '../mails/one-of-each')

export function seeds(): readonly Seed[] {
  const written = readdirSync(ONE_OF_EACH)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(ONE_OF_EACH, name)) }))
  // A mail that is small and slow would be tried too rarely to find anything, and be found slow each time.
  const hostile = Object.values(HOSTILE)
    .flat()
    .filter(({ name }) => !/^1 MB|bomb|40,000|40 MB/.test(name))
    .map((one) => ({ name: one.name, bytes: one.mail() }))
  return [...written, ...STRUCTURED, ...hostile].filter(({ bytes }) => bytes.length <= LARGEST)
}

const ALTERNATIVE = multipart(
  'alternative',
  'inner',
  ['', 'plain words'],
  ['Content-Type: text/html', '', '<p>words</p>'],
)
const FORM = pdf([{ words: [[50, 700, 'Alder Fork Telephone']] }])

const STRUCTURED: readonly Seed[] = [
  {
    name: 'alternatives and a file',
    bytes: mail(...ORDINARY_HEADER, ...multipart('mixed', 'outer', ALTERNATIVE, base64(FORM))),
  },
  {
    name: 'a mail in a mail',
    bytes: mail(
      ...ORDINARY_HEADER,
      ...multipart(
        'mixed',
        'outer',
        ['', 'see below'],
        [
          'Content-Type: message/rfc822',
          '',
          ...ORDINARY_HEADER,
          ...multipart('mixed', 'deeper', ALTERNATIVE, ['Content-Type: text/csv; name=a.csv', '', 'a,b']),
        ],
      ),
    ),
  },
  {
    name: 'a delivery report',
    bytes: mail(
      'From: MAILER-DAEMON@mx.example',
      'To: intagree@carrier.example',
      'Subject: Undelivered',
      'Auto-Submitted: auto-replied',
      ...multipart(
        'report; report-type=delivery-status',
        'r',
        ['', 'it failed'],
        [
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mx.example',
          '',
          'Final-Recipient: rfc822; ann@acme.example',
          'Action: failed',
          'Status: 5.1.1',
        ],
      ),
    ),
  },
  {
    name: 'packed files',
    bytes: mailWithFiles(
      { name: 'form.docx', type: 'application/zip', bytes: docx(p('Alder Fork')) },
      { name: 'winmail.dat', type: 'application/ms-tnef', bytes: tnef(attribute(0x800c, 'Alder Fork\0')) },
      { name: 'papers.zip', type: 'application/zip', bytes: zip([{ name: 'form.pdf', content: FORM }]) },
    ),
  },
  {
    name: 'from ourselves',
    bytes: mail('From: intagree@carrier.example', 'Subject: agreement', '', 'Please negotiate.'),
  },
]

function base64(bytes: Buffer): string[] {
  return [
    'Content-Type: application/pdf; name="form.pdf"',
    'Content-Disposition: attachment; filename="form.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
  ]
}
