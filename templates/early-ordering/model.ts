import { z } from 'zod'
import { filledLine } from '../line.ts'
import { many } from '../many.ts'

/** What an Early Ordering Letter Agreement takes, and what of it is there. */
export const earlyOrdering = z.strictObject({
  section: z.literal('early-ordering'),
  conditions: many(z.strictObject({ label: filledLine(200), met: z.boolean() })),
  /** All conditions on the CLEC's side are met. */
  complete: z.boolean(),
})
