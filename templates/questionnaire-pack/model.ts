import { z } from 'zod'
import { filledLine } from '../line.ts'
import { link } from '../link.ts'
import { many } from '../many.ts'

/** The Customer Questionnaire and what belongs to it. */
export const questionnairePack = z.strictObject({
  section: z.literal('questionnaire-pack'),
  link,
  items: many(filledLine(200), 30),
})
