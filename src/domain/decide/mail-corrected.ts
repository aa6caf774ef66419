/**
 * A person said what a mail really is: what follows for the cases that it is in. Those that it opened are mended at their
 * head; they have learned from later mails, too, so only what the correction says otherwise than before, or what the case
 * does not know. In all of them the mail and its papers are read anew as what they are.
 */

import { dayIn } from '../calendar/zone.ts'
import { applyAll } from '../casework/apply.ts'
import { type CaseFile, type Family, routeOf } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { type DeskSettings, negotiatorFor } from '../casework/desk-settings.ts'
import { askedAgain } from '../casework/fallen-items.ts'
import { mailAnew } from '../casework/mail-anew.ts'
import { isByState } from '../casework/open-cases.ts'
import { type CaseOutcome, changedCase } from '../casework/outcome.ts'
import { papersAnew } from '../casework/papers-anew.ts'
import type { ProvingMail } from '../casework/proofs.ts'
import { summarizer } from '../casework/summary.ts'
import { wordsAnew } from '../casework/words-anew.ts'
import type { Wish } from '../decision.ts'
import type { Agreement, Intent, Path } from '../labels.ts'
import { isUnderWay } from '../process/facts.ts'
import { ways } from './case-questions.ts'
import { gatesFallenIn } from './gate-question.ts'
import type { Move } from './home.ts'
import { differences } from './paper-questions.ts'
import { toldBefore } from './told-before.ts'

/** What a mail says, as understood or as a person labelled it. */
export interface Said {
  readonly intents: readonly Intent[]
  readonly agreement: Agreement | null
  readonly path: Path | null
  readonly company: string | null
  readonly states: readonly string[]
}

/** What a person said, and all that it may change. */
export interface Correction {
  /** The cases that the mail opened, and the others that it is filed in. */
  readonly opened: readonly CaseFile[]
  readonly filedIn: readonly CaseFile[]
  /** States of all cases of their request. */
  readonly request: readonly (string | null)[]
  readonly before: Said
  readonly now: Said
  /** The mail as it is read now. */
  readonly mail: ProvingMail
  /** The mails of people in each of the cases, by its reference. */
  readonly readings: ReadonlyMap<string, readonly ProvingMail[]>
  /** When a person said it. */
  readonly at: number
  /** The legal entity of that name, where it is known. */
  readonly clecOf: (company: string) => number | null
}

export interface Corrected {
  /** Those that it opened, then those that it is filed in; of these the ones without changes are as they were. */
  readonly cases: readonly CaseOutcome[]
  /** States that the mail names and that no case of the request is for. */
  readonly withoutCase: readonly string[]
  readonly asks: readonly Wish[]
}

export function mailCorrected(correction: Correction, desk: DeskSettings): Corrected {
  const { opened, filedIn, before, now, clecOf } = correction
  const known = new Set(correction.request)
  const heads = opened.map((file) => {
    // Of several cases each has its state for good; one alone may have been understood wrongly.
    const state = opened.length === 1 ? stateOf(file, before, now) : file.state
    known.add(state)
    const facts = factsOf(file, before, now, state, desk)
    const clecId = facts.company === file.company ? file.clecId : clecIdOf(facts.company, clecOf)
    return { file, changes: changesOf(file, { ...facts, clecId }, desk) }
  })
  const others = filedIn.map((file) => {
    const earlier = firstOf(file, correction)
    const [first] = earlier
    if (first === undefined) return { file, changes: [] }
    const said = withFirst(now, first)
    const facts = factsOf(file, NOTHING_SAID, said, stateOf(file, NOTHING_SAID, said), desk)
    const clecId = facts.company === file.company ? file.clecId : clecIdOf(facts.company, clecOf)
    return { file, changes: changesOf(file, { ...facts, clecId }, desk), earlier }
  })
  const moves = [...heads, ...others]
    .map((head) => readAnew(head, correction))
    .map((move) => withAskedAgain(move, correction.at))
  const wanted = isByState(now.intents) ? now.states : []
  return {
    cases: moves.map(({ touched, changes }) => changedCase(touched.file, changes, summarizer(desk))),
    withoutCase: wanted.filter((state) => !known.has(state)),
    asks: [
      ...gatesFallenIn(moves, (at) => dayIn(at, desk.timeZone)),
      ...ways({ moves }),
      ...differences({ arrived: correction.mail, facts: { affiliations: [] }, moves }),
    ],
  }
}

interface Head {
  readonly file: CaseFile
  readonly changes: readonly CaseChange[]
  /** Mails before this one which nobody understood, and which it explains. */
  readonly earlier?: readonly ProvingMail[]
}

/** A later mail is said to ask for an agreement, and the first still lies there as nobody understood it. */
function firstOf(file: CaseFile, { mail, now, readings }: Correction): readonly ProvingMail[] {
  const isOpen = file.closed === null && file.intent === null && !isUnderWay(file)
  if (!isOpen || !now.intents.some((intent) => intent === 'agreement-request' || intent === 'opt-in-inquiry')) return []
  return (readings.get(file.ref) ?? []).filter(
    ({ id, understanding }) => id < mail.id && understanding.kind === 'human' && understanding.abstained,
  )
}

const NOTHING_SAID: Said = { intents: [], agreement: null, path: null, company: null, states: [] }

/** What the later mail leaves open the first one says. */
function withFirst(now: Said, { understanding }: ProvingMail): Said {
  const { company, states } = understanding
  return { ...now, company: now.company ?? company, states: now.states.length > 0 ? now.states : states }
}

/** The mail's own papers by what it is now, and all others by what the case is about now. */
function readAnew({ file, changes, earlier = [] }: Head, { mail, readings, before: was, now }: Correction): Move {
  const mails = readings.get(file.ref) ?? []
  const said = routeOf(now.path, now.agreement)
  const route = said === routeOf(was.path, was.agreement) ? null : said
  const head = applyAll(file, changes)
  const own = mailAnew(head, { mail, readings: mails, route })
  const others = papersAnew(file, applyAll(head, own), mails)
  const read = [...own, ...others.changes]
  // While it waited for this, nobody knew what the mails after it were said of.
  const waited = changes.length > 0 && (file.needsPerson !== null || file.intent === null)
  const later = waited
    ? wordsAnew(
        applyAll(head, read),
        mails.filter(({ id }) => id > mail.id),
      )
    : []
  const all = [...changes, ...read, ...later]
  const before = toldBefore(applyAll(file, all), earlier, now.intents)
  return { touched: { file, opens: false, placed: [] }, changes: [...all, ...before] }
}

/** What was in by the old reading is asked for again, as after a tick that is taken back. */
function withAskedAgain({ touched, changes }: Move, at: number): Move {
  const { file } = touched
  // The letter that goes with the correction asks for what it leaves open.
  const asked = file.chase?.askedAt === at ? file.chase.items : []
  const again = askedAgain(file, applyAll(file, changes), at).flatMap((one): readonly CaseChange[] => {
    if (one.change !== 'asked-again') return [one]
    const items = one.items.filter((item) => !asked.includes(item))
    return items.length === 0 ? [] : [{ ...one, items }]
  })
  return { touched, changes: [...changes, ...again] }
}

/** A matter of several states that is answered as one belongs to none of them. */
function stateOf(file: CaseFile, before: Said, now: Said): string | null {
  const { states } = now
  if (file.state !== null && (before.states.join() === states.join() || states.includes(file.state))) return file.state
  return states.length === 1 || isByState(now.intents) ? (states[0] ?? null) : null
}

type Facts = Pick<CaseFile, 'company' | 'state' | 'family' | 'agreement' | 'route' | 'intent'>

function factsOf(file: CaseFile, before: Said, now: Said, state: string | null, desk: DeskSettings): Facts {
  const mended = <Value>(has: Value | null, was: Value | null, is: Value | null) =>
    has === null || was !== is ? is : has
  const route = mended(file.route, routeOf(before.path, before.agreement), routeOf(now.path, now.agreement))
  return {
    company: mended(file.company, before.company, now.company),
    state,
    family: state === file.state ? file.family : familyOf(state, desk),
    agreement: mended(file.agreement, before.agreement, now.agreement),
    route,
    intent: mended(file.intent, before.intents[0] ?? null, now.intents[0] ?? null),
  }
}

function familyOf(state: string | null, { territory }: DeskSettings): Family | null {
  const of = state === null ? 'none' : territory(state)
  return of === 'qc' ? 'qc' : of === 'kept' ? 'ct-eq' : null
}

function clecIdOf(company: string | null, clecOf: (company: string) => number | null): number | null {
  return company === null ? null : clecOf(company)
}

function changesOf(file: CaseFile, facts: Facts & Pick<CaseFile, 'clecId'>, desk: DeskSettings): readonly CaseChange[] {
  const isOurs = familyOf(facts.state, desk) !== null
  const wasElsewhere = file.closed?.reason === 'not-our-territory'
  const negotiator = negotiatorFor(facts.state, desk.staff)
  const isAutomatic = file.negotiator === negotiatorFor(file.state, desk.staff)
  return [
    { change: 'corrected', ...facts },
    ...(isAutomatic && negotiator !== file.negotiator ? [{ change: 'negotiator-assigned', negotiator } as const] : []),
    ...(file.needsPerson === null ? [] : [{ change: 'person-done' } as const]),
    ...(wasElsewhere && isOurs ? [{ change: 'reopened' } as const] : []),
  ]
}
