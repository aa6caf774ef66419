import { z } from 'zod'
import { filledLine, line } from './line.ts'
import { moment } from './moment.ts'

/** `CLEC-2026-00042`. */
export const caseRef = z.string().regex(/^CLEC-\d{4}-\d{5,9}$/, 'must be a case reference such as CLEC-2026-00042')

/** What every letter knows; the layout shows it, and a section may. */
export const head = z.strictObject({
  caseRef,
  /** Whom we greet; '' when we do not know. */
  name: line(60),
  /** When the mail arrived as the mailbox recorded it, never the mail's own Date field; '' when we answer none. */
  received: moment.nullable().transform((words) => words ?? ''),
  /** Who signs. */
  team: filledLine(80),
})
