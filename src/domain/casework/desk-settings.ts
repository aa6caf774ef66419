/** What the carrier's desk has settled in `intagree.yaml`, as the decisions use it. */
import type { Intent } from '../labels.ts'
import type { SectionName } from '../letter/section.ts'
import type { Territory } from '../territories.ts'

/** Matters of other departments (domain 9); a link may have the same name. */
export const DEPARTMENTS = [
  'repair',
  'billing',
  'number-porting',
  'collocation',
  'orders',
  'directory-listings',
  'other-departments',
] as const
export type Department = (typeof DEPARTMENTS)[number]

export interface StaffMember {
  readonly name: string
  readonly email: string
  /** Whose cases are theirs; empty: all that are nobody else's. */
  readonly states: readonly string[]
  /** Gets the digest of everything. */
  readonly manager: boolean
}

export interface ReminderPlan {
  /** Days after we asked. */
  readonly missingItems: readonly number[]
  readonly questionnaireDocuments: readonly number[]
  readonly unsignedAgreement: readonly number[]
  readonly expiringAgreement: readonly number[]
  /** Days of a negotiation of which staff is told. */
  readonly negotiationClock: readonly number[]
}

export interface DeskSettings {
  /** IANA name of the zone whose calendar counts. */
  readonly timeZone: string
  readonly territory: (state: string) => Territory
  /** Links that letters may show, by name. */
  readonly links: Readonly<Record<string, string>>
  /** What letters call the departments that other matters belong to, where they have a name. */
  readonly departments: { readonly [name in Department]?: string | undefined }
  readonly staff: readonly StaffMember[]
  readonly reminders: ReminderPlan
}

/** What is held back further than the installation's mode, by intent and by name of a letter. */
export type Held<Mode> = Readonly<Partial<Record<Intent | SectionName, Mode>>>

/** Whose case it is: who has the state, else who has all that nobody has; a manager without states gets none by state. */
export function negotiatorFor(state: string | null, staff: readonly StaffMember[]): string | null {
  const negotiators = staff.filter((one) => !one.manager || one.states.length > 0)
  const own = negotiators.find((one) => state !== null && one.states.includes(state))
  return (own ?? negotiators.find((one) => one.states.length === 0))?.email ?? null
}
