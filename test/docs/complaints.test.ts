/** docs/complaints.md names tests; each of them has to be there, so that the table cannot rot. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs/complaints.md'), 'utf8')
const rows = page.split('\n').flatMap((line) => {
  const [number, complaint, why, tests, gap] = line
    .split('|')
    .map((cell) => cell.trim())
    .slice(1)
  return /^\d+$/.test(number ?? '') ? [{ number: Number(number), complaint, why, tests, gap }] : []
})

/** Of a cell: the files with the tests that it names in each. */
function namedIn(cell: string): readonly (readonly [file: string, names: readonly string[]])[] {
  return cell.split('<br>').map((part) => {
    const found = /^`([^`]+)`: (.+)$/.exec(part)
    if (found === null) throw new Error(`"${part}" is not a file in backticks, a colon and titles`)
    return [found[1] as string, (found[2] as string).split(' · ')]
  })
}

/** Whether a title stands in a file of tests as a string of its own; rows may lie in the folder of the same name. */
function isIn(file: string, name: string): boolean {
  const path = join(root, 'test', file)
  const folder = path.replace(/\.test\.ts$/, '')
  const beside = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : []
  if (beside.includes(name)) return true
  const texts = [path, ...beside.filter((one) => one.endsWith('.ts')).map((one) => join(folder, one))]
  return texts.some((one) => isString(readFileSync(one, 'utf8'), name))
}

function isString(text: string, name: string): boolean {
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${name}${quote}`))
}

test('there are twenty-five, numbered through, each with what makes it impossible', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1))
  expect(rows.filter(({ complaint, why }) => !complaint || !why)).toEqual([])
})

describe.each(rows)('$number: $complaint', ({ why = '', tests = '' }) => {
  test('names tests that are there', () => {
    const missing = namedIn(tests).flatMap(([file, names]) => {
      if (!existsSync(join(root, 'test', file))) return [file]
      return names.filter((name) => !isIn(file, name)).map((name) => `${file}: ${name}`)
    })
    expect(missing).toEqual([])
  })

  test('names modules that are there', () => {
    const modules = [...why.matchAll(/`(src\/[^`]+)`/g)].map((found) => found[1] as string)
    expect(modules).not.toEqual([])
    expect(modules.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

test.each([
  ['a test', "test('the number alone', () => {})", 'the number alone', true],
  ['part of a title', "test('the number alone', () => {})", 'the number', false],
  ['words of a comment', '// the number alone', 'the number alone', false],
])('%s is told from what is none', (_what, text, name, found) => {
  expect(isString(text, name)).toBe(found)
})
