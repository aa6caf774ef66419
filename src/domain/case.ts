/**
 * A case: one request of one carrier. Its reference goes into every subject line that we write.
 */
import type { Agreement, Intent, Path } from './labels.ts'

/** The first states of the carrier's process; the later ones come with the checklists. */
export const CASE_STATUSES = ['received', 'needs-person', 'closed'] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

/** What a decision needs to know of a case that a mail may belong to. */
export interface CaseView {
  readonly id: number
  readonly ref: string
  readonly status: CaseStatus
  /** What the mail that opened it wanted; null when a person decides. */
  readonly intent: Intent | null
  readonly states: readonly string[]
  /** Subject without reply marks and references, for threading. */
  readonly subjectStem: string
  /** Addresses that wrote in the case, lower case. */
  readonly participants: readonly string[]
  /** Milliseconds since the epoch. */
  readonly lastMailAt: number
}

/** A case about to be opened. */
export interface NewCase {
  readonly id: number
  readonly ref: string
  readonly company: string | null
  readonly states: readonly string[]
  readonly agreement: Agreement | null
  readonly path: Path | null
  readonly intent: Intent | null
  readonly status: CaseStatus
  readonly subjectStem: string
}

/** `CLEC-2026-00042`: the year of receipt in our zone and the case number; the number alone is already unique. */
export function caseRef(year: number, number: number): string {
  return `CLEC-${year}-${String(number).padStart(5, '0')}`
}

const CASE_REF = /\bCLEC-\d{4}-\d{5,9}\b/gi

/** All case references in a text, upper case, in order, each once. */
export function caseRefsIn(text: string): readonly string[] {
  return [...new Set([...text.slice(0, 2_000).matchAll(CASE_REF)].map((match) => match[0].toUpperCase()))]
}
