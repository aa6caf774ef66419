/**
 * Scripted talks of carriers with the desk (talks/*.talk, written as talks/README.md says). REWRITE=1 writes what the
 * desk does now into them: then read the difference. LETTERS=1 prints the letters.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseTalk, rewritten } from './talk/parse.ts'
import { play } from './talk/play.ts'

const FOLDER = join(import.meta.dirname, 'talks')
const TALKS = readdirSync(FOLDER).filter((name) => name.endsWith('.talk'))

test.each(TALKS)('%s', async (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8')
  const talk = within(name, () => parseTalk(text))
  expect(talk.about, 'a talk says on top what it shows').not.toBe('')
  const { told, expected, desk } = await play(talk)
  if (process.env.LETTERS)
    for (const { to, subject, text } of [...desk.letters, ...desk.staffLetters])
      console.log(`==== ${name}: ${to}: ${subject}\n${text}`)
  if (process.env.REWRITE) writeFileSync(join(FOLDER, name), rewritten(text, told))
  else for (const [line, lines] of told) expect(lines, `${name}:${line}`).toEqual(expected.get(line))
})

/** Errors say in which file they are. */
function within<Value>(name: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw new Error(`${name}, ${(error as Error).message}`)
  }
}

test('there are at least fifty', () => {
  expect(TALKS.length).toBeGreaterThanOrEqual(50)
})
