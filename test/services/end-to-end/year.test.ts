/**
 * A third of a year in short: one carrier of each kind on the whole program, with a driven clock. `npm run year` is the
 * same for a hundred carriers and a year.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url))
const ARGUMENTS = ['--import', 'tsx', 'test/year/main.ts', 'CLECS=21', 'DAYS=120', 'SEED=5', 'WRITE=no']

test('every carrier comes to the end of its script, and every day is in order', { timeout: 400_000 }, async () => {
  const child = spawn(process.execPath, ARGUMENTS, { cwd: CHECKOUT, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
  const [code] = await once(child, 'exit')
  expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' })
  expect(said).toContain('0 deviations')
})
