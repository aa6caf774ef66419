import { z } from 'zod'
import { filledLine, line } from '../line.ts'
import { many } from '../many.ts'

/** Which documents arrived; not whether they are what they should be. */
export const documentsReceived = z
  .strictObject({
    section: z.literal('documents-received'),
    files: many(z.strictObject({ label: filledLine(120), file: line(120) }), 40),
    /** Files that came too and set nothing going. */
    apart: z.exactOptional(many(line(120), 40)),
  })
  .transform(({ apart = [], ...rest }) => ({ ...rest, apart }))
