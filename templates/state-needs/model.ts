import { z } from 'zod'
import { filledLine } from '../line.ts'
import { many } from '../many.ts'

/** What a state, or a company of ours in it, wants: named as it is, and no condition of a request or of negotiations. */
export const stateNeeds = z.strictObject({
  section: z.literal('state-needs'),
  /** Names of the states, and what is needed there. */
  needs: many(z.strictObject({ label: filledLine(400), value: filledLine(600) })),
})
