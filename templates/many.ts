import { z } from 'zod'

/** A list of which the first `max` are shown: its length may be in the sender's hands, and a long one helps nobody. */
export function many<Item extends z.ZodType>(item: Item, max = 20) {
  return z
    .array(item)
    .readonly()
    .transform((items) => items.slice(0, max))
}
