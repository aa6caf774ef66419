import { expect, test } from 'vitest'
import { runIntagree, temporaryFolder } from '../cli/run-intagree.ts'
import { BAD_CONFIGS } from './table.ts'

test.for(BAD_CONFIGS)('stops the start: $what', async ({ env = {}, files = {}, says }) => {
  using folder = temporaryFolder(files)
  const { code, stdout, stderr } = await runIntagree(['start'], { cwd: folder.path, env })
  expect(stderr).toBe(`${says}\n`)
  expect(code).toBe(2)
  expect(stdout).toBe('')
})
