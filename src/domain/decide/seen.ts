/** What is known of a person's mail once it is answered: from this it follows what a person has to look at. */
import type { SaidAffiliate } from '../casework/affiliates.ts'
import type { ForPerson } from '../casework/for-person.ts'
import type { LegalNotice } from '../casework/legal-notice.ts'
import type { Objection } from '../casework/objection.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import type { SpokenChange } from '../casework/spoken-change.ts'
import type { WindowExtension } from '../casework/window-extension.ts'
import type { Withdrawal } from '../casework/withdrawal.ts'
import type { AskWish, TaskSort } from '../decision.ts'
import type { Section } from '../letter/section.ts'
import type { Rest } from '../reminders/rest-until.ts'
import type { SenderVerdict } from '../sender-level.ts'
import type { Thread } from '../thread.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import type { Home, Move } from './home.ts'
import type { Introduction } from './introduced.ts'
import { saysOnlyThanks } from './only-thanks.ts'
import type { Back } from './states-elsewhere.ts'

export interface Seen {
  readonly arrived: ArrivedMail
  readonly facts: Pick<ArrivalFacts, 'affiliations' | 'threads' | 'desk' | 'unread'>
  readonly thread: Thread
  readonly verdict: SenderVerdict
  readonly home: Home
  readonly cases: readonly CaseOutcome[]
  readonly moves: readonly Move[]
  readonly notice: LegalNotice | null
  readonly takenBack: Withdrawal | null
  /** The same, and by state. */
  readonly back: Back
  /** Questions beside the states that come and go. */
  readonly asks: readonly string[]
  readonly spoken: SpokenChange | null
  readonly objects: Objection | null
  readonly rest: Rest | null
  readonly extension: WindowExtension | null
  readonly matter: ForPerson | null
  readonly kin: SaidAffiliate | null
  readonly introduces: Introduction | null
  readonly handsIn: boolean
  /** It gets an answer, perhaps once a person has approved it. */
  readonly answered: boolean
  /** What that says. */
  readonly sections: readonly Section[]
  /** It got no answer, for no rule saw anything new in it. */
  readonly silent: boolean
  /** It got no answer, for it wants none, or none of ours, or nobody would read it. Null: not for that. */
  readonly unanswerable: Unanswerable | null
}

export interface Unanswerable {
  /** The words of the gate. */
  readonly why: string
  /** It is to be answered, and not by a machine. */
  readonly wantsPerson: boolean
}

/** A question in the leading case. */
export function ask({ home }: Seen, sort: TaskSort, sentence: string): AskWish {
  return { wish: 'ask-human', sort, sentence, caseId: home.lead.id }
}

export function senderOf({ arrived }: Seen): string {
  return arrived.mail.from[0]?.address ?? 'nobody'
}

/** It takes nothing back and objects to nothing. */
export function goesAlong({ takenBack, objects }: Seen): boolean {
  return takenBack === null && objects === null
}

export function onlyThanks({ arrived, thread, notice }: Seen): boolean {
  return thread.thread === 'known' && notice === null && saysOnlyThanks(arrived.mail)
}
