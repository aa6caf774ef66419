/**
 * Whether a case is about an agreement at all: a question or another department's matter has no checklist. A question in
 * whose thread an agreement is asked for is none any more (domain T2), so what the case has on record goes first.
 */
import type { CaseFile } from '../casework/case-file.ts'
import type { Intent } from '../labels.ts'
import { isUnderWay } from './facts.ts'

const ABOUT_AN_AGREEMENT: ReadonlySet<Intent> = new Set([
  'agreement-request',
  'opt-in-inquiry',
  'early-ordering-letter',
  'customer-questionnaire',
  'signed-agreement',
  'supporting-document',
  'network-readiness',
])

export function hasChecklist(file: CaseFile): boolean {
  if (file.closed?.reason === 'not-our-territory') return false
  return isUnderWay(file) || (file.intent !== null && ABOUT_AN_AGREEMENT.has(file.intent))
}
