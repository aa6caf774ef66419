import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../src/foundation/make-folder.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'

test('a folder and those above it, for its owner only where that is wanted', () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a', 'b')
  expect([makeFolder(path, 0o700), makeFolder(path, 0o700)]).toEqual([true, false])
  expect(statSync(path).mode & 0o777).toBe(0o700)
})

test('a file of that name is no folder', () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a')
  writeFileSync(path, '')
  expect(() => makeFolder(path)).toThrow(/is a file/)
  expect(() => makeFolder(join(path, 'b'))).toThrow(/ENOTDIR/)
})

// Node's mkdir with `recursive` never comes back from these.
test.runIf(existsSync('/proc/self'))('where nothing can be made, the reason', () => {
  for (const path of ['/proc/intagree', '/proc/intagree/backups', '/proc/self/intagree'])
    expect(() => makeFolder(path)).toThrow(/ENOENT|EACCES/)
})
