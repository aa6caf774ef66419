/** Which of the plans of the settings counts for what a case waits for. */
import { chasedItems } from '../casework/asked-items.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { ReminderPlan } from '../casework/desk-settings.ts'
import type { ItemId } from '../casework/items.ts'
import { FURTHER_PAPERS } from '../process/facts.ts'
import { stillOwed } from './next-reminder.ts'

const SIGNATURE: ReadonlySet<ItemId> = new Set(['clec-signature', 'early-ordering-letter-signed'])
/** What a questionnaire names, and what follows it (domain 2.2, 4b and 4c). */
const FOLLOWING: ReadonlySet<ItemId> = new Set([
  'certification',
  'ocn-letter',
  'questionnaire-papers',
  ...FURTHER_PAPERS,
  'tax-forms',
])

export function planFor(file: CaseFile, plans: ReminderPlan): readonly number[] {
  const items = chasedItems(file.chase)
  if (stillOwed(file).some((item) => SIGNATURE.has(item))) return plans.unsignedAgreement
  const hasQuestionnaire = file.items.questionnaire?.state === 'met'
  if (hasQuestionnaire && items.every((item) => FOLLOWING.has(item))) return plans.questionnaireDocuments
  return plans.missingItems
}
