/** Carries orders out as the database will, and enters them into the books. */
import type { Act } from '../../src/domain/casework/act.ts'
import { applyAll } from '../../src/domain/casework/apply.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { tracesOf } from '../../src/domain/casework/undo.ts'
import type { Effects } from '../../src/domain/orders/effects.ts'
import { effectsOf } from '../../src/domain/orders/order-effects.ts'
import type { OrderFacts, PastOrder } from '../../src/domain/orders/order-facts.ts'

/** The cases afterwards. */
export function carriedOut(effects: Effects, facts: OrderFacts): ReadonlyMap<string, CaseFile> {
  if (effects.effects === 'refused') return facts.cases
  const cases = new Map(facts.cases)
  for (const one of effects.also) if (one.also === 'open-case') cases.set(one.file.ref, one.file)
  for (const file of effects.restores) cases.set(file.ref, file)
  for (const { caseRef, changes } of effects.changes)
    cases.set(caseRef, applyAll(cases.get(caseRef) as CaseFile, changes))
  return cases
}

/** The order as it went into the books. */
export function past(order: Act, facts: OrderFacts, change: Partial<PastOrder> = {}): OrderFacts {
  const effects = effectsOf(order, facts)
  if (effects.effects === 'refused') throw new Error(effects.sentence)
  const cases = carriedOut(effects, facts)
  const traces = [...cases].flatMap(([caseRef, after]) => {
    const opened = effects.also.find((one) => one.also === 'open-case' && one.file.ref === caseRef)
    const before = facts.cases.get(caseRef) ?? (opened?.also === 'open-case' ? opened.file : after)
    const found = tracesOf(before, after)
    return found.length === 0 ? [] : [{ caseRef, traces: found }]
  })
  const { also } = effects
  const one: PastOrder = {
    number: facts.number,
    order,
    by: facts.by,
    at: facts.now,
    traces,
    also,
    letters: [],
    undoneBy: null,
    ...change,
  }
  const next: OrderFacts = {
    ...facts,
    number: facts.number + 1,
    cases,
    orders: new Map([...facts.orders, [one.number, one]]),
  }
  return next
}
