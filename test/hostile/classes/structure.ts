/** MIME structures that exhaust or mislead a parser (RFC 2045, RFC 2046). */
import { multipart } from '../../mime/mails.ts'
import { type HostileClass, MB, REQUEST, repeated, wrapped } from './hostile-class.ts'

const parts = (count: number) => multipart('mixed', 'b', ...repeated(count, () => ['', 'x']))

function nested(levels: number): string[] {
  const opened = repeated(levels, (at) => [
    ...(at > 0 ? [`--b${at - 1}`] : []),
    `Content-Type: multipart/mixed; boundary=b${at}`,
    '',
  ])
  return [...opened.flat(), `--b${levels - 1}`, '', 'deep']
}

const fileWith = (...head: readonly string[]) => multipart('mixed', 'b', ['', REQUEST], [...head])

export const STRUCTURE: readonly HostileClass[] = [
  {
    name: 'ten thousand parts',
    tries: 'make each part cost an object',
    mail: () => wrapped(...parts(10_000)),
    says: ['part-limit'],
    detail: '10,000 MIME parts; 1,000 read',
  },
  {
    name: '20,000 parts, never closed',
    tries: 'the same without an end',
    mail: () => wrapped(...parts(20_000).slice(0, -2)),
    says: ['part-limit'],
    detail: '20,000 MIME parts',
  },
  {
    name: '200 levels',
    tries: 'recurse until the stack ends',
    mail: () => wrapped(...nested(200)),
    says: ['depth-limit'],
    detail: 'deeper than 50',
  },
  {
    name: '20,000 levels',
    tries: 'the same, a hundredfold',
    mail: () => wrapped(...nested(20_000)),
    says: ['depth-limit'],
  },
  {
    name: 'a mail in a mail, 5,000 times',
    tries: 'recurse through message/rfc822',
    mail: () => wrapped(...repeated(5_000, () => ['Content-Type: message/rfc822', '']).flat(), 'x'),
    says: ['depth-limit'],
    detail: 'not opened',
  },
  {
    name: 'mails in multiparts in mails, 40 times',
    tries: 'recurse through both by turns',
    mail: () => {
      const levels = repeated(40, (at) => [
        `Content-Type: multipart/mixed; boundary=m${at}`,
        '',
        `--m${at}`,
        'Content-Type: message/rfc822',
        '',
      ])
      return wrapped(...levels.flat(), 'From: a@b.example', '', 'x')
    },
    says: ['depth-limit'],
  },
  {
    name: 'one boundary for every level',
    tries: 'confuse which multipart a line ends',
    mail: () =>
      wrapped(
        'Content-Type: multipart/mixed; boundary=b',
        ...['', '--b', 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', REQUEST, '--b--', '--b--'],
      ),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'boundaries that begin alike',
    tries: 'take the inner delimiter for the outer one',
    mail: () =>
      wrapped(
        'Content-Type: multipart/mixed; boundary=b',
        ...['', '--b', 'Content-Type: multipart/mixed; boundary=bb', '', '--bb', '', REQUEST, '--bb--', '--b--'],
      ),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'no boundary parameter',
    tries: 'a multipart that cannot be split',
    mail: () => wrapped('Content-Type: multipart/mixed', '', '--b', '', REQUEST, '--b--'),
    says: ['malformed'],
    finds: 'Acme Fiber',
  },
  {
    name: 'a boundary that never comes',
    tries: 'hide the text in a preamble',
    mail: () => wrapped('Content-Type: multipart/mixed; boundary=other', '', '--b', '', REQUEST, '--b--'),
    says: ['malformed'],
    finds: 'Acme Fiber',
  },
  {
    name: 'a boundary of a part that is no multipart',
    tries: 'a reader that splits it where another does not (found by the fuzzer)',
    mail: () =>
      wrapped(
        'Content-Type: text/plain; boundary=b',
        '',
        REQUEST,
        '--b',
        'Content-Type: application/pdf',
        '',
        'x',
        '--b--',
      ),
    says: [],
    finds: '--b--',
  },
  {
    name: 'a mail that ends at a delimiter',
    tries: 'a part whose head runs into the line before (found by the fuzzer)',
    mail: () => wrapped('Content-Type: multipart/mixed; boundary=b', '', '--b', '', REQUEST, '--b'),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'no empty line before the first delimiter',
    tries: 'a structure that one reader sees and another does not (found by the fuzzer)',
    mail: () => wrapped('Content-Type: multipart/mixed; boundary=b', '--b', '--b', '', REQUEST, '--b--'),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'an empty boundary',
    tries: 'make every line with two dashes a delimiter',
    mail: () => wrapped('Content-Type: multipart/mixed; boundary=""', '', '--', '', REQUEST, '----'),
    says: ['malformed'],
    finds: 'Acme Fiber',
  },
  {
    name: '2 MB of dashes',
    tries: 'make looking for delimiters quadratic',
    mail: () => wrapped('Content-Type: multipart/mixed; boundary=b', '', '--a\r\n'.repeat(400_000)),
    says: ['malformed'],
  },
  {
    name: '20,000 closing delimiters',
    tries: 'close what is closed',
    mail: () => wrapped(...parts(1), ...repeated(20_000, () => '--b--')),
    says: [],
  },
  {
    name: 'message/partial',
    tries: 'send a file in pieces past every check (RFC 2046 5.2.2)',
    mail: () => wrapped('Content-Type: message/partial; number=1; total=9; id=x', '', 'Subject: inner', '', REQUEST),
    says: ['not-read'],
    detail: 'a piece of a mail',
  },
  {
    name: 'message/external-body',
    tries: 'make the reader fetch a file (RFC 2046 5.2.3)',
    mail: () =>
      wrapped(
        ...fileWith(
          'Content-Type: message/external-body; access-type=URL; URL="http://169.254.169.254/latest/meta-data"',
          '',
          'Content-Type: application/pdf',
          '',
        ),
      ),
    says: ['not-read'],
    detail: 'elsewhere',
    finds: 'Acme Fiber',
  },
  {
    name: 'broken base64',
    tries: 'characters that are none, no padding, an end in the middle',
    mail: () =>
      wrapped(
        ...fileWith(
          'Content-Type: application/pdf; name=form.pdf',
          'Content-Transfer-Encoding: base64',
          '',
          `!!JVBERi0x${'*'.repeat(9_999)}=LjQK===%%`,
        ),
      ),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'an unknown transfer encoding',
    tries: 'a body that nobody can decode',
    mail: () => wrapped('Content-Transfer-Encoding: x-uuencode', '', REQUEST),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'a base64 line of 12 MB',
    tries: 'a decoder that waits for the end of the line',
    mail: () =>
      wrapped(
        ...fileWith(
          'Content-Type: application/octet-stream; name=a.bin',
          'Content-Transfer-Encoding: base64',
          '',
          'QUJD'.repeat(3 * MB),
        ),
      ),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'quoted-printable that ends in the middle',
    tries: 'read past the end of the buffer',
    mail: () => wrapped('Content-Transfer-Encoding: quoted-printable', '', `${REQUEST}=3D=C3=`),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: '900 files',
    tries: 'make each file a row and a blob',
    mail: () =>
      wrapped(
        ...multipart(
          'mixed',
          'b',
          ['', REQUEST],
          ...repeated(900, (at) => [`Content-Type: application/x-a; name=${at}.bin`, '', String(at)]),
        ),
      ),
    says: ['attachment-limit'],
    detail: 'only 500 files are listed',
    finds: 'Acme Fiber',
  },
]
