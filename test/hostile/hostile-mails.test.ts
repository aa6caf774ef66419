/** Mails made to exhaust a reader: each is read, within its limits, and says what was cut. */
import { expect, it } from 'vitest'
import { codes, mail, multipart, ORDINARY_HEADER, readBytes } from '../mime/mails.ts'

const MB = 1024 * 1024
/** Far above what any of them takes on an idle core, far below what anything quadratic would. */
const PATIENCE_MS = 4_000

const wrapped = (...body: string[]) => mail([...ORDINARY_HEADER, ...body].join('\r\n'))
const parts = (count: number) => multipart('mixed', 'b', ...Array.from({ length: count }, () => ['', 'x']))

function nested(levels: number): string[] {
  const opened = Array.from({ length: levels }, (_, at) => [
    ...(at > 0 ? [`--b${at - 1}`] : []),
    `Content-Type: multipart/mixed; boundary=b${at}`,
    '',
  ])
  return [...opened.flat(), `--b${levels - 1}`, '', 'deep']
}

it.each([
  ['20,000 parts', wrapped(...parts(20_000)), ['part-limit'], '20,000 MIME parts; 1,000 read'],
  ['20,000 parts, never closed', wrapped(...parts(20_000).slice(0, -2)), ['part-limit'], '20,000 MIME parts'],
  ['200 levels', wrapped(...nested(200)), ['depth-limit'], 'deeper than 50'],
  ['20,000 nested parts', wrapped(...nested(20_000)), ['depth-limit'], 'deeper than 50'],
  [
    'a header line of 5 MB',
    mail(`X-Long: ${'a'.repeat(5 * MB)}`, ...ORDINARY_HEADER, '', 'x'),
    ['header-limit'],
    '5,243,',
  ],
  ['a first line of 5 MB', Buffer.alloc(5 * MB, 'a'), ['no-date', 'no-header', 'text-limit'], '5,242,880 bytes'],
  ['100,000 header fields', mail(...ORDINARY_HEADER, ...Array(100_000).fill('A: b'), '', 'x'), ['header-limit'], 'cut'],
  [
    '50,000 recipients',
    mail(...ORDINARY_HEADER, `Cc: ${'a@b.test, '.repeat(50_000)}`, '', 'x'),
    ['header-limit'],
    'cc: ',
  ],
  ['References without end', mail(...ORDINARY_HEADER, `References:${' <a@b.test>'.repeat(3000)}`, '', 'x'), [], ''],
  [
    'encoded words without end',
    mail(...ORDINARY_HEADER, `X-A: ${'=?utf-8?q?a?= '.repeat(9000)}`, '', 'x'),
    ['header-limit'],
    'cut',
  ],
  [
    'encoded words never closed',
    mail(...ORDINARY_HEADER, `X-A: ${'=?utf-8?q?'.repeat(9000)}`, '', 'x'),
    ['header-limit'],
    'cut',
  ],
  ['comments never closed', mail(...ORDINARY_HEADER, `Cc: ${'('.repeat(60_000)}`, '', 'x'), [], ''],
  ['parameters without end', wrapped(`Content-Type: text/plain${'; a*0*=x'.repeat(5000)}`, '', 'x'), [], ''],
  [
    '2 MB of format=flowed',
    wrapped('Content-Type: text/plain; format=flowed', '', 'word \r\n'.repeat(300_000)),
    ['text-limit'],
    '',
  ],
  [
    'a quote pyramid',
    wrapped('', ...Array.from({ length: 2000 }, (_, at) => `${'>'.repeat(at)} a`)),
    ['text-limit'],
    '',
  ],
  [
    '2 MB of dashes',
    wrapped('Content-Type: multipart/mixed; boundary=b', '', '--a\r\n'.repeat(400_000)),
    ['malformed'],
    '',
  ],
  ['20,000 closing boundaries', wrapped(...parts(1), ...Array(20_000).fill('--b--')), [], ''],
  ['message/partial', wrapped('Content-Type: message/partial; number=1; total=9; id=x', '', 'part of it'), [], ''],
  [
    'a mail in a mail in a mail',
    wrapped(...Array(5000).fill(['Content-Type: message/rfc822', '']).flat(), 'x'),
    ['depth-limit'],
    'not opened',
  ],
])('%s', async (_name, bytes, expected, detail) => {
  const start = performance.now()
  const read = await readBytes(bytes)
  expect(performance.now() - start).toBeLessThan(PATIENCE_MS)
  expect(codes(read)).toEqual(expected)
  expect(read.problems.map((problem) => problem.detail).join('\n')).toContain(detail)
  expect(read.text.length).toBeLessThanOrEqual(MB)
  expect(JSON.stringify(read).length).toBeLessThan(4 * MB)
})

it.each([
  '<b>',
  '<div>',
  '<td>',
  '<td><br>x',
  '<table><tr><td>',
  '<blockquote>x<br>',
  '<style>',
  '<a href="x">',
  '<!--',
  '<',
])('1 MB of %s', async (tag) => {
  const html = tag.repeat(MB / tag.length)
  const start = performance.now()
  await readBytes(wrapped('Content-Type: text/html; charset=utf-8', '', html))
  expect(performance.now() - start).toBeLessThan(PATIENCE_MS)
})

it('counts every part that it stores, shows or leaves out', async () => {
  const read = await readBytes(wrapped(...parts(20_000)))
  expect(read.parts).toBe(20_000)
  expect(read.text.match(/x/g)).toHaveLength(1000)
})

it('keeps what lies below the deepest level as one file', async () => {
  const read = await readBytes(wrapped(...nested(200)))
  expect(read.attachments.map(({ declaredType, bytes }) => [declaredType, bytes > 4000])).toEqual([
    ['multipart/mixed', true],
  ])
})

it('still finds the fields below an endless one', async () => {
  const read = await readBytes(mail(`X-Long: ${'a'.repeat(5 * MB)}`, ...ORDINARY_HEADER, '', 'x'))
  expect([read.subject, read.from[0]?.address, read.text]).toEqual([
    'Interconnection agreement',
    'ann@acme.example',
    'x',
  ])
})

it('reads the same whatever the pieces are that the bytes come in', async () => {
  const picture = [
    'Content-Type: image/png; name=a.png',
    'Content-Transfer-Encoding: base64',
    '',
    'aGVsbG8=',
    '-',
    '--',
    '--bb',
  ]
  const bytes = wrapped(...multipart('mixed', 'b', ['', 'one', '--', '-'], picture, ['', '--b2']))
  const whole = await readBytes(bytes)
  expect(whole.parts).toBe(3)
  for (let step = 1; step < 40; step += 1) expect(await readBytes(bytes, {}, step)).toEqual(whole)
})
