import { afterAll, expect, test } from 'vitest'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import { docx, p, table } from '../documents/build/office.ts'
import { pdf } from '../documents/build/pdf.ts'
import { mailWithFiles } from './mails.ts'

const reader = createMailReader({ workers: 1, archiveDirectory: null })
afterAll(() => reader.close())

async function attachmentsOf(bytes: Buffer) {
  const outcome = await reader.read({ bytes })
  if (outcome.outcome !== 'read') throw new Error(`refused: ${outcome.detail}`)
  return outcome.mail
}

test('a document has its text, whatever type its sender declared', async () => {
  const bytes = docx(table(['Legal name', 'Alder Fork, Inc.']))
  const { attachments, problems, text } = await attachmentsOf(
    mailWithFiles({ name: 'form.docx', type: 'application/octet-stream', bytes }),
  )
  expect(text).toBe('See attached.')
  expect(attachments.map(({ filename, text }) => [filename, text])).toEqual([
    ['form.docx', 'Legal name: Alder Fork, Inc.'],
  ])
  expect(problems).toEqual([])
})

test('what is odd about a document is said with its name, and the others are read', async () => {
  const { attachments, problems } = await attachmentsOf(
    mailWithFiles(
      { name: 'scan.pdf', type: 'application/pdf', bytes: pdf([{}]) },
      { name: 'broken.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7\nnothing') },
      { name: 'letter.docx', type: 'application/msword', bytes: docx(p('State: Utah')) },
    ),
  )
  expect(attachments.map(({ text }) => text)).toEqual([null, null, 'State: Utah'])
  expect(problems.map(({ code, detail }) => `${code} ${detail.split(':')[0]}`)).toEqual([
    'picture scan.pdf',
    'damaged-file broken.pdf',
  ])
})

test('a document that takes too long leaves the mail and its text', async () => {
  // Run lengths of spaces, which PDF.js unpacks one by one.
  const content = Buffer.alloc(6_400_000, Buffer.from([0x81, 0x20]))
  const bytes = pdf([{ content, filter: '/RunLengthDecode' }])
  const { attachments, problems, text } = await attachmentsOf(
    mailWithFiles({ name: 'slow.pdf', type: 'application/pdf', bytes }),
  )
  expect(text).toBe('See attached.')
  expect(attachments.map(({ text }) => text)).toEqual([null])
  expect(problems.map(({ code }) => code)).toEqual([expect.stringMatching(/^(?:time|memory)-limit$/)])
})

test('a larger one than is read is stored and said', async () => {
  const bytes = Buffer.concat([pdf([{}]), Buffer.alloc(17 * 1024 * 1024)])
  const { attachments, problems } = await attachmentsOf(
    mailWithFiles({ name: 'large.pdf', type: 'application/pdf', bytes }),
  )
  expect(attachments.map(({ bytes, text }) => [bytes, text])).toEqual([[bytes.length, null]])
  expect(problems).toEqual([{ code: 'size-limit', detail: 'large.pdf: larger than 16 MB; not read' }])
})
