import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, test } from 'vitest'
import { clamdScanner } from '../../src/clamd/clamd-scanner.ts'
import { type Clamd, type ClamdOptions, EICAR, startClamd } from '../support/clamd.ts'
import { freePorts } from '../support/free-port.ts'
import { tempDir } from '../support/temp-dir.ts'

const open: Clamd[] = []
afterEach(() => Promise.all(open.splice(0).map((clamd) => clamd.stop())))

async function running(options: ClamdOptions = {}) {
  const clamd = await startClamd(options)
  open.push(clamd)
  return { clamd, scanner: clamdScanner({ url: clamd.url, patienceMs: 5_000 }) }
}

const file = (...chunks: readonly (string | Buffer)[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)))

describe('the word of clamd', () => {
  test.each([
    ['a clean file', file('%PDF-1.4 ', '', 'words'), {}, { scan: 'clean' }],
    ['an empty file', file(), {}, { scan: 'clean' }],
    [
      'EICAR, in pieces',
      file('x', EICAR.subarray(0, 30), EICAR.subarray(30)),
      {},
      { scan: 'infected', name: 'Eicar-Signature' },
    ],
    [
      'a name to be shown',
      file('x'),
      { says: 'stream: Win.\u001b[2J.A FOUND' },
      { scan: 'infected', name: 'Win.?[2J.A' },
    ],
  ] as const)('%s', async (_name, content, options, verdict) => {
    const { scanner } = await running(options)
    expect(await scanner.scan(() => content)).toEqual(verdict)
  })

  test('the bytes come as they are', async () => {
    const { clamd, scanner } = await running()
    const bytes = Buffer.alloc(3_000_000, 'abc')
    await scanner.scan(() => file(bytes.subarray(0, 1_000_001), bytes.subarray(1_000_001)))
    expect(clamd.scanned[0]?.equals(bytes)).toBe(true)
  })

  test('over a socket file too', async () => {
    const folder = await tempDir('clamd')
    const { scanner } = await running({ path: join(folder.path, 'c') })
    expect(await scanner.scan(() => file(EICAR))).toMatchObject({ scan: 'infected' })
    await folder.remove()
  })
})

describe('nothing else is taken for clean', () => {
  test.each([
    ['too large for it', { maxBytes: 100_000 }, 'StreamMaxLength', false],
    ['it hangs up', { says: null }, /hung up|ECONNRESET|EPIPE/, true],
    ['it stumbles', { says: "stream: Can't allocate memory ERROR" }, 'allocate memory', true],
    ['it says something else', { says: 'stream: OK maybe' }, 'OK maybe', true],
  ] as const)('%s', async (_name, options, why, again) => {
    const { scanner } = await running(options)
    const verdict = await scanner.scan(() => file(Buffer.alloc(2_000_000)))
    expect(verdict).toEqual({ scan: 'not-scanned', why: expect.stringMatching(why), again })
  })

  test('nobody listens', async () => {
    const [port] = await freePorts(1)
    const scanner = clamdScanner({ url: `tcp://127.0.0.1:${port}` })
    expect(await scanner.scan(() => file('x'))).toMatchObject({ scan: 'not-scanned', again: true })
    await expect(scanner.version()).rejects.toThrow(/ECONNREFUSED.*Check CLAMD_URL/)
  })

  test('it takes too long', async () => {
    const { clamd } = await running()
    const scanner = clamdScanner({ url: clamd.url, patienceMs: 20 })
    const endless = new Readable({ read: () => undefined })
    expect(await scanner.scan(() => endless)).toMatchObject({
      why: expect.stringContaining('no answer within'),
      again: true,
    })
    expect(endless.destroyed).toBe(true)
  })

  test('the file cannot be read', async () => {
    const { scanner } = await running()
    const broken = new Readable({ read: () => void broken.destroy(new Error('gone')) })
    expect(await scanner.scan(() => broken)).toMatchObject({
      why: expect.stringContaining('cannot be read'),
      again: true,
    })
  })
})

test('says who it is', async () => {
  const { scanner } = await running()
  expect(await scanner.version()).toMatch(/^ClamAV 1\.4/)
})
