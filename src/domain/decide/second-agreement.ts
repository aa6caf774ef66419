/**
 * A company asks for an agreement in a state where it has one with the same company of ours (domain T6): a replacement,
 * an amendment or a mistake, and only a person can tell. Its receipt counts meanwhile, and what was proved of the company
 * in that state is not asked for again.
 */
import type { CaseView } from '../case.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import { isSameEntity } from '../casework/proofs.ts'
import { isExecuted, isRejected } from '../process/facts.ts'
import { stateName } from '../states.ts'
import { belongs } from '../thread.ts'

/** What a company has in a state, whichever agreement it is for. */
const OF_THE_COMPANY: readonly ItemId[] = ['certification', 'ocn-letter']

/** The case of the agreement that there is; null: there is none. */
export function heldAgreement(file: CaseFile, candidates: readonly CaseView[]): CaseView | null {
  const { company, state, family } = file
  if (company === null || state === null) return null
  const held = candidates.filter(
    (one) =>
      one.closed?.reason === 'completed' &&
      one.state === state &&
      (family === null || one.family === family) &&
      one.company !== null &&
      isSameEntity(one.company, company) &&
      isExecuted(one) &&
      !isRejected(one),
  )
  return held.at(-1) ?? null
}

/** The new case as a person finds it. What was proved is only taken over for somebody who belongs to the company. */
export function asSecond(file: CaseFile, held: CaseView, sender: string): CaseFile {
  const known = belongs(sender, held) ? OF_THE_COMPANY : []
  const items = known.flatMap((item) => (held.items[item]?.state === 'met' ? [[item, held.items[item]] as const] : []))
  return { ...file, items: { ...Object.fromEntries(items), ...file.items }, needsPerson: secondWords(file, held) }
}

export function secondWords({ company, state }: CaseFile, { ref }: Pick<CaseFile, 'ref'>): string {
  return `${company} has an agreement for ${stateName(state ?? '')} already (${ref})`
}
