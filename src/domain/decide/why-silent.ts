/** A person's mail that gets no answer, and why: no rule has anything new to say to it. */
import { departureMark } from '../casework/departure.ts'
import type { Withdrawal } from '../casework/withdrawal.ts'
import type { Reason } from '../decision.ts'
import { echoesOurs } from '../letter/echo.ts'
import { isByMatter } from '../thread.ts'
import type { Understanding } from '../understanding.ts'
import { type Answering, asksWhyClosed } from './answering.ts'
import { isHeaderOnly } from './header-only.ts'
import type { Home } from './home.ts'
import { onlyRests } from './only-rests.ts'
import { saysOnlyThanks } from './only-thanks.ts'

/** What is no machine's mail and still gets no answer. */
export function whySilent(answering: Answering): Reason | null {
  const { arrived, thread, home, notice, takenBack, objects, rest, extension, matter, proved } = answering
  if (isHeaderOnly(arrived.mail)) return null
  if (thread.thread !== 'known' && echoesOurs(arrived.mail.text))
    return { rule: 'echo', saw: 'it sends our own receipt back without its thread' }
  if (notice === null && saysOnlyThanks(arrived.mail)) {
    const why = 'this mail says no more than thanks'
    if (thread.thread === 'known')
      return { rule: 'case-acknowledged', saw: `${home.lead.ref} is acknowledged and ${why}` }
    if (thread.thread === 'doubtful') return { rule: 'thread-doubtful', saw: `${thread.because.saw}, and ${why}` }
  }
  const leaves = matter?.matter === 'departure' ? departureMark(arrived.mail.from[0]?.address ?? '') : null
  if (leaves !== null && home.touched.some(({ file }) => file.told.includes(leaves)))
    return { rule: 'case-acknowledged', saw: `${home.lead.ref}: that somebody leaves was told before` }
  // A mail that answers none of ours is answered as every first one is, whatever case it belongs to.
  const isForPerson = notice !== null || extension !== null || matter !== null
  if (isForPerson || proved || takesBackOpen(home, takenBack) || isByMatter(thread)) return null
  if (asksWhyClosed(answering)) return null
  // Whoever wants no mails gets none that says so.
  if (rest !== null && objects === null && onlyRests(arrived))
    return { rule: 'rests-until', saw: `reminders rest until ${rest.day}, as the mail wants: "${rest.quote}"` }
  if (objects !== null && home.touched.some(({ file }) => file.closed === null && file.needsPerson === null))
    return null
  if (!saysNothingNew(arrived.understanding, thread.thread === 'known' ? home : null)) return null
  const why = 'this mail asks for nothing new that a rule answers'
  if (thread.thread === 'known')
    return { rule: 'case-acknowledged', saw: `${home.lead.ref} is acknowledged and ${why}` }
  // An unmarked responder that writes under changing addresses would get an answer, and a case, for each of ours.
  if (thread.thread === 'doubtful') return { rule: 'thread-doubtful', saw: `${thread.because.saw}, and ${why}` }
  return null
}

/** A request that is closed already is nothing to take back. */
function takesBackOpen({ touched }: Home, takenBack: Withdrawal | null): boolean {
  return takenBack !== null && touched.some(({ file }) => file.closed === null)
}

/**
 * One acknowledgement opens a case; after it only a mail that proves something, asks where things stand, or has a
 * recognised matter of its own, another than the case's or for another state, is answered again. An unmarked
 * auto-responder that answers our answer repeats the matter or has none, so two machines stop after one round.
 */
function saysNothingNew(understanding: Understanding, known: Home | null): boolean {
  const main = understanding.intents[0]?.intent
  if (understanding.abstained || main === undefined || main === 'unrelated') return true
  if (known === null) return false
  // Every turn of the talks brings some, and whoever sends them waits to hear that they came.
  if (understanding.documents.includes('redlined-agreement')) return false
  if (known.touched.some(({ file, opens }) => !opens && file.closed !== null)) return true
  const same = known.request.some((one) => one.intent === main)
  const states = new Set(known.request.map((one) => one.state))
  return same && understanding.states.every((state) => states.has(state))
}
