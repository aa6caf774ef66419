/** The matrix is whole, is chosen from by words, and its page says what it was asked for. */
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { board } from './board.ts'
import { CELLS, cellsOf, nameOf } from './cells.ts'
import { faultsPage } from './page.ts'
import type { Played } from './play.ts'

const PLAYED: Played = {
  ...{ cell: 'sender/frozen', verdict: 'passed', mails: 200, lost: 0, doubled: 0, unsure: 3, secondCopies: 2 },
  ...{ parked: 1, quarantined: 0, recoverySeconds: 4.4, settledSeconds: 9.6, because: [] },
}
const FAILED: Played = { ...PLAYED, cell: 'redis/cut', verdict: 'failed', lost: 1, because: ['a mail is not there'] }

describe('the matrix', () => {
  test.each([
    [
      ['poller', 'reader', 'decider', 'sender', 'all'],
      ['kill', 'term', 'frozen'],
    ],
    [
      ['imap', 'smtp', 'postgres', 'redis'],
      ['cut', 'blackhole', 'slow', 'restart'],
    ],
    [['redis'], ['loss']],
    [['archive'], ['full']],
  ])('has a cell for each of %j struck by each of %j', (targets, faults) => {
    const names = CELLS.map(nameOf)
    for (const target of targets) for (const fault of faults) expect(names).toContain(`${target}/${fault}`)
  })

  test('has no cell twice', () => {
    expect(new Set(CELLS.map(nameOf)).size).toBe(CELLS.length)
  })

  test.each([
    [['poller/kill'], ['poller/kill']],
    [
      ['redis/cut', 'loss'],
      ['redis/cut', 'redis/loss'],
    ],
    [['nobody'], []],
  ])('--only %j chooses %j', (only, names) => {
    expect(cellsOf(only).map(nameOf)).toEqual(names)
  })
})

test('the page has a row for each cell, and says what failed', () => {
  const skipped: Played = { ...PLAYED, cell: 'archive/full', verdict: 'skipped', mails: 0, because: ['needs root'] }
  const page = faultsPage([PLAYED, FAILED, skipped], new Date('2026-03-02T16:00:00Z'), 2)
  expect(page).toContain('on 2026-03-02')
  expect(page).toContain('400 mails went through 2 cells')
  expect(page).toContain('**lost 1, doubled 0**')
  expect(page).toContain('| sender/frozen | 60 s | 200 | 0 | 0 | 3 | 2 | 1 | 0 | 4 s | 10 s | passed |')
  expect(page).toMatch(/\| archive\/full \| 60 s \|.* skipped: needs root \|/)
  expect(page).toContain('- redis/cut: a mail is not there')
})

test('without a terminal the board prints a line for each change and each end', async () => {
  const out = new PassThrough()
  const view = board(2, out)
  view.tell('redis/cut', 'recovering: 9 unsent')
  view.tell('redis/cut', 'recovering: 8 unsent')
  view.done(FAILED)
  view.end()
  out.end()
  expect((await text(out)).split('\n')).toEqual([
    'redis/cut: recovering: 9 unsent',
    expect.stringMatching(/^✗ redis\/cut +0 s {2}lost 1, doubled 0 \(unsure 3, .*last answer 4\.4 s after the fault/),
    '    a mail is not there',
    '',
  ])
})
