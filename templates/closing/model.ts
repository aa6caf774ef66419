import { z } from 'zod'
import { filledLine } from '../line.ts'

/** We put the case away. */
export const closing = z.strictObject({
  section: z.literal('closing'),
  /** A sentence. */
  why: filledLine(400),
})
