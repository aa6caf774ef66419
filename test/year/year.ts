/** The year: every carrier plays its script on the real system, and every evening it is looked at whether all is well. */
import { addDays, type Day } from '../../src/domain/calendar/day.ts'
import { instantOf } from '../../src/domain/calendar/zone.ts'
import { STAGES, type Stage } from '../../src/domain/casework/standing.ts'
import { type Chance, chance } from '../support/chance.ts'
import { dailyChecks, ZONE } from './checks.ts'
import { type Deviation, storyOf } from './deviations.ts'
import { KINDS, type Kind } from './kinds.ts'
import { lettersInMailboxes } from './mailboxes.ts'
import { type Player, player } from './play.ts'
import { onCalendar } from './schedule.ts'
import { MOMENTS, type Moment } from './script.ts'
import { openSystem, type System } from './system.ts'

export interface YearOptions {
  readonly clecs: number
  readonly days: number
  readonly seed: number
  /** Only kinds with this in their names. */
  readonly only: string
  readonly progress: (line: string) => void
}

/** How many cases are in each stage at the end of a day, and what was written on it. */
export interface DayCount {
  readonly day: Day
  readonly stages: Readonly<Record<Stage, number>>
  readonly letters: number
  readonly reminders: number
}

export interface YearResult {
  readonly options: YearOptions
  readonly days: readonly DayCount[]
  /** With their stories. */
  readonly deviations: readonly string[]
  readonly kinds: readonly { readonly kind: string; readonly carriers: number; readonly done: number }[]
  readonly totals: Readonly<Record<string, number>>
  readonly seconds: number
}

/** A Monday. */
const FIRST_DAY = '2026-01-05' as Day
const EVENING_MS = 60_000

export async function runYear(options: YearOptions): Promise<YearResult> {
  const began = performance.now()
  const system = await openSystem(instantOf(FIRST_DAY, '00:05', ZONE))
  try {
    const players = drawPlayers(system, options)
    const deviations: string[] = []
    const days: DayCount[] = []
    const checks = dailyChecks(system)
    const told = new Map<Player, number>()
    const report = async (found: readonly Deviation[]) => {
      for (const one of found) {
        const story = await storyOf(system, one)
        deviations.push(story)
        options.progress(`${story}\n`)
      }
    }
    for (let at = 0; at < options.days; at += 1) {
      const day = addDays(FIRST_DAY, at)
      for (const moment of Object.keys(MOMENTS) as Moment[])
        await report(await playMoment(system, players, day, moment))
      const mails = players.flatMap((one) => one.delivered.slice(told.get(one) ?? 0))
      for (const one of players) told.set(one, one.delivered.length)
      await report(await checks.of(day, mails))
      days.push(await countDay(system, day))
      if (at % 7 === 6) options.progress(progressLine(day, days, deviations.length, began))
    }
    await report(await unfinished(players, addDays(FIRST_DAY, options.days)))
    await report(await lettersInMailboxes(system))
    const totals = await totalsOf(system)
    const seconds = Math.round((performance.now() - began) / 1000)
    return { options, days, deviations, kinds: kindsOf(players), totals, seconds }
  } finally {
    await system.stop()
  }
}

function drawPlayers(system: System, { clecs, days, seed, only }: YearOptions): readonly Player[] {
  const luck = chance(seed)
  const kinds = KINDS.filter((kind) => kind.name.includes(only))
  let drawn = 0
  const draw = { luck, next: () => drawn++ }
  const players: Player[] = []
  for (const [at, kind] of castOf(kinds, clecs, luck).entries()) {
    if (at >= kinds.length && players.length >= clecs) break
    for (const script of kind.scripts(draw))
      players.push(
        player(system, script, onCalendar(script, FIRST_DAY, days, luck), chance(seed * 1_000 + players.length)),
      )
  }
  return players
}

/** Each kind once, however few carriers are wanted, then by their shares. */
function castOf(kinds: readonly Kind[], clecs: number, luck: Chance): readonly Kind[] {
  const urn = kinds.flatMap((kind) => Array.from({ length: kind.share }, () => kind))
  return [...kinds, ...Array.from({ length: Math.max(0, clecs - kinds.length) }, () => luck.pick(urn))]
}

async function playMoment(
  system: System,
  players: readonly Player[],
  day: Day,
  moment: Moment,
): Promise<readonly Deviation[]> {
  system.setClock(instantOf(day, MOMENTS[moment], ZONE))
  await system.passTime()
  const due = players.filter((one) => one.isDue(day, moment))
  if (due.length === 0) return []
  for (const one of due) await one.sends(day)
  await system.settled()
  system.setClock(system.now() + EVENING_MS)
  const found: Deviation[] = []
  for (const one of due) {
    const refused = await one.orders()
    await system.settled()
    const wrong = [...refused, ...(await one.judge())]
    if (wrong.length > 0) {
      const { kind, carrier } = one.script
      found.push({
        day: `${day} ${moment}`,
        who: `${kind}: ${carrier.company}`,
        what: wrong.join('\n  '),
        refs: await one.refs(),
      })
    }
  }
  return found
}

async function countDay(system: System, day: Day): Promise<DayCount> {
  const [from, to] = [instantOf(day, '00:00', ZONE), instantOf(addDays(day, 1), '00:00', ZONE)]
  const stages = await system.rows<{ status: Stage; count: number }>(
    'select status, count(*)::int as count from casefile group by status',
  )
  const [written] = await system.rows<{ letters: number; reminders: number }>(
    `select count(*) filter (where template <> 'reminder')::int as letters,
       count(*) filter (where template = 'reminder')::int as reminders
     from outbox where created_at >= to_timestamp($1::float8 / 1000) and created_at < to_timestamp($2::float8 / 1000)
       and template not in ('digest', 'order-answer')`,
    [from, to],
  )
  const counted = new Map(stages.map(({ status, count }) => [status, count]))
  return {
    day,
    stages: Object.fromEntries(STAGES.map((stage) => [stage, counted.get(stage) ?? 0])) as Record<Stage, number>,
    letters: written?.letters ?? 0,
    reminders: written?.reminders ?? 0,
  }
}

/** Only what began too late to end in the run may be unfinished. */
async function unfinished(players: readonly Player[], end: Day): Promise<readonly Deviation[]> {
  const late = players.filter((one) => one.timed.some(({ day }, at) => at >= one.played() && day < end))
  return Promise.all(
    late.map(async (one) => ({
      ...{ day: end, who: `${one.script.kind}: ${one.script.carrier.company}`, refs: await one.refs() },
      what: `${one.timed.length - one.played()} beats were not played`,
    })),
  )
}

function kindsOf(players: readonly Player[]): YearResult['kinds'] {
  const names = [...new Set(players.map((one) => one.script.kind))]
  return names.map((kind) => {
    const own = players.filter((one) => one.script.kind === kind)
    return { kind, carriers: own.length, done: own.filter((one) => one.played() === one.timed.length).length }
  })
}

async function totalsOf(system: System): Promise<Readonly<Record<string, number>>> {
  const [counted] = await system.rows<Record<string, number>>(
    `select (select count(*)::int from message) as mails,
       (select count(*)::int from message where kind <> 'human') as "mails of machines",
       (select count(*)::int from casefile) as cases,
       (select count(*)::int from outbox where answers is not null and template <> 'order-answer') as replies,
       (select count(*)::int from outbox where template = 'reminder') as reminders,
       (select count(*)::int from outbox where answers is null and template not in ('reminder', 'digest')) as "letters after orders",
       (select count(*)::int from outbox where template = 'digest') as digests,
       (select count(*)::int from ordered) as orders,
       (select count(*)::int from task) as "questions to people",
       (select count(*)::int from task where sort = 'clock') as "marks of clocks"`,
  )
  return counted ?? {}
}

function progressLine(day: Day, days: readonly DayCount[], deviations: number, began: number): string {
  const { stages } = days.at(-1) as DayCount
  const cases = Object.values(stages).reduce((sum, count) => sum + count, 0)
  const letters = days.reduce((sum, one) => sum + one.letters + one.reminders, 0)
  const seconds = Math.round((performance.now() - began) / 1000)
  return `${day}  ${cases} cases, ${stages.closed} closed · ${letters} letters · ${deviations} deviations · ${seconds} s\n`
}
