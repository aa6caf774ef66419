/** What of a person's mail may be erased when they ask for it, and what forbids it. */
import type { CaseFile } from './casework/case-file.ts'

export interface ErasableCase {
  readonly file: CaseFile
  /** Why it is under a legal hold; null: it is not. */
  readonly hold: string | null
}

export interface ErasableMail {
  readonly id: number
  /** Read and decided. */
  readonly settled: boolean
  readonly cases: readonly ErasableCase[]
  /** Letters that answer it and have not ended: drafts, queued, under way. */
  readonly lettersOpen: number
}

/** Why a mail must stay, in words for whoever asked; empty: it may go. */
export function forbids(mail: ErasableMail): readonly string[] {
  const open = mail.lettersOpen > 0 ? ['a letter that answers it has not ended; approve or reject it first'] : []
  const unsettled = mail.settled ? [] : ['it is not decided yet']
  return [...unsettled, ...open, ...mail.cases.flatMap(caseForbids)]
}

function caseForbids({ file, hold }: ErasableCase): readonly string[] {
  const { ref, closed, items } = file
  const isMet = (item: 'filed' | 'approved' | 'clec-signature' | 'carrier-signature') => items[item]?.state === 'met'
  return [
    ...(hold === null ? [] : [`${ref} is under a legal hold: ${hold}`]),
    ...(closed === null ? [`${ref} is open`] : []),
    // 47 U.S.C. 252(e) and (h): what was filed for approval is a public record, and its papers prove it.
    ...(isMet('filed') || isMet('approved')
      ? [`${ref} has papers that were filed with a commission (47 U.S.C. 252)`]
      : []),
    ...(closed?.reason === 'completed' || (isMet('clec-signature') && isMet('carrier-signature'))
      ? [`${ref} led to an agreement that may be in force`]
      : []),
  ]
}

/** A case file without the words of erased mails and without the address of the person. */
export function withoutPerson(file: CaseFile, erased: ReadonlySet<number>, addresses: ReadonlySet<string>): CaseFile {
  const items = Object.entries(file.items).map(([id, item]) => {
    const isErased = item.proof.messageId !== null && erased.has(item.proof.messageId)
    if (!isErased) return [id, item] as const
    return [
      id,
      {
        ...item,
        value: null,
        problem: item.problem && 'erased',
        proof: { ...item.proof, attachment: null, quote: 'erased' },
      },
    ] as const
  })
  const chase = file.chase !== null && addresses.has(file.chase.to) ? null : file.chase
  return { ...file, items: Object.fromEntries(items), chase, version: file.version + 1 }
}
