import { z } from 'zod'
import { link } from '../link.ts'

/** The ways to an agreement. */
export const routeExplainer = z.strictObject({
  section: z.literal('route-explainer'),
  /** Colorado is among the states. */
  tariff: z.boolean(),
  requestForm: link,
})
