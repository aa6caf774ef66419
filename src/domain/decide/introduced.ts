/**
 * Somebody of the company introduces counsel or an adviser: it counts where the mail is shown to be theirs, as every
 * change of who takes part does (`sender-level.ts`). Where nothing shows it, a person is asked.
 */

import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { counselByName, type NamedCounsel } from '../casework/introduced-by-name.ts'
import { type Introduced, introducing, introductions, inWords, isIntroduced } from '../casework/introduction.ts'
import { QUESTIONS } from '../casework/moot.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import type { Introducing, Wish } from '../decision.ts'
import { may, type SenderVerdict } from '../sender-level.ts'
import { belongs, isGuest, type Thread } from '../thread.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { asOpener } from './sender.ts'

export interface Introduction {
  readonly said: readonly Introduced[]
  /** Without an address. */
  readonly named: readonly NamedCounsel[]
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
  const named = counselByName(arrived.mail)
  if (said.length + named.length === 0) return null
  const change = may(thread.thread === 'new' ? asOpener(arrived, facts) : verdict, 'change-contacts')
  return { said, named, counts: change.may, because: change.because }
}

/** `file`: as the rest of the mail leaves it. */
export function introduced(found: Introduction | null, file: CaseFile, arrived: ArrivedMail): readonly CaseChange[] {
  return found === null || !found.counts || file.closed !== null ? [] : introducing(found.said, file, arrived)
}

/** What those who are let in wrote before, in cases of their own, may belong to the cases in which they are (`joins.ts`). */
export function letsIn(found: Introduction | null, { mail }: ArrivedMail, cases: readonly CaseOutcome[]) {
  if (found === null || !found.counts) return {}
  const open = cases.map(({ file }) => file).filter(({ closed }) => closed === null)
  const said = found.said.filter(({ address }) => open.some((file) => isIntroduced(address, file)))
  if (open.length === 0 || said.length + found.named.length === 0) return {}
  const by = mail.from[0]?.address ?? ''
  return { introduces: { by, said, named: found.named, caseRefs: open.map(({ ref }) => ref) } satisfies Introducing }
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
