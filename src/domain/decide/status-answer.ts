import { positionIn, queueOf } from '../casework/early-ordering-queue.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import type { ItemStanding, Standing } from '../casework/standing.ts'
import type { Section, StatusOfCase } from '../letter/section.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import { stageWords } from '../process/words.ts'
import { stateName } from '../states.ts'
import type { Understanding } from '../understanding.ts'
import type { Matter } from './matter.ts'

export function asksOnlyForStatus({ intents }: Understanding): boolean {
  return intents.length === 1 && intents[0]?.intent === 'status-inquiry'
}

/** Where each case of the request stands, for those who may know. */
export function statusAnswer({ cases, standings, facts }: Matter): Section | null {
  const open = cases.filter(({ file }) => hasChecklist(file))
  if (open.length === 0) return null
  const queue = queueOf(facts.earlyOrders)
  return {
    section: 'status-answer',
    cases: open.map((one) => statusOf(one, standings, positionIn(queue, one.file.id))),
  }
}

function statusOf(
  { file }: CaseOutcome,
  standings: ReadonlyMap<number, Standing>,
  position: number | null,
): StatusOfCase {
  const standing = standings.get(file.id) as Standing
  const items = standing.steps
    // Of a petition counsel speaks (domain 7, intent 27).
    .filter((step) => step.state !== 'not-needed' && step.id !== 'arbitration')
    .flatMap((step) => step.items)
    .filter((item) => item.state !== 'optional' && item.state !== 'later')
  return {
    ref: file.ref,
    state: file.state === null ? '' : stateName(file.state),
    company: file.company ?? '',
    stage: stageWords(standing.stage),
    items: items.map((item) => ({ label: item.label, state: stateWord(item) })),
    next: standing.next,
    position,
  }
}

function stateWord({ state, owner }: ItemStanding): StatusOfCase['items'][number]['state'] {
  if (state === 'met' || state === 'waived') return 'received'
  if (state === 'problem') return 'problem'
  return owner === 'clec' ? 'open' : 'with us'
}
