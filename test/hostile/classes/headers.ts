/** Headers: missing, repeated, endless, and made to be taken for others (RFC 5322). */
import { mail, ORDINARY_HEADER } from '../../mime/mails.ts'
import { type HostileClass, headed, MB, REQUEST, repeated, wrapped } from './hostile-class.ts'

export const HEADERS: readonly HostileClass[] = [
  { name: 'no bytes', tries: 'nothing at all', mail: () => Buffer.alloc(0), says: ['empty'], silent: true },
  {
    name: 'only line ends',
    tries: 'a mail of nothing',
    mail: () => mail('', '', ''),
    says: ['no-header'],
    silent: true,
  },
  {
    name: 'no header',
    tries: 'a body alone',
    mail: () => mail('', REQUEST),
    says: ['no-header', 'no-date'],
    silent: true,
    finds: 'Acme Fiber',
  },
  {
    name: 'no From',
    tries: 'a sender who is nobody',
    mail: () => headed({ From: null }),
    says: [],
    silent: true,
    finds: 'Acme Fiber',
  },
  {
    name: 'no Date, no Message-ID, no Subject',
    tries: 'nothing to tell two mails apart by',
    mail: () => headed({ Date: null, 'Message-ID': null, Subject: null }),
    says: ['no-date'],
    finds: 'Acme Fiber',
  },
  {
    name: 'every field twice',
    tries: 'two readers see two senders (RFC 5322 3.6)',
    mail: () =>
      mail(...ORDINARY_HEADER, 'From: chief@other.example', 'Subject: b', 'Date: x', 'To: c@d.example', '', REQUEST),
    says: ['repeated-header'],
    finds: 'Acme Fiber',
  },
  {
    name: 'two senders in one From',
    tries: 'the answer goes to the second',
    mail: () => headed({ From: 'Ann <ann@acme.example>, Eve <eve@evil.example>' }),
    says: [],
  },
  {
    name: 'NUL bytes',
    tries: 'end a string early, or the database refuses the row',
    mail: () => headed({ Subject: 'Inter\0connection', 'X-\0': 'a' }, '', `\0${REQUEST}\0\0`),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'bare LF',
    tries: 'smuggle a second header past a server that wants CRLF',
    mail: () => Buffer.from([...ORDINARY_HEADER, '', REQUEST, '.', 'MAIL FROM:<a@b.example>'].join('\n')),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'bare CR',
    tries: 'lines that some readers see and others do not',
    mail: () => Buffer.from([...ORDINARY_HEADER, '', REQUEST].join('\r')),
    says: ['malformed'],
  },
  {
    name: 'a header line of 5 MB',
    tries: 'hide the fields below it, or fill the memory',
    mail: () => mail(`X-Long: ${'a'.repeat(5 * MB)}`, ...ORDINARY_HEADER, '', REQUEST),
    says: ['header-limit'],
    detail: '5,243,',
    finds: 'Acme Fiber',
  },
  {
    name: 'a first line of 5 MB',
    tries: 'the same without a colon',
    mail: () => Buffer.alloc(5 * MB, 'a'),
    says: ['no-date', 'no-header', 'text-limit'],
    detail: '5,242,880 bytes',
    silent: true,
  },
  {
    name: '100,000 fields',
    tries: 'make each field cost an object',
    mail: () => mail(...ORDINARY_HEADER, ...repeated(100_000, () => 'A: b'), '', REQUEST),
    says: ['header-limit'],
    detail: 'cut',
    finds: 'Acme Fiber',
  },
  {
    name: 'folded without end',
    tries: 'one field of 200,000 lines',
    mail: () => mail(...ORDINARY_HEADER, `X-A: a${'\r\n a'.repeat(200_000)}`, '', REQUEST),
    says: ['header-limit'],
    finds: 'Acme Fiber',
  },
  {
    name: 'References without end',
    tries: 'look 3,000 mails up',
    mail: () => wrapped(`References:${' <a@b.test>'.repeat(3_000)}`, '', REQUEST),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'encoded words without end',
    tries: 'make decoding quadratic (RFC 2047)',
    mail: () => wrapped(`X-A: ${'=?utf-8?q?a?= '.repeat(9_000)}`, '', REQUEST),
    says: ['header-limit'],
  },
  {
    name: 'encoded words never closed',
    tries: 'the same for a pattern that backtracks',
    mail: () => wrapped(`X-A: ${'=?utf-8?q?'.repeat(9_000)}`, '', REQUEST),
    says: ['header-limit'],
  },
  {
    name: 'comments never closed',
    tries: 'recurse into 60,000 brackets',
    mail: () => wrapped(`Cc: ${'('.repeat(60_000)}`, '', REQUEST),
    says: [],
  },
  {
    name: 'addresses that are hardly any',
    tries: 'make the parser of addresses quadratic, also where the sender is checked (GHSA-2x7j-588g-ccc2)',
    mail: () =>
      headed({
        'DKIM-Signature': 'v=1; a=rsa-sha256; d=acme.example; s=one; h=from; bh=aaaa; b=aaaa',
        'Return-Path': folded('a;', 60_000),
        From: `${folded('a.', 60_000)}ann@acme.example`,
      }),
    says: [],
    silent: true,
    finds: 'Acme Fiber',
  },
  {
    name: 'parameters without end',
    tries: 'RFC 2231 continuations that are put together for ever',
    mail: () => wrapped(`Content-Type: text/plain${'; a*0*=x'.repeat(5_000)}`, '', REQUEST),
    says: [],
  },
  {
    name: 'a line end in an encoded subject',
    tries: 'a Bcc field in our reply',
    mail: () => headed({ Subject: '=?utf-8?q?Agreement=0D=0ABcc:_victim@evil.example=0D=0A=0D=0A<b>hi?=' }),
    says: [],
    finds: 'Acme Fiber',
  },
  {
    name: 'a subject of 60,000 characters',
    tries: 'a reply that no server takes',
    mail: () => headed({ Subject: 'agreement '.repeat(6_000) }),
    says: [],
  },
  {
    name: 'a Message-ID with commands in it',
    tries: 'lines of its own in our References',
    mail: () => headed({ 'Message-ID': '<1@acme.example>\r\n <x y\t"; DROP TABLE message; --"@evil.example>' }),
    says: [],
  },
  {
    name: 'a date in the year 275,760',
    tries: 'break the arithmetic of clocks',
    mail: () => headed({ Date: 'Sat, 13 Sep 275760 00:00:00 +9999' }),
    says: ['no-date'],
    finds: 'Acme Fiber',
  },
]

/** A value of so many characters, on lines that the check of a sender still looks at. */
function folded(unit: string, characters: number): string {
  const lines = Math.ceil(characters / 15_000)
  return repeated(lines, () => unit.repeat(characters / lines / unit.length)).join('\r\n ')
}
