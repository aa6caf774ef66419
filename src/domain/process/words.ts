/** Stages and items in words, for the answers to CLECs and for staff. */
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import type { Stage } from '../casework/standing.ts'
import { ruleOf } from './index.ts'
import { inWords } from './step.ts'

/** What a CLEC may read: nothing here accepts, promises or dates anything (domain T4). */
const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  received: 'Received',
  'needs-person': 'Received, being looked at by our team',
  'needs-info': 'Received, information missing',
  'route-chosen': 'Request complete, way to the agreement chosen',
  'draft-issued': 'Agreement document sent for signature',
  'clec-signed': 'Agreement signed by you',
  executed: 'Agreement signed by both parties',
  filed: 'Filed with the commission',
  approved: 'Approved by the commission',
  rejected: 'Not approved by the commission',
  'ready-to-order': 'Agreement signed and set-up information received',
  closed: 'Closed',
}

export function stageWords(stage: Stage): string {
  return STAGE_WORDS[stage]
}

/** What an item is called; with the case where its words depend on it. */
export function describeItem(item: ItemId, file: CaseFile | null = null): string {
  const { label } = ruleOf(item, file)
  if (typeof label === 'string') return label
  return file === null ? (ITEM_WORDS[item] ?? item) : inWords(label, file)
}

const ITEM_WORDS: Partial<Record<ItemId, string>> = {
  certification: 'Certificate or registration of the state commission',
}
