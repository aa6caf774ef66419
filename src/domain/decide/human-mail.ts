/**
 * A person's mail: which cases does it belong to, what does it prove in them, what is recorded, what do we answer, and
 * what does a person have to look at?
 */

import { dayIn } from '../calendar/zone.ts'
import {
  type Affiliation,
  affiliateMark,
  areAffiliates,
  type SaidAffiliate,
  saidAffiliate,
} from '../casework/affiliates.ts'
import { applyAll } from '../casework/apply.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { learnClec } from '../casework/clec.ts'
import { departureMark } from '../casework/departure.ts'
import { type ForPerson, forPerson } from '../casework/for-person.ts'
import { type LegalNotice, legalNotice } from '../casework/legal-notice.ts'
import { mootIn } from '../casework/moot.ts'
import { type Objection, objection, objectionWords } from '../casework/objection.ts'
import type { CaseOutcome, Summarize } from '../casework/outcome.ts'
import { asksForOthers, partFor, partsOf } from '../casework/parties.ts'
import { isSameEntity, type ProvingMail, proofsIn } from '../casework/proofs.ts'
import type { TakenBack } from '../casework/states-changed.ts'
import { summarizer } from '../casework/summary.ts'
import { windowExtension } from '../casework/window-extension.ts'
import { goesOnWords, isTakenBack, takenBackWords } from '../casework/withdrawal.ts'
import type { Change, Decision, ReplyWish } from '../decision.ts'
import { standingOf } from '../process/standing.ts'
import { restWanted } from '../reminders/moved-day.ts'
import type { Rest } from '../reminders/rest-until.ts'
import { findThread, type Thread } from '../thread.ts'
import { type Answer, answerTo } from './answer.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { type Back, changedStates } from './changed-states.ts'
import { afterAnswer, restsUntil } from './chase.ts'
import { threadOfWriter } from './guest-thread.ts'
import { type Home, homeOf, type Move, outcomeOf, requestOf, type Touched } from './home.ts'
import { introduced, introductionIn, isOfGuest, letsIn } from './introduced.ts'
import { inItsOwnWords } from './newest-states.ts'
import { onlyHandsIn } from './only-hands-in.ts'
import { bringsAsked, proves } from './proves.ts'
import { questionsFor } from './questions.ts'
import { isChased, LEAVES, restingCases } from './rests.ts'
import { holdOfState } from './second-matters.ts'
import { checkSender } from './sender.ts'
import { severalHome, threadOfParties } from './several-home.ts'
import { answersStaffLetter, staffLetterAnswered } from './staff-letter-answered.ts'
import { withoutOldMatter } from './states-alone.ts'
import { earlierOf, placedByAll, saidBefore, saidNow, threadOfFirst } from './told-before.ts'

export function humanMail(came: ArrivedMail, facts: ArrivalFacts): Decision {
  const first = findThread(came.mail, facts.threads, came.receivedAt)
  if (first.thread !== 'known' && answersStaffLetter(came, facts)) return staffLetterAnswered(came, facts)
  const found = threadOfFirst(threadOfParties(threadOfWriter(first, came, facts), came, facts), came, facts)
  const { arrived: checked, thread, verdict, requestIds } = checkSender(came, facts, found)
  const known = requestOf(facts, thread, requestIds)
  const said = inItsOwnWords(withoutOldMatter(checked, known), known)
  const notice = legalNotice(said.mail)
  const { arrived, back, takenBack } = changedStates(said, known, facts, notice !== null)
  const home =
    severalHome(arrived, facts, thread, requestIds) ??
    homeOf(placedByAll(arrived, known, facts), facts, thread, requestIds)
  const extension = notice === null ? windowExtension(arrived.mail) : null
  const isOwn = notice === null && takenBack === null && extension === null
  const rest = isOwn ? restOf(home, arrived, thread, facts) : null
  const objects = isOwn ? objectionTo(home, arrived, thread, rest) : null
  const isForPerson = notice !== null || takenBack !== null || objects !== null || extension !== null
  const matter =
    thread.thread === 'known' && !isForPerson
      ? forPerson(
          arrived.mail,
          home.touched.map(({ file }) => file),
        )
      : null
  // Of several entities none is the sender's; each is learned from what is said of it alone.
  const asksForSeveral =
    asksForOthers(arrived.understanding) && (partsOf(arrived.understanding).length > 1 || home.request.length === 0)
  const clec = asksForSeveral ? null : learnClec(facts.clec.known, facts.clec.freshId, arrived)
  const kin = saidAffiliate(arrived)
  const held = { notice, back, objects, matter }
  const introduces = introductionIn(arrived, facts, thread, verdict)
  const guest = isOfGuest(arrived, thread)
  const earlier = earlierOf(known, facts.unread)
  const moves = home.touched.map((touched) => {
    const part = { ...partFor(arrived, touched.file), givesNotice: notice !== null }
    const changes = movesOf(part, touched, clec?.id, held, earlier)
    const named = introduced(introduces, applyAll(touched.file, changes), arrived)
    return { touched, changes: [...changes, ...named, ...suggestionOf(kin, touched, facts.affiliations)] }
  })
  const cases = settle(moves, NOT_YET)
  const standings = new Map(cases.map(({ file }) => [file.id, standingOf(file)]))
  const proved = moves.some(({ changes }) => changes.some(proves))
  const brought = thread.thread === 'known' && moves.some(bringsAsked)
  const handsIn = thread.thread === 'known' && onlyHandsIn(arrived, moves)
  const met = {
    ...{ arrived, thread, verdict, home, cases, notice, back, takenBack, objects, rest },
    ...{ extension, matter, handsIn, guest },
  }
  const answer = answerTo({ ...met, facts, standings, proved, brought })
  const asked = answer.wishes.find((wish) => wish.wish === 'send-reply')
  const summarize = summarizer(facts.desk)
  const chased = moves.map(({ touched, changes }) => ({
    touched,
    changes: [...changes, ...chaseOf(touched, cases, asWaitedFor(arrived, guest), asked, facts, { matter, rest })],
  }))
  const outcomes = [...settle(chased, summarize), ...restingCases(met, facts.desk.timeZone, summarize)]
  return {
    understanding: came.understanding,
    clec: asksForSeveral || clec === facts.clec.known ? null : clec,
    cases: outcomes,
    settles: mootIn(knownIn(home), outcomes),
    ...letsIn(introduces, arrived, outcomes),
    changes: [...filed(home, back, thread, guest), settledAs(), ...answer.changes],
    wishes: [
      ...answer.wishes,
      ...questionsFor({ ...met, facts, moves, kin, introduces, ...letterOf(asked), silent: isSilent(answer) }),
    ],
    because: [thread.because, ...answer.because],
  }
}

/** All cases of its requests as they were. */
function knownIn({ touched, request }: Home): readonly CaseFile[] {
  const own = touched.flatMap(({ file, opens }) => (opens ? [] : [file]))
  return [...own, ...request.filter((one) => own.every(({ id }) => id !== one.id))]
}

function letterOf(reply: ReplyWish | undefined) {
  return { answered: reply !== undefined, sections: reply?.sections ?? [] }
}

/** What makes a person look before anything follows. */
interface Held {
  readonly notice: LegalNotice | null
  readonly back: TakenBack
  readonly objects: Objection | null
  readonly matter: ForPerson | null
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

function movesOf(
  arrived: ArrivedMail & Pick<ProvingMail, 'givesNotice'>,
  { file, opens, placed }: Touched,
  clecId: number | undefined,
  { notice, back, objects, matter }: Held,
  earlier: readonly ProvingMail[],
): readonly CaseChange[] {
  const came = { change: 'mail-came', at: arrived.receivedAt } as const
  const known: readonly CaseChange[] =
    clecId !== undefined && file.clecId === null ? [{ change: 'facts-learned', clecId }] : []
  if (file.closed !== null && !opens) return [came]
  if (back.whole !== null) return [came, ...known, { change: 'needs-person', why: takenBackWords(back.whole) }]
  const hold = holdOf(file, { notice, objects, matter }, departureMark(arrived.mail.from[0]?.address ?? ''))
  const said = [...placed, ...saidNow(arrived, file), ...proofsIn(arrived, applyAll(file, placed))]
  return [came, ...known, ...said, ...saidBefore(arrived, file, said, earlier), ...hold, ...holdOfState(back, file)]
}

function holdOf(file: CaseFile, { notice, objects, matter }: Omit<Held, 'back'>, mark: string): readonly CaseChange[] {
  if (notice !== null) return [{ change: 'needs-person', why: `a legal notice: "${notice.quote}"` }]
  if (objects !== null) return [{ change: 'needs-person', why: objectionWords(objects) }]
  if (matter?.matter === 'departure') return file.told.includes(mark) ? [] : [{ change: 'staff-told', marks: [mark] }]
  return matter?.matter === 'goes-on' && isTakenBack(file)
    ? [{ change: 'needs-person', why: goesOnWords(matter.quote) }]
    : []
}

/** What nobody recorded yet is asked once in a case; whether it is so a person says. */
function suggestionOf(
  kin: SaidAffiliate | null,
  { file, opens }: Touched,
  known: readonly Affiliation[],
): readonly CaseChange[] {
  if (kin === null || (file.closed !== null && !opens)) return []
  const { company, affiliate } = kin
  if (!isSameEntity(file.company ?? company, company) || areAffiliates(company, affiliate, known)) return []
  const mark = affiliateMark(kin)
  return file.told.includes(mark) ? [] : [{ change: 'staff-told', marks: [mark] }]
}

function isSilent({ changes }: Answer): boolean {
  return changes.some((one) => one.change === 'reply-withheld' && one.rule === 'case-acknowledged')
}

/** The answer asks where the cases stand; clocks and reminders are worked out when it is known what it asked for. */
const NOT_YET: Summarize = () => ({ stage: 'received', missing: [], clocks: [], nextDueAt: null })

function settle(moves: readonly Move[], summarize: Summarize): readonly CaseOutcome[] {
  return moves.map(({ touched, changes }) => outcomeOf(touched, changes, summarize))
}

function chaseOf(
  { file, held }: Touched,
  cases: readonly CaseOutcome[],
  arrived: ArrivedMail,
  reply: ReplyWish | undefined,
  { desk }: ArrivalFacts,
  { matter, rest }: { readonly matter: ForPerson | null; readonly rest: Rest | null },
): readonly CaseChange[] {
  if (held !== undefined) return []
  const asks = reply?.sections.some(({ section }) => section === 'missing-information') ?? false
  if (matter?.matter === 'departure' && !asks) return isChased(file) ? [LEAVES] : []
  const after = cases.find((one) => one.file.id === file.id)?.file as CaseFile
  const quiet = rest === null ? [] : [restsUntil(rest, arrived, desk.timeZone)]
  return afterAnswer(after, arrived, reply, desk.timeZone, quiet)
}

/** Whoever is reminded of what is missing reads it: nobody who was introduced, unless the letter asked him. */
function asWaitedFor(arrived: ArrivedMail, guest: boolean): ArrivedMail {
  return guest ? { ...arrived, mail: { ...arrived.mail, from: [] } } : arrived
}

/** Also where a state was taken back beside what the mail is about: its words lie there. */
function filed({ touched, request }: Home, back: Back, thread: Thread, guest: boolean): readonly Change[] {
  const how = { how: thread.because.rule, ...(guest ? { asGuest: true as const } : {}) }
  const gone = [...request, ...back.elsewhere].filter((one) => holdOfState(back, one).length > 0).map(({ id }) => id)
  const ids = new Set([...touched.map(({ file }) => file.id), ...gone])
  return [...ids].map((caseId) => ({ change: 'mail-filed', caseId, ...how }))
}

function settledAs(): Change {
  return { change: 'mail-settled', kind: 'human', outcome: 'filed', duplicateOf: null }
}
