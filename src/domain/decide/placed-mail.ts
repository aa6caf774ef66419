/** Whose mail it is, to which cases it belongs, and what in it makes a person look before anything follows. */
import { dayIn } from '../calendar/zone.ts'
import type { CaseFile } from '../casework/case-file.ts'
import { type ForPerson, forPerson } from '../casework/for-person.ts'
import { type LegalNotice, legalNotice } from '../casework/legal-notice.ts'
import { type Objection, objection } from '../casework/objection.ts'
import type { SpokenChange } from '../casework/spoken-change.ts'
import { type WindowExtension, windowExtension } from '../casework/window-extension.ts'
import type { Withdrawal } from '../casework/withdrawal.ts'
import { restWanted } from '../reminders/moved-day.ts'
import type { Rest } from '../reminders/rest-until.ts'
import type { SenderVerdict } from '../sender-level.ts'
import type { Thread } from '../thread.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { changedStates } from './changed-states.ts'
import { threadOfWriter } from './guest-thread.ts'
import { type Home, homeOf, requestOf } from './home.ts'
import { inItsOwnWords } from './newest-states.ts'
import { isChased } from './rests.ts'
import { checkSender } from './sender.ts'
import { severalHome, threadOfParties } from './several-home.ts'
import { withoutOldMatter } from './states-alone.ts'
import type { Back } from './states-elsewhere.ts'
import { placedByAll, threadOfFirst } from './told-before.ts'

export interface PlacedMail {
  /** As it is understood in its cases. */
  readonly arrived: ArrivedMail
  readonly thread: Thread
  readonly verdict: SenderVerdict
  /** All cases of the requests that it is about, as they were. */
  readonly known: readonly CaseFile[]
  readonly home: Home
  readonly notice: LegalNotice | null
  readonly back: Back
  readonly takenBack: Withdrawal | null
  /** Questions beside the states that come and go, and a change of states that no rule carries out. */
  readonly asks: readonly string[]
  readonly spoken: SpokenChange | null
  readonly extension: WindowExtension | null
  readonly rest: Rest | null
  readonly objects: Objection | null
  readonly matter: ForPerson | null
}

/** `first`: the thread that its references tell. */
export function placeMail(came: ArrivedMail, facts: ArrivalFacts, first: Thread): PlacedMail {
  const found = threadOfFirst(threadOfParties(threadOfWriter(first, came, facts), came, facts), came, facts)
  const { arrived: checked, thread, verdict, requestIds } = checkSender(came, facts, found)
  const known = requestOf(facts, thread, requestIds)
  const said = inItsOwnWords(withoutOldMatter(checked, known), known)
  const notice = legalNotice(said.mail)
  const { arrived, back, takenBack, asks, spoken } = changedStates(said, known, facts, notice !== null)
  const home =
    severalHome(arrived, facts, thread, requestIds) ??
    homeOf(placedByAll(arrived, known, facts), facts, thread, requestIds)
  const extension = notice === null ? windowExtension(arrived.mail) : null
  const isOwn = notice === null && takenBack === null && extension === null
  const rest = isOwn ? restOf(home, arrived, thread, facts) : null
  const objects = isOwn ? objectionTo(home, arrived, thread, rest) : null
  const matter = isOwn && objects === null ? matterOf(home, arrived, thread) : null
  return {
    ...{ arrived, thread, verdict, known, home, notice, back, takenBack, asks, spoken },
    ...{ extension, rest, objects, matter },
  }
}

function matterOf({ touched }: Home, { mail }: ArrivedMail, thread: Thread): ForPerson | null {
  if (thread.thread !== 'known') return null
  return forPerson(
    mail,
    touched.map(({ file }) => file),
  )
}

/** Where nobody is asked there is nothing to object to. */
function objectionTo({ request }: Home, { mail }: ArrivedMail, thread: Thread, rest: Rest | null): Objection | null {
  return thread.thread === 'known' && request.some(isChased) ? objection(mail, rest?.words) : null
}

/** Likewise, where the wish ends by itself. */
function restOf(
  { request }: Home,
  { mail, receivedAt }: ArrivedMail,
  thread: Thread,
  { desk }: ArrivalFacts,
): Rest | null {
  if (thread.thread !== 'known' || !request.some(isChased)) return null
  return restWanted(mail, dayIn(receivedAt, desk.timeZone), request, receivedAt)
}
