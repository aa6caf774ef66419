import { z } from 'zod'
import { filledLine, line, sentences } from '../line.ts'

/** The answer to orders that somebody of the desk gave by mail: what was done, what was not, and how to take it back. */
export const orderAnswer = z.strictObject({
  name: line(80),
  answers: z.array(
    z.strictObject({
      /** What was written, as it was read. */
      said: filledLine(200),
      done: z.boolean(),
      /** The confirmation, or what to write instead. */
      answer: sentences(1000),
    }),
  ),
  team: filledLine(80),
})

export type OrderAnswerModel = Readonly<z.input<typeof orderAnswer>>
