/** The clocks of 47 U.S.C. 252(b): negotiation, the window for arbitration, and the answer to a petition. */
import { type Day, earliest } from '../calendar/day.ts'
import type { HolidayCalendar } from '../calendar/holidays.ts'
import type { ClockFacts } from './facts.ts'
import { petitionLines, timelyPetition, WINDOW_CLOSES, WINDOW_OPENS } from './petition.ts'
import { negotiates } from './regime.ts'
import { type ClockRule, days, firstOf, from, fromReceipt, months, workingDays } from './rule.ts'

/** Told to negotiators only (T3). */
const window = {
  confidential: true,
  runs: negotiates,
  start: fromReceipt,
  met: windowMet,
  notes: petitionLines,
} as const

/** What a state wants of a petition (domain 4.4). */
const PETITION_THERE: Readonly<Record<string, string>> = {
  CO: 'Colorado: the notice of arbitration states the day of the request and goes to carriers known to negotiate (4 CCR 723-2-2563)',
  MT: 'Montana: a copy of the petition goes to the Montana Consumer Counsel (Mont. Admin. R. 38.5.4012)',
  MN: 'Minnesota: an administrative law judge hears the arbitration, and the Department of Commerce takes part',
}

export const NEGOTIATION_RULES: readonly ClockRule[] = [
  {
    ...window,
    id: 'window-opens',
    title: 'Window for arbitration opens',
    source: '47 U.S.C. 252(b)(1)',
    owedBy: 'nobody',
    // Its day is among the marks of the window's close.
    warned: 'never',
    length: () => days(WINDOW_OPENS),
  },
  {
    ...window,
    id: 'window-closes',
    title: 'Window for arbitration closes',
    source: '47 U.S.C. 252(b)(1)',
    owedBy: 'either',
    warned: 'from-receipt',
    length: () => days(WINDOW_CLOSES),
    notes: (facts, calendar) => {
      const there = PETITION_THERE[facts.state ?? '']
      return [...petitionLines(facts, calendar), ...(there === undefined ? [] : [there])]
    },
  },
  {
    ...window,
    id: 'nine-months',
    title: 'Arbitration ends',
    source: '47 U.S.C. 252(b)(4)(C)',
    owedBy: 'commission',
    warned: 'before-due',
    length: () => months(9),
    met: (facts) => firstOf(facts, 'arbitrationDecided', 'executed'),
  },
  {
    id: 'petition-response',
    title: 'Response to the petition for arbitration',
    source: '47 U.S.C. 252(b)(3)',
    owedBy: 'either',
    confidential: false,
    warned: 'before-due',
    runs: () => 'yes',
    start: (facts) =>
      from(facts, 'petitionReceived', 'the commission received the petition') ??
      from(facts, 'petitionFiled', 'the petition was filed') ??
      from(facts, 'petitionServed', 'the petition was served on us'),
    length: () => days(25),
    met: (facts) => firstOf(facts, 'petitionAnswered'),
  },
  {
    id: 'nm-written-answer',
    title: 'Written answer to the request (New Mexico)',
    source: '17.11.18.17(D) NMAC',
    owedBy: 'us',
    confidential: false,
    warned: 'before-due',
    runs: (facts) => (facts.state === 'NM' ? negotiates(facts) : 'no'),
    // An extension of the negotiation moves the day on which it is deemed to begin, not our answer.
    start: ({ received }) => ({
      day: received,
      by: `The request was received on ${received}.`,
      lines: [`receipt ${received} is day 0 (actual receipt)`],
    }),
    length: () => workingDays(14),
    met: (facts) => firstOf(facts, 'writtenAnswer'),
    notes: () => [
      'the answer goes by hand, certified mail or facsimile; whether an e-mail is a request is for counsel',
    ],
  },
]

/** Nothing is left for the window once the parties have signed or one of them has petitioned in time. */
function windowMet(facts: ClockFacts, calendar: HolidayCalendar): Day | null {
  const petition = timelyPetition(facts, calendar)
  const executed = firstOf(facts, 'executed')
  return earliest([petition, executed].filter((day) => day !== null))
}
