import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileArchive } from '../../src/archive/file-archive.ts'
import { sweepTemporary } from '../../src/archive/temporary.ts'
import { IntakeError } from '../../src/foundation/intake-error.ts'

let directory: string
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'archive-')), 'not', 'there', 'yet')
})
afterEach(() => rm(join(directory, '..', '..', '..'), { recursive: true }))

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const leftovers = async () => readdir(join(directory, 'tmp'))

describe('put', () => {
  it.each([
    ['bytes', (bytes: Buffer) => bytes],
    ['a stream', (bytes: Buffer) => Readable.from([bytes.subarray(0, 3), bytes.subarray(3)])],
    ['no bytes at all', () => Buffer.alloc(0)],
  ])('stores %s under their hash', async (_name, sourceOf) => {
    const archive = fileArchive(directory)
    const source = sourceOf(Buffer.from('some words'))
    const expected = source instanceof Buffer ? source : Buffer.from('some words')
    const stored = await archive.put(source)
    expect(stored).toEqual({ sha256: hashOf(expected), bytes: expected.length })
    expect(await archive.get(stored.sha256)).toEqual(expected)
    expect(await buffer(archive.open(stored.sha256))).toEqual(expected)
    expect(await archive.has(stored.sha256)).toBe(true)
    expect((await stat(archive.pathOf(stored.sha256))).mode & 0o077).toBe(0)
    expect(await leftovers()).toEqual([])
  })

  it('leaves equal bytes alone', async () => {
    const archive = fileArchive(directory)
    const { sha256 } = await archive.put(Buffer.from('same'))
    const before = await stat(archive.pathOf(sha256))
    await archive.put(Buffer.from('same'))
    await archive.put(Readable.from([Buffer.from('same')]))
    expect((await stat(archive.pathOf(sha256))).ino).toBe(before.ino)
    expect(await leftovers()).toEqual([])
  })

  it('replaces a file that was cut from outside', async () => {
    const archive = fileArchive(directory)
    const { sha256 } = await archive.put(Buffer.from('whole'))
    await truncate(archive.pathOf(sha256), 2)
    await archive.put(Buffer.from('whole'))
    expect(String(await archive.get(sha256))).toBe('whole')
  })

  it('keeps nothing of a stream that breaks', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half')
        throw new Error('connection lost')
      })(),
    )
    await expect(fileArchive(directory).put(broken)).rejects.toThrow('connection lost')
    expect(await readdir(directory)).toEqual(['tmp'])
    expect(await leftovers()).toEqual([])
  })
})

it('putAll answers in order, equal blobs included, also from two archives at once', async () => {
  const blobs = Array.from({ length: 60 }, (_, at) => Buffer.from(`blob ${at % 40}`))
  const both = await Promise.all([fileArchive(directory).putAll(blobs), fileArchive(directory).putAll(blobs)])
  for (const stored of both) expect(stored.map(({ sha256 }) => sha256)).toEqual(blobs.map(hashOf))
  for (const blob of blobs) expect(await fileArchive(directory).get(hashOf(blob))).toEqual(blob)
  expect(await leftovers()).toEqual([])
})

it('says what to do about a missing file', async () => {
  const archive = fileArchive(directory)
  const sha256 = hashOf(randomBytes(8))
  expect(await archive.has(sha256)).toBe(false)
  await expect(archive.get(sha256)).rejects.toThrow(IntakeError)
  await expect(archive.get(sha256)).rejects.toThrow(/restore it from a backup/)
})

it.each(['../../etc/passwd', '', 'A'.repeat(64)])('takes no path for a hash: %j', (sha256) => {
  expect(() => fileArchive(directory).pathOf(sha256)).toThrow(TypeError)
})

it('sweeps what a killed process left, and nothing that is under way', async () => {
  await fileArchive(directory).put(Buffer.from('x'))
  const [old, young] = [join(directory, 'tmp', 'old'), join(directory, 'tmp', 'young')]
  await writeFile(old, '')
  await writeFile(young, '')
  await utimes(old, new Date('2026-03-01'), new Date('2026-03-01'))
  expect(await sweepTemporary(directory, new Date('2026-03-02'))).toBe(1)
  expect(await leftovers()).toEqual(['young'])
  expect(await sweepTemporary(join(directory, 'nowhere'), new Date())).toBe(0)
})
