/** What a decision made of a case: the file as it will stand, what happened to it, and what follows for lists and clocks. */
import { applyAll } from './apply.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseChange } from './change.ts'
import type { ItemId } from './items.ts'
import type { Stage } from './standing.ts'

/** A clock as lists show it. */
export interface ClockLine {
  readonly id: string
  readonly title: string
  /** `YYYY-MM-DD`, strict. */
  readonly due: string
  /** The next working day where the strict day is none; possible only. */
  readonly rolled: string | null
  readonly state: 'running' | 'met' | 'stopped'
  /** Staff only (T3). */
  readonly confidential: boolean
  readonly derivation: readonly string[]
}

/** Worked out of the file and the time; stored beside it for lists and look-ups. */
export interface CaseSummary {
  readonly stage: Stage
  /** What the CLEC owes now. */
  readonly missing: readonly ItemId[]
  readonly clocks: readonly ClockLine[]
  /** When time alone may next cause something: a reminder, a mark of a clock. Null: never. */
  readonly nextDueAt: number | null
}

export interface CaseOutcome {
  /** As it will stand; `version` is raised already. */
  readonly file: CaseFile
  readonly opened: boolean
  readonly changes: readonly CaseChange[]
  readonly summary: CaseSummary
}

export type Summarize = (file: CaseFile) => CaseSummary

export function openedCase(file: CaseFile, changes: readonly CaseChange[], summarize: Summarize): CaseOutcome {
  const opened = { ...applyAll(file, changes), version: 1 }
  return { file: opened, opened: true, changes, summary: summarize(opened) }
}

export function changedCase(file: CaseFile, changes: readonly CaseChange[], summarize: Summarize): CaseOutcome {
  const changed = { ...applyAll(file, changes), version: file.version + 1 }
  return { file: changed, opened: false, changes, summary: summarize(changed) }
}
