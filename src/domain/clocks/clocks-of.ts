/** All clocks of a case, worked out from the facts alone: whatever is stored can be reckoned again and compared. */
import { type Day, daysBetween, spoken } from '../calendar/day.ts'
import { type HolidayCalendar, US_FEDERAL } from '../calendar/holidays.ts'
import { isWorkingDay, nextWorkingDay } from '../calendar/working-days.ts'
import type { Clock } from './clock.ts'
import { COMMISSION_RULES } from './commission-rules.ts'
import { CUSTOMER_RULES } from './customer-rules.ts'
import type { ClockFacts } from './facts.ts'
import { NEGOTIATION_RULES } from './negotiation-rules.ts'
import type { ClockRule, Start } from './rule.ts'

const RULES: readonly ClockRule[] = [...NEGOTIATION_RULES, ...COMMISSION_RULES, ...CUSTOMER_RULES]

/** The clocks that have started, in the order of the process; every id at most once. */
export function clocksOf(facts: ClockFacts, calendar: HolidayCalendar = US_FEDERAL): readonly Clock[] {
  return RULES.flatMap((rule) => clockOf(rule, facts, calendar) ?? [])
}

function clockOf(rule: ClockRule, facts: ClockFacts, calendar: HolidayCalendar): Clock | null {
  const runs = rule.runs(facts)
  const start = runs === 'no' ? null : rule.start(facts)
  if (start === null) return null
  const due = rule.length(facts).end(start.day, calendar)
  const metOn = rule.met(facts, calendar)
  const rolled = rule.owedBy !== 'nobody' || rule.id === 'window-opens' ? rolledFrom(due, calendar) : null
  const { id, title, source, owedBy, confidential, warned } = rule
  const state = metOn !== null ? 'met' : facts.closed ? 'stopped' : 'running'
  const protective = runs === 'protective'
  const told = { due, rolled, state, metOn } as const
  const derivation = derivationOf(rule, facts, start, told, calendar)
  return {
    id,
    title,
    source,
    startsOn: start.day,
    startedBy: start.by,
    ...told,
    owedBy,
    confidential,
    protective,
    warned,
    derivation,
  }
}

/** The next working day when the strict one is none. */
function rolledFrom(due: Day, calendar: HolidayCalendar): Day | null {
  return isWorkingDay(due, calendar) ? null : nextWorkingDay(due, calendar)
}

type Told = Pick<Clock, 'due' | 'rolled' | 'state' | 'metOn'>

function derivationOf(
  rule: ClockRule,
  facts: ClockFacts,
  start: Start,
  told: Told,
  calendar: HolidayCalendar,
): readonly string[] {
  return [
    ...start.lines,
    rule.length(facts).told(told.due),
    ...withoutExtension(rule, facts, start, calendar),
    ...rolledLines(told, calendar),
    ...(rule.runs(facts) === 'protective' ? [whyProtective(facts)] : []),
    ...(rule.notes?.(facts, calendar) ?? []),
    ...endLines(told),
    `rule ${rule.source}`,
    `calendar ${calendar.version}`,
  ]
}

/** What the day would be by the actual receipt, as long as an extension moves it. */
function withoutExtension(
  rule: ClockRule,
  facts: ClockFacts,
  start: Start,
  calendar: HolidayCalendar,
): readonly string[] {
  const bare = rule.start({ ...facts, extensions: [] })
  if (bare === null || bare.day === start.day) return []
  return [`counted from the actual receipt it would be ${spoken(rule.length(facts).end(bare.day, calendar))}`]
}

function rolledLines({ due, rolled }: Told, calendar: HolidayCalendar): readonly string[] {
  if (rolled === null) return []
  const holiday = calendar.holidayOn(due)
  const why = holiday === null ? spoken(due) : `${spoken(due)}, ${holiday},`
  return [`${why} is no working day: ${spoken(rolled)} is possible, but the strict day is watched`]
}

function whyProtective(facts: ClockFacts): string {
  const why = facts.ambiguous ? 'the wording leaves open whether it asks to negotiate' : unsaid(facts)
  return `protective: ${why}`
}

function unsaid({ path }: ClockFacts): string {
  return path === null ? 'the path is not said' : 'a petition was filed although the path leaves nothing to negotiate'
}

function endLines({ due, state, metOn }: Told): readonly string[] {
  if (metOn === null) return state === 'stopped' ? ['stopped: the case is closed'] : []
  const late = daysBetween(due, metOn)
  return [`met on ${spoken(metOn)}${late > 0 ? `, ${late} days late` : ''}`]
}
