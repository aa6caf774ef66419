/** What an operator and a security team look up: pages that have to name everything there is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ALERT_SORTS } from '../../src/domain/alerts.ts'
import { TASK_SORTS } from '../../src/domain/decision.ts'
import { HOSTILE } from '../hostile/classes/index.ts'

const page = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8')

/** The cells of each row of the tables of a page. */
function rowsOf(text: string): readonly (readonly string[])[] {
  return text.split('\n').flatMap((line) =>
    line.startsWith('| ')
      ? [
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ]
      : [],
  )
}

describe('docs/runbook.md', () => {
  const rows = rowsOf(page('runbook.md'))

  test.each(ALERT_SORTS)('says what %s means and what to do', (sort) => {
    const row = rows.find(([first]) => first === `\`${sort}\``)
    expect(row?.map((cell) => cell.length > 0)).toEqual([true, true, true])
  })

  /** The others are questions about cases, each with its sentence. */
  const OF_THE_SYSTEM = ['sender', 'bounce', 'loop', 'quarantine', 'virus', 'failure', 'delivery'] as const

  test.each(OF_THE_SYSTEM)('says what a task of the sort %s means and what to do', (sort) => {
    expect(TASK_SORTS).toContain(sort)
    const row = rows.find(([first]) => first === `\`${sort}\``)
    expect(row?.map((cell) => cell.length > 0)).toEqual([true, true, true])
  })
})

describe('docs/hostile.md', () => {
  const rows = new Map(rowsOf(page('hostile.md')).map((row) => [row[0], row]))
  const escaped = (name: string) => name.replaceAll('<', '&#60;').replaceAll('>', '&#62;')

  test.each(Object.entries(HOSTILE))(
    '%s: every class, with its time and memory within the promise',
    (_group, classes) => {
      for (const { name } of classes) {
        const [ms, mb] = (rows.get(escaped(name)) ?? []).slice(-2).map(Number)
        expect({ name, inTime: Number(ms) < 10_000, inMemory: Number(mb) < 300 }).toEqual({
          name,
          inTime: true,
          inMemory: true,
        })
      }
    },
  )
})
