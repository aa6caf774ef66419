import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands/index.ts'
import { whenIn } from '../../src/cli/when.ts'

describe('a moment for people', () => {
  test.each([
    ['2026-03-05T16:00:00Z', 'America/Denver', '2026-03-05 09:00 MST'],
    ['2026-07-05T02:30:00Z', 'America/Denver', '2026-07-04 20:30 MDT'],
    ['2026-03-05T16:00:00Z', 'America/New_York', '2026-03-05 11:00 EST'],
    ['2026-03-05T16:00:00Z', 'UTC', '2026-03-05 16:00 UTC'],
    ['2026-03-05T16:00:00Z', 'Europe/Berlin', '2026-03-05 17:00 GMT+1'],
  ])('%s in %s is %s', (at, zone, shown) => {
    expect(whenIn(zone)(new Date(at))).toBe(shown)
  })

  test('nothing stays nothing', () => {
    expect(whenIn('UTC')(null)).toBeNull()
  })
})

test('no command shows the zone of the machine', () => {
  const files = ['src/cli', 'src/cli/commands'].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  )
  expect(files.length).toBeGreaterThan(COMMANDS.length)
  const local = /\.(?:getHours|getMinutes|getDate|getFullYear|toTimeString|toLocale\w*|toDateString)\(/
  expect(files.filter((file) => local.test(readFileSync(file, 'utf8')))).toEqual([])
})
