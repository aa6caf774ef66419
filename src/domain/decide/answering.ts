/** What is known of a person's mail when it is to be answered. */
import type { ForPerson } from '../casework/for-person.ts'
import type { LegalNotice } from '../casework/legal-notice.ts'
import type { Objection } from '../casework/objection.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import type { Standing } from '../casework/standing.ts'
import type { WindowExtension } from '../casework/window-extension.ts'
import type { Withdrawal } from '../casework/withdrawal.ts'
import type { Rest } from '../reminders/rest-until.ts'
import type { SenderVerdict } from '../sender-level.ts'
import type { Thread } from '../thread.ts'
import { newestSentences } from '../understand/newest-words.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import type { Home } from './home.ts'

export interface Answering {
  readonly arrived: ArrivedMail
  readonly facts: ArrivalFacts
  readonly thread: Thread
  readonly verdict: SenderVerdict
  readonly home: Home
  readonly cases: readonly CaseOutcome[]
  readonly standings: ReadonlyMap<number, Standing>
  readonly notice: LegalNotice | null
  readonly takenBack: Withdrawal | null
  readonly extension: WindowExtension | null
  readonly matter: ForPerson | null
  /** It does not want to be asked for what we ask for. */
  readonly objects: Objection | null
  /** It wants no reminders before a day. */
  readonly rest: Rest | null
  /** The mail proved something in a case. */
  readonly proved: boolean
  /** It brought what we had asked for there. */
  readonly brought: boolean
  /** Papers that all found their place: which of them is the main one is the only doubt. */
  readonly handsIn: boolean
  /** Its sender was introduced and is none of the company's own. */
  readonly guest: boolean
}

/** A person wonders about a case that we closed: silence would be the wrong answer, and "received" promises nothing. */
export function asksWhyClosed({ arrived, thread, home }: Answering): boolean {
  if (thread.thread !== 'known' || !home.touched.every(({ file, opens }) => !opens && file.closed !== null))
    return false
  return newestSentences(arrived.mail).some((sentence) => sentence.trim().endsWith('?'))
}
