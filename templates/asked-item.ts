import { z } from 'zod'
import { filledLine, line } from './line.ts'
import { many } from './many.ts'

/** What we ask for, a plain sentence each. */
export const askedItems = many(
  z.strictObject({
    label: filledLine(80),
    ask: filledLine(400),
    /** Names of the states it is missing for; '' when it is the same for all. */
    states: line(300),
    /** What is wrong with what came in; '' when nothing came. */
    problem: line(300),
  }),
  30,
)
