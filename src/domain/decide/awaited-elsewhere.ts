/**
 * The order in which mails come may have made two cases of one conversation: the mail that joins them says so, and a
 * person merges. Who named a mail of others before it came is shown to a person too, and nothing follows from it.
 */
import type { CaseView } from '../case.ts'
import type { AskWish } from '../decision.ts'
import { belongs, type Thread } from '../thread.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import type { Home } from './home.ts'

interface Seen {
  readonly arrived: ArrivedMail
  readonly facts: Pick<ArrivalFacts, 'threads'>
  readonly thread: Thread
  readonly home: Home
}

/** Whoever names a hundred Message-IDs is shown a few times. */
const MOST = 3

export function awaitedElsewhere(seen: Seen): readonly AskWish[] {
  const sender = seen.arrived.mail.from[0]?.address ?? ''
  const { awaiting, sameAwaited } = seen.facts.threads
  const own = elsewhere([...awaiting, ...sameAwaited], seen).filter((one) => belongs(sender, one))
  const strange = elsewhere(awaiting, seen).filter((one) => !belongs(sender, one))
  return [
    ...own.slice(0, MOST).map((one) => maybeOne(one, seen)),
    ...strange.slice(0, MOST).map((one) => namedBefore(one, seen)),
  ]
}

/** Open cases of other requests than that of the mail, one of each; those that it is asked about anyway are left out. */
function elsewhere(cases: readonly CaseView[], { thread, home }: Seen): readonly CaseView[] {
  const known = new Set(home.touched.map(({ file }) => file.requestId))
  if (thread.thread === 'doubtful') for (const one of thread.candidates) known.add(one.requestId)
  return cases.filter((one) => {
    if (known.has(one.requestId) || one.closed !== null) return false
    known.add(one.requestId)
    return true
  })
}

/** The receipt of the older one counts. */
function maybeOne(other: CaseView, { arrived, home }: Seen): AskWish {
  const here = home.touched[0]?.file ?? other
  const [into, from] = [here, other].sort((one, two) => one.receivedAt - two.receivedAt || one.id - two.id)
  const [first, second] = [into ?? here, from ?? other]
  return {
    ...{ wish: 'ask-human', sort: 'thread', caseId: second.id, once: `one of ${first.ref} and ${second.ref}` },
    sentence: `Mail ${arrived.id} in ${here.ref} belongs to the thread of ${other.ref}, whose mail came before it. Are they one matter? Write "${second.ref} merge into ${first.ref}" if they are.`,
  }
}

function namedBefore(other: CaseView, { arrived, home }: Seen): AskWish {
  const sender = arrived.mail.from[0]?.address ?? 'nobody'
  return {
    ...{ wish: 'ask-human', sort: 'thread', caseId: other.id, once: `named before in ${other.ref}` },
    sentence: `A mail in ${other.ref} answers mail ${arrived.id} of ${sender}, which came after it and lies in ${home.lead.ref}; ${sender} has no part in ${other.ref}. Do they belong together? Neither was told of the other.`,
  }
}
