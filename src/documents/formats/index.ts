/** The file formats that are known, in the order in which they are asked. Readers load when first needed. */
import type { Format } from '../format.ts'

/** File signatures. A PDF may have up to 1 KB before its own (ISO 32000-1, annex H). */
const startsWith = (...signatures: readonly string[]) => {
  return (head: Buffer) =>
    signatures.some((signature) => head.subarray(0, signature.length).toString('latin1') === signature)
}
const never = () => false
const isZip = startsWith('PK\x03\x04', 'PK\x05\x06')
const isTnef = startsWith('\x78\x9f\x3e\x22')
/** A file inside may begin within the first bytes. */
const isWrapping = (head: Buffer) => isZip(head) || isTnef(head)
const beginsWithPage = (head: Buffer) => /^\s*(?:<!--[^>]{0,200}-->\s*)?<(?:!doctype html|html)\b/i.test(textOf(head))

export const FORMATS = [
  {
    name: 'pdf',
    begins: (head) => head.subarray(0, 1024).includes('%PDF-') && !isWrapping(head),
    types: /^application\/(?:x-)?pdf$/,
    extensions: ['pdf'],
    load: async () => (await import('./pdf.ts')).readPdf,
  },
  {
    name: 'docx',
    begins: isZip,
    holds: (members) => has(members, /^word\/document\d*\.xml$/),
    types: /wordprocessingml|ms-word\.\w+\.macroenabled/,
    extensions: ['docx', 'docm', 'dotx', 'dotm'],
    load: async () => (await import('./docx.ts')).readDocx,
  },
  {
    name: 'xlsx',
    begins: isZip,
    holds: (members) => has(members, /^xl\/workbook\.xml$/),
    types: /spreadsheetml|ms-excel\.(?:sheet|template)\.macroenabled/,
    extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
    load: async () => (await import('./xlsx.ts')).readXlsx,
  },
  {
    name: 'odt',
    begins: isZip,
    holds: (members) => members.has('mimetype') && members.has('content.xml'),
    types: /oasis\.opendocument\.(?:text|spreadsheet)/,
    extensions: ['odt', 'ods', 'ott'],
    load: async () => (await import('./odt.ts')).readOdt,
  },
  {
    name: 'unread-package',
    begins: isZip,
    holds: (members) => has(members, /^(?:ppt\/presentation\.xml|xl\/workbook\.bin|Index\/Document\.iwa)$/),
    types: /presentationml|sheet\.binary/,
    extensions: ['pptx', 'xlsb', 'pages'],
    load: async () => (await import('./unread-package.ts')).readUnreadPackage,
  },
  {
    name: 'zip',
    begins: isZip,
    types: /^application\/(?:x-)?zip(?:-compressed)?$/,
    extensions: ['zip'],
    load: async () => (await import('./zip.ts')).readZip,
  },
  {
    name: 'rtf',
    begins: startsWith('{\\rtf'),
    types: /^(?:application|text)\/rtf$/,
    extensions: ['rtf'],
    load: async () => (await import('./rtf.ts')).readRtf,
  },
  {
    name: 'ole',
    begins: startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    types: /^application\/(?:msword|vnd\.ms-(?:excel|powerpoint|outlook)|x-cfb)$/,
    extensions: ['doc', 'xls', 'dot', 'msg'],
    load: async () => (await import('./ole.ts')).readOle,
  },
  {
    name: 'tnef',
    begins: isTnef,
    types: /^application\/(?:ms-tnef|vnd\.ms-tnef)$/,
    extensions: [],
    load: async () => (await import('./tnef.ts')).readTnef,
  },
  {
    name: 'smime',
    begins: never,
    types: /^application\/(?:x-)?pkcs7-mime$/,
    extensions: ['p7m'],
    load: async () => (await import('./smime.ts')).readSmime,
  },
  {
    name: 'pgp',
    begins: startsWith('-----BEGIN PGP '),
    types: /^application\/pgp-encrypted$/,
    extensions: ['pgp', 'gpg'],
    load: async () => (await import('./pgp.ts')).readPgp,
  },
  {
    name: 'html',
    begins: beginsWithPage,
    types: /^(?:text\/html|application\/xhtml\+xml)$/,
    extensions: ['html', 'htm'],
    load: async () => (await import('./html.ts')).readHtml,
  },
  {
    name: 'plain',
    begins: never,
    types: /^text\/(?:plain|csv|tab-separated-values)$/,
    extensions: ['txt', 'csv', 'tsv'],
    load: async () => (await import('./plain.ts')).readPlain,
  },
  {
    name: 'unread',
    begins: startsWith('Rar!\x1a\x07', "7z\xbc\xaf'\x1c", '\xffWPC'),
    types: /x-rar|vnd\.rar|x-7z|wordperfect/,
    extensions: ['ppt', 'wpd', 'rar', '7z', 'vsd', 'vsdx'],
    load: async () => (await import('./unread.ts')).readUnread,
  },
] as const satisfies readonly Format[]

function has(members: ReadonlySet<string>, name: RegExp): boolean {
  for (const member of members) if (name.test(member)) return true
  return false
}

function textOf(head: Buffer): string {
  return head.toString('latin1', 0, 1024)
}
