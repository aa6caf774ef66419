import { z } from 'zod'
import { caseRef } from './head.ts'
import { line } from './line.ts'
import { many } from './many.ts'

/** The cases that a letter is about, one a state. */
export const caseLines = many(z.strictObject({ ref: caseRef, state: line(60) }), 60)
