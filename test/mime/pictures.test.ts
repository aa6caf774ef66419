/** What the reader says of pictures: which wait to be recognised. Their bytes are had again by their hash. */
import { afterAll, describe, expect, test } from 'vitest'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import { pdf } from '../documents/build/pdf.ts'
import { fixture, formPicture, grayImage, SHEET, scan } from '../documents/build/picture.ts'
import { mailWithFiles } from './mails.ts'

const reader = createMailReader({ workers: 1, archiveDirectory: null })
afterAll(() => reader.close())

async function read(bytes: Buffer) {
  const outcome = await reader.read({ bytes })
  if (outcome.outcome !== 'read') throw new Error(outcome.detail)
  return outcome.mail
}

const WORDS = 'These words stand on a page as letters, and there are enough of them to be its text, not a stamp.'

describe('where the text of a file stands', () => {
  test.each([
    ['a photograph', 'IMG_1.jpg', 'image/jpeg', () => fixture('photographed.jpg'), 'picture', ['picture']],
    [
      'one that is called something else',
      'IMG_1',
      'application/octet-stream',
      () => fixture('form.png'),
      'picture',
      ['picture'],
    ],
    ['a fax', 'fax.tif', 'image/tiff', () => fixture('fax-of-two-sheets.tif'), 'picture', ['picture']],
    ["a telephone's own format", 'IMG_1.HEIC', 'image/heic', () => Buffer.alloc(90_000, 1), undefined, ['not-read']],
    ['a letter', 'letter.pdf', 'application/pdf', () => pdf([{ words: [[72, 700, WORDS]] }]), 'file', []],
    [
      'a signature page that is nearly empty',
      'sign.pdf',
      'application/pdf',
      () => pdf([{ words: [[72, 700, 'By:']] }]),
      'file',
      [],
    ],
  ])('%s', async (_meaning, name, type, bytes, textFrom, codes) => {
    const { attachments, problems } = await read(mailWithFiles({ name, type, bytes: bytes() }))
    expect(attachments.map((file) => file.textFrom)).toEqual([textFrom])
    expect(problems.map(({ code }) => code)).toEqual(codes)
  })

  test('a scan, with a stamp or without', async () => {
    const image = grayImage(await formPicture())
    const stamp = 'BT /F1 9 Tf 20 20 Td (Page 1 of 1) Tj ET'
    const files = [scan([[image, SHEET]]), scan([[image, SHEET]], { words: stamp })]
    const { attachments } = await read(
      mailWithFiles(...files.map((bytes, at) => ({ name: `${at}.pdf`, type: 'application/pdf', bytes }))),
    )
    expect(attachments.map(({ text, textFrom }) => [text, textFrom])).toEqual([
      [null, 'picture'],
      ['Page 1 of 1', 'both'],
    ])
  })
})

test('files are had again by their hash; one that is not there is missing', async () => {
  const file = { name: 'IMG_1.jpg', type: 'image/jpeg', bytes: fixture('photographed.jpg') }
  const bytes = mailWithFiles(file, { name: 'x.txt', type: 'text/plain', bytes: Buffer.from('x') })
  const [{ sha256 } = { sha256: '' }] = (await read(bytes)).attachments
  const files = await reader.extract({ bytes }, [sha256, '0'.repeat(64)])
  expect([...files].map(([hash, found]) => [hash, Buffer.from(found).equals(file.bytes)])).toEqual([[sha256, true]])
})
