/** What keeps programs of the version before alive while others have migrated already (docs/runbook.md, Upgrading). */
import { describe, expect, test } from 'vitest'
import { migrations } from '../../src/db/migrations/index.ts'

/** The casework came before anybody had a version to go on with. */
const ROLLING = migrations.filter(({ name }) => name > '0006')

/** Takes away, renames or narrows what an older program reads or writes, or wants of it what it does not know. */
const BREAKS = [
  /\bdrop\s+(?:table|column|view|schema|type)\b/i,
  /\brename\b/i,
  /\balter\s+(?:column\s+)?\w+\s+(?:set\s+not\s+null|drop\s+default|(?:set\s+data\s+)?type)\b/i,
]

/** Columns that are added to a table that was there, each with its type and constraints. */
function addedColumns(sql: string): readonly string[] {
  return sql.replaceAll(/--.*$/gm, '').match(/\badd\s+column\s+[^;,]*/gi) ?? []
}

describe.each(ROLLING)('$name', ({ sql }) => {
  test('takes nothing away from a program of before', () => {
    const said = sql.replaceAll(/--.*$/gm, '')
    expect(BREAKS.filter((pattern) => pattern.test(said))).toEqual([])
  })

  test('wants no value of it that it does not know', () => {
    const wanting = addedColumns(sql).filter((column) => /\bnot\s+null\b/i.test(column) && !/\bdefault\b/i.test(column))
    expect(wanting).toEqual([])
  })
})

test('what breaks a program of before is seen', () => {
  for (const sql of [
    'alter table work drop column lane',
    'alter table work rename to jobs',
    'alter column a set not null',
  ])
    expect(BREAKS.some((pattern) => pattern.test(sql))).toBe(true)
  expect(addedColumns('alter table work\n add column lane text not null,\n -- Why.\n add column turn int')).toEqual([
    'add column lane text not null',
    'add column turn int',
  ])
})
