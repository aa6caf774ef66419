/** Words that mean something where we write them: a letter, a digest, a page, a terminal, a table. */
import { multipart } from '../../mime/mails.ts'
import { type HostileClass, headed, wrapped } from './hostile-class.ts'

/** A request in which a company has this name, and so has whoever signs. */
function named(company: string, subject = `Agreement for ${company}`): Buffer {
  return headed(
    {
      From: `"${company.replaceAll('"', "'")}" <ann@acme.example>`,
      Subject: subject,
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
    },
    '',
    'We would like to negotiate an interconnection agreement for Colorado.',
    `Legal name of the company: ${company}`,
    '',
    'Ann Lee',
    company,
  )
}

export const WORDS: readonly HostileClass[] = [
  {
    name: 'markup as a company name',
    tries: 'run in the digest or in our reply',
    mail: () => named('<img src=x onerror=alert(1)> Fiber, LLC'),
    says: [],
  },
  {
    name: 'markup that ends ours',
    tries: 'leave an attribute, a comment, a style',
    mail: () => named('"\'></td></style><!-- Fiber, LLC'),
    says: [],
  },
  {
    name: 'template syntax as a company name',
    tries: 'have our templates print what they know',
    mail: () => named('{{caseRef}} {{{team}}} {{#with this}}{{constructor}}{{/with}} Fiber, LLC'),
    says: [],
  },
  {
    name: 'other template languages',
    tries: 'the same for programs behind us',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the attack
    mail: () => named('${7*7} #{7*7} <%= 7*7 %> {% debug %} Fiber, LLC'),
    says: [],
  },
  {
    name: 'a formula as a company name',
    tries: 'run in the spreadsheet that somebody makes of a list',
    mail: () => named('=HYPERLINK("http://evil.example","x") Fiber, LLC', '=cmd|/C calc!A0'),
    says: [],
  },
  {
    name: 'SQL as a company name',
    tries: 'end a statement',
    mail: () => named("Robert'); DROP TABLE message; -- Fiber, LLC"),
    says: [],
  },
  {
    name: 'links as a company name',
    tries: 'have our letter link to a place of theirs',
    mail: () => named('https://evil.example/login Fiber, LLC'),
    says: [],
  },
  {
    name: 'a company name of 5,000 characters',
    tries: 'break the layout, the subject, the index',
    mail: () => named(`${'Acme'.repeat(1_250)} Fiber, LLC`),
    says: [],
  },
  {
    name: 'our reference of another case',
    tries: 'be filed with somebody else',
    mail: () =>
      headed({ Subject: 'Re: agreement [CLEC-2026-00001]', References: '<ack.CLEC-2026-00001@carrier.example>' }),
    says: [],
  },
  {
    name: 'orders for the desk',
    tries: 'be taken for a negotiator',
    mail: () =>
      headed(
        { From: 'Anna Keller <anna@carrier.example>', Subject: 'Re: digest' },
        '',
        '1 ok',
        'close CLEC-2026-00001',
        'approve 1',
      ),
    answers: 'anna@carrier.example',
    says: [],
  },
  {
    name: 'file names with paths',
    tries: 'write outside of the folder (../../)',
    mail: () =>
      wrapped(
        ...multipart(
          'mixed',
          'b',
          ['', 'Please find our completed agreement request form attached. Acme Fiber, LLC, Colorado.'],
          ['Content-Type: application/pdf; name="../../../etc/passwd"', '', '%PDF-'],
          [
            'Content-Type: application/pdf',
            'Content-Disposition: attachment; filename="C:\\Windows\\a.pdf"',
            '',
            '%PDF-',
          ],
          [
            'Content-Type: application/pdf',
            "Content-Disposition: attachment; filename*=utf-8''..%2F..%2Fb%00.pdf",
            '',
            '%PDF-',
          ],
        ),
      ),
    says: [],
    finds: 'Acme Fiber',
    hides: ['../', '..\\', 'C:\\'],
  },
  {
    name: 'file names with direction marks',
    tries: 'an .exe that looks like a .pdf',
    mail: () =>
      Buffer.from(
        wrapped(
          ...multipart(
            'mixed',
            'b',
            ['', 'Form attached. Acme Fiber, LLC.'],
            [
              'Content-Type: application/pdf',
              "Content-Disposition: attachment; filename*=utf-8''form%E2%80%AEfdp.exe",
              '',
              'MZ',
            ],
          ),
        ),
      ),
    says: [],
    finds: 'Acme Fiber',
    hides: ['\u202e'],
  },
  {
    name: 'file names of 300 characters',
    tries: 'a name that no file system takes',
    mail: () =>
      wrapped(
        ...multipart(
          'mixed',
          'b',
          ['', 'Form attached. Acme Fiber, LLC.'],
          [`Content-Type: application/pdf; name="${'form '.repeat(60)}.pdf"`, '', '%PDF-'],
        ),
      ),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'markup as a file name',
    tries: 'run where files are listed',
    mail: () =>
      wrapped(
        ...multipart(
          'mixed',
          'b',
          ['', 'Our completed agreement request form and certification are attached. Acme Fiber, LLC, Colorado.'],
          ['Content-Type: application/pdf; name="<script>alert(1)<script>certification.pdf"', '', '%PDF-'],
        ),
      ),
    says: [],
    finds: 'Acme Fiber',
  },
]
