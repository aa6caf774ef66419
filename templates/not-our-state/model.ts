import { z } from 'zod'
import { filledLine } from '../line.ts'
import { link } from '../link.ts'
import { many } from '../many.ts'

/** States for which we make no agreements. */
export const notOurState = z
  .strictObject({
    section: z.literal('not-our-state'),
    states: many(filledLine(60), 60).refine((states) => states.length > 0, 'must name a state'),
    /** `sold`: the states' business went to another carrier; `none`: never ours. */
    why: z.enum(['sold', 'none']),
    link,
  })
  .transform(({ states, why, ...rest }) => ({
    ...rest,
    states: [states.slice(0, -1).join(', '), states.at(-1)].filter(Boolean).join(' and '),
    sold: why === 'sold',
  }))
