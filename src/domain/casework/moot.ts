/**
 * Questions to a person that the case itself answers meanwhile: what does not do came again and does, whoever was silent
 * has written, a clock stopped. Each such question has a key (`AskWish.once`), and what happened to the case says which
 * keys are settled. What a person still has to judge has no such key: a legal notice, what a mail wants, whether two cases
 * belong together, who may be told what.
 */

import { isUnderWay } from '../process/facts.ts'
import { shutBehind } from '../process/passed-gates.ts'
import { stillOwed } from '../reminders/next-reminder.ts'
import { emailsIn } from '../understand/facts/contact/mailboxes.ts'
import type { CaseFile } from './case-file.ts'
import { departureMark } from './departure.ts'
import { isIntroduced } from './introduction.ts'
import type { ItemId } from './items.ts'
import type { CaseOutcome, ClockLine } from './outcome.ts'
import { differenceKey, otherNameIn } from './proofs/entities.ts'

export interface Moot {
  readonly caseId: number
  /** Key of the question. */
  readonly once: string
  /** In words of the timeline. */
  readonly why: string
}

/** Why a person looks first; gone with a mail that says it. */
export const NOT_UNDERSTOOD = 'it is not sure what the mail wants'

/** Likewise, in the case that papers in another may be for; gone when it is said whose they are. */
export function maybeWords(sender: string, ref: string): string {
  return `papers of ${sender} in ${ref} may belong to it`
}

export const QUESTIONS = {
  wants: (ref: string) => `wants ${ref}`,
  firstMail: (ref: string) => `first mail of ${ref}`,
  problem: (ref: string, problem: string) => `problem ${ref} ${problem}`.slice(0, 500),
  silence: (ref: string) => `silence ${ref}`,
  mark: (ref: string, mark: string) => `clock ${ref} ${mark}`,
  end: (ref: string) => `end ${ref}`,
  gate: (ref: string, milestone: ItemId) => `gate ${ref} ${milestone}`,
  filingDay: (ref: string) => `filing day ${ref}`,
  petition: (ref: string) => `petition ${ref}`,
  closed: (ref: string) => `closed ${ref}`,
  objection: (ref: string) => `objection ${ref}`,
  papers: (ref: string) => `papers in ${ref}`,
  /** Papers in another case that may be for this one. */
  maybe: (ref: string) => `maybe for ${ref}`,
  joined: (ref: string) => `joined ${ref}`,
  introduced: (address: string, ref: string) => `introduced ${address} ${ref}`,
  departure: (sender: string, ref: string) => `${departureMark(sender)} ${ref}`,
}

/** A case as it was and as it will stand, with its clocks then. */
export interface Turned {
  readonly before: CaseFile
  readonly after: CaseFile
  readonly clocks: readonly Pick<ClockLine, 'id' | 'due' | 'state'>[]
}

/** `others`: further cases of the request, as they will stand. */
export function mootBy(turned: Turned, others: readonly CaseFile[]): readonly Moot[] {
  const { before, after } = turned
  if (before === after) return []
  const found: readonly (readonly [once: string, why: string])[] = [
    ...problems(turned),
    ...names(turned, others),
    ...silence(turned),
    ...marks(turned),
    ...(isMet(after, 'agreement-end') ? [[QUESTIONS.end(after.ref), 'the day is recorded'] as const] : []),
    ...gates(turned),
    ...(isDated(after) ? [[QUESTIONS.filingDay(after.ref), 'the day of the filing is recorded'] as const] : []),
    ...(PETITION.some((item) => isMet(after, item) && !isMet(before, item))
      ? [[QUESTIONS.petition(after.ref), 'the petition is recorded'] as const]
      : []),
    ...(before.closed !== null && after.closed === null
      ? [[QUESTIONS.closed(after.ref), 'the case is open again'] as const]
      : []),
    ...(before.closed === null && after.closed !== null
      ? [[QUESTIONS.objection(after.ref), 'the case is closed'] as const]
      : []),
    ...(saysWhatIsWanted(turned)
      ? [
          [
            QUESTIONS.wants(after.ref),
            'a later mail says what is wanted, and what this one says counts with it',
          ] as const,
        ]
      : []),
    ...(isUnderWay(after) && !isUnderWay(before)
      ? [[QUESTIONS.papers(after.ref), 'the case is about an agreement now'] as const]
      : []),
    ...people(turned),
  ]
  return found.map(([once, why]) => ({ caseId: after.id, once, why }))
}

/** Of all that happened; `before`: the cases of the request as they were. */
export function mootIn(before: readonly CaseFile[], outcomes: readonly CaseOutcome[]): readonly Moot[] {
  const afterOf = (file: CaseFile) => outcomes.find((one) => one.file.id === file.id)?.file ?? file
  return outcomes.flatMap(({ file: after, summary }) => {
    const was = before.find(({ id }) => id === after.id)
    if (was === undefined) return []
    const others = before.filter((one) => one.requestId === after.requestId && one.id !== after.id).map(afterOf)
    return mootBy({ before: was, after, clocks: summary.clocks }, others)
  })
}

/** The first mail was not understood, and a later one says what is wanted. */
export function saysWhatIsWanted({ before, after }: Pick<Turned, 'before' | 'after'>): boolean {
  return before.needsPerson === NOT_UNDERSTOOD && after.needsPerson === null && after.lastMailAt > before.lastMailAt
}

type Found = readonly (readonly [once: string, why: string])[]

const PETITION: readonly ItemId[] = ['petition-filed', 'petition-received', 'petition-served']

function isMet({ items }: CaseFile, item: ItemId): boolean {
  return items[item]?.state === 'met'
}

/** What a milestone rested on stands again, or the milestone itself was taken back. */
function gates({ before, after }: Turned): Found {
  const shut = (file: CaseFile) => new Set(shutBehind(file).map(({ milestone }) => milestone))
  const now = shut(after)
  return [...shut(before)]
    .filter((milestone) => !now.has(milestone))
    .map((milestone) => [
      QUESTIONS.gate(after.ref, milestone),
      isMet(after, milestone) ? 'what it rested on stands again' : 'it was taken back itself',
    ])
}

/** A paper states the day of the filing, or a person said it. */
function isDated({ items: { filed } }: CaseFile): boolean {
  return filed?.state === 'met' && (filed.on !== undefined || filed.proof.by !== 'system')
}

function problemsIn({ items }: CaseFile): readonly string[] {
  return [...new Set(Object.values(items).flatMap(({ problem }) => problem ?? []))]
}

/** What did not do does, or something else is wrong with it now. */
function problems({ before, after }: Turned): Found {
  const left = new Set(problemsIn(after))
  return problemsIn(before)
    .filter((problem) => otherNameIn(problem) === null && !left.has(problem))
    .map((problem) => [QUESTIONS.problem(after.ref, problem), 'what was wrong is so no more'])
}

/** One difference is one question of the whole request (T8). */
function names({ before, after }: Turned, others: readonly CaseFile[]): Found {
  const keysIn = (file: CaseFile) =>
    problemsIn(file).flatMap((problem) => {
      const other = otherNameIn(problem)
      return other === null ? [] : [differenceKey(file.requestId, other)]
    })
  const left = new Set([after, ...others].flatMap(keysIn))
  return keysIn(before)
    .filter((key) => !left.has(key))
    .map((key) => [key, 'no paper that counts names another company any more'])
}

/** Whoever was asked in vain has given it, or is asked anew, or nobody is. A mail that says nothing is no answer. */
function silence({ before, after }: Turned): Found {
  const once = QUESTIONS.silence(after.ref)
  if (before.closed === null && after.closed !== null) return [[once, 'the case is closed']]
  if (before.chase === null || before.chase.stopped === null || before.chase === after.chase)
    return silenceEnds(before, after, once)
  return after.chase?.stopped === null ? [[once, 'they are asked anew']] : silenceEnds(before, after, once)
}

function silenceEnds(before: CaseFile, after: CaseFile, once: string): Found {
  return stillOwed(before).length > 0 && stillOwed(after).length === 0
    ? [[once, 'nothing of it is missing any more']]
    : []
}

const MARK = /^([a-z0-9-]+):(\d{4}-\d{2}-\d{2}):(?:since-receipt|before-due|overdue):\d+$/

/** A warning of a day that is over, moved, or that a newer warning says. */
function marks({ before, after, clocks }: Turned): Found {
  const told = before.told.flatMap((key) => {
    const [, clock, due] = MARK.exec(key) ?? []
    return clock === undefined || due === undefined ? [] : [{ key, clock, due }]
  })
  const fresh = after.told.filter((key) => !before.told.includes(key)).map((key) => MARK.exec(key)?.[1])
  return told.flatMap(({ key, clock, due }): Found => {
    const once = QUESTIONS.mark(after.ref, key)
    if (after.closed !== null) return before.closed === null ? [[once, 'the case is closed']] : []
    if (fresh.includes(clock)) return [[once, 'a newer warning of the same day says more']]
    const runs = clocks.some((one) => one.id === clock && one.due === due && one.state === 'running')
    return runs || !mayTurnClocks(before, after) ? [] : [[once, 'its clock runs to that day no more']]
  })
}

function mayTurnClocks(before: CaseFile, after: CaseFile): boolean {
  const moving = ({ items, extensions, route, requestedAt, state, family, agreement }: CaseFile) =>
    JSON.stringify([items, extensions, route, requestedAt, state, family, agreement])
  return moving(before) !== moving(after)
}

/** A person has said who is to be written to, or somebody is let in who was introduced before. */
function people({ before, after }: Turned): Found {
  const contact = after.items['notice-contact']
  const isSaid = contact !== before.items['notice-contact'] && contact?.state === 'met' && contact.proof.by !== 'system'
  const left = before.told.flatMap((mark) => /^leaves (.+)$/.exec(mark)?.[1] ?? [])
  const addresses = emailsIn(after.items.introduced?.value ?? '').map(({ email }) => email)
  return [
    ...(isSaid
      ? left.map((sender) => [QUESTIONS.departure(sender, after.ref), 'it is said who follows'] as const)
      : []),
    ...addresses
      .filter((address) => isIntroduced(address, after) && !isIntroduced(address, before))
      .map((address) => [QUESTIONS.introduced(address, after.ref), 'they are let in'] as const),
  ]
}
