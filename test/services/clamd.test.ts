/** Our questions and a real clamd's answers: the other tests ask a server of our own, which could be wrong as we are. */
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clamdScanner } from '../../src/clamd/clamd-scanner.ts'
import { zip } from '../documents/build/zip.ts'
import { EICAR } from '../support/clamd.ts'
import { type RealClamd, STREAM_MAX_MB, startRealClamd } from '../support/real-clamd.ts'

const MB = 1024 * 1024
const FOUND = { scan: 'infected', name: 'Eicar-Test.UNOFFICIAL' }
const CLEAN = { scan: 'clean' }
const TOO_LARGE = { scan: 'not-scanned', why: expect.stringContaining('StreamMaxLength'), again: false }

let clamd: RealClamd
beforeAll(async () => {
  clamd = await startRealClamd()
})
afterAll(() => clamd?.stop())

describe.each(['tcp', 'socketFile'] as const)('clamd over %s', (way) => {
  const scanner = () => clamdScanner({ url: clamd[way], patienceMs: 20_000 })

  test.each<[string, readonly Buffer[], unknown]>([
    ['a clean file', [Buffer.from('%PDF-1.4 '), Buffer.alloc(0), Buffer.from('words')], CLEAN],
    ['an empty one', [], CLEAN],
    ['an infected one', [EICAR], FOUND],
    ['one whose pieces part the signature', [EICAR.subarray(0, 30), EICAR.subarray(30)], FOUND],
    ['one in a ZIP file', [zip([{ name: 'form.txt', content: EICAR }])], FOUND],
    ['one as large as it takes', [Buffer.alloc(STREAM_MAX_MB * MB)], CLEAN],
    ['a larger one', [Buffer.alloc(STREAM_MAX_MB * MB + 1)], TOO_LARGE],
    ['a much larger one, over which it hangs up', [Buffer.alloc(24 * MB, 'abc')], TOO_LARGE],
  ])('%s', async (_what, pieces, verdict) => {
    expect(await scanner().scan(() => Readable.from(pieces))).toEqual(verdict)
  })

  test('twenty at once, each with its own answer', async () => {
    const files = Array.from({ length: 20 }, (_, at) => (at % 3 === 0 ? EICAR : Buffer.from(`file ${at}`)))
    const verdicts = await Promise.all(files.map((bytes) => scanner().scan(() => Readable.from([bytes]))))
    expect(verdicts).toEqual(files.map((bytes) => (bytes === EICAR ? FOUND : CLEAN)))
  })

  test('says who it is', async () => {
    expect(await scanner().version()).toMatch(/^ClamAV \d/)
  })
})
