import { describe, expect, it } from 'vitest'
import { cleanLine } from '../../src/mime/clean.ts'
import { readDate } from '../../src/mime/date.ts'
import { unflow } from '../../src/mime/flowed.ts'
import { decodeWords, readAddresses, readMessageIds } from '../../src/mime/header-values.ts'
import { htmlToText } from '../../src/text/html-text.ts'
import { mail, readBytes } from './mails.ts'

describe('date', () => {
  it.each([
    ['Mon, 2 Mar 2026 09:00:00 -0700', '2026-03-02T16:00:00.000Z'],
    ['2 Mar 26 09:00 MST', '2026-03-02T16:00:00.000Z'],
    ['Mon, 02 Mar 2026 09:00:00 +0000 (UTC)', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
    ['Mon, 02-Mar-2026 09.00.00 GMT', '2026-03-02T09:00:00.000Z'],
    ['yesterday', null],
    ['Mon, 2 Mar 0026 09:00:00 -0700', null],
    ['32 Mar 2026 09:00:00 +0000', null],
    ['', null],
  ])('%s', (value, iso) => expect(readDate(value)).toBe(iso))
})

describe('addresses', () => {
  it.each([
    ['Ann <Ann@ACME.example>', [['Ann', 'ann@acme.example']]],
    [
      '"Lee, Ann" <a@b.test>, c@d.test',
      [
        ['Lee, Ann', 'a@b.test'],
        ['', 'c@d.test'],
      ],
    ],
    [
      'Team: a@b.test, Bo <c@d.test>;',
      [
        ['', 'a@b.test'],
        ['Bo', 'c@d.test'],
      ],
    ],
    ['=?utf-8?q?Gr=C3=BCn=2C_Jo?= <g@x.test>', [['Grün, Jo', 'g@x.test']]],
    ['undisclosed-recipients:;', []],
    ['<>', []],
  ])('%s', (value, expected) => {
    expect(readAddresses(value).map(({ name, address }) => [name, address])).toEqual(expected)
  })
})

describe('message ids', () => {
  it.each([
    ['<a@b.test>', ['<a@b.test>']],
    ['<a@b.test>\t<c@d.test>', ['<a@b.test>', '<c@d.test>']],
    ['Your mail of Monday <a@b.test>', ['<a@b.test>']],
    ['a@b.test', ['<a@b.test>']],
    ['<a @b.test>', ['<a@b.test>']],
    ['none', []],
    ['<>', []],
  ])('%s', (value, ids) => expect(readMessageIds(value)).toEqual(ids))
})

it.each([
  ['=?utf-8?q?Gr=C3=BCn?= =?utf-8?q?_x?=', 'Grün x'],
  ['=?utf-8?b?R3LDvG4=?= rest', 'Grün rest'],
  ['=?x-none?q?a?=', 'a'],
  ['plain', 'plain'],
])('encoded words: %s', (value, text) => expect(decodeWords(value)).toBe(text))

it('strings hold neither NUL nor lone surrogates', () => {
  expect(cleanLine('a\0b \ud800c\r\nd')).toBe('a b \ufffdc d')
})

it.each([
  ['a line goes on', 'one \ntwo', false, 'one two'],
  ['the added space goes', 'one \ntwo', true, 'onetwo'],
  ['not over a change of quote depth', '> one \ntwo', false, '> one \ntwo'],
  ['not over a signature', 'one \n-- \nAnn', false, 'one \n-- \nAnn'],
  ['space stuffing goes', ' From here', false, 'From here'],
])('format=flowed: %s', (_name, flowed, deleteSpace, text) => expect(unflow(flowed, deleteSpace)).toBe(text))

describe('HTML as text', () => {
  it.each([
    [
      'cells stay apart',
      '<table><tr><td>OCN</td><td><p>123A</p></td></tr><tr><td>Name<td>Acme</table>',
      'OCN\t123A\nName\tAcme',
    ],
    ['a layout table keeps its lines', '<table><tr><td><p>one</p><p>two</p></td></tr></table>', 'one\n\ntwo'],
    ['blocks and breaks', '<div>a</div><div>b<br>c</div>', 'a\nb\nc'],
    ['lists', '<ul><li><p>one</p></li><li>two</ul>', '- one\n\n- two'],
    ['quotes', 'new<blockquote>old<br>lines</blockquote>', 'new\n\n> old\n> lines'],
    ['links that hide their target', '<a href="https://x.example/y">here</a>', 'here <https://x.example/y>'],
    ['links that show it', '<a href="https://x.example/">https://x.example</a>', 'https://x.example'],
    ['hidden elements', '<head><title>t</title></head><style>p{}</style><script>1<2</script>seen', 'seen'],
    ['a head that never ends', '<head>seen', 'seen'],
    ['comments', 'a<!-- <p>no</p> -->b', 'ab'],
    ['entities', '&lt;a&gt; &amp; &#233;&nbsp;&unknown; &#xd800;', '<a> & é &unknown; \ufffd'],
    ['a bare less-than sign', 'a < b', 'a < b'],
    ['preformatted text', '<pre>a\n  b</pre>', 'a\n  b'],
  ])('%s', (_name, html, text) => expect(htmlToText(html)).toBe(text))
})

it('keeps header fields in order, decoded, and the lists of ids', async () => {
  const read = await readBytes(
    mail(
      'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
      'X-Folded: one',
      '\ttwo',
      'In-Reply-To: <a@b.test>',
      'References: <r@b.test> <a@b.test>',
      '',
      '',
    ),
  )
  expect(read.headers.slice(0, 2)).toEqual([
    { name: 'subject', value: 'Grüße' },
    { name: 'x-folded', value: 'one two' },
  ])
  expect([read.subject, read.inReplyTo, read.references]).toEqual([
    'Grüße',
    ['<a@b.test>'],
    ['<r@b.test>', '<a@b.test>'],
  ])
})
