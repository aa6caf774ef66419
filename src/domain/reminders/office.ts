/** When mails of our own accord may reach somebody in a state: working days, by the clock there. */
import { US_FEDERAL } from '../calendar/holidays.ts'
import { recipientZone } from '../calendar/recipient-zone.ts'
import type { Office } from './next-reminder.ts'

const HOURS = { from: '09:00', until: '16:00' } as const

export function officeOf(state: string | null, ownZone: string): { readonly zone: string; readonly office: Office } {
  return { zone: recipientZone(state, ownZone), office: { hours: HOURS, calendar: US_FEDERAL } }
}
