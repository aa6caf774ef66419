/**
 * A case as the casework sees it: one agreement of one legal entity with one incumbent company in one state. It holds
 * what was proved and by what, never what follows from it: stage, missing items, clocks and next steps are worked out
 * (`standing.ts`), so they can never disagree with the proofs.
 *
 * Times are milliseconds since the epoch; days are worked out in the installation's zone.
 */
import type { Agreement, Intent, Path } from '../labels.ts'
import type { ItemId } from './items.ts'

/** Which of the carrier's two families of companies: Qwest Corporation, or the CenturyTel and Embarq companies. */
export const FAMILIES = ['qc', 'ct-eq'] as const
export type Family = (typeof FAMILIES)[number]

/** The way to the agreement. The tariff is Colorado's alternative to an agreement. */
export const ROUTES = ['template-as-is', 'negotiate', 'opt-in', 'tariff', 'commercial'] as const
export type Route = (typeof ROUTES)[number]

export const CARRIER_TYPES = ['facility-based', 'reseller', 'wireless'] as const
export type CarrierType = (typeof CARRIER_TYPES)[number]

export const CLOSING_REASONS = [
  'withdrawn',
  'not-our-territory',
  'terminated',
  'duplicate',
  'merged',
  'completed',
] as const
export type ClosingReason = (typeof CLOSING_REASONS)[number]

/** What shows that something is so: the place in a mail, or the person who said it. */
export interface Proof {
  /** Row id of the mail in the ledger; null when a person ticked it by hand. */
  readonly messageId: number | null
  /** File name of the attachment it stands in; null: in the mail's own words. */
  readonly attachment: string | null
  /** Page of the attachment, from 1; null where files have no pages or it is not known. */
  readonly page: number | null
  readonly quote: string
  /** `system`, or the address of the person who ticked it. */
  readonly by: string
}

/** A day that a paper states, with the words that do. */
export interface SaidOn {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly quote: string
}

/** An item of the checklist that somebody spoke about. What nobody spoke about has no entry. */
export interface Item {
  /** `problem`: something came in, and it does not do (unsigned, another company's, unreadable). */
  readonly state: 'met' | 'waived' | 'problem'
  /** When it was in: receipt of the mail, or the moment that a person stated. */
  readonly at: number
  /** What it says, where that is short: an OCN, a docket number, a tracking number, a company. */
  readonly value: string | null
  /** Only with `problem`: what is wrong, in words that the CLEC may read. */
  readonly problem: string | null
  /** Only with `met`: it happened on this day, says what shows it; absent: it counts from `at`. */
  readonly on?: SaidOn
  /** Only with `met`: the last day on which it holds, by its own words. */
  readonly until?: SaidOn
  readonly proof: Proof
}

/** An agreed change of the day on which the request counts as received (domain 4.2); only a person records one. */
export interface Extension {
  /** `YYYY-MM-DD`. */
  readonly deemedReceipt: string
  readonly agreedAt: number
  readonly confirmedBy: string
  readonly why: string
}

/** Why nobody is reminded for a while. */
export interface ChaseRest {
  /** Who of the desk ordered it, or who of theirs asked for it. */
  readonly by: string
  /** When. */
  readonly at: number
  /** Their words; `ORDERED`: the desk's order, which gives none. */
  readonly why: string
}

export const ORDERED = 'ordered'

/** What we asked the CLEC for, and how often we came back to it. */
export interface Chase {
  /** Whom we ask. */
  readonly to: string
  /** What was asked for. */
  readonly items: readonly ItemId[]
  /** Was in when that was asked for, and was taken back since. */
  readonly again?: readonly ItemId[]
  readonly askedAt: number
  /** They wrote since, so that the time until the next reminder runs from then; absent: from the ask. */
  readonly heardAt?: number
  /** Reminders since, the newest last. */
  readonly reminded: readonly number[]
  /** No reminder before this: an absence note, a day that they named, or a rest that somebody wants. */
  readonly pausedUntil: number | null
  /** Somebody wants it so: it holds whatever is asked meanwhile, and ends by itself. */
  readonly rest?: ChaseRest
  /** Set when nothing more is sent: why. */
  readonly stopped: string | null
}

export interface CaseFile {
  readonly id: number
  /** `CLEC-2026-00042`. */
  readonly ref: string
  /** Cases that one request opened share the id of the first of them. */
  readonly requestId: number
  /** The legal entity, once it is known. */
  readonly clecId: number | null
  readonly company: string | null
  /** USPS code; null until it is known. */
  readonly state: string | null
  readonly family: Family | null
  readonly agreement: Agreement | null
  readonly route: Route | null
  /** The wording leaves open whether it asks to negotiate: the clock runs to be safe (domain 4.2). */
  readonly routeDoubtful: boolean
  readonly carrierType: CarrierType | null
  /** What the mail that opened it wanted; null when a person decides. */
  readonly intent: Intent | null
  /** Recorded receipt (INTERNALDATE) of the mail that opened it. */
  readonly receivedAt: number
  readonly lastMailAt: number
  /**
   * Receipt of the first mail that asked to negotiate, or may have asked it (`day-zero.ts`); null: none did. Missing in
   * cases of before this was kept.
   */
  readonly requestedAt?: number | null
  /** Subject without reply marks and references, for threading. */
  readonly subjectStem: string
  /** Address of the negotiator. */
  readonly negotiator: string | null
  /** Set while a person has to look first: why. */
  readonly needsPerson: string | null
  readonly closed: { readonly reason: ClosingReason; readonly at: number; readonly into: string | null } | null
  readonly items: Readonly<Partial<Record<ItemId, Item>>>
  readonly extensions: readonly Extension[]
  readonly chase: Chase | null
  /** Of what staff was told once: keys of marks of clocks (`clocks/marks.ts`) and of suggestions (`affiliates.ts`). */
  readonly told: readonly string[]
  /** Raised by every commit that changes the case. */
  readonly version: number
}

/** What every case begins with: nothing proved, agreed, asked or told. */
export const BEGINNING = { closed: null, items: {}, extensions: [], chase: null, told: [], version: 0 } as const

/** The way as understood in a mail, as a route. */
export function routeOf(path: Path | null, agreement: Agreement | null): Route | null {
  return agreement === 'commercial' ? 'commercial' : path
}
