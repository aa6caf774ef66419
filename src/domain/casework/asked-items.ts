/** What one letter asks for in several cases: each item once, with the states it is meant for unless it is for all. */
import type { AskedItem } from '../letter/section.ts'
import { stateName } from '../states.ts'
import type { CaseFile, Chase } from './case-file.ts'
import type { ItemId } from './items.ts'
import type { ItemStanding } from './standing.ts'

export interface Owing {
  readonly file: Pick<CaseFile, 'state' | 'company'>
  readonly items: readonly ItemStanding[]
}

/** What reminders name. */
export function chasedItems(chase: Chase | null): readonly ItemId[] {
  return chase === null ? [] : [...new Set([...chase.items, ...(chase.again ?? [])])]
}

interface Asked {
  readonly asked: AskedItem
  /** As it is asked for in one state. */
  readonly ask: string
  readonly states: string[]
}

export function askedItems(cases: readonly Owing[]): readonly AskedItem[] {
  const several = cases.length > 1
  const byCompany = new Set(cases.map(({ file }) => file.company)).size > 1
  const byWords = new Map<string, Asked>()
  for (const { file, items } of cases)
    for (const item of items) {
      const asked = askedItem(item, several ? file.state : null)
      const key = JSON.stringify([asked.label, asked.ask, asked.problem])
      const known = byWords.get(key) ?? { asked, ask: item.ask, states: [] }
      known.states.push(placeOf(file, byCompany))
      byWords.set(key, known)
    }
  const labels = [...new Set([...byWords.values()].map(({ asked }) => asked.label))]
  const inOrder = labels.flatMap((label) => [...byWords.values()].filter(({ asked }) => asked.label === label))
  return inOrder.map(({ asked, ask, states }) => ({
    ...asked,
    ask: states.length === 1 ? ask : asked.ask,
    states: states.length === cases.length ? '' : states.filter((name) => name !== '').join(', '),
  }))
}

/** The state; of several companies with the company that wants it there. */
function placeOf({ company, state }: Owing['file'], byCompany: boolean): string {
  const name = state === null ? '' : stateName(state)
  return byCompany ? [company, name].filter(Boolean).join(' in ') : name
}

/** What is the same for every state but for its name is asked for once. */
function askedItem({ label, ask, item }: ItemStanding, state: string | null): AskedItem {
  const words = state === null ? ask : ask.replaceAll(stateName(state), 'each state')
  return { label, ask: words, states: '', problem: item?.state === 'problem' ? (item.problem ?? '') : '' }
}
