import { z } from 'zod'
import { caseLines } from '../case-line.ts'
import { filledLine, line } from '../line.ts'

/** What happened to a case, and what comes next; a sentence each. */
export const nextStep = z
  .strictObject({
    section: z.literal('next-step'),
    happened: filledLine(700),
    next: line(400),
    cases: caseLines,
  })
  .transform((step) => ({ ...step, severalCases: step.cases.length > 1 }))
