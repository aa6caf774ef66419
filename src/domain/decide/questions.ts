/** What a person has to look at after a mail, each in one sentence. */
import { dayIn } from '../calendar/zone.ts'
import type { SaidAffiliate } from '../casework/affiliates.ts'
import type { ForPerson } from '../casework/for-person.ts'
import type { LegalNotice } from '../casework/legal-notice.ts'
import { QUESTIONS } from '../casework/moot.ts'
import type { Objection } from '../casework/objection.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import { severalUnsure } from '../casework/parties.ts'
import type { WindowExtension } from '../casework/window-extension.ts'
import type { Withdrawal } from '../casework/withdrawal.ts'
import type { TaskSort, Wish } from '../decision.ts'
import type { Section } from '../letter/section.ts'
import type { Rest } from '../reminders/rest-until.ts'
import type { SenderVerdict } from '../sender-level.ts'
import type { Thread } from '../thread.ts'
import type { Understanding } from '../understanding.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { doubtOf, extensionAsked, hiddenAnswers, maybeMachines } from './asked-of-person.ts'
import { questionIn } from './asked-words.ts'
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
import type { Back } from './changed-states.ts'
import { copiesBesideRequest, copiesQuestion } from './copies-wanted.ts'
import { counts } from './count-question.ts'
import { filingWords } from './filing-question.ts'
import { gatesFallenIn } from './gate-question.ts'
import { headerOnlyWords, isHeaderOnly } from './header-only.ts'
import type { Home, Move } from './home.ts'
import { type Introduction, unprovedIntroduction } from './introduced.ts'
import { onlyRests, saysMoreThanRest } from './only-rests.ts'
import { saysOnlyThanks } from './only-thanks.ts'
import { differences, ends, filingDays } from './paper-questions.ts'
import {
  chasedIn,
  isCorrected,
  matterWords,
  papersOfNothing,
  questionBesidePapers,
  statusOfNobody,
  statusUnproved,
  unansweredQuestion,
  unansweredWords,
  unseenAnswer,
} from './person-questions.ts'
import { unnamedDepartments } from './redirect.ts'
import { maybeAnswered } from './rests.ts'
import { secondMatters, takenBackAsked } from './second-matters.ts'

interface Seen {
  readonly arrived: ArrivedMail
  readonly facts: Pick<ArrivalFacts, 'affiliations' | 'threads' | 'desk' | 'unread'>
  readonly thread: Thread
  readonly verdict: SenderVerdict
  readonly home: Home
  readonly cases: readonly CaseOutcome[]
  readonly moves: readonly Move[]
  readonly notice: LegalNotice | null
  readonly takenBack: Withdrawal | null
  /** The same, and by state. */
  readonly back: Back
  readonly objects: Objection | null
  readonly rest: Rest | null
  readonly extension: WindowExtension | null
  readonly matter: ForPerson | null
  readonly kin: SaidAffiliate | null
  readonly introduces: Introduction | null
  readonly handsIn: boolean
  /** It gets an answer, perhaps once a person has approved it. */
  readonly answered: boolean
  /** What that says. */
  readonly sections: readonly Section[]
  /** It got no answer, for no rule saw anything new in it. */
  readonly silent: boolean
}

export function questionsFor(seen: Seen): readonly Wish[] {
  const { arrived, thread, verdict, home, notice, takenBack, objects, rest, extension, matter } = seen
  const { ref, id } = home.lead
  const sender = arrived.mail.from[0]?.address ?? 'nobody'
  const ask = (sort: TaskSort, sentence: string): Wish => ({ wish: 'ask-human', sort, sentence, caseId: id })
  // Who says that it goes on lets the case go on that waits, which the first of the request need not be.
  const held = seen.cases.map(({ file }) => file).find((file) => file.needsPerson !== null) ?? home.lead
  const questions: Wish[] = []
  if (notice !== null)
    questions.push(
      ask('legal', `Legal notice from ${sender} in ${ref}: "${notice.quote}". Only its receipt was confirmed.`),
    )
  const thanks = thread.thread === 'known' && notice === null && saysOnlyThanks(arrived.mail)
  if (thread.thread !== 'doubtful')
    questions.push(
      ...verdict.holds.map(({ sentence }) =>
        ask('sender', `${ref}: ${sentence} No more than its receipt was confirmed.`),
      ),
    )
  if (thread.thread === 'doubtful')
    questions.push(
      ask(
        'thread',
        `${ref} was opened apart from ${thread.candidates.map((c) => c.ref).join(', ')}: ${thread.because.saw}. Do they belong together?${verdict.holds.map(({ sentence }) => ` ${sentence}`).join('')}`,
      ),
    )
  const unsure = thread.thread === 'new' ? severalUnsure(arrived.understanding) : []
  if (unsure.length > 0)
    questions.push(
      ask(
        'understand',
        `${sender} asks in ${ref} for several companies, and it is not clear which states, or which form, is whose (${unsure.join('; ')}; states named: ${arrived.understanding.states.join(', ') || 'none'}). No more than its receipt was confirmed.`,
      ),
    )
  if (seen.back.whole !== null)
    questions.push({
      ...ask('withdrawal', takenBackAsked(sender, seen.back.whole, seen.cases, held.ref)),
      caseId: held.id,
    })
  else if (objects !== null)
    questions.push({
      ...ask(
        'understand',
        `${sender} does not want to be asked for what is open in ${held.ref}: "${objects.quote}". Nobody is reminded until this is done, or the case is closed.`,
      ),
      ...{ caseId: held.id, once: QUESTIONS.objection(held.ref) },
    })
  const isOpen = takenBack === null && objects === null
  const copies = copiesQuestion(seen, sender)
  if (extension !== null) questions.push(ask('extension', extensionAsked(sender, home, extension)))
  else if (matter !== null && !isCorrected(matter, seen.moves))
    questions.push({
      ...ask(...matterWords(matter, sender, ref, doubtOf(arrived.understanding))),
      ...(matter.matter === 'departure' ? { once: QUESTIONS.departure(sender, ref) } : {}),
    })
  else if (rest !== null && isOpen && !seen.answered && onlyRests(arrived))
    questions.push(
      ...saysMoreThanRest(arrived, rest, { ref, waits: seen.cases.some(({ file }) => file.needsPerson !== null) }, ask),
    )
  // Whoever looks at a legal notice sees what it wants.
  else if (isOpen && arrived.understanding.abstained && notice === null && !thanks && !seen.handsIn)
    questions.push({
      ...ask(
        'understand',
        isHeaderOnly(arrived.mail)
          ? headerOnlyWords(arrived, ref, seen.answered)
          : (filingWords(arrived, seen.cases, ref) ??
              `What does the mail in ${ref} want? ${readings(arrived.understanding)}`),
      ),
      ...(thread.thread === 'new' ? { once: QUESTIONS.wants(ref) } : {}),
    })
  else if (copies !== null && isOpen && notice === null) questions.push(copies)
  else if (seen.silent && !thanks && chasedIn(seen) !== null) questions.push(...unseenAnswer(seen, sender))
  else if (seen.silent && !thanks && questionIn(arrived.mail) !== null)
    questions.push(...unansweredQuestion(seen, sender))
  else if (seen.silent && !thanks && saysMore(arrived.understanding)) questions.push(...unansweredWords(seen, sender))
  // A change of account is looked at anyway; that it got no answer is said there.
  else if (isOpen && !thanks && !seen.answered && !changesAccount(arrived.understanding))
    questions.push(...maybeMachines(arrived, ref, (sentence) => ask('understand', sentence)))
  if (isOpen && matter === null && extension === null && notice === null)
    questions.push(...questionBesidePapers(seen, sender))
  if (thread.thread === 'known') questions.push(...hiddenAnswers(arrived, home.lead))
  // Whoever leaves tells of a change of contact, and the question above names it.
  if (changesAccount(arrived.understanding) && matter?.matter !== 'departure')
    questions.push(
      ask(
        'account',
        `${sender} tells of a change of name, contact, notice address or account in ${ref}: confirm it by another way before anything is changed.${doubtOf(arrived.understanding)}`,
      ),
    )
  const tellsAccount = changesAccount(arrived.understanding) || matter?.matter === 'departure'
  questions.push(...secondMatters({ ...seen, tellsAccount }, sender))
  return [
    ...[
      ...questions,
      ...unprovedIntroduction(seen.introduces, sender, home.lead),
      ...(isOpen && notice === null ? copiesBesideRequest(seen, sender) : []),
      ...statusOfNobody(seen, sender),
      ...(isOpen && notice === null && seen.answered ? statusUnproved(seen, sender) : []),
      ...papersOfNothing(seen, seen.moves, sender),
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
    ],
    ...(thanks || matter?.matter === 'goes-on' ? [] : reopenings(seen)),
  ]
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

export function changesAccount({ abstained, intents }: Understanding): boolean {
  return !abstained && intents.some(({ intent }) => intent === 'account-change')
}

/** It wants something that was recognised. */
function saysMore({ intents }: Understanding): boolean {
  return intents.some(({ intent }) => intent !== 'unrelated')
}

/** The two likeliest readings, each with the words that speak most for it. */
function readings({ likeliest, evidence }: Understanding): string {
  if (likeliest.length === 0) return 'Nothing was recognised.'
  const shown = likeliest.map(({ intent, confidence }) => {
    const quote = evidence.find((one) => one.for === intent)?.quote
    return `${intent} (${Math.round(100 * confidence)}%${quote === undefined ? '' : `: "${quote}"`})`
  })
  return `Likeliest: ${shown.join(' or ')}.`
}
