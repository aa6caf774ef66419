import { afterAll, expect, test } from 'vitest'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import { docx, p, table } from '../documents/build/office.ts'
import { pdf } from '../documents/build/pdf.ts'

const reader = createMailReader({ workers: 1, archiveDirectory: null })
afterAll(() => reader.close())

interface File {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

function mail(...files: readonly File[]): Buffer {
  const parts = files.map(({ name, type, bytes }) => {
    const head = `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"`
    return `${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`
  })
  const head =
    'From: ida@alderfork.example\r\nDate: Tue, 13 Feb 2024 10:00:00 +0000\r\nSubject: form\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'
  return Buffer.from(`${head}--b\r\n\r\nSee attached.\r\n${parts.join('')}--b--\r\n`)
}

async function attachmentsOf(bytes: Buffer) {
  const outcome = await reader.read({ bytes })
  if (outcome.outcome !== 'read') throw new Error(`refused: ${outcome.detail}`)
  return outcome.mail
}

test('a document has its text, whatever type its sender declared', async () => {
  const bytes = docx(table(['Legal name', 'Alder Fork, Inc.']))
  const { attachments, problems, text } = await attachmentsOf(
    mail({ name: 'form.docx', type: 'application/octet-stream', bytes }),
  )
  expect(text).toBe('See attached.')
  expect(attachments.map(({ filename, text }) => [filename, text])).toEqual([
    ['form.docx', 'Legal name: Alder Fork, Inc.'],
  ])
  expect(problems).toEqual([])
})

test('what is odd about a document is said with its name, and the others are read', async () => {
  const { attachments, problems } = await attachmentsOf(
    mail(
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
    mail({ name: 'slow.pdf', type: 'application/pdf', bytes }),
  )
  expect(text).toBe('See attached.')
  expect(attachments.map(({ text }) => text)).toEqual([null])
  expect(problems.map(({ code }) => code)).toEqual([expect.stringMatching(/^(?:time|memory)-limit$/)])
})

test('a larger one than is read is stored and said', async () => {
  const bytes = Buffer.concat([pdf([{}]), Buffer.alloc(17 * 1024 * 1024)])
  const { attachments, problems } = await attachmentsOf(mail({ name: 'large.pdf', type: 'application/pdf', bytes }))
  expect(attachments.map(({ bytes, text }) => [bytes, text])).toEqual([[bytes.length, null]])
  expect(problems).toEqual([{ code: 'size-limit', detail: 'large.pdf: larger than 16 MB; not read' }])
})
