/** A case as a mail meets it, and the reference that goes into every subject line that we write. */
import type { CaseFile } from './casework/case-file.ts'
import type { Stage } from './casework/standing.ts'

/** What a decision needs to know of a case that a mail may belong to. */
export interface CaseView extends CaseFile {
  readonly status: Stage
  /** Addresses that wrote in the case, lower case. */
  readonly participants: readonly string[]
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
