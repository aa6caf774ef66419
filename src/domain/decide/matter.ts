/** What a mail is about once it is settled where it belongs: the ground on which its answer is written. */
import type { CaseOutcome } from '../casework/outcome.ts'
import type { Standing } from '../casework/standing.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import type { Home } from './home.ts'

export interface Matter {
  readonly arrived: ArrivedMail
  readonly facts: Pick<ArrivalFacts, 'desk' | 'earlyOrders'>
  readonly home: Home
  /** The cases as they stand after the mail. */
  readonly cases: readonly CaseOutcome[]
  readonly standings: ReadonlyMap<number, Standing>
  /** The mail opened a case. */
  readonly opens: boolean
  /** It proved something that was not proved before. */
  readonly proved: boolean
  /** The sender may be told where the cases stand. */
  readonly mayDisclose: boolean
}
