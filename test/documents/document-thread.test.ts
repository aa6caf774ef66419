import { afterAll, describe, expect, test } from 'vitest'
import { createDocumentThread, type DocumentThread } from '../../src/documents/document-thread.ts'
import { DOCUMENT_LIMITS } from '../../src/documents/limits.ts'
import { documentsOfMail } from '../../src/documents/mail-documents.ts'
import { docx, p } from './build/office.ts'
import { pdf } from './build/pdf.ts'

const form = () => ({ bytes: docx(p('State: Utah')), mediaType: 'application/octet-stream', filename: 'form.docx' })
const thread = createDocumentThread(DOCUMENT_LIMITS)
afterAll(() => thread.stop())

describe('a document that breaks its limits costs the thread and its own text only', () => {
  test('one that never ends', async () => {
    // Spaces packed in a way that is not looked into beforehand: PDF.js unpacks them for minutes.
    // The library is loaded by a sound one before, so that the time counts for the reading.
    await thread.read({ ...form(), bytes: pdf([{}]) }, DOCUMENT_LIMITS)
    const stuck = { bytes: pdf([endless()]), mediaType: 'application/pdf', filename: 'stuck.pdf' }
    const found = await thread.read(stuck, { ...DOCUMENT_LIMITS, ms: 100, growthMb: 10_000 })
    expect(found).toEqual({ text: '', problems: [{ code: 'time-limit', detail: 'not read within 0.1 s' }] })
    expect((await thread.read(form(), DOCUMENT_LIMITS)).text).toBe('State: Utah')
  })

  test('one that takes all the memory of the process', async () => {
    const greedy = { bytes: pdf([endless()]), mediaType: 'application/pdf', filename: 'greedy.pdf' }
    const found = await thread.read(greedy, { ...DOCUMENT_LIMITS, ms: 20_000, growthMb: 40 })
    expect(found.problems.map(({ code }) => code)).toEqual(['memory-limit'])
    expect((await thread.read(form(), DOCUMENT_LIMITS)).text).toBe('State: Utah')
  })

  test('one that takes all of its heap', async () => {
    const small = createDocumentThread({ heapMb: 8 })
    const many = { bytes: docx(p('<w:r/>'.repeat(10)).repeat(200_000)), mediaType: '', filename: 'many.docx' }
    const limits = { ...DOCUMENT_LIMITS, heapMb: 8, ms: 20_000, ratio: 2_000, chars: 100_000_000 }
    const found = await small.read(many, limits)
    expect(found.problems.map(({ code }) => code)).toEqual(['memory-limit'])
    await small.stop()
  })
})

describe('the documents of one mail', () => {
  const answers = (): DocumentThread => ({ read: async () => ({ text: 'read', problems: [] }), stop: async () => {} })

  test.each([
    ['a picture', 'image/png', 'form.png', '\x89PNG'],
    ['a calendar', 'application/ics', 'invite.ics', 'BEGIN:VCALENDAR'],
    ['a program', 'application/octet-stream', 'a.exe', 'MZ'],
  ])('%s is none', async (_name, mediaType, filename, bytes) => {
    const documents = documentsOfMail(answers(), DOCUMENT_LIMITS)
    expect(await documents.read({ bytes: Buffer.from(bytes, 'latin1'), mediaType, filename })).toBeNull()
  })

  test('so many are read, and no more', async () => {
    const documents = documentsOfMail(answers(), { ...DOCUMENT_LIMITS, mailFiles: 1 })
    expect((await documents.read(form()))?.text).toBe('read')
    expect((await documents.read(form()))?.problems.map(({ code }) => code)).toEqual(['part-limit'])
  })

  test('in one budget of time', async () => {
    const documents = documentsOfMail(answers(), { ...DOCUMENT_LIMITS, mailMs: 0 })
    expect((await documents.read(form()))?.problems.map(({ code }) => code)).toEqual(['time-limit'])
  })
})

/** Run lengths (ISO 32000-1, 7.4.5): 128 spaces out of every two bytes, 400 MB of them. */
function endless() {
  return { content: Buffer.alloc(6_400_000, Buffer.from([0x81, 0x20])), filter: '/RunLengthDecode' }
}
