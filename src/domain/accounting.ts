/**
 * Mail accounting: every UID in the mailbox is explained, or it is counted in the remainder. The balance is struck over
 * the UIDs that lie in the mailbox now; rows of mails that were moved away since are counted apart.
 */
import type { Outcome } from './decision.ts'

export interface LedgerLine {
  readonly uid: number
  /** null: taken, and still in work. */
  readonly outcome: Outcome | null
  /** Its bytes were erased; the row stays, and explains it as before. */
  readonly erased?: boolean
}

export interface Balance {
  /** Mails in the mailbox. */
  readonly inMailbox: number
  /** Of these, mails with a ledger row. */
  readonly taken: number
  readonly filed: number
  readonly answeredByRule: number
  readonly duplicates: number
  readonly machine: number
  readonly quarantined: number
  readonly unrelated: number
  /** Mails that lay there before the start point; never taken, never answered. */
  readonly beforeStart: number
  /** Ledger rows whose mail is no longer in the mailbox (moved or deleted by somebody, or a canary put away). */
  readonly gone: number
  /** Of those taken, mails whose bytes were erased since; each is also counted under its outcome. */
  readonly erased: number
  /** Mails without explanation: not taken yet, or not decided yet. */
  readonly remainder: number
}

export function balance(uids: readonly number[], startUid: number, ledger: readonly LedgerLine[]): Balance {
  const here = new Set(uids)
  const lines = ledger.filter((line) => here.has(line.uid))
  const known = new Set(lines.map((line) => line.uid))
  const count = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length
  const untouched = [...here].filter((uid) => uid < startUid && !known.has(uid)).length
  const counted = {
    filed: count('filed'),
    answeredByRule: count('answered-by-rule'),
    duplicates: count('duplicate'),
    machine: count('machine'),
    quarantined: count('quarantined'),
    unrelated: count('unrelated'),
    beforeStart: count('before-start') + untouched,
  }
  const explained = Object.values(counted).reduce((sum, one) => sum + one, 0)
  return {
    inMailbox: here.size,
    taken: lines.length,
    ...counted,
    gone: ledger.length - lines.length,
    erased: lines.filter((line) => line.erased === true).length,
    remainder: here.size - explained,
  }
}
