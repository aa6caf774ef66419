import { expect, test } from 'vitest'
import type { Attachment } from '../../src/domain/mail.ts'
import { placeInFile, withPages } from '../../src/domain/page-of.ts'
import { aMail } from '../support/mail-builder.ts'

const STARTS = [
  { page: 1, from: 0 },
  { page: 2, from: 12 },
]
const TEXT = 'Dear Paula,\nAcme\nFiber, LLC\u2019s OCN is (482A)'

function filesWith(file: Partial<Attachment>): readonly Attachment[] {
  return aMail({ attachments: [{ filename: 'neca.pdf' }] }).attachments.map((one) => ({ ...one, ...file }))
}

test.each<[string, string, string, number | undefined]>([
  ['a quote over two lines', 'attachment:neca.pdf', "Acme Fiber, LLC's OCN", 2],
  ['a quote that was cut', 'attachment:neca.pdf', 'OCN is (482A) …', 2],
  ['a quote of the first page', 'attachment:neca.pdf', 'Dear Paula,', 1],
  ['the name of the file', 'attachment:neca.pdf', 'neca.pdf', undefined],
  ['another file', 'attachment:other.pdf', 'Dear Paula,', undefined],
  ['the mail itself', 'text', 'Dear Paula,', undefined],
])('%s: %s %s', (_meaning, from, quote, page) => {
  const [found] = withPages([{ for: 'company', from, quote }], filesWith({ text: TEXT, pages: STARTS }))
  expect(found).toEqual({ for: 'company', from, quote, ...(page === undefined ? {} : { page }) })
})

test('a reading of an older version has no pages', () => {
  const evidence = [{ for: 'company', from: 'attachment:neca.pdf', quote: 'Dear Paula,' }]
  expect(withPages(evidence, filesWith({ text: TEXT }))).toBe(evidence)
})

test.each([
  ['Certificate.pdf', 2, 'Certificate.pdf, page 2'],
  ['Forecast.xlsx', 2, 'Forecast.xlsx, sheet 2'],
  ['scan.jpg', null, 'scan.jpg'],
  ['', 1, 'a file without a name, page 1'],
  [null, null, ''],
])('%s, page %s, in words', (filename, page, words) => {
  expect(placeInFile(filename, page)).toBe(words)
})
