/** A letter that waits, for a person's yes as a rule, with what it speaks of as that is now. */
import type { CaseFile } from '../casework/case-file.ts'
import type { ProvingMail } from '../casework/proofs.ts'
import type { Address } from '../mail.ts'
import type { Section } from './section.ts'

export interface WaitingLetter {
  /** Row of the outbox. */
  readonly id: number
  readonly key: string
  readonly to: Address
  readonly sections: readonly Section[]
  readonly createdAt: number
  /** Case whose reference it carries. */
  readonly caseId: number
  /** Cases of other requests that it is about; null: none. */
  readonly along: readonly number[] | null
  /** Of a letter about several requests: those in which somebody wrote since it was written; null: none. */
  readonly heard: readonly number[] | null
  /** It was to leave by itself, and waits for nothing but to be written without those. */
  readonly parted: boolean
  /** The mail that it answers, as a person corrected it since; null: it answers none. */
  readonly answers: ProvingMail | null
  /** That mail opened the cases. */
  readonly opened: boolean
  /** Cases of that mail, else of the request: what the letter may speak of, as they are now. */
  readonly files: readonly CaseFile[]
  /** Other letters of the same request that were written since its mail came, or without one since it was. */
  readonly beside: readonly {
    readonly id: number
    readonly answers: number | null
    /** Receipt of the mail that it answers, else when it was written. */
    readonly since: number
    /** References of the cases in which it asks for what is missing. */
    readonly asks: readonly string[]
    readonly waits: boolean
  }[]
}
