import { z } from 'zod'
import { filledLine, line } from '../line.ts'
import { link } from '../link.ts'

/** Something for another department. */
export const redirect = z.strictObject({
  section: z.literal('redirect'),
  topic: filledLine(120),
  /** Who it is for, where nobody is named; no address, no number. */
  advice: filledLine(300),
  /** Where it goes, when that is configured. */
  destination: z.union([z.null(), line(200)]).transform((name) => name ?? ''),
  link,
})
