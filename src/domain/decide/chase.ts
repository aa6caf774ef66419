/** What a person's mail and our answer to it do to what we wait for. */

import { addDays } from '../calendar/day.ts'
import { dayIn, instantOf } from '../calendar/zone.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { ReplyWish } from '../decision.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import { standingOf } from '../process/standing.ts'
import { promisedDay } from '../reminders/promised-day.ts'
import { foldText, textOf } from '../understand/newest-text.ts'
import type { ArrivedMail } from './arrival.ts'
import { saysOnlyThanks } from './only-thanks.ts'

/**
 * Whoever writes has heard us: the time until the next reminder starts anew with what is still missing, and ends when
 * nothing is. Nobody is asked whom we did not ask, nor before the day that was named.
 */
export function afterAnswer(
  file: CaseFile,
  { receivedAt, mail }: Pick<ArrivedMail, 'receivedAt' | 'mail'>,
  reply: ReplyWish | undefined,
  timeZone: string,
): readonly CaseChange[] {
  if (file.closed !== null || !hasChecklist(file)) return []
  const missing = standingOf(file).missing.map((one) => one.id)
  const asks = reply?.sections.some(({ section }) => section === 'missing-information') ?? false
  const chased = file.chase !== null && file.chase.stopped === null
  if (missing.length === 0) return chased ? [{ change: 'chase-stopped', why: 'all that was asked for is in' }] : []
  const waits = untilNamedDay(mail.text, receivedAt, timeZone)
  if (asks) return [{ change: 'asked', to: reply?.to.address ?? '', items: missing, at: receivedAt }, ...waits]
  if (!chased || file.chase === null) return []
  const to = mail.from[0]?.address ?? file.chase.to
  const items = file.chase.items.filter((item) => missing.includes(item))
  return [
    { change: 'asked', to, items, at: file.chase.askedAt, heardAt: receivedAt },
    ...(waits.length > 0 ? waits : stillPaused(file, mail, receivedAt)),
  ]
}

/** Thanks do not end the wait for a day that was named, nor for one of return. */
function stillPaused({ chase }: CaseFile, mail: ArrivedMail['mail'], now: number): readonly CaseChange[] {
  const until = chase?.pausedUntil ?? 0
  return until > now && saysOnlyThanks(mail) ? [{ change: 'chase-paused', until }] : []
}

function untilNamedDay(text: string, now: number, timeZone: string): readonly CaseChange[] {
  const folded = foldText(text)
  const day = promisedDay(textOf(folded, folded.newest), dayIn(now, timeZone))
  return day === null ? [] : [{ change: 'chase-paused', until: instantOf(addDays(day, 1), '00:00', timeZone) }]
}
