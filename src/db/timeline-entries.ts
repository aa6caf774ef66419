/** How each change reads in the timeline; what is written elsewhere in full is only named. */
import type { CaseChange } from '../domain/casework/change.ts'
import type { CaseOutcome } from '../domain/casework/outcome.ts'
import type { Change } from '../domain/decision.ts'

export interface TimelineEntry {
  readonly event: string
  readonly case_id: number | null
  readonly outbox_id: number | null
  readonly detail: Record<string, unknown>
}

export function timelineOf(change: Change): TimelineEntry {
  switch (change.change) {
    case 'mail-filed':
      return entry('mail-filed', change.caseId, { how: change.how })
    case 'mail-settled':
      return entry('mail-settled', null, { kind: change.kind, outcome: change.outcome })
    case 'reply-withheld':
      return entry('reply-withheld', change.caseId, { rule: change.rule, why: change.why })
    case 'reply-bounced':
      return { ...entry('reply-bounced', null, { detail: change.detail }), outbox_id: change.outboxId }
  }
}

/** What happened to a case, in its order. That a mail came is told when it is filed. */
export function caseTimeline({ file, opened, changes }: CaseOutcome): readonly TimelineEntry[] {
  const told = changes.filter((one) => one.change !== 'mail-came')
  return [
    ...(opened ? [entry('case-opened', file.id, { company: file.company, state: file.state })] : []),
    ...told.map((change) => entry(change.change, file.id, detailOf(change))),
  ]
}

function detailOf(change: CaseChange): Record<string, unknown> {
  const { change: _word, ...detail } = change
  if (!('proof' in detail)) return detail
  const { proof, at: _at, ...rest } = detail
  const { quote, attachment, page, by } = proof
  return { ...rest, quote, ...(attachment ? { file: attachment } : {}), ...(page === null ? {} : { page }), by }
}

function entry(event: string, caseId: number | null, detail: Record<string, unknown>): TimelineEntry {
  return { event, case_id: caseId, outbox_id: null, detail }
}
