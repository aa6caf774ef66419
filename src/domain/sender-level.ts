/** Who is this sender, for this case, and what may a mail of his cause? */
import type { ReadMail } from './mail.ts'

export const SENDER_LEVELS = ['staff', 'verified', 'known', 'failed', 'unknown'] as const
export type SenderLevel = (typeof SENDER_LEVELS)[number]

export const CAUSES = ['acknowledge', 'file-in-case', 'disclose-case-state', 'change-contacts', 'order'] as const
export type Cause = (typeof CAUSES)[number]

export interface SenderFacts {
  /** Known addresses of ours, lower case. */
  readonly staff: readonly string[]
  /** Known contacts of the case, lower case; none when there is no case. */
  readonly contacts: readonly string[]
  readonly ownAddresses: readonly string[]
  /** Names of the servers whose Authentication-Results are believed. */
  readonly authservIds: readonly string[]
  /** Addresses to which we sent the mails whose signed tokens this mail carries and whose signatures hold. */
  readonly repliesTo: readonly string[]
}

/** Something that makes a person look before anything is disclosed, changed or ordered. */
export interface Hold {
  readonly hold: 'look-alike' | 'reply-to' | 'several-senders'
  readonly sentence: string
}

export interface SenderVerdict {
  readonly level: SenderLevel
  readonly because: string
  readonly holds: readonly Hold[]
}

export const MAY: Readonly<Record<SenderLevel, Readonly<Record<Cause, boolean>>>> = {
  staff: row(true, true, true, true, true),
  verified: row(true, true, true, true, false),
  known: row(true, true, false, false, false),
  failed: row(false, false, false, false, false),
  unknown: row(true, false, false, false, false),
}

function row(acknowledge: boolean, file: boolean, disclose: boolean, contacts: boolean, order: boolean) {
  return {
    acknowledge,
    'file-in-case': file,
    'disclose-case-state': disclose,
    'change-contacts': contacts,
    order,
  }
}

export function senderLevel(_mail: ReadMail, _facts: SenderFacts): SenderVerdict {
  return { level: 'unknown', because: 'not yet', holds: [] }
}

/** `holds` are heeded: they forbid all that is more than receipt. */
export function may(verdict: SenderVerdict, cause: Cause): { readonly may: boolean; readonly because: string } {
  return { may: MAY[verdict.level][cause], because: verdict.because }
}
