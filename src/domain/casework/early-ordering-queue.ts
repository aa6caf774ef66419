/**
 * Early ordering is served in the order in which the completed information arrived (domain 2.2 step 7b; SEED): the
 * moment of the last of its conditions, not of the request.
 */
import { earlyOrdering } from '../process/early-ordering.ts'
import { isMet, needsCertificate, setUpItems } from '../process/facts.ts'
import type { CaseFile } from './case-file.ts'
import type { ItemId } from './items.ts'

export interface Queued {
  readonly file: CaseFile
  /** When its information was complete. */
  readonly since: number
}

export interface EarlyOrderingCondition {
  readonly item: ItemId
  readonly met: boolean
  /** When it was in. */
  readonly at: number | null
}

/** What has to be in before the case has a place: signature, letter, set-up information, certificate. */
export function earlyOrderingConditions(file: CaseFile): readonly EarlyOrderingCondition[] {
  const items: ItemId[] = ['clec-signature', 'early-ordering-letter-signed', ...setUpItems(file)]
  if (needsCertificate(file) && !items.includes('certification')) items.push('certification')
  return items.map((item) => ({ item, met: isMet(file, item), at: file.items[item]?.at ?? null }))
}

/** Those that wait to be served, the first first. */
export function queueOf(files: readonly CaseFile[]): readonly Queued[] {
  return files
    .flatMap((file) => {
      const since = completeSince(file)
      return since === null ? [] : [{ file, since }]
    })
    .sort((one, other) => one.since - other.since || one.file.id - other.file.id)
}

/** From 1; null: not in the queue. */
export function positionIn(queue: readonly Queued[], caseId: number): number | null {
  const at = queue.findIndex(({ file }) => file.id === caseId)
  return at === -1 ? null : at + 1
}

function completeSince(file: CaseFile): number | null {
  if (file.closed !== null || isMet(file, 'approved') || isMet(file, 'ready-to-order')) return null
  if (!earlyOrdering.applies(file) || !earlyOrdering.gates.every((gate) => gate.isOpen(file))) return null
  const conditions = earlyOrderingConditions(file)
  if (!conditions.every((condition) => condition.met)) return null
  return Math.max(...conditions.map((condition) => condition.at ?? file.receivedAt))
}
