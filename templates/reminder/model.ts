import { z } from 'zod'
import { askedItems } from '../asked-item.ts'
import { moment } from '../moment.ts'

/** What we asked for and have not found an answer to: the first time, again, and a last time. */
export const reminder = z
  .strictObject({
    section: z.literal('reminder'),
    items: askedItems,
    /** Open again; it was not asked for with the others. */
    again: askedItems,
    askedOn: moment,
    /** From 1. */
    number: z.int().min(1),
    /** Something came since we asked. */
    heard: z.boolean(),
    /** The cases of this part, where the letter has several parts. */
    about: z.array(z.string()).readonly(),
    refs: z.array(z.string()).readonly(),
    /** Another part follows. */
    goesOn: z.boolean(),
  })
  .transform(({ number, about, refs: _refs, ...rest }) => ({
    ...rest,
    about: about.join('; '),
    first: number === 1,
    last: number >= 3,
  }))
