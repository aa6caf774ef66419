/** The daily digest of one person: numbered lines in triage order, and what each number stands for. */

import type { OrderTarget } from '../orders/order-context.ts'

/** What a number in a digest stands for, so that a reply such as `1 ok` can be read. */
export type DigestTarget = OrderTarget

/** In triage order. */
export const DIGEST_SECTIONS = [
  'totals',
  'decisions',
  'drafts',
  'clocks',
  'new-requests',
  'overdue',
  'low-confidence',
  'failed-sends',
  'early-ordering',
  'unassigned',
  'reminders',
] as const
export type DigestSectionId = (typeof DIGEST_SECTIONS)[number]

/** How pressing a line is; said in a word, never by colour alone. */
export type Pressing = 'legal' | 'late' | 'today' | 'soon' | null

export interface DigestLine {
  /** null: nothing to answer. */
  readonly number: number | null
  readonly pressing: Pressing
  /** Case, company and state: `CLEC-2026-00042, Pinyon Fiber LLC, Colorado`; '' where there is no case. */
  readonly about: string
  /** What it is, in one line. */
  readonly what: string
  readonly details: readonly string[]
  /** The words of the mail that show it; '' where there are none. */
  readonly quote: string
  /** What may follow the number in a reply: `ok`, `no`, `to NAME`. */
  readonly answers: readonly string[]
}

export interface DigestSection {
  readonly id: DigestSectionId
  readonly title: string
  readonly lines: readonly DigestLine[]
  /** Lines that were left out. */
  readonly more: number
  /** The command that lists them all. */
  readonly command: string
}

export interface AccountingLine {
  readonly mailbox: string
  /** `412 mails in the mailbox: 371 filed, 41 machine mails; remainder 0`. */
  readonly words: string
  readonly remainder: number
}

export type Role = 'negotiator' | 'manager'

export interface Digest {
  readonly name: string
  readonly email: string
  readonly role: Role
  /** `YYYY-MM-DD` in the installation's zone. */
  readonly day: string
  /** `1 legal notice, 3 decisions, 2 drafts to approve`. */
  readonly headline: string
  readonly sections: readonly DigestSection[]
  readonly accounting: readonly AccountingLine[]
  /** Through the whole mail, from 1. */
  readonly lines: ReadonlyMap<number, DigestTarget>
}
