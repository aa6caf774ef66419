/** Scripts on the calendar: which beat is on which day, at which moment. */
import { addDays, type Day, weekdayIndex } from '../../src/domain/calendar/day.ts'
import type { Chance } from '../support/chance.ts'
import { type Beat, MOMENTS, type Moment, type Script } from './script.ts'

export interface TimedBeat {
  readonly beat: Beat
  readonly day: Day
  readonly at: Moment
}

const ORDER = Object.keys(MOMENTS) as Moment[]
/** A carrier that is done before the last days proves that nothing comes after. */
const MARGIN = 10

/** Starts somewhere in the run such that all of it fits, or near its beginning. */
export function onCalendar(script: Script, firstDay: Day, days: number, luck: Chance): readonly TimedBeat[] {
  const drawn = script.beats.map((beat) => ({ beat, after: drawDays(beat.after, luck) }))
  const length = drawn.reduce((sum, { after }) => sum + after, 0) + 2 * drawn.length
  const room = Math.max(Math.min(8, days - 1), days - length - MARGIN)
  let [day, at]: [Day, number] = [addDays(firstDay, luck.whole(room)), -1]
  return drawn.map(({ beat, after }) => {
    const next = workdayFor(beat, addDays(day, after))
    const moment = ORDER.indexOf(beat.at)
    const clashes = next === day && moment <= at
    day = clashes && at === ORDER.length - 1 ? workdayFor(beat, addDays(day, 1)) : next
    at = clashes ? (at === ORDER.length - 1 ? 1 : at + 1) : moment
    return { beat, day, at: ORDER[at] as Moment }
  })
}

function drawDays(after: Beat['after'], luck: Chance): number {
  if (typeof after === 'number') return after
  const [least, most] = after
  return least + luck.whole(most - least + 1)
}

/** People do not work at weekends; machines do, and waiting goes on. */
function workdayFor({ does }: Beat, day: Day): Day {
  if ('waits' in does || ('machine' in does && does.machine !== undefined)) return day
  const weekday = weekdayIndex(day)
  return weekday < 5 ? day : addDays(day, 7 - weekday)
}
