/** The bounded threads: limits refuse one mail, keep its header, and leave the pool working. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fileArchive } from '../../src/archive/file-archive.ts'
import { createMailReader, type ReaderPoolOptions } from '../../src/mime/reader-pool.ts'
import type { MailReader } from '../../src/ports/mail-reader.ts'
import { mail, multipart, ORDINARY_HEADER } from '../mime/mails.ts'

const MB = 1024 * 1024
const ORDINARY = mail(...ORDINARY_HEADER, '', 'ordinary words')

let directory: string
const readers: MailReader[] = []
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'reader-'))
})
afterEach(() => Promise.all(readers.splice(0).map((reader) => reader.close())))
afterAll(() => rm(directory, { recursive: true }))

function reader(options: Partial<ReaderPoolOptions> = {}): MailReader {
  const made = createMailReader({ workers: 1, archiveDirectory: null, ...options })
  readers.push(made)
  return made
}

describe('a mail that breaks a limit is refused with its header, and the next one is read', () => {
  const large = mail(...ORDINARY_HEADER, '', 'words and words\r\n'.repeat((40 * MB) / 17))
  it.each([
    ['time-limit', { readMs: 20 }, '0.02 s'],
    ['memory-limit', { heapMb: 48, textBytes: 400 * MB }, '48 MB'],
    ['size-limit', { mailBytes: MB }, 'up to 1,048,576'],
  ] as const)('%s', async (code, limits, detail) => {
    const pool = reader({ limits })
    const refused = await pool.read({ bytes: large })
    expect(refused).toMatchObject({
      outcome: 'refused',
      code,
      detail: expect.stringContaining(detail),
      mail: { subject: 'Interconnection agreement', text: '', problems: [{ code }] },
    })
    const path = join(directory, `${code}.eml`)
    await writeFile(path, large)
    expect(await pool.read({ path })).toEqual(refused)
    if (code === 'time-limit') return
    expect(await pool.read({ bytes: ORDINARY })).toMatchObject({ outcome: 'read', mail: { text: 'ordinary words' } })
  })

  it('also after a time-out', async () => {
    const pool = reader({ limits: { readMs: 250 } })
    const huge = mail(...ORDINARY_HEADER, ...multipart('mixed', 'b', ['Content-Type: a/b', '', 'x'.repeat(120 * MB)]))
    expect(await pool.read({ bytes: huge })).toMatchObject({ outcome: 'refused', code: 'time-limit' })
    // The first mail of a fresh thread also pays for its start-up compilation.
    expect(await pool.read({ bytes: ORDINARY })).toMatchObject({ outcome: 'read' })
  })

  it('has no mail to show when there is no header', async () => {
    const refused = await reader({ limits: { mailBytes: 10 } }).read({ bytes: Buffer.from('no header field here') })
    expect(refused).toMatchObject({ outcome: 'refused', mail: null })
  })
})

it('reads many mails on few threads, each its own', async () => {
  const pool = reader({ workers: 2 })
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, at) => pool.read({ bytes: mail(`Subject: mail ${at}`, '', 'x') })),
  )
  expect(outcomes.map((outcome) => outcome.mail?.subject)).toEqual(outcomes.map((_, at) => `mail ${at}`))
})

it.each(['none.eml', '.'])(
  'rejects for a file that cannot be read (%s): that is no property of a mail',
  async (name) => {
    await expect(reader().read({ path: join(directory, name) })).rejects.toThrow(/cannot be read/)
  },
)

it('stores attachments so that the archive has them when the mail is read', async () => {
  const archiveDirectory = join(directory, 'archive')
  const part = ['Content-Type: application/x-a; name=a.bin', '', 'file bytes']
  const outcome = await reader({ archiveDirectory }).read({
    bytes: mail(...ORDINARY_HEADER, ...multipart('mixed', 'b', part)),
  })
  const sha256 = outcome.mail?.attachments[0]?.sha256 ?? ''
  expect(String(await fileArchive(archiveDirectory).get(sha256))).toBe('file bytes')
})

it('rejects when the archive cannot be written, and reads on', async () => {
  const archiveDirectory = join(directory, 'a-file')
  await writeFile(archiveDirectory, '')
  const part = ['Content-Type: application/x-a; name=a.bin', '', 'file bytes']
  const pool = reader({ archiveDirectory })
  await expect(pool.read({ bytes: mail(...ORDINARY_HEADER, ...multipart('mixed', 'b', part)) })).rejects.toThrow(
    /ENOTDIR/,
  )
  expect(await pool.read({ bytes: ORDINARY })).toMatchObject({ outcome: 'read' })
})

it('streams an attachment of 100 MB through bounded memory', async () => {
  const path = join(directory, 'large.eml')
  const archiveDirectory = join(directory, 'archive')
  const block = Buffer.alloc(57 * 1024, 'some bytes of a scanned agreement')
  const lines = `${block.toString('base64').replace(/.{76}/g, '$&\r\n')}`
  const blocks = Math.ceil((99 * MB) / block.length)
  const header = [
    ...ORDINARY_HEADER,
    'Content-Type: application/x-scan; name=scan.bin',
    'Content-Transfer-Encoding: base64',
    '',
    '',
  ]
  await pipeline(
    Readable.from(
      (function* () {
        yield mail(...header)
        for (let at = 0; at < blocks; at += 1) yield Buffer.from(lines)
      })(),
    ),
    createWriteStream(path),
  )
  const pool = reader({ archiveDirectory })
  await pool.read({ bytes: ORDINARY })
  const before = process.memoryUsage.rss()
  const outcome = await pool.read({ path })
  expect(process.memoryUsage.rss() - before).toBeLessThan(150 * MB)
  const hash = createHash('sha256')
  for (let at = 0; at < blocks; at += 1) hash.update(block)
  const sha256 = hash.digest('hex')
  expect(outcome).toMatchObject({
    outcome: 'read',
    mail: { attachments: [{ sha256, bytes: blocks * block.length }], problems: [] },
  })
  expect(await fileArchive(archiveDirectory).has(sha256)).toBe(true)
}, 30_000)

it('does not store a file that is too large, and says so', async () => {
  const archiveDirectory = join(directory, 'small-archive')
  const part = ['Content-Type: application/x-a; name=a.bin', '', 'x'.repeat(2 * MB)]
  const pool = reader({ archiveDirectory, limits: { attachmentBytes: MB } })
  const outcome = await pool.read({ bytes: mail(...ORDINARY_HEADER, ...multipart('mixed', 'b', part)) })
  const [attachment] = outcome.mail?.attachments ?? []
  expect(outcome.mail?.problems).toEqual([
    { code: 'attachment-limit', detail: 'a.bin of 2,097,152 bytes is not stored by itself' },
  ])
  expect(attachment?.bytes).toBe(2 * MB)
  expect(await fileArchive(archiveDirectory).has(attachment?.sha256 ?? '')).toBe(false)
})
