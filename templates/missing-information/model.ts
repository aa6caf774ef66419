import { z } from 'zod'
import { askedItems } from '../asked-item.ts'

/** What we would like to know or have. It holds up nothing (domain rules T1, T2). */
export const missingInformation = z.strictObject({ section: z.literal('missing-information'), items: askedItems })
