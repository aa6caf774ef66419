/** What papers leave open, for a person: another name, what does not do, and an end that has to be reckoned. */
import { areAffiliates } from '../casework/affiliates.ts'
import { applyAll } from '../casework/apply.ts'
import type { CaseFile, Proof } from '../casework/case-file.ts'
import { openBefore } from '../casework/proofs/answers-ours.ts'
import { doubtfulEnds } from '../casework/proofs/documents.ts'
import { differencesOf } from '../casework/proofs.ts'
import type { Wish } from '../decision.ts'
import { placeInFile } from '../page-of.ts'
import { describeItem } from '../process/words.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import type { Move } from './home.ts'

interface Seen {
  readonly arrived: ArrivedMail
  readonly facts: Pick<ArrivalFacts, 'affiliations'>
  readonly moves: readonly Move[]
}

/** A paper that names somebody else, or does not do (T8): drafting waits for an answer. */
export function differences({ arrived, facts, moves }: Seen): readonly Wish[] {
  return moves.flatMap(({ touched, changes }) =>
    changes
      .filter((change) => change.change === 'item-problem')
      .filter((change) => change.item !== 'sender-authority')
      .filter((change, at, all) => all.findIndex((one) => one.problem === change.problem) === at)
      .map((change) => ({
        wish: 'ask-human',
        sort: 'entity',
        sentence: `${touched.file.ref}: ${describeItem(change.item, touched.file)}: ${change.problem}${onPage(change.proof)}${openBefore(applyAll(touched.file, changes), change.problem)}${kinship(touched.file, change.proof, arrived, facts)}`,
        caseId: touched.file.id,
      })),
  )
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
      wish: 'ask-human',
      sort: 'milestone',
      sentence: `${ref}: when does the agreement end? ${filename} says "${quote}". Write "${ref} ends 2028-05-01" with its day.`,
      caseId: id,
    }))
}

/** The problem names the file. */
function onPage({ attachment, page }: Proof): string {
  return attachment === null || page === null ? '' : ` It stands in ${placeInFile(attachment, page)}.`
}

/** The other entity is no stranger: staff is told, the CLEC is not. */
function kinship(file: CaseFile, { attachment }: Proof, arrived: ArrivedMail, { affiliations }: Seen['facts']): string {
  const found = differencesOf(file, arrived).find(
    (one) => one.attachment === attachment && areAffiliates(one.expected, one.found, affiliations),
  )
  return found === undefined ? '' : ` ${found.found} is recorded as an affiliate of ${found.expected}.`
}
