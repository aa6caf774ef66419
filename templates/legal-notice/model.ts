import { z } from 'zod'

/** Notices, petitions, demands: received and passed on, and not a word more. */
export const legalNotice = z.strictObject({ section: z.literal('legal-notice') })
