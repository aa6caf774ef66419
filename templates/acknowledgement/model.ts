import { z } from 'zod'
import { caseLines } from '../case-line.ts'
import { filledLine, line } from '../line.ts'
import { many } from '../many.ts'
import { moment } from '../moment.ts'

/** What the mail is about, as far as the letter words it. */
const ABOUT = [
  'agreement-request',
  'opt-in-inquiry',
  'early-ordering-letter',
  'amendment-request',
  'customer-questionnaire',
  'signed-agreement',
  'supporting-document',
  'status-inquiry',
  'network-readiness',
  'process-question',
  'other',
] as const

/** "We received your mail", and what was understood of it, in words the sender can check. */
export const acknowledgement = z
  .strictObject({
    section: z.literal('acknowledgement'),
    about: z.enum(ABOUT),
    /** When the first mail of a request came that this one repeats. */
    since: moment.nullable().transform((words) => words ?? ''),
    /** May be empty. */
    understood: many(z.strictObject({ label: filledLine(60), value: line(300) }), 200).transform((lines) =>
      lines.filter(({ value }) => value !== '').slice(0, 20),
    ),
    cases: caseLines,
  })
  .transform(({ about, ...rest }) => ({
    ...rest,
    severalCases: rest.cases.length > 1,
    is: {
      agreementRequest: about === 'agreement-request',
      optInInquiry: about === 'opt-in-inquiry',
      earlyOrderingLetter: about === 'early-ordering-letter',
      amendmentRequest: about === 'amendment-request',
      customerQuestionnaire: about === 'customer-questionnaire',
      signedAgreement: about === 'signed-agreement',
      supportingDocument: about === 'supporting-document',
      statusInquiry: about === 'status-inquiry',
      networkReadiness: about === 'network-readiness',
      processQuestion: about === 'process-question',
      other: about === 'other',
    },
  }))
