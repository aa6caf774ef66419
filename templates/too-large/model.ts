import { z } from 'zod'

/** A mail of which only the header was read, because it is larger than is taken in. */
export const tooLarge = z.strictObject({
  section: z.literal('too-large'),
  /** The most that a mail may have. */
  megabytes: z.int().positive(),
})
