/** The sections of how the cases stand: clocks, new and overdue ones, the queue, those without a negotiator. */
import { compareDays, daysBetween, daysInWords, spoken } from '../calendar/day.ts'
import { dayIn } from '../calendar/zone.ts'
import { ORDERED } from '../casework/case-file.ts'
import { type Clock, daysLeft } from '../clocks/clock.ts'
import type { Agreement } from '../labels.ts'
import { ROUTE_WORDS } from '../orders/choice-words.ts'
import { ANSWERS } from './answers.ts'
import type { Pressing } from './digest.ts'
import type { ReminderSent } from './facts.ts'
import { same } from './owners.ts'
import { count, type Row, type Rows, type View } from './view.ts'

/** Days before its day from which a clock is near: the manager sees it too. */
const NEAR_DAYS = 10
/** Farther ones are counted, not shown: they would be the same lines every morning for months. */
const FAR_DAYS = 45
const MOST_CLOCKS = 15

/** Those that run, the nearest strict day first. */
export function clocks(view: View): Rows {
  const running = view.facts.cases
    .flatMap(({ file, clocks }) => clocks.map((clock) => ({ caseRef: file.ref, clock })))
    .filter(({ clock }) => clock.state === 'running')
    // Of what nobody is warned of nobody is late.
    .filter(({ clock }) => clock.warned !== 'never' || daysLeft(clock, view.today) >= 0)
    .filter(({ caseRef, clock }) => view.shows(caseRef, daysLeft(clock, view.today) <= NEAR_DAYS))
    .sort((one, other) => compareDays(one.clock.due, other.clock.due))
  const shown = running.filter(({ clock }) => daysLeft(clock, view.today) <= FAR_DAYS).length
  const [next] = running
  const far = shown === 0 && next !== undefined ? [farAway(view, running.length, next.clock)] : []
  return {
    ...{ id: 'clocks', title: 'Clocks, by days left', command: 'intagree cases' },
    most: far.length > 0 ? far.length : Math.min(shown, MOST_CLOCKS),
    rows: far.length > 0 ? far : running.map(({ caseRef, clock }) => clockRow(view, caseRef, clock)),
  }
}

/** "... and 3 more" with nothing above it says nothing. */
function farAway(view: View, running: number, nearest: Clock): Row {
  const what = `${count(running, 'clock')} running, none due within ${FAR_DAYS} days; the nearest ${daysInWords(daysLeft(nearest, view.today))}, ${spoken(nearest.due)}`
  return {
    target: null,
    line: { pressing: null, about: '', what, details: [], quote: '', answers: [] },
  }
}

function clockRow(view: View, caseRef: string, clock: Clock): Row {
  const left = daysLeft(clock, view.today)
  return {
    target: { kind: 'clock', caseRef, clock: clock.id },
    always: left < 0,
    line: {
      pressing: pressingOf(left),
      about: view.about(caseRef),
      what: `${clock.title}: ${daysInWords(left)}, ${spoken(clock.due)}`,
      details: [
        `${clock.startedBy} ${clock.source}${clock.protective ? '; runs to be safe, the request is doubtful' : ''}`,
        ...(clock.rolled === null ? [] : [`Possible: ${spoken(clock.rolled)}. Count on the strict day.`]),
      ],
      quote: '',
      answers: ANSWERS.clock,
    },
  }
}

function pressingOf(left: number): Pressing {
  if (left < 0) return 'late'
  if (left === 0) return 'today'
  return left <= NEAR_DAYS ? 'soon' : null
}

export function newRequests(view: View): Rows {
  const rows = view.facts.newRequests
    .filter(({ caseRef }) => view.shows(caseRef, false))
    .sort((one, other) => one.at - other.at)
    .map(
      ({ caseRef, messageId, from, subject, at, quote }): Row => ({
        target: { kind: 'case', caseRef, messageId },
        line: {
          pressing: null,
          about: view.about(caseRef),
          what: `From ${from}: ${subject}`,
          details: [
            [
              `Received ${dayIn(at, view.facts.timeZone)}`,
              wayOf(view, caseRef),
              negotiatorOf(view, caseRef),
              missing(view, caseRef),
            ].join('; '),
          ],
          quote,
          answers: ANSWERS.newCase,
        },
      }),
    )
  return { id: 'new-requests', title: 'New requests', command: 'intagree cases', most: 15, rows }
}

const AGREEMENTS: Readonly<Record<Agreement, string>> = {
  interconnection: 'interconnection agreement',
  commercial: 'commercial agreement',
  resale: 'resale agreement',
}

/** What was understood, so that a wrong reading is seen before it is acted on. */
function wayOf(view: View, caseRef: string): string {
  const file = view.caseOf(caseRef)?.file
  const { agreement = null, route = null, routeDoubtful = false } = file ?? {}
  const way = route === null ? 'route open' : `route ${ROUTE_WORDS[route][0]}${routeDoubtful ? ', doubtful' : ''}`
  return `${agreement === null ? 'agreement open' : AGREEMENTS[agreement]}, ${way}`
}

function negotiatorOf(view: View, caseRef: string): string {
  const negotiator = view.caseOf(caseRef)?.file.negotiator
  return negotiator == null ? 'no negotiator yet' : `negotiator ${negotiator}`
}

function missing(view: View, caseRef: string): string {
  const labels = view.caseOf(caseRef)?.standing.missing.map(({ label }) => label) ?? []
  if (labels.length === 0) return 'nothing missing'
  const few = labels.slice(0, 3).join(', ')
  return `missing: ${few}${labels.length > 3 ? ` and ${labels.length - 3} more` : ''}`
}

export function overdue(view: View): Rows {
  const rows = view.facts.overdue
    .filter(({ caseRef }) => view.shows(caseRef, true))
    .sort((one, other) => other.daysLate - one.daysLate)
    .map(
      ({ caseRef, label, due, daysLate, place, quote }): Row => ({
        target: { kind: 'case', caseRef, messageId: null },
        line: {
          pressing: 'late',
          about: view.about(caseRef),
          what: `${label}: due ${daysInWords(-daysLate)}, ${spoken(due)}`,
          details: place === '' ? [] : [`Since ${place}`],
          quote,
          answers: ANSWERS.overdue,
        },
      }),
    )
  return { id: 'overdue', title: 'Overdue', command: 'intagree cases', most: 10, rows }
}

/** In the order of the queue, which is the order of completeness. */
export function earlyOrdering(view: View): Rows {
  const rows = view.facts.earlyOrdering
    .filter(({ caseRef }) => view.shows(caseRef, false))
    .sort((one, other) => one.position - other.position)
    .map(
      ({ caseRef, position, completeAt }): Row => ({
        target: { kind: 'case', caseRef, messageId: null },
        line: {
          pressing: null,
          about: view.about(caseRef),
          what: `Place ${position} in the queue`,
          details: [`Information complete ${view.since(completeAt)}`],
          quote: '',
          answers: ANSWERS.case,
        },
      }),
    )
  return { id: 'early-ordering', title: 'Early ordering queue', command: 'intagree cases', most: 10, rows }
}

/** Without a negotiator, or with one who is not of the desk any more; new ones stand among the new requests. */
export function unassigned(view: View): Rows {
  const fresh = new Set(view.facts.newRequests.map(({ caseRef }) => caseRef))
  const rows = view.facts.cases
    .filter(
      ({ file }) => !view.facts.staff.some(({ email }) => file.negotiator !== null && same(email, file.negotiator)),
    )
    .filter(({ file }) => view.shows(file.ref, true) && !(fresh.has(file.ref) && view.shows(file.ref, false)))
    .sort((one, other) => one.file.receivedAt - other.file.receivedAt)
    .map(
      ({ file }): Row => ({
        target: { kind: 'case', caseRef: file.ref, messageId: null },
        line: {
          pressing: view.late(file.receivedAt) ? 'late' : null,
          about: view.about(file.ref),
          what: file.negotiator === null ? 'Nobody works on it' : `${file.negotiator} is not of the desk`,
          details: [`Waiting ${view.since(file.receivedAt)}`],
          quote: '',
          answers: ANSWERS.unassigned,
        },
      }),
    )
  return { id: 'unassigned', title: 'Without a negotiator', command: 'intagree cases', most: 10, rows }
}

/** What was sent by itself, so that nobody is surprised by an answer, and what rests because somebody wants it. */
export function reminders(view: View): Rows {
  const sent = view.facts.reminders
    .filter(({ caseRef, what }) => view.shows(caseRef, what === 'escalated'))
    .sort((one, other) => one.at - other.at)
    .map(
      (sent): Row => ({
        target: null,
        line: {
          ...{ pressing: null, about: view.about(sent.caseRef), details: [], quote: '', answers: [] },
          what: sentence(sent),
        },
      }),
    )
  return { id: 'reminders', title: 'Reminders', command: 'intagree cases', most: 10, rows: [...sent, ...resting(view)] }
}

function resting(view: View): readonly Row[] {
  return view.facts.cases.flatMap(({ file: { ref, chase } }): readonly Row[] => {
    if (chase?.rest === undefined || chase.pausedUntil === null || chase.stopped !== null) return []
    const until = dayIn(chase.pausedUntil, view.facts.timeZone)
    if (until <= view.today || !view.shows(ref, false)) return []
    const { by, why } = chase.rest
    const line = {
      pressing: null,
      about: view.about(ref),
      details: [],
      quote: why === ORDERED ? '' : why,
      answers: [],
    }
    const what = `No reminder to ${chase.to} before ${spoken(until)}, ${why === ORDERED ? 'ordered' : 'as asked'} by ${by}`
    return [{ target: null, line: { ...line, what } }]
  })
}

function sentence({ what, number, to }: ReminderSent): string {
  if (what === 'reminded') return `Reminder ${number} went to ${to}`
  return `No answer from ${to} after ${number} reminder${number === 1 ? '' : 's'}: none is sent any more`
}

export function nearClocks(view: View): { readonly running: number; readonly near: number; readonly over: number } {
  const left = view.facts.cases
    .flatMap(({ clocks }) => clocks.filter(({ state }) => state === 'running'))
    .map((clock) => daysBetween(view.today, clock.due))
  return {
    running: left.length,
    near: left.filter((days) => days >= 0 && days <= NEAR_DAYS).length,
    over: left.filter((days) => days < 0).length,
  }
}
