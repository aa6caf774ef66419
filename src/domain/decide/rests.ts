/**
 * What a mail means for cases that it does not touch: reminders of them rest where it says so for all of a request, or
 * takes that state back, or where it may belong to them (it came under their number from somebody who has no part in
 * them) and brings papers.
 */
import type { CaseView } from '../case.ts'
import type { CaseChange } from '../casework/change.ts'
import type { ForPerson } from '../casework/for-person.ts'
import { maybeWords } from '../casework/moot.ts'
import { type Objection, objectionWords } from '../casework/objection.ts'
import { type CaseOutcome, changedCase, type Summarize } from '../casework/outcome.ts'
import type { Rest } from '../reminders/rest-until.ts'
import type { Thread } from '../thread.ts'
import type { ArrivedMail } from './arrival.ts'
import { afterWords, restsUntil } from './chase.ts'
import { fileOf, type Home } from './home.ts'
import { holdOfState } from './second-matters.ts'
import type { Back } from './states-elsewhere.ts'

interface Heard {
  readonly arrived: ArrivedMail
  readonly thread: Thread
  readonly home: Home
  readonly back: Back
  readonly objects: Objection | null
  readonly rest: Rest | null
  readonly matter: ForPerson | null
}

/** Whoever was asked leaves: nobody reminds him, and a person finds out who follows (T15). */
export const LEAVES: CaseChange = { change: 'chase-stopped', why: 'whoever was asked leaves or is replaced' }

/** Somebody is asked for something in the case, and reminded. */
export function isChased({ closed, chase }: Pick<CaseView, 'closed' | 'chase'>): boolean {
  return closed === null && chase !== null && chase.stopped === null
}

/** Cases beside the touched ones, each with what happens to it. */
export function restingCases(heard: Heard, timeZone: string, summarize: Summarize): readonly CaseOutcome[] {
  const { arrived, home, back, objects, rest, matter } = heard
  const sender = arrived.mail.from[0]?.address ?? 'somebody'
  const isTouched = (one: CaseView) => home.touched.some(({ file }) => file.id === one.id)
  const sisterRest = (one: CaseView) =>
    rest === null ? afterWords(one, arrived, home.request, timeZone) : [restsUntil(rest, arrived, timeZone)]
  const isGone = (one: CaseView) => holdOfState(back, one).length > 0
  const sisters = [...home.request, ...back.elsewhere].filter(
    (one) => (isChased(one) || isGone(one)) && !isTouched(one),
  )
  return [
    ...sisters.flatMap((one) =>
      matter?.matter === 'departure'
        ? outcome(one, [LEAVES], summarize)
        : isGone(one)
          ? outcome(one, holdOfState(back, one), summarize)
          : objects === null
            ? outcome(one, sisterRest(one), summarize)
            : outcome(one, [{ change: 'needs-person', why: objectionWords(objects) }], summarize),
    ),
    ...maybeAnswered(heard).flatMap((one) =>
      outcome(one, [{ change: 'needs-person', why: maybeWords(sender, home.lead.ref) }], summarize),
    ),
  ]
}

/** Cases that papers may be for: it would be wrong to remind somebody of what lies here. */
export function maybeAnswered({ arrived, thread }: Pick<Heard, 'arrived' | 'thread'>): readonly CaseView[] {
  const { attachments } = arrived.mail
  const brings = attachments.some((file, at) => !file.inline && arrived.understanding.documents[at] !== 'decoration')
  if (thread.thread !== 'doubtful' || !brings) return []
  return thread.candidates.filter((one) => isChased(one) && one.needsPerson === null)
}

function outcome(one: CaseView, changes: readonly CaseChange[], summarize: Summarize): readonly CaseOutcome[] {
  return changes.length === 0 ? [] : [changedCase(fileOf(one), changes, summarize)]
}
