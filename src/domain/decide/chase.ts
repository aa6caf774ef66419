/** What a person's mail and our answer to it do to what we wait for. */

import { addDays } from '../calendar/day.ts'
import { dayIn, instantOf } from '../calendar/zone.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { ALL_IN } from '../casework/fallen-items.ts'
import type { ReplyWish } from '../decision.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import { standingOf } from '../process/standing.ts'
import { movedDay } from '../reminders/moved-day.ts'
import { type Promised, promisedIn } from '../reminders/promised-day.ts'
import type { Rest } from '../reminders/rest-until.ts'
import { stateName } from '../states.ts'
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
  rest: readonly CaseChange[] = [],
): readonly CaseChange[] {
  if (file.closed !== null || !hasChecklist(file)) return []
  const missing = standingOf(file).missing.map((one) => one.id)
  const asks = reply?.sections.some(({ section }) => section === 'missing-information') ?? false
  const chased = file.chase !== null && file.chase.stopped === null
  if (missing.length === 0) return chased ? [{ change: 'chase-stopped', why: ALL_IN }] : []
  const waits = rest.length > 0 ? rest : untilNamedDay(file, mail, receivedAt, timeZone)
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

/** Named now, or instead of one that was named before. */
function untilNamedDay(
  file: CaseFile,
  mail: ArrivedMail['mail'],
  now: number,
  timeZone: string,
): readonly CaseChange[] {
  const isNamed = (file.chase?.pausedUntil ?? 0) > now
  const promised = promisedOn(mail.text, now, timeZone) ?? (isNamed ? movedDay(mail, dayIn(now, timeZone)) : null)
  return promised === null ? [] : pausedFor(promised, timeZone)
}

/** So long nobody is reminded elsewhere in a request in which he just wrote; a desk that works looks at its mail by then. */
const QUIET_DAYS = 2

/**
 * A case of the same request that the mail is not about: no reminder of it follows on the heels of the answer, and where the
 * mail names a day none comes before that.
 */
export function afterWords(
  file: CaseFile,
  arrived: Pick<ArrivedMail, 'receivedAt' | 'mail'>,
  ofRequest: readonly Pick<CaseFile, 'state'>[],
  timeZone: string,
): readonly CaseChange[] {
  const { chase, closed } = file
  const promise = afterPromise(file, arrived, ofRequest, timeZone)
  if (promise.length > 0 || closed !== null || chase === null || chase.stopped !== null) return promise
  const isAsked = arrived.mail.from[0]?.address === chase.to
  if (!isAsked || (chase.pausedUntil ?? 0) > arrived.receivedAt) return []
  return pausedFor({ day: addDays(dayIn(arrived.receivedAt, timeZone), QUIET_DAYS) }, timeZone)
}

/**
 * Asked in the same letter: "everything else by March 30" counts for it too, unless the promise names another state.
 */
function afterPromise(
  { chase, state, closed }: CaseFile,
  { receivedAt, mail }: Pick<ArrivedMail, 'receivedAt' | 'mail'>,
  ofRequest: readonly Pick<CaseFile, 'state'>[],
  timeZone: string,
): readonly CaseChange[] {
  if (closed !== null || chase === null || chase.stopped !== null) return []
  const promised = promisedOn(mail.text, receivedAt, timeZone)
  if (promised === null) return []
  const isNamed = (one: string | null) => one !== null && promised.words.includes(stateName(one))
  const forOthers = !isNamed(state) && ofRequest.some((one) => isNamed(one.state))
  return forOthers ? [] : pausedFor(promised, timeZone)
}

/** They want no reminder before a day: in all cases of the request in which they are asked. */
export function restsUntil(
  { day, quote }: Rest,
  { receivedAt, mail }: Pick<ArrivedMail, 'receivedAt' | 'mail'>,
  timeZone: string,
): CaseChange {
  const rest = { by: mail.from[0]?.address ?? 'the sender', at: receivedAt, why: quote }
  return { change: 'chase-paused', until: instantOf(day, '00:00', timeZone), rest }
}

function promisedOn(text: string, now: number, timeZone: string): Promised | null {
  const folded = foldText(text)
  return promisedIn(textOf(folded, folded.newest), dayIn(now, timeZone))
}

function pausedFor({ day }: Pick<Promised, 'day'>, timeZone: string): readonly CaseChange[] {
  return [{ change: 'chase-paused', until: instantOf(addDays(day, 1), '00:00', timeZone) }]
}
