/**
 * What can follow from an event. `changes` are facts to record, `intents` are wishes for the outside world, `because`
 * is the evidence. They are stored together in one transaction; only what is stored is ever sent.
 *
 * Glossary: a *mail* is what somebody wrote; a *message* is its row in the ledger; a *case* is one request; the
 * *outbox* holds what we will say; a *task* waits for a person.
 */
import type { Clec } from './casework/clec.ts'
import type { NamedCounsel } from './casework/introduced-by-name.ts'
import type { Introduced } from './casework/introduction.ts'
import type { Moot } from './casework/moot.ts'
import type { CaseOutcome } from './casework/outcome.ts'
import type { Kind } from './labels.ts'
import type { Section } from './letter/section.ts'
import type { Address } from './mail.ts'
import type { Understanding } from './understanding.ts'

/** Where a mail ended; every UID in the mailbox gets exactly one of these. */
export const OUTCOMES = [
  'filed',
  'answered-by-rule',
  'machine',
  'unrelated',
  'duplicate',
  'quarantined',
  'before-start',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Change =
  | {
      readonly change: 'mail-filed'
      readonly caseId: number
      readonly how: string
      /** Its sender was introduced and takes no part in the case by writing in it. */
      readonly asGuest?: true
    }
  | {
      readonly change: 'mail-settled'
      readonly kind: Kind
      readonly outcome: Outcome
      /** Row id of the first delivery when this is the second one. */
      readonly duplicateOf: number | null
    }
  | {
      readonly change: 'reply-bounced'
      readonly outboxId: number
      readonly permanent: boolean
      readonly detail: string
    }
  | { readonly change: 'reply-withheld'; readonly caseId: number | null; readonly rule: string; readonly why: string }

/** A mail that is to leave, whoever words it. */
export interface LetterWish {
  /** Readable and unique: `case 17 / acknowledgement / mail 4711`. */
  readonly key: string
  /** What it is: a folder in `templates/`. */
  readonly template: string
  /** Null: a mail to staff that belongs to no case. */
  readonly caseId: number | null
  /** Stands in its Message-ID. */
  readonly caseRef: string
  readonly to: Address
  /** `draft` waits for a person. */
  readonly state: 'queued' | 'draft'
  /** Leaves after so many minutes, in which a person may take it back; 0: at once. */
  readonly delayMinutes: number
}

/** A letter to a CLEC. */
export interface ReplyWish extends LetterWish {
  readonly wish: 'send-reply'
  /** Name of its first section. */
  readonly template: Section['section']
  readonly sections: readonly [Section, ...Section[]]
  readonly caseId: number
  /** Cases of other requests that it is about, too: what answers it belongs to them as well. */
  readonly along?: readonly number[]
  /** Row of the mail that it answers, where no decision about that mail says so. */
  readonly answers?: number
}

/** Something that a person has to look at. */
export interface AskWish {
  readonly wish: 'ask-human'
  readonly sort: TaskSort
  readonly sentence: string
  readonly caseId: number | null
  /** While a task with that key is open, this one is not opened. */
  readonly once?: string
}

export type Wish = ReplyWish | AskWish

/** Why a person has to look. */
export const TASK_SORTS = [
  'legal',
  'understand',
  /** They take back what they asked for. */
  'withdrawal',
  /** They speak of another day of receipt. */
  'extension',
  /** They wrote since we asked, and no rule saw an answer in it. */
  'answer',
  /** They correct what they said. */
  'correction',
  'thread',
  'entity',
  'affiliate',
  'sender',
  'account',
  /** A matter of another department, and no name of one to give. */
  'elsewhere',
  'milestone',
  'clock',
  'chase',
  'bounce',
  'loop',
  'quarantine',
  'virus',
  'failure',
  'delivery',
  /** A letter waits for a yes or no, and nobody is reminded meanwhile. */
  'draft',
] as const
export type TaskSort = (typeof TASK_SORTS)[number]

/** The sorts of questions that keep a case with a person; a clock's mark or a paper that does not do holds nothing up. */
export const HOLDING: ReadonlySet<string> = new Set<TaskSort>(['legal', 'understand', 'withdrawal', 'thread', 'sender'])

/** One reason: the rule that spoke and what it saw. */
export interface Reason {
  readonly rule: string
  readonly saw: string
}

/** Somebody of the company lets others in. */
export interface Introducing {
  /** Address of whoever introduces them. */
  readonly by: string
  readonly said: readonly Introduced[]
  /** Without an address: they are let in where they turn out to have written before. */
  readonly named: readonly NamedCounsel[]
  /** Open cases that the mail is about. */
  readonly caseRefs: readonly string[]
}

export interface Decision {
  readonly understanding: Understanding
  readonly changes: readonly Change[]
  /** Cases that are opened or changed, each once. */
  readonly cases: readonly CaseOutcome[]
  /** The legal entity, where the mail taught something about it. */
  readonly clec: Clec | null
  readonly wishes: readonly Wish[]
  /** Open questions that are answered by what happened. */
  readonly settles?: readonly Moot[]
  readonly introduces?: Introducing
  readonly because: readonly Reason[]
}
