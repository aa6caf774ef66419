import { z } from 'zod'

/** A link of the carrier's own, from the settings; '' when there is none. Links of strangers never come here. */
export const link = z
  .url({ protocol: /^https?$/, error: 'must be a web link' })
  .nullable()
  .transform((address) => address ?? '')
