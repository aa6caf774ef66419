import { z } from 'zod'
import { filledLine, line } from './line.ts'
import { moment } from './moment.ts'

/** What every confirmation of receipt states. */
export const receipt = {
  /** `CLEC-2026-00042`. */
  caseRef: z.string().regex(/^CLEC-\d{4}-\d{5,9}$/, 'must be a case reference such as CLEC-2026-00042'),
  /** Whom we greet; '' when we do not know. */
  name: line(60),
  /** When the mail arrived as the mailbox recorded it, never the mail's own Date field. */
  received: moment,
  /** Who signs. */
  team: filledLine(80),
} as const
