/** What papers leave open, for a person: another name, what does not do, and an end that has to be reckoned. */
import { areAffiliates } from '../casework/affiliates.ts'
import { applyAll } from '../casework/apply.ts'
import type { CaseFile, Proof } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { QUESTIONS } from '../casework/moot.ts'
import { openBefore } from '../casework/proofs/answers-ours.ts'
import { doubtfulEnds } from '../casework/proofs/documents.ts'
import { differenceKey, otherNameIn } from '../casework/proofs/entities.ts'
import { wrongDayIn } from '../casework/proofs/filing.ts'
import { isOnlyNamed } from '../casework/proofs/further-papers.ts'
import { differencesOf, type ProvingMail } from '../casework/proofs.ts'
import type { Wish } from '../decision.ts'
import { listed } from '../orders/words.ts'
import { placeInFile } from '../page-of.ts'
import { describeItem } from '../process/words.ts'
import type { ArrivalFacts } from './arrival.ts'
import type { Move } from './home.ts'

interface Seen {
  readonly arrived: ProvingMail
  readonly facts: Pick<ArrivalFacts, 'affiliations'>
  readonly moves: readonly Move[]
}

type Problem = Extract<CaseChange, { readonly change: 'item-problem' }>

/** What does not do in a case. */
interface Found {
  readonly move: Move
  readonly change: Problem
}

/**
 * A paper that names somebody else, or does not do (T8): drafting waits for an answer. One difference is one question,
 * whatever papers show it and whatever cases of the request it is in.
 */
export function differences({ arrived, facts, moves }: Seen): readonly Wish[] {
  const found = moves.flatMap((move) =>
    move.changes
      .filter((change): change is Problem => change.change === 'item-problem')
      .filter(({ item, problem }) => item !== 'sender-authority' && !isOnlyNamed(problem))
      .map((change): Found => ({ move, change })),
  )
  const keys = [...new Set(found.map(keyOf))]
  return keys.map((key) => {
    const group = found.filter((one) => keyOf(one) === key)
    const { change, move } = group[0] as Found
    const name = otherNameIn(change.problem)
    return {
      ...{ wish: 'ask-human', sort: 'entity', caseId: move.touched.file.id },
      sentence: `${listed(refsOf(group))}: ${wordsOf(group)}${openBefore(afterOf(move), change.problem)}${kinship(move.touched.file, change.proof, arrived, facts)}`,
      once: name === null ? QUESTIONS.problem(move.touched.file.ref, change.problem) : key,
    }
  })
}

function keyOf({ move: { touched }, change: { problem } }: Found): string {
  const name = otherNameIn(problem)
  return name === null ? `${touched.file.ref} ${problem}` : differenceKey(touched.file.requestId, name)
}

function refsOf(group: readonly Found[]): readonly string[] {
  return [...new Set(group.map(({ move }) => move.touched.file.ref))]
}

/** Each problem once, under the first item that has it; that the name is in question says no more than the papers do. */
function wordsOf(group: readonly Found[]): string {
  const papers = group.filter(({ change }) => change.item !== 'legal-name')
  const told = papers.length > 0 ? papers : group
  return told
    .filter(({ change }, at) => told.findIndex((one) => one.change.problem === change.problem) === at)
    .map(
      ({ move, change }) => `${describeItem(change.item, move.touched.file)}: ${change.problem}${onPage(change.proof)}`,
    )
    .join(' ')
}

function afterOf({ touched, changes }: Move): CaseFile {
  return applyAll(touched.file, changes)
}

/** A signed agreement names its end in words that have to be reckoned: a suggestion, for a person to say the day. */
export function ends({ arrived, moves }: Seen): readonly Wish[] {
  const signed = moves.find(
    ({ touched, changes }) =>
      touched.file.items['agreement-end'] === undefined &&
      changes.some((one) => one.change === 'item-met' && one.item === 'clec-signature'),
  )
  if (signed === undefined) return []
  const { ref, id } = signed.touched.file
  return doubtfulEnds(arrived)
    .slice(0, 1)
    .map(({ filename, quote }) => ({
      ...{ wish: 'ask-human', sort: 'milestone', once: QUESTIONS.end(ref) },
      sentence: `${ref}: when does the agreement end? ${filename} says "${quote}". Write "${ref} ends 2028-05-01" with its day.`,
      caseId: id,
    }))
}

/** The day that a filing states cannot be its day (T13): until a person says it, the day on which its copy came counts. */
export function filingDays({ arrived, moves }: Pick<Seen, 'arrived' | 'moves'>): readonly Wish[] {
  return moves.flatMap(({ touched: { file }, changes }) => {
    const filed = changes.find((one) => one.change === 'item-met' && one.item === 'filed')
    if (filed?.change !== 'item-met' || filed.on !== undefined) return []
    const wrong = wrongDayIn(arrived, file)
    if (wrong === null) return []
    const sentence = `${file.ref}: filed is recorded with the day on which its copy came. ${filed.proof.attachment ?? 'The mail'} says "${wrong.quote}" (${wrong.day}), which cannot be the day of this filing. Write "${file.ref} filed on 2026-03-05" with its day: the time for the approval runs from it.`
    return [
      { wish: 'ask-human', sort: 'milestone', sentence, caseId: file.id, once: QUESTIONS.filingDay(file.ref) } as const,
    ]
  })
}

/** The problem names the file. */
function onPage({ attachment, page }: Proof): string {
  return attachment === null || page === null ? '' : ` It stands in ${placeInFile(attachment, page)}.`
}

/** The other entity is no stranger: staff is told, the CLEC is not. */
function kinship(file: CaseFile, { attachment }: Proof, arrived: ProvingMail, { affiliations }: Seen['facts']): string {
  const found = differencesOf(file, arrived).find(
    (one) => one.attachment === attachment && areAffiliates(one.expected, one.found, affiliations),
  )
  return found === undefined ? '' : ` ${found.found} is recorded as an affiliate of ${found.expected}.`
}
