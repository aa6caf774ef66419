import { z } from 'zod'
import { askedItems } from '../asked-item.ts'
import { filledLine } from '../line.ts'
import { many } from '../many.ts'

/** What we would like to know or have. It stops no clock and no negotiation (domain rules T1, T2). */
export const missingInformation = z
  .strictObject({
    section: z.literal('missing-information'),
    items: askedItems,
    /** Labels of those that can follow without holding anything up. */
    canFollow: many(filledLine(80), 30),
    /** All of them can. */
    allCanFollow: z.boolean(),
    /** For the program: in which of the cases it asks. */
    refs: z.exactOptional(z.array(z.string()).readonly()),
  })
  .transform(({ refs: _refs, ...shown }) => shown)
