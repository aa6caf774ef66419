/** Case files and standings for tests of reminders and digests. */
import type { CaseFile, Item } from '../../../src/domain/casework/case-file.ts'
import type { ItemId } from '../../../src/domain/casework/items.ts'
import type { ItemStanding, Standing } from '../../../src/domain/casework/standing.ts'
import { blankCase } from '../../support/blank-case.ts'

export function caseFile(some: Partial<CaseFile> = {}): CaseFile {
  return {
    ...blankCase(Date.parse('2026-03-02T16:00:00Z')),
    ...{ clecId: 7, company: 'Pinyon & Sage Fiber, LLC', state: 'CO', family: 'qc', carrierType: 'facility-based' },
    ...{ agreement: 'interconnection', route: 'template-as-is', subjectStem: 'Agreement request', version: 1 },
    ...some,
  }
}

export function item(state: Item['state'], problem: string | null = null): Item {
  const proof = { messageId: 1, attachment: null, page: null, quote: 'as attached', by: 'system' }
  return { state, at: 0, value: null, problem, proof }
}

export function standing(missing: readonly ItemId[], file?: CaseFile): Standing {
  const items = missing.map((id): ItemStanding => {
    const found = file?.items[id] ?? null
    const state = found?.state === 'problem' ? 'problem' : 'missing'
    return { id, label: `The ${id}`, owner: 'clec', state, item: found, ask: `Please send the ${id}.` }
  })
  return { stage: 'needs-info', steps: [], missing: items, turn: 'clec', next: 'We read it.' }
}
