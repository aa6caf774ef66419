/**
 * A person's mail: which cases does it belong to, what does it prove in them, what is recorded, what do we answer, and
 * what does a person have to look at?
 */

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
import { mootIn } from '../casework/moot.ts'
import { objectionWords } from '../casework/objection.ts'
import type { CaseOutcome, Summarize } from '../casework/outcome.ts'
import { asksForOthers, partFor, partsOf } from '../casework/parties.ts'
import { isSameEntity, type ProvingMail, proofsIn } from '../casework/proofs.ts'
import { summarizer } from '../casework/summary.ts'
import { goesOnWords, isTakenBack, takenBackWords } from '../casework/withdrawal.ts'
import type { Change, Decision, ReplyWish } from '../decision.ts'
import { standingOf } from '../process/standing.ts'
import { findThread } from '../thread.ts'
import { type Answer, answerTo } from './answer.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { afterAnswer, restsUntil } from './chase.ts'
import { type Home, type Move, outcomeOf, type Touched } from './home.ts'
import { introduced, introductionIn, isOfGuest, letsIn } from './introduced.ts'
import { onlyHandsIn } from './only-hands-in.ts'
import { type PlacedMail, placeMail } from './placed-mail.ts'
import { bringsAsked, proves } from './proves.ts'
import { questionsFor } from './questions.ts'
import { isChased, LEAVES, restingCases } from './rests.ts'
import { holdOfState } from './second-matters.ts'
import { answersStaffLetter, staffLetterAnswered } from './staff-letter-answered.ts'
import { earlierOf, saidBefore, saidNow } from './told-before.ts'
import { withdrawnPapers, withoutWithdrawn } from './withdrawn-papers.ts'

export function humanMail(came: ArrivedMail, facts: ArrivalFacts): Decision {
  const first = findThread(came.mail, facts.threads, came.receivedAt)
  if (first.thread !== 'known' && answersStaffLetter(came, facts)) return staffLetterAnswered(came, facts)
  const placed = placeMail(came, facts, first)
  const { arrived, thread, verdict, known, home, notice } = placed
  // Of several entities none is the sender's; each is learned from what is said of it alone.
  const asksForSeveral =
    asksForOthers(arrived.understanding) && (partsOf(arrived.understanding).length > 1 || home.request.length === 0)
  const clec = asksForSeveral ? null : learnClec(facts.clec.known, facts.clec.freshId, arrived)
  const kin = saidAffiliate(arrived)
  const introduces = introductionIn(arrived, facts, thread, verdict)
  const guest = isOfGuest(arrived, thread)
  const earlier = earlierOf(known, facts.unread)
  const withdrawn = withdrawnPapers(arrived, home.request)
  const moves = home.touched.map((touched) => {
    const own = withoutWithdrawn(arrived, withdrawn, touched.file)
    const part = { ...partFor(own, touched.file), givesNotice: notice !== null }
    const changes = movesOf(part, touched, clec?.id, placed, earlier)
    const named = introduced(introduces, applyAll(touched.file, changes), arrived)
    return { touched, changes: [...changes, ...named, ...suggestionOf(kin, touched, facts.affiliations)] }
  })
  const cases = settle(moves, NOT_YET)
  const standings = new Map(cases.map(({ file }) => [file.id, standingOf(file)]))
  const proved = moves.some(({ changes }) => changes.some(proves))
  const brought = thread.thread === 'known' && moves.some(bringsAsked)
  const handsIn = thread.thread === 'known' && onlyHandsIn(arrived, moves)
  const met = { ...placed, cases, handsIn, guest }
  const answer = answerTo({ ...met, facts, standings, proved, brought })
  const asked = answer.wishes.find((wish) => wish.wish === 'send-reply')
  const summarize = summarizer(facts.desk)
  const chased = moves.map(({ touched, changes }) => ({
    touched,
    changes: [...changes, ...chaseOf(touched, cases, asWaitedFor(arrived, guest), asked, facts, placed)],
  }))
  const outcomes = [...settle(chased, summarize), ...restingCases(met, facts.desk.timeZone, summarize)]
  return {
    understanding: came.understanding,
    clec: asksForSeveral || clec === facts.clec.known ? null : clec,
    cases: outcomes,
    settles: mootIn(knownIn(home), outcomes),
    ...letsIn(introduces, arrived, outcomes),
    changes: [...filed(placed, guest), settledAs(), ...answer.changes],
    wishes: [
      ...answer.wishes,
      ...questionsFor({ ...met, facts, moves, kin, introduces, ...letterOf(asked), ...silenceOf(answer) }),
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
type Held = Pick<PlacedMail, 'notice' | 'back' | 'objects' | 'matter'>

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

/** It wants no answer, or none of ours, or has nobody who reads one. */
const UNANSWERABLE: ReadonlySet<string> = new Set(['no-answer-wanted', 'no-machine-wanted', 'no-recipient'])

function silenceOf({ changes }: Answer) {
  const withheld = changes.find((one) => one.change === 'reply-withheld')
  return {
    silent: withheld?.rule === 'case-acknowledged',
    unanswerable:
      withheld !== undefined && UNANSWERABLE.has(withheld.rule)
        ? { why: withheld.why, wantsPerson: withheld.rule === 'no-machine-wanted' }
        : null,
  }
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
  { matter, rest }: Pick<PlacedMail, 'matter' | 'rest'>,
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

/** Also where a state was taken back beside what the mail is about, or papers came for one that was: they lie there. */
function filed({ arrived, home, back, thread }: PlacedMail, guest: boolean): readonly Change[] {
  const { touched, request } = home
  const how = { how: thread.because.rule, ...(guest ? { asGuest: true as const } : {}) }
  const gone = [...request, ...back.elsewhere].filter((one) => holdOfState(back, one).length > 0).map(({ id }) => id)
  const withPapers = withdrawnPapers(arrived, request).map(({ file }) => file.id)
  const ids = new Set([...touched.map(({ file }) => file.id), ...gone, ...withPapers])
  return [...ids].map((caseId) => ({ change: 'mail-filed', caseId, ...how }))
}

function settledAs(): Change {
  return { change: 'mail-settled', kind: 'human', outcome: 'filed', duplicateOf: null }
}
