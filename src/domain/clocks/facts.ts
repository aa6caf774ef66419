/** What the clocks of one case depend on: what was asked for, when it was received, and what has happened since. */
import type { Day } from '../calendar/day.ts'
import type { Agreement, Path } from '../labels.ts'

/**
 * What may have happened in a case, and the day:
 * - `petitionFiled`, `petitionReceived`: a petition for arbitration, sent and received by the commission;
 * - `petitionServed`: its copy reached us, which 252(b)(2)(B) wants no later than the commission has it;
 * - `petitionAnswered`: the other party's response to it was filed;
 * - `filed`: the signed agreement was submitted to the commission, complete (WA, AZ: an incomplete filing is none);
 * - `noticePublished`: New Mexico's advice notice was printed or put on our website;
 * - `madePublic`: the commission opened the approved agreement to inspection;
 * - `questionnaireRefreshed`: the customer renewed a questionnaire that was received earlier;
 * - `writtenAnswer`: we answered the request in writing, by a person.
 */
export type Milestone =
  | 'executed'
  | 'filed'
  | 'approved'
  | 'rejected'
  | 'noticePublished'
  | 'madePublic'
  | 'petitionFiled'
  | 'petitionReceived'
  | 'petitionServed'
  | 'petitionAnswered'
  | 'arbitrationDecided'
  | 'questionnaireReceived'
  | 'questionnaireRefreshed'
  | 'questionnaireDocumentsComplete'
  | 'taxFormsComplete'
  | 'agreementExpires'
  | 'certificateEnds'
  | 'writtenAnswer'

export type Milestones = { readonly [name in Milestone]?: Day | null | undefined }

/** The parties agreed in writing that the request counts as received on another day (domain 4.2). */
export interface Extension {
  readonly deemedReceipt: Day
  readonly agreedOn: Day
  /** The person who confirmed it. While this is empty the extension is only claimed and moves nothing. */
  readonly confirmedBy: string
  readonly why: string
}

export interface ClockFacts {
  /** USPS code; null while the state is unknown. */
  readonly state: string | null
  readonly agreement: Agreement | null
  readonly path: Path | 'tariff' | null
  /** The wording leaves open whether it asks to negotiate: a protective clock runs (domain 4.2). */
  readonly ambiguous: boolean
  /** A mail asked for an agreement, as against asking about one: what has no request has no receipt of one. */
  readonly requested: boolean
  /** The day on which the request to negotiate was actually received, in the carrier's own zone. */
  readonly received: Day
  /** All extensions ever claimed, oldest first. */
  readonly extensions: readonly Extension[]
  readonly milestones: Milestones
  /** How the day of the filing is known; null or absent: nothing is told of it. */
  readonly filedBy?: string | null
  /** Were terms of the agreement decided by arbitration? `mixed` when others were negotiated. */
  readonly arbitrated: boolean | 'mixed'
  /** The customer claims exemption from taxes, or was asked for the papers of one. */
  readonly claimsTaxExemption: boolean
  /** Withdrawn, terminated, a duplicate or not ours: nothing runs any more. */
  readonly closed: boolean
}
