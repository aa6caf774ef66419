import { z } from 'zod'
import { filledLine } from '../line.ts'
import { link } from '../link.ts'
import { many } from '../many.ts'

/** The forms and documents from which ordering starts. */
export const startUpPack = z.strictObject({
  section: z.literal('start-up-pack'),
  link,
  items: many(filledLine(200), 30),
})
