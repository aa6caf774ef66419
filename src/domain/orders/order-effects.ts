import type { Act } from '../casework/act.ts'
import type { Effects } from './effects.ts'
import type { OrderFacts } from './order-facts.ts'

export function effectsOf(_order: Act, _facts: OrderFacts): Effects {
  return { effects: 'refused', sentence: 'not yet' }
}
