/** Whether what a mail does to a case is a proof of something, and of something that was asked for. */
import type { CaseChange } from '../casework/change.ts'
import type { Move } from './home.ts'

const PROOFS: ReadonlySet<CaseChange['change']> = new Set(['item-met', 'item-problem', 'route-chosen', 'facts-learned'])

export function proves(change: CaseChange): boolean {
  if ('item' in change && change.item === 'introduced') return false
  return PROOFS.has(change.change) && !(change.change === 'facts-learned' && change.clecId !== undefined)
}

export function bringsAsked({ touched, changes }: Move): boolean {
  const asked = touched.file.chase?.items ?? []
  return changes.some((one) => one.change === 'item-met' && asked.includes(one.item))
}
