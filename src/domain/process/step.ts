/** What a step of the carrier's process is made of. The steps are data: a file each, and no logic but their conditions. */
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import type { Owner } from '../casework/standing.ts'
import type { StepId } from '../casework/steps.ts'

/** Words that are the same for every case, or depend on it (the state's name, a wireless carrier). */
export type Words = string | ((file: CaseFile) => string)

/**
 * When an item is owed. `now`: it is asked for; `later`: it will be owed once something before it is done; `optional`:
 * welcome and never asked for; `never`: this case does not need it.
 */
export type Need = 'now' | 'later' | 'optional' | 'never'

export interface ItemRule {
  readonly id: ItemId
  /** What the CLEC calls it. */
  readonly label: Words
  readonly owner: Owner
  readonly need: (file: CaseFile) => Need
  /** The sentence that asks the CLEC for it; for the carrier's and the commission's items what is awaited. */
  readonly ask: Words
  /** What proves it. */
  readonly proof: string
  readonly source: string
  /** False: its absence holds nothing up. */
  readonly blocks?: false
  /** It answers a paper of ours: what does not do is not asked for again before that was sent. */
  readonly answersOurs?: true
}

export interface Gate {
  /** `enter`: nothing of the step can be done before; `leave`: the step is not over without it. */
  readonly at: 'enter' | 'leave'
  readonly isOpen: (file: CaseFile) => boolean
  /** What is waited for, in words that a CLEC may read. */
  readonly why: Words
  readonly source: string
  /** A tracking number of ours shows that it was open. */
  readonly settledByNumber?: true
}

export interface Step {
  readonly id: StepId
  readonly title: string
  readonly source: string
  readonly applies: (file: CaseFile) => boolean
  readonly gates: readonly Gate[]
  readonly items: readonly ItemRule[]
}

export function inWords(words: Words, file: CaseFile): string {
  return typeof words === 'string' ? words : words(file)
}
