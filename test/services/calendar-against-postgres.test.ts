/**
 * The calendar against an independent one: PostgreSQL's own dates, months, weekdays and zones, 100 000 random cases
 * each, and the working days written once more in SQL. The seed is fixed, so a difference can be looked at again.
 */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, addMonths, type Day, daysBetween, WEEKDAYS, weekdayOf } from '../../src/domain/calendar/day.ts'
import { addWorkingDays, isWorkingDay } from '../../src/domain/calendar/working-days.ts'
import { clockTimeIn, dayIn, instantOf } from '../../src/domain/calendar/zone.ts'
import { aCase, clockIn } from '../domain/clocks/case.ts'
import { chance } from '../support/chance.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { workingDaysBetween } from '../support/working-days.ts'

const CASES = 30_000
/** Days from here on, to the end of 2059. */
const FIRST = '1990-01-01'
const SPAN = 25_567
const ZONES = [
  'America/Denver',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Boise',
  'America/Indiana/Indianapolis',
  'America/Anchorage',
  'Pacific/Honolulu',
]

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await testDatabase('calendar')
  client = new pg.Client(database.url)
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await database?.drop()
})

const random = chance(20_260_302)
const someDay = () => addDays(FIRST, random.whole(SPAN))
const many = <T>(make: () => T): readonly T[] => Array.from({ length: CASES }, make)

describe('days', () => {
  test('days later, months later, days between, weekday', async () => {
    const cases = many(() => ({
      day: someDay(),
      other: someDay(),
      days: random.whole(4_001) - 2_000,
      months: random.whole(241) - 120,
    }))
    const rows = await answers(
      `select (day + days)::text || ' ' || (day + make_interval(months => months))::date || ' ' || (other - day)
              || ' ' || extract(isodow from day) as answer
       from unnest($1::date[], $2::date[], $3::int[], $4::int[]) with ordinality as c(day, other, days, months, n) order by n`,
      cases.map(({ day }) => day),
      cases.map(({ other }) => other),
      cases.map(({ days }) => days),
      cases.map(({ months }) => months),
    )
    const ours = cases.map(({ day, other, days, months }) =>
      [addDays(day, days), addMonths(day, months), daysBetween(day, other), WEEKDAYS.indexOf(weekdayOf(day)) + 1].join(
        ' ',
      ),
    )
    expect(differences(cases, ours, rows)).toEqual([])
  })

  test('the window and the nine months of every day of a century', async () => {
    const { rows } = await client.query<{ answer: string }>(
      `select concat_ws(' ', day, day + 135, day + 160, (day + interval '9 months')::date) as answer
       from (select generate_series(date '1996-02-08', date '2096-02-08', interval '1 day')::date as day) as d order by day`,
    )
    const wrong = rows.filter(({ answer }) => {
      const [received, ...dues] = answer.split(' ') as [Day, ...Day[]]
      const facts = aCase({ received })
      const ours = (['window-opens', 'window-closes', 'nine-months'] as const).map((id) => clockIn(facts, id).due)
      return ours.join() !== dues.join()
    })
    expect(rows).toHaveLength(36_526)
    expect(wrong.slice(0, 5)).toEqual([])
  })
})

describe('zones', () => {
  test('the day and the time at an instant', async () => {
    const cases = many(() => ({ ms: instantOf(someDay(), '00:00', 'UTC') + randomSecond(), zone: random.pick(ZONES) }))
    const rows = await answers(
      `select to_char(to_timestamp(ms / 1000.0) at time zone zone, 'YYYY-MM-DD HH24:MI') as answer
       from unnest($1::float8[], $2::text[]) with ordinality as c(ms, zone, n) order by n`,
      cases.map(({ ms }) => ms),
      cases.map(({ zone }) => zone),
    )
    const ours = cases.map(({ ms, zone }) => `${dayIn(ms, zone)} ${clockTimeIn(ms, zone)}`)
    expect(differences(cases, ours, rows)).toEqual([])
  })

  /** Half of the cases lie in the small hours of Sundays in March and November, where the clocks are changed. */
  test('the instant of a time; of one that comes twice PostgreSQL takes the second, we the first', async () => {
    const cases = many(() => ({ ...(random.next() < 0.5 ? changingHour() : anyHour()), zone: random.pick(ZONES) }))
    const rows = await answers(
      `select case when (at - interval '1 hour') at time zone zone = wall then at - interval '1 hour' else at end::text
              as answer
       from (select n, zone, wall, wall at time zone zone as at
             from unnest($1::timestamp[], $2::text[]) with ordinality as c(wall, zone, n)) as c order by n`,
      cases.map(({ day, time }) => `${day} ${time}`),
      cases.map(({ zone }) => zone),
    )
    const ours = cases.map(({ day, time, zone }) => new Date(instantOf(day, time, zone)).toISOString())
    const theirs = rows.map((row) => new Date(row).toISOString())
    expect(differences(cases, ours, theirs)).toEqual([])
  })
})

describe('working days', () => {
  beforeAll(() => client.query(WORKING_DAYS))

  test('which days are working days', async () => {
    const { rows } = await client.query<{ day: string; works: boolean }>('select day::text, works from d order by day')
    expect(rows.length).toBeGreaterThan(SPAN)
    expect(rows.filter(({ day, works }) => isWorkingDay(day) !== works).slice(0, 5)).toEqual([])
  })

  test('working days later and between', async () => {
    const cases = many(() => ({ day: someDay(), count: random.whole(15) + 1 }))
    const rows = await answers(
      `select l.day || ' ' || e.day as answer
       from unnest($1::date[], $2::int[]) with ordinality as c(day, count, n)
       join d on d.day = c.day
       join d as l on l.works and l.number = d.number + c.count
       join d as e on e.works and e.number = d.number - c.count + case when d.works then 0 else 1 end
       order by n`,
      cases.map(({ day }) => day),
      cases.map(({ count }) => count),
    )
    const ours = cases.map(({ day, count }) => `${addWorkingDays(day, count)} ${addWorkingDays(day, -count)}`)
    expect(differences(cases, ours, rows)).toEqual([])
    const back = cases
      .slice(0, 10_000)
      .filter(({ day, count }) => workingDaysBetween(day, addWorkingDays(day, count)) !== count)
    expect(back).toEqual([])
  })
})

/**
 * Every day, whether it is a working day, and how many there were up to it. The holidays are listed by year and then
 * moved off the weekend: another way than ours, which asks a day whether it is one.
 */
const WORKING_DAYS = `
create table d as
with years as (select generate_series(1989, 2061) as y),
fixed as (
  select make_date(y, m, dd) as h from years, (values (1, 1, 0), (6, 19, 2021), (7, 4, 0), (11, 11, 0), (12, 25, 0))
    as f(m, dd, since) where y >= since
),
observed as (
  select h + case extract(isodow from h) when 6 then -1 when 7 then 1 else 0 end::int as h from fixed
),
floating as (
  -- The first such weekday on or after a date of the month.
  select make_date(y, m, dd) + ((dow - extract(isodow from make_date(y, m, dd))::int + 7) % 7) as h
  from years, (values (1, 15, 1), (2, 15, 1), (5, 25, 1), (9, 1, 1), (10, 8, 1), (11, 22, 4)) as f(m, dd, dow)
),
days as (select generate_series(date '1989-06-01', date '2060-12-31', interval '1 day')::date as day)
select day, works, (count(*) filter (where works) over (order by day))::int as number
from (select day, extract(isodow from day) < 6 and day not in (select h from observed union select h from floating)
      as works from days) as w`

async function answers(sql: string, ...lists: readonly (readonly unknown[])[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ answer: string }>(sql, [...lists])
  return rows.map(({ answer }) => answer)
}

/** The first few cases in which the two calendars differ. */
function differences(
  cases: readonly unknown[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly unknown[] {
  expect([ours.length, theirs.length]).toEqual([CASES, CASES])
  const wrong = cases.map((one, index) => ({ one, ours: ours[index], theirs: theirs[index] }))
  return wrong.filter((pair) => pair.ours !== pair.theirs).slice(0, 5)
}

function randomSecond(): number {
  return random.whole(86_400) * 1_000
}

function anyHour(): { readonly day: Day; readonly time: string } {
  return { day: someDay(), time: clock(random.whole(1_440)) }
}

/** From midnight to 04:00 on a Sunday of March, April, October or November. */
function changingHour(): { readonly day: Day; readonly time: string } {
  const day = `${1990 + random.whole(70)}-${random.pick(['03', '04', '10', '11'])}-01`
  const sunday = addDays(day, 6 - WEEKDAYS.indexOf(weekdayOf(day)))
  return { day: addDays(sunday, 7 * random.whole(4)), time: clock(random.whole(240)) }
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
