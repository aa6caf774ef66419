import { describe, expect, test } from 'vitest'
import {
  type Alert,
  type AlertState,
  alertsIn,
  judged,
  nextAlerts,
  QUIET,
  type StoredVitals,
  told,
  type Vitals,
} from '../../src/domain/alerts.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOW = Date.parse('2026-03-02T16:00:00Z')
const LIMITS = {
  ...{ syncMinutes: 10, quarantinePerHour: 5, unsureMinutes: 30, diskFreePercent: 10, lateMinutes: 10, endingDays: 14 },
}
const PACE = { repeatMs: 12 * HOUR, throttleMs: 5 * MINUTE, settleMs: 3 * MINUTE }

const STORED: StoredVitals = {
  syncs: [{ mailbox: 'desk/INBOX', seconds: 30 }],
  ...{ quarantinedLastHour: 0, unsure: 0, unsureSeconds: 0, oldestSeconds: 2, breakerOpen: false },
}
const WELL: Vitals = { databaseAway: null, stored: STORED, diskFree: 0.5, ending: [] }
const stored = (change: Partial<StoredVitals>): Vitals => ({ ...WELL, stored: { ...STORED, ...change } })

test.each<[string, Vitals, readonly string[]]>([
  ['all is well', WELL, []],
  [
    'the last sync is old',
    stored({ syncs: [{ mailbox: 'desk/INBOX', seconds: 601 }] }),
    ['desk/INBOX was last passed over completely 10 minutes ago: new mail is not seen.'],
  ],
  [
    'there was no sync at all',
    stored({ syncs: [{ mailbox: 'desk/INBOX', seconds: null }] }),
    ['desk/INBOX was last passed over completely never: new mail is not seen.'],
  ],
  ['decisions are late', stored({ oldestSeconds: 660 }), ['A mail waits to be decided since 11 minutes.']],
  ['the quarantine grows', stored({ quarantinedLastHour: 5 }), ['5 mails came into quarantine within the hour.']],
  ['a fate is unknown only just now', stored({ unsure: 1, unsureSeconds: 60 }), []],
  [
    'a fate is unknown for long',
    stored({ unsure: 1, unsureSeconds: 1860 }),
    ['1 replies of which nobody knows whether they arrived wait since 31 minutes.'],
  ],
  [
    'the breaker is open',
    stored({ breakerOpen: true }),
    ['Too many letters went out within the hour; they wait as drafts.'],
  ],
  ['the disk fills', { ...WELL, diskFree: 0.05 }, ['The disk of the data folder is 95 % full.']],
  [
    'the database is away',
    { ...WELL, stored: null, databaseAway: 'connection refused' },
    ['The database does not answer: connection refused. Nothing is decided or sent meanwhile.'],
  ],
  [
    'a token ends',
    { ...WELL, ending: [{ name: 'the mailbox token', at: NOW + 3 * 24 * HOUR }] },
    ['the mailbox token ends in 3 days.'],
  ],
  [
    'a token has ended',
    { ...WELL, ending: [{ name: 'the mailbox token', at: NOW - 1 }] },
    ['the mailbox token has ended.'],
  ],
])('when %s', (_what, vitals, sentences) => {
  expect(alertsIn(vitals, LIMITS, NOW).map(({ sentence }) => sentence)).toEqual(sentences)
})

const DISK: Alert = { sort: 'disk-fills', about: '', sentence: 'The disk is full.' }
const LATE: Alert = { sort: 'decisions-late', about: '', sentence: 'A mail waits.' }

/** A story: at each minute what burns; what is told then. */
function story(...moments: readonly (readonly [minute: number, ...found: readonly Alert[]])[]) {
  let state: AlertState = QUIET
  return moments.flatMap(([minute, ...found]) => {
    const now = NOW + minute * MINUTE
    const next = nextAlerts(state, found, judged(WELL), now, PACE)
    state = next.tell.length > 0 ? told(next.state, now) : next.state
    return next.tell.map(({ notice, sort }) => `${minute}: ${sort} ${notice}`)
  })
}

describe('an alert', () => {
  test('is told once, however long it lasts, and once when it is over', () => {
    expect(story([0, DISK], [1, DISK], [60, DISK], [61], [62], [63], [120])).toEqual([
      '0: disk-fills began',
      '63: disk-fills ended',
    ])
  })

  test('is told again after half a day', () => {
    expect(story([0, DISK], [719, DISK], [720, DISK], [721, DISK])).toEqual([
      '0: disk-fills began',
      '720: disk-fills still',
    ])
  })

  test('that flickers is one trouble', () => {
    expect(story([0, DISK], [2], [3, DISK], [5], [6, DISK], [8], [9, DISK])).toEqual(['0: disk-fills began'])
  })

  test('that comes right after another waits for the next message', () => {
    expect(story([0, DISK], [1, DISK, LATE], [4, DISK, LATE], [5, DISK, LATE])).toEqual([
      '0: disk-fills began',
      '5: decisions-late began',
    ])
  })

  test('that began and ended before anybody could be told of it was nothing', () => {
    expect(story([0, DISK], [0.5, DISK, LATE], [1, DISK], [4, DISK], [6, DISK])).toEqual(['0: disk-fills began'])
  })
})

test('what cannot be seen neither begins nor ends', () => {
  const away: Vitals = { ...WELL, stored: null, databaseAway: 'refused' }
  const before = told(nextAlerts(QUIET, [LATE], judged(WELL), NOW, PACE).state, NOW)
  const later = NOW + HOUR
  const found = alertsIn(away, LIMITS, later)
  const next = nextAlerts(before, found, judged(away), later, PACE)
  expect(next.tell.map(({ sort, notice }) => `${sort} ${notice}`)).toEqual(['database-away began'])
  expect(next.state.burning.map(({ sort }) => sort).sort()).toEqual(['database-away', 'decisions-late'])
})

test('what no channel took is told at the next look', () => {
  const first = nextAlerts(QUIET, [DISK], judged(WELL), NOW, PACE)
  const second = nextAlerts(first.state, [DISK], judged(WELL), NOW + MINUTE, PACE)
  expect(second.tell).toEqual(first.tell)
})
