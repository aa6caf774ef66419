import { z } from 'zod'
import { caseRef } from './head.ts'
import { line } from './line.ts'
import { many } from './many.ts'

/** The cases that a letter is about: each with its state, and with its company where there are several. */
export const caseLines = many(z.strictObject({ ref: caseRef, state: line(160) }), 60)
