/**
 * Mutations of a mail's lines and bytes, most of them of its MIME structure. All chance comes from the number of the
 * case, so the same number gives the same bytes on every machine.
 */
import type { Chance } from '../support/chance.ts'

/** Lines that mean something to a reader of mails. */
const WORDS: readonly string[] = [
  '',
  '.',
  'From ann@acme.example Mon Mar  2 09:00:00 2026',
  'From: intagree@carrier.example',
  'From: =?utf-8?b?/w==?= <ann@acme.example>, eve@evil.example',
  'Reply-To: intagree+x@carrier.example',
  'Reply-To: <>',
  'Auto-Submitted: auto-replied',
  'Return-Path: <>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset="utf-16"',
  'Content-Type: text/html; charset=utf-7',
  'Content-Type: message/rfc822',
  'Content-Type: message/partial; id=x; number=1',
  'Content-Type: message/delivery-status',
  'Content-Type: multipart/mixed',
  'Content-Type: multipart/signed; boundary=inner; protocol="application/pkcs7-signature"',
  'Content-Type: multipart/digest; boundary="outer"',
  'Content-Type: multipart/alternative; boundary=b',
  'Content-Type: application/pdf; name*0*=utf-8\'\'%FF; name*1="../a"',
  'Content-Type: application/ms-tnef; name=winmail.dat',
  'Content-Type: text/plain; format=flowed; delsp=yes',
  'Content-Type:',
  'Content-Transfer-Encoding: base64',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Transfer-Encoding: x-unknown',
  'Content-Disposition: attachment; filename="=?utf-8?q?=E2=80=AE?=.exe"',
  'Content-Disposition: inline',
  '--outer',
  '--outer--',
  '--inner',
  '--inner--',
  '--b',
  '--b--',
  '--',
  ' folded',
  '\tfolded',
  'no field',
  '=?utf-8?q?=00=0D=0A?=',
  '=',
  '=ZZ',
  '<html><body><table><tr><td>',
  '> > > quoted',
  '\0',
  '\xff\xfe\xed\xa0\x80',
]

const MARKS = [
  ...`)]}>"'!?*.,;:-_=([{<&#%@/\\|~ \t1aA`,
  ') ',
  'a ',
  'A. ',
  '. ',
  "'s ",
  '-1',
  'a@',
  'a.',
  '(1',
  ': ',
  '\n>',
  'Inc. ',
  'and ',
  '47 ',
  '$1,',
]

type Mutation = (bytes: Buffer, chance: Chance, other: () => Buffer) => Buffer

const LARGEST = 200_000

/** One to eight mutations, one after the other. */
export function mutate(bytes: Buffer, chance: Chance, other: () => Buffer): Buffer {
  let mutated = bytes
  for (let rest = 1 + chance.whole(8); rest > 0; rest -= 1)
    mutated = chance.pick(MUTATIONS)(mutated, chance, other).subarray(0, LARGEST)
  return mutated
}

const MUTATIONS: readonly Mutation[] = [
  onLines((lines, chance) => lines.splice(chance.whole(lines.length + 1), 0, chance.pick(WORDS))),
  onLines((lines, chance) => lines.splice(chance.whole(lines.length + 1), 0, chance.pick(WORDS))),
  onLines((lines, chance) => lines.splice(chance.whole(lines.length), 1 + chance.whole(4))),
  onLines((lines, chance) => (lines[chance.whole(lines.length)] = chance.pick(WORDS))),
  onLines((lines, chance) => lines.splice(chance.whole(lines.length), 0, ...some(lines, chance))),
  onLines((lines, chance) =>
    lines.splice(chance.whole(lines.length), 0, ...new Array(chance.whole(1_500)).fill(chance.pick(lines))),
  ),
  onLines((lines, chance) => {
    const at = chance.whole(lines.length)
    lines.splice(at, 0, ...lines.splice(chance.whole(lines.length), 1 + chance.whole(12)))
  }),
  // A delimiter of the mail's own, where it does not belong, or a little different.
  onLines((lines, chance) => {
    const delimiters = lines.filter((line) => line.startsWith('--'))
    if (delimiters.length === 0) return
    const line = chance.pick(delimiters)
    lines.splice(
      chance.whole(lines.length),
      0,
      chance.pick([line, `${line}--`, `${line} `, `${line}x`, line.slice(0, -1), `\t${line}`]),
    )
  }),
  onLines((lines, chance) => {
    const at = chance.whole(lines.length)
    lines[at] = (lines[at] ?? '').repeat(1 + chance.whole(400)).slice(0, 100_000)
  }),
  // A run of one mark, then something else: what patterns backtrack over.
  onLines((lines, chance) => {
    const at = chance.whole(lines.length)
    const line = lines[at] ?? ''
    const run = chance.pick(MARKS).repeat(1 + chance.whole(chance.pick([40, 40, 3_000, 60_000])))
    const cut = chance.whole(line.length + 1)
    lines[at] = line.slice(0, cut) + run + line.slice(cut)
  }),
  // Other line ends, here and there.
  (bytes, chance) => {
    const [from, end] = [chance.pick(['\r\n', '\n']), chance.pick(['\n', '\r', '\r\r\n', '\n\n', ''])]
    const text = bytes.toString('latin1')
    const at = chance.whole(text.length + 1)
    return latin1(text.slice(0, at) + text.slice(at).split(from).join(end))
  },
  (bytes, chance) => bytes.subarray(0, chance.whole(bytes.length + 1)),
  (bytes, chance) => {
    const copy = Buffer.from(bytes)
    for (let rest = 1 + chance.whole(16); rest > 0 && copy.length > 0; rest -= 1)
      copy[chance.whole(copy.length)] = chance.whole(256)
    return copy
  },
  // The rest of another mail.
  (bytes, chance, other) => {
    const rest = other()
    return Buffer.concat([
      bytes.subarray(0, chance.whole(bytes.length + 1)),
      rest.subarray(chance.whole(rest.length + 1)),
    ])
  },
  // The whole mail within another one.
  (bytes, chance) => {
    const type = chance.pick(['message/rfc822', 'multipart/mixed; boundary=inner', 'text/plain', 'message/global'])
    return Buffer.concat([latin1(`From: a@b.example\r\nSubject: around\r\nContent-Type: ${type}\r\n\r\n`), bytes])
  },
  // One word of a parameter or a value is another.
  (bytes, chance) => {
    const text = bytes.toString('latin1')
    const words = [...text.slice(0, 20_000).matchAll(/[=;:,"<>()]\s*[\w.@/+-]+/g)]
    if (words.length === 0) return bytes
    const word = chance.pick(words)
    const instead = chance.pick([
      '',
      '"',
      ';',
      '=',
      '(',
      '<',
      '\\',
      '\0',
      'a'.repeat(200),
      '*0*=',
      ',,,,',
      '@',
      '=?',
      ' \r\n ',
    ])
    return latin1(text.slice(0, word.index + 1) + instead + text.slice(word.index + 1))
  },
]

function onLines(change: (lines: string[], chance: Chance) => unknown): Mutation {
  return (bytes, chance) => {
    const lines = bytes.toString('latin1').split('\r\n')
    change(lines, chance)
    return latin1(lines.join('\r\n'))
  }
}

function some(lines: readonly string[], chance: Chance): readonly string[] {
  const at = chance.whole(lines.length)
  return lines.slice(at, at + 1 + chance.whole(20))
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}
