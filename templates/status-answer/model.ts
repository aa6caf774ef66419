import { z } from 'zod'
import { caseRef } from '../head.ts'
import { filledLine, line } from '../line.ts'
import { many } from '../many.ts'

const item = z
  .strictObject({ label: filledLine(80), state: z.enum(['received', 'open', 'with us', 'problem']) })
  .transform(({ label, state }) => ({
    label,
    isReceived: state === 'received',
    isOpen: state === 'open',
    isWithUs: state === 'with us',
    isProblem: state === 'problem',
  }))

/** How each case stands, as our records show it. */
export const statusAnswer = z.strictObject({
  section: z.literal('status-answer'),
  cases: many(
    z.strictObject({
      ref: caseRef,
      state: line(60),
      company: line(120),
      stage: filledLine(200),
      items: many(item, 30),
      next: line(300),
      /** Place in the early ordering queue, from 1; '' when it is not in it. */
      position: z
        .int()
        .min(1)
        .nullable()
        .transform((place) => (place === null ? '' : String(place))),
    }),
    60,
  ),
})
