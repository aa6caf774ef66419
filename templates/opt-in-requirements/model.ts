import { z } from 'zod'
import { line } from '../line.ts'

/** What an adoption under 252(i) takes; never whether a particular agreement can be had. */
export const optInRequirements = z.strictObject({
  section: z.literal('opt-in-requirements'),
  /** Whose agreement, as the mail names it; '' when it names none. */
  adopted: line(120),
  /** The mail picks parts. */
  partial: z.boolean(),
  /** The mail says nothing of amendments. */
  askAmendments: z.boolean(),
})
