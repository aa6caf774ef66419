/** What is kept of mails that break the reader's limits; that each of them is handled says `classes.test.ts`. */
import { expect, it } from 'vitest'
import { mail, multipart, ORDINARY_HEADER, readBytes } from '../mime/mails.ts'

const MB = 1024 * 1024

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
