/** Whether a case is about an agreement at all: a question or another department's matter has no checklist. */
import type { CaseFile } from '../casework/case-file.ts'
import type { Intent } from '../labels.ts'

const ABOUT_AN_AGREEMENT: ReadonlySet<Intent> = new Set([
  'agreement-request',
  'opt-in-inquiry',
  'early-ordering-letter',
  'customer-questionnaire',
  'signed-agreement',
  'supporting-document',
  'network-readiness',
])

export function hasChecklist({ intent, closed }: Pick<CaseFile, 'intent' | 'closed'>): boolean {
  return intent !== null && ABOUT_AN_AGREEMENT.has(intent) && closed?.reason !== 'not-our-territory'
}
