/** Mails with files, a scanner that speaks clamd's protocol, and a real database: nothing infected is opened, nothing is lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileArchive } from '../../src/archive/file-archive.ts'
import { clamdScanner } from '../../src/clamd/clamd-scanner.ts'
import { scanStore } from '../../src/db/scans.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import { readMail } from '../../src/flows/read-mail.ts'
import { rescan } from '../../src/flows/rescan.ts'
import { patiently } from '../../src/flows/work.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import type { Archive } from '../../src/ports/archive.ts'
import type { MailReader } from '../../src/ports/mail-reader.ts'
import { pdf } from '../documents/build/pdf.ts'
import { mailWithFiles } from '../mime/mails.ts'
import { anUnderstanding } from '../support/arrivals.ts'
import { EICAR, startClamd } from '../support/clamd.ts'
import { decider } from '../support/deciding.ts'
import { freePorts } from '../support/free-port.ts'
import { type InWork, type Ledger, openLedger } from '../support/ledger.ts'
import { type TempDir, tempDir } from '../support/temp-dir.ts'

let ledger: Ledger
let folder: TempDir
let archive: Archive
let reader: MailReader
const trouble: string[] = []

beforeAll(async () => {
  ledger = await openLedger('scanning')
  folder = await tempDir('scanning')
  archive = fileArchive(folder.path)
  reader = createMailReader({ workers: 1, archiveDirectory: folder.path })
})
afterAll(async () => {
  await reader?.close()
  await ledger?.stop()
  await folder?.remove()
})

let drawn = 0
/** A form whose bytes nobody has seen before; `more` stands behind its end. */
function form(more: Uint8Array = Buffer.alloc(0)): Buffer {
  drawn += 1
  return Buffer.concat([pdf([{ words: [[50, 700, `Alder Fork Telephone ${drawn}`]] }]), more])
}

async function arrives(...files: readonly Buffer[]): Promise<InWork> {
  const raw = mailWithFiles(
    ...files.map((bytes, at) => ({ name: `agreement request form ${at}.pdf`, type: 'application/pdf', bytes })),
  )
  return ledger.take((await archive.put(raw)).sha256)
}

function scanning(url: string) {
  return { scanner: clamdScanner({ url, patienceMs: 5_000 }), archive, store: scanStore(ledger.pool) }
}

/** As the worker does it: what fails is tried again. */
function reading(url: string): (workId: string) => Promise<void> {
  const parts = {
    store: ledger.reading,
    work: ledger.work,
    archive,
    reader,
    scanning: scanning(url),
    checking: null,
    decideReading: null,
  }
  const rest = { bell: { ring: async () => undefined } as never, clock: () => new Date(), onRead: () => undefined }
  return patiently(
    ledger.work,
    rest.clock,
    () => false,
    (_work, error) => trouble.push(error.message),
    readMail({ ...parts, ...rest }),
  )
}

const mailOf = ({ messageId }: InWork) =>
  ledger.value<ReadMail | undefined>('select mail from reading where message_id = $1', messageId)
const virusTasks = ({ messageId }: InWork) =>
  ledger.rows<{ sentence: string }>(`select sentence from task where sort = 'virus' and message_id = $1`, messageId)

test('an infected file is stored and never opened; the one beside it is', async () => {
  const clamd = await startClamd()
  const [clean, infected] = [form(), form(EICAR)]
  const work = await arrives(clean, infected)
  await reading(clamd.url)(work.workId)
  const mail = await mailOf(work)
  expect(mail?.attachments.map(({ text, scan }) => [text, scan])).toEqual([
    [expect.stringContaining('Alder Fork'), { scan: 'clean' }],
    [null, { scan: 'infected', name: 'Eicar-Signature' }],
  ])
  expect(mail?.problems).toEqual([
    { code: 'infected', detail: 'agreement request form 1.pdf: Eicar-Signature; it was not opened' },
  ])
  expect((await archive.get(mail?.attachments[1]?.sha256 ?? '')).equals(infected)).toBe(true)
  await clamd.stop()
})

test('it is a task for a person', async () => {
  const clamd = await startClamd()
  const work = await arrives(form(EICAR))
  await reading(clamd.url)(work.workId)
  const toDecide = await ledger.value<number>(`select id from work where stage = 'decide' and ref = $1`, work.messageId)
  await decider(ledger, { understand: () => anUnderstanding() }).decide(String(toDecide))
  expect(await virusTasks(work)).toEqual([
    { sentence: expect.stringMatching(/infected file: .*Eicar-Signature.*Do not open it/) },
  ])
  await clamd.stop()
})

test('the same file in another mail is not asked about again', async () => {
  const clamd = await startClamd()
  const bytes = form()
  await reading(clamd.url)((await arrives(bytes)).workId)
  await reading(clamd.url)((await arrives(bytes, form())).workId)
  expect(clamd.scanned).toHaveLength(2)
  await clamd.stop()
})

test('a mail without files asks nobody', async () => {
  const work = await ledger.take((await archive.put(Buffer.from('From: a@b.example\r\n\r\nhello'))).sha256)
  await reading('tcp://127.0.0.1:9')(work.workId)
  expect((await mailOf(work))?.text).toBe('hello')
})

describe('while the scanner is away', () => {
  test('the mail waits, and is read when it is back', async () => {
    const [port = 0] = await freePorts(1)
    const work = await arrives(form(EICAR))
    const read = reading(`tcp://127.0.0.1:${port}`)
    await read(work.workId)
    expect(await mailOf(work)).toBeUndefined()
    expect(trouble.at(-1)).toMatch(/scanner cannot be asked.*Check CLAMD_URL/)
    const clamd = await startClamd({ port })
    await read(work.workId)
    expect((await mailOf(work))?.attachments[0]?.scan).toEqual({ scan: 'infected', name: 'Eicar-Signature' })
    await clamd.stop()
  })

  test('not for ever: it goes on as not scanned, and is asked about until there is an answer', async () => {
    const [port = 0] = await freePorts(1)
    const url = `tcp://127.0.0.1:${port}`
    const work = await arrives(form(EICAR))
    for (let attempt = 0; attempt < 5; attempt += 1) await reading(url)(work.workId)
    const mail = await mailOf(work)
    expect(mail?.attachments[0]?.scan).toEqual({
      scan: 'not-scanned',
      why: expect.stringContaining('ECONNREFUSED'),
      again: true,
    })
    await dueNow()
    expect(await rescan({ ...scanning(url), onTrouble: () => undefined })).toBe(0)
    expect(await virusTasks(work)).toEqual([])
    const clamd = await startClamd({ port })
    await dueNow()
    expect(await rescan({ ...scanning(url), onTrouble: () => undefined })).toBe(1)
    expect(await virusTasks(work)).toEqual([{ sentence: expect.stringContaining('Eicar-Signature') }])
    await dueNow()
    expect(await rescan({ ...scanning(url), onTrouble: () => undefined })).toBe(0)
    await clamd.stop()
  })
})

const dueNow = () => ledger.rows('update scan set next_at = now() where next_at is not null')
