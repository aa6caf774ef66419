/** A letter that waits for days for a yes or no: nothing is asked of the customer meanwhile, and nobody reminds him. */
import type { AskWish } from '../decision.ts'

export interface OverdueDraft {
  /** Row of the outbox. */
  readonly id: number
  readonly caseId: number | null
  readonly caseRef: string | null
  readonly to: string
  readonly subject: string
  readonly createdAt: number
}

export const draftQuestion = (id: number) => `draft ${id}`

export function overdueDraft({ id, caseId, caseRef, to, subject }: OverdueDraft): AskWish {
  const where = caseRef === null ? '' : `${caseRef}: `
  return {
    ...{ wish: 'ask-human', sort: 'draft', caseId, once: draftQuestion(id) },
    sentence: `${where}draft ${id} to ${to} ("${subject}") still waits for a yes or no. Until then ${to} knows nothing of it and nobody is reminded of what it asks. The digest shows it and takes the answer; so do "intagree approve ${id}" and "intagree reject ${id}".`,
  }
}
