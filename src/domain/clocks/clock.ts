/** One deadline of a case, with everything that a person needs to check it. */
import { type Day, daysBetween } from '../calendar/day.ts'

export type ClockId =
  | 'window-opens'
  | 'window-closes'
  | 'nine-months'
  | 'petition-response'
  | 'approval'
  | 'public-inspection'
  | 'state-filing'
  | 'wa-adoption-effective'
  | 'nm-written-answer'
  | 'nm-publication'
  | 'nm-objections'
  | 'questionnaire-documents'
  | 'tax-forms'
  | 'questionnaire-refresh'
  | 'agreement-expires'
  | 'certificate-ends'

/** Who has to act by the due day; `nobody` when something simply happens on it. */
export type Owed = 'us' | 'customer' | 'either' | 'commission' | 'nobody'

export type ClockState = 'running' | 'met' | 'stopped'

export interface Clock {
  readonly id: ClockId
  readonly title: string
  /** The law, rule or page that sets it. */
  readonly source: string
  readonly startsOn: Day
  /** A sentence: what started it. */
  readonly startedBy: string
  /** The strict day, which is the one to warn of. */
  readonly due: Day
  /** The next working day when the strict one is none. Only possible: the law is silent (domain 4.2). */
  readonly rolled: Day | null
  readonly state: ClockState
  /** The day on which it was met, perhaps too late; null unless it is met. */
  readonly metOn: Day | null
  readonly owedBy: Owed
  /** Never told to the customer by a machine (domain T3). */
  readonly confidential: boolean
  /** Runs only because the request might be one to negotiate. */
  readonly protective: boolean
  /** How staff is warned: by days since receipt, by days before the due day, or not by itself. */
  readonly warned: 'from-receipt' | 'before-due' | 'before-expiry' | 'never'
  /** Lines that a lawyer can follow. */
  readonly derivation: readonly string[]
}

/** Days until the strict due day: 0 on the day itself, negative after it. */
export function daysLeft(clock: Clock, today: Day): number {
  return daysBetween(today, clock.due)
}
