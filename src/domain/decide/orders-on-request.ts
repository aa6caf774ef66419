/**
 * What orders on states (`states-ordered.ts`) do to a request: which states come, and which go, with the words. What does
 * not fit it a person reads.
 */
import type { CaseView } from '../case.ts'
import type { Counts, StatesOrdered } from './states-ordered.ts'

export interface Change {
  readonly added: readonly string[]
  /** With the words. */
  readonly dropped: ReadonlyMap<string, string>
  readonly asks: readonly string[]
}

/** What orders do to this request; null: they do not fit it, and a person reads what is meant. */
export function changeBy(
  order: StatesOrdered,
  request: readonly CaseView[],
  elsewhere: readonly CaseView[],
  others: readonly CaseView[],
): Change | null {
  const [has, had] = [statesOf(request.filter(({ closed }) => closed === null)), statesOf(request)]
  const rest = othersThan(order, has)
  const dropped = new Map([...order.drops, ...rest])
  const added = [...new Set([...order.adds, ...(order.only?.states ?? []).filter((state) => !has.has(state))])]
  // What it or another request has already it cannot add (T6), nor drop or keep what it never had.
  const known = new Set([...has, ...statesOf(elsewhere)])
  if (added.some((state) => had.has(state) || others.some((one) => one.state === state))) return null
  if ([...dropped.keys(), ...order.keeps, ...order.of].some((state) => !known.has(state))) return null
  // What is another matter does not go with "only Utah".
  if (order.apart.some((state) => added.includes(state) || rest.has(state))) return null
  const go = [...rest.keys()].filter((state) => !order.drops.has(state))
  const stay = [...has].filter((state) => !dropped.has(state) && !order.keeps.includes(state))
  if (!fits(order.counts, { has: has.size, go: go.length, stay: stay.length })) return null
  return added.length + dropped.size === 0 ? null : { added, dropped, asks: order.questions }
}

export function statesOf(cases: readonly CaseView[]): ReadonlySet<string> {
  return new Set(cases.flatMap(({ state }) => state ?? []))
}

function fits(said: Counts, is: Readonly<Record<keyof Counts, number>>): boolean {
  return (['has', 'go', 'stay'] as const).every((count) => said[count] === null || said[count] === is[count])
}

/** "Only Utah": all others that are open go. */
function othersThan({ only }: StatesOrdered, open: ReadonlySet<string>): ReadonlyMap<string, string> {
  const gone = only === null ? [] : [...open].filter((state) => !only.states.includes(state))
  return new Map(gone.map((state) => [state, only?.quote ?? '']))
}
