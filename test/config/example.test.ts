import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDocument, visit } from 'yaml'
import { loadConfig } from '../../src/config/config.ts'
import { SettingsFile } from '../../src/config/settings.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'

const example = readFileSync('docs/intagree.example.yaml', 'utf8')

test('the example is the defaults', () => {
  using folder = temporaryFolder({ 'intagree.yaml': example })
  using empty = temporaryFolder()
  expect(loadConfig({ env: {}, cwd: folder.path }).settings).toEqual(loadConfig({ env: {}, cwd: empty.path }).settings)
})

test('the example names every key', () => {
  const written = new Set<string>()
  visit(parseDocument(example), {
    Pair: (_, pair, parents) => {
      const above = parents.flatMap((node) => ('key' in node ? [String(node.key)] : []))
      written.add([...above, String(pair.key)].join('.'))
    },
  })
  expect([...written].sort()).toEqual([...keysOf(SettingsFile.parse({})), 'environment'].sort())
})

test('what the example shows in comments is allowed', () => {
  const examples = example.matchAll(/^# (?:staff|territories|links|departments|environment):\n(?:# .*\n)+/gm)
  const blocks = [...examples].map(([block]) => block.replace(/^# /gm, ''))
  expect(blocks).toHaveLength(5)
  using folder = temporaryFolder({ 'intagree.yaml': blocks.join('') })
  const { settings, address } = loadConfig({ env: {}, cwd: folder.path })
  const anna = { name: 'Anna Keller', email: 'anna.keller@example.com', states: ['CO', 'UT'], manager: false }
  expect(settings.staff[0]).toEqual(anna)
  expect(settings.staff.map(({ manager }) => manager)).toEqual([false, false, true])
  expect(address).toBe('intagree@example.com')
})

function keysOf(value: object, before = ''): string[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const key = before === '' ? name : `${before}.${name}`
    const isGroup = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
    return isGroup ? [key, ...keysOf(inner, key)] : [key]
  })
}
