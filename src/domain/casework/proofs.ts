/** Which items of a case a mail proves, each with the place that shows it. */
import type { ReadMail } from '../mail.ts'
import type { Understanding } from '../understanding.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseChange } from './change.ts'

export interface ProvingMail {
  /** Row id in the ledger. */
  readonly id: number
  readonly receivedAt: number
  readonly mail: ReadMail
  readonly understanding: Understanding
}

/** A document, or the mail itself, that names another legal entity than the case. */
export interface EntityDifference {
  /** File name; null: the mail's own words. */
  readonly attachment: string | null
  /** What the case says. */
  readonly expected: string
  readonly found: string
  readonly quote: string
}

export function proofsIn(_mail: ProvingMail, _file: CaseFile): readonly CaseChange[] {
  return []
}

export function differencesOf(_file: CaseFile, ..._mails: readonly ProvingMail[]): readonly EntityDifference[] {
  return []
}
