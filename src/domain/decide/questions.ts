/** What a person has to look at after a mail, each in one sentence. */
import { dayIn } from '../calendar/zone.ts'
import { QUESTIONS } from '../casework/moot.ts'
import { severalUnsure } from '../casework/parties.ts'
import type { Wish } from '../decision.ts'
import { accountQuestion, changesAccount } from './account-change.ts'
import { hiddenAnswers } from './asked-of-person.ts'
import { awaitedElsewhere } from './awaited-elsewhere.ts'
import {
  adoptedEnds,
  formalities,
  petitions,
  reopenings,
  seconds,
  successors,
  suggestions,
  wantedSince,
  ways,
} from './case-questions.ts'
import { copiesBesideRequest } from './copies-wanted.ts'
import { counts } from './count-question.ts'
import { gatesFallenIn } from './gate-question.ts'
import { unprovedIntroduction } from './introduced.ts'
import { differences, ends, filingDays } from './paper-questions.ts'
import { papersOfNothing, questionBesidePapers, statusOfNobody, statusUnproved } from './person-questions.ts'
import { unnamedDepartments } from './redirect.ts'
import { maybeAnswered } from './rests.ts'
import { secondMatters, takenBackAsked } from './second-matters.ts'
import { ask, goesAlong, onlyThanks, type Seen, senderOf } from './seen.ts'
import { whatItWants } from './what-it-wants.ts'
import { papersOfWithdrawn } from './withdrawn-papers.ts'

export function questionsFor(seen: Seen): readonly Wish[] {
  const { arrived, thread, home, notice, extension, matter } = seen
  const sender = senderOf(seen)
  const isPlain = goesAlong(seen) && notice === null
  const tellsAccount = changesAccount(arrived.understanding) || matter?.matter === 'departure'
  const unproved = isPlain && seen.answered ? statusUnproved(seen, sender) : []
  return [
    ...noticed(seen),
    ...aboutSender(seen),
    ...entitiesUnsure(seen),
    ...holdsUp(seen),
    ...whatItWants(seen),
    ...(isPlain && matter === null && extension === null ? questionBesidePapers(seen, sender) : []),
    ...(thread.thread === 'known' ? hiddenAnswers(arrived, home.lead) : []),
    ...accountQuestion(seen),
    ...secondMatters({ ...seen, tellsAccount, tellsStatus: unproved.length > 0 }, sender),
    ...unprovedIntroduction(seen.introduces, sender, home.lead),
    ...(isPlain ? copiesBesideRequest(seen, sender) : []),
    ...statusOfNobody(seen, sender),
    ...unproved,
    ...papersOfNothing(seen, seen.moves, sender),
    ...papersOfWithdrawn(seen, sender),
    ...maybeTheirs(seen),
    ...awaitedElsewhere(seen),
    ...seconds(seen),
    ...ways(seen),
    ...wantedSince(seen, sender),
    ...petitions(seen),
    ...formalities(seen),
    ...adoptedEnds(seen),
    ...successors(seen),
    ...differences(seen),
    ...suggestions(seen),
    ...ends(seen),
    ...gatesFallenIn(seen.moves, (at) => dayIn(at, seen.facts.desk.timeZone)),
    ...filingDays(seen),
    ...(notice === null && extension === null ? counts(seen, sender) : []),
    ...unnamedDepartments({ sender, lead: home.lead, sections: seen.sections }),
    ...(onlyThanks(seen) || matter?.matter === 'goes-on' ? [] : reopenings(seen)),
  ]
}

function noticed(seen: Seen): readonly Wish[] {
  if (seen.notice === null) return []
  const words = `Legal notice from ${senderOf(seen)} in ${seen.home.lead.ref}: "${seen.notice.quote}". Only its receipt was confirmed.`
  return [ask(seen, 'legal', words)]
}

/** Who it comes from, and whether it belongs to a case that there is. */
function aboutSender(seen: Seen): readonly Wish[] {
  const { thread, verdict } = seen
  const { ref } = seen.home.lead
  if (thread.thread !== 'doubtful')
    return verdict.holds.map(({ sentence }) =>
      ask(seen, 'sender', `${ref}: ${sentence} No more than its receipt was confirmed.`),
    )
  const refs = thread.candidates.map((one) => one.ref).join(', ')
  const holds = verdict.holds.map(({ sentence }) => ` ${sentence}`).join('')
  const words = `${ref} was opened apart from ${refs}: ${thread.because.saw}. Do they belong together?${holds}`
  return [ask(seen, 'thread', words)]
}

function entitiesUnsure(seen: Seen): readonly Wish[] {
  const { understanding } = seen.arrived
  const unsure = seen.thread.thread === 'new' ? severalUnsure(understanding) : []
  if (unsure.length === 0) return []
  const states = understanding.states.join(', ') || 'none'
  return [
    ask(
      seen,
      'understand',
      `${senderOf(seen)} asks in ${seen.home.lead.ref} for several companies, and it is not clear which states, or which form, is whose (${unsure.join('; ')}; states named: ${states}). No more than its receipt was confirmed.`,
    ),
  ]
}

/** It takes its request back, or does not want to be asked for what is open: nobody is reminded until a person looked. */
function holdsUp(seen: Seen): readonly Wish[] {
  const { home, cases, back, objects } = seen
  const sender = senderOf(seen)
  // Who says that it goes on lets the case go on that waits, which the first of the request need not be.
  const held = cases.map(({ file }) => file).find((file) => file.needsPerson !== null) ?? home.lead
  if (back.whole !== null)
    return [{ ...ask(seen, 'withdrawal', takenBackAsked(sender, back.whole, cases, held.ref)), caseId: held.id }]
  if (objects === null) return []
  const words = `${sender} does not want to be asked for what is open in ${held.ref}: "${objects.quote}". Nobody is reminded until this is done, or the case is closed.`
  return [{ ...ask(seen, 'understand', words), caseId: held.id, once: QUESTIONS.objection(held.ref) }]
}

/** In the case that its papers may be for, so that its reminders go on when this is done. */
function maybeTheirs({ arrived, thread, home }: Seen): readonly Wish[] {
  const sender = arrived.mail.from[0]?.address ?? 'Somebody'
  return maybeAnswered({ arrived, thread }).map(({ ref, id }) => ({
    wish: 'ask-human',
    sort: 'thread',
    sentence: `${sender} sent papers that may be for ${ref}; they lie in ${home.lead.ref}. Nobody is reminded in ${ref} until this is done.`,
    caseId: id,
    once: QUESTIONS.maybe(ref),
  }))
}
