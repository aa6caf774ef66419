/** What a person hears of a paper of a commission's docket that nobody could place, or that says more than was ticked. */
import type { CaseOutcome } from '../casework/outcome.ts'
import { filingsOf } from '../casework/proofs/filing.ts'
import type { Intent } from '../labels.ts'
import { intentWord } from '../orders/intent-words.ts'
import { isExecuted } from '../process/facts.ts'
import { stateName } from '../states.ts'
import type { Checklist } from '../understand/documents/checklist.ts'
import { type FilingCopy, filingCopyIn } from '../understand/filing-copy.ts'
import { quote } from '../understand/quote.ts'
import { readingOf } from '../understand/reading.ts'
import type { ArrivedMail } from './arrival.ts'

/** Null: the mail hands on nothing of the sort. */
export function filingWords(
  { mail }: Pick<ArrivedMail, 'mail'>,
  cases: readonly CaseOutcome[],
  ref: string,
): string | null {
  const copy = filingCopyIn(readingOf(mail))
  if (copy === null) return null
  const sender = mail.from[0]?.address ?? 'Somebody'
  return `${sender} sent ${whatOf(copy)} in ${ref}: "${quote(copy.quote, 0)}". ${next(mail, copy, cases)}`
}

function whatOf({ filing }: FilingCopy): string {
  if (filing === null) return "the Oregon commission's checklist of a filing"
  const office = filing.state === null ? 'a commission' : `the commission of ${stateName(filing.state)}`
  const what = { 'cover-letter': 'a copy of a filing with', notice: 'a notice of a filing by', order: 'an order of' }
  const number = filing.docket === null ? '' : ` (${filing.docket})`
  return `${what[filing.sort]} ${office}${number}`
}

function next(mail: ArrivedMail['mail'], { filing, form }: FilingCopy, cases: readonly CaseOutcome[]): string {
  const NOTHING = 'It asks us for nothing, and nothing was ticked by it.'
  if (filing === null) return form === null ? NOTHING : ofForm(form)
  if (filing.isAmendment) return `${NOTHING} It is about an amendment.`
  const own = cases.find(({ file }) => filingsOf({ mail }, file).length > 0)?.file
  if (own === undefined) return `${NOTHING} It shows no case of ours that it is about.`
  if (filing.sort === 'order')
    return `If the order approves the agreement, write "${own.ref} approved${filing.docket === null ? '' : ` as docket ${filing.docket}`}" with its day.`
  const why = isExecuted(own) ? 'it has no number of the case' : 'both signatures have to be ticked first'
  return `${NOTHING} For "filed", ${why}; then write "${own.ref} filed as docket ${filing.docket ?? 'NUMBER'}" with its day.`
}

const ACTIONS = { adoption: 'an adoption', new: 'a new agreement', amendment: 'an amendment' } as const
const LABELS: Readonly<Record<keyof typeof ACTIONS, Intent>> = {
  ...{ adoption: 'opt-in-inquiry', new: 'agreement-request', amendment: 'amendment-request' },
}

/** Whoever sends the form may send a copy of what was filed, or mean to ask us for what it ticks (domain 3.6). */
function ofForm({ action, docket, requestingCarrier }: Checklist): string {
  if (action === null) return 'What of it is ticked was not read, and nothing was recorded by it.'
  const what = `${ACTIONS[action]}${docket === null ? '' : ` (${docket})`}${requestingCarrier === null ? '' : ` of ${requestingCarrier}`}`
  return `It ticks ${what}, and the mail does not ask us for it: nothing was recorded by it. If it is their request, say that the mail is an ${intentWord(LABELS[action])}.`
}
