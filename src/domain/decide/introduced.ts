/**
 * Somebody of the company introduces counsel or an adviser: it counts where the mail is shown to be theirs, as every
 * change of who takes part does (`sender-level.ts`). Where nothing shows it, a person is asked.
 */

import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { type Introduced, introducing, introductions, inWords } from '../casework/introduction.ts'
import { QUESTIONS } from '../casework/moot.ts'
import type { Wish } from '../decision.ts'
import { may, type SenderVerdict } from '../sender-level.ts'
import { belongs, isGuest, type Thread } from '../thread.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { asOpener } from './sender.ts'

export interface Introduction {
  readonly said: readonly Introduced[]
  /** The words let them in. */
  readonly counts: boolean
  /** Why, or why not. */
  readonly because: string
}

export function introductionIn(
  arrived: ArrivedMail,
  facts: ArrivalFacts,
  thread: Thread,
  verdict: SenderVerdict,
): Introduction | null {
  const sender = arrived.mail.from[0]?.address ?? ''
  // A guest introduces nobody, and of a doubtful mail it is not known to whose case it belongs.
  if (thread.thread === 'doubtful' || (thread.thread === 'known' && !belongs(sender, thread.case))) return null
  const ours = [...facts.ownAddresses, ...facts.desk.staff.map(({ email }) => email)]
  const said = introductions(arrived.mail, ours)
  if (said.length === 0) return null
  const change = may(thread.thread === 'new' ? asOpener(arrived, facts) : verdict, 'change-contacts')
  return { said, counts: change.may, because: change.because }
}

/** `file`: as the rest of the mail leaves it. */
export function introduced(found: Introduction | null, file: CaseFile, arrived: ArrivedMail): readonly CaseChange[] {
  return found === null || !found.counts || file.closed !== null ? [] : introducing(found.said, file, arrived)
}

/** Who was introduced and is none of the company's own writes. */
export function isOfGuest({ mail }: ArrivedMail, thread: Thread): boolean {
  return thread.thread === 'known' && isGuest(mail.from[0]?.address ?? '', thread.case)
}

/** In words that say what to write if it is so. */
export function unprovedIntroduction(
  found: Introduction | null,
  sender: string,
  { id, ref }: { readonly id: number; readonly ref: string },
): readonly Wish[] {
  if (found === null || found.counts) return []
  return found.said.map((one) => ({
    ...{ wish: 'ask-human', sort: 'account', caseId: id, once: QUESTIONS.introduced(one.address, ref) },
    sentence: `${sender} introduces ${inWords(one)} in ${ref}: "${one.quote}". ${found.because}, so what they write opens a case of its own. If it is so by another way, write "${ref} introduced = ${inWords(one)}".`,
  }))
}
