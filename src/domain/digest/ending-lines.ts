/** The days left of each login and secret, for whoever can have them renewed. */
import { daysBetween } from '../calendar/day.ts'
import { dayIn } from '../calendar/zone.ts'
import type { DigestLine } from './digest.ts'
import type { View } from './view.ts'

/** As `doctor` warns. */
const SOON_DAYS = 30

/** What ends first comes first. Days are those of the provider, which counts in UTC. */
export function endingLines({ facts, today }: View): readonly Omit<DigestLine, 'number'>[] {
  return [...facts.ending]
    .sort((one, other) => one.at - other.at)
    .map(({ name, at }) => {
      const day = dayIn(at, 'UTC')
      const left = daysBetween(today, day)
      const what = left < 0 ? `${name} ended on ${day}` : `${name} ends in ${left} days, on ${day}`
      const pressing = left < 0 ? 'late' : left < SOON_DAYS ? 'soon' : null
      const details =
        pressing === null ? [] : ['without it no mail is read or sent: docs/oauth.md says how to renew it']
      return { pressing, about: '', what: capital(what), details, quote: '', answers: [] }
    })
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
