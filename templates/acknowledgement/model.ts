import { z } from 'zod'
import { filledLine, line } from '../line.ts'
import { receipt } from '../receipt.ts'

/** What the mail is about, as far as an automatic answer words it. */
export const SUBJECTS_OF_MAIL = ['agreement-request', 'opt-in-inquiry', 'early-ordering-letter', 'other'] as const

/** A long list does not help the reader, and its length is in the sender's hands. */
const MAX_UNDERSTOOD = 20

/** "We received your mail": the receipt date as recorded, what was understood, and who reads it next. */
export const acknowledgement = z
  .strictObject({
    ...receipt,
    about: z.enum(SUBJECTS_OF_MAIL),
    /** What was read from the mail, in words the sender can check; may be empty. */
    understood: z
      .array(z.strictObject({ label: filledLine(60), value: line(300) }))
      .transform((lines) => lines.filter(({ value }) => value !== '').slice(0, MAX_UNDERSTOOD)),
  })
  .transform(({ about, ...rest }) => ({
    ...rest,
    isAgreementRequest: about === 'agreement-request',
    isOptInInquiry: about === 'opt-in-inquiry',
    isEarlyOrderingLetter: about === 'early-ordering-letter',
  }))

export type Acknowledgement = Readonly<z.input<typeof acknowledgement>>
