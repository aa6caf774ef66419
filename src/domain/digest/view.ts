/** One reader's view of the facts: what is theirs, what is late, and how things are worded. */
import { type Day, daysBetween } from '../calendar/day.ts'
import { dayIn } from '../calendar/zone.ts'
import { stateName } from '../states.ts'
import type { DigestLine, DigestSectionId, DigestTarget, Role } from './digest.ts'
import type { DigestFacts, OpenCase } from './facts.ts'
import { ownersOf, same } from './owners.ts'

export interface Reader {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly states: readonly string[]
}

/** A line before it has its number, in the order in which it is to be shown. */
export interface Row {
  readonly line: Omit<DigestLine, 'number'>
  /** null: there is nothing to answer. */
  readonly target: DigestTarget | null
  /** Shown however long the section is. */
  readonly always?: boolean
}

export interface Rows {
  readonly id: DigestSectionId
  readonly title: string
  readonly command: string
  readonly most: number
  readonly rows: readonly Row[]
}

/** What waits for longer than this is late. */
const LATE_AFTER_DAYS = 2

export interface View {
  readonly who: Reader
  readonly facts: DigestFacts
  readonly today: Day
  caseOf(ref: string | null): OpenCase | null
  /** Theirs; and for a manager whatever is late. */
  shows(ref: string | null, late: boolean): boolean
  /** `CLEC-2026-00042, Pinyon Fiber LLC, Colorado`. */
  about(ref: string | null): string
  late(at: number): boolean
  /** `since 2026-03-02 (3 days)`. */
  since(at: number): string
}

export function viewOf(who: Reader, facts: DigestFacts, now: number): View {
  const byRef = new Map(facts.cases.map((one) => [one.file.ref, one]))
  const today = dayIn(now, facts.timeZone)
  const age = (at: number) => daysBetween(dayIn(at, facts.timeZone), today)
  // Whom no digest reaches sees nothing: what is theirs goes to others meanwhile.
  const reached = facts.staff.filter(({ email }) => !facts.unreachable.includes(email))
  const readers = reached.length > 0 ? reached : facts.staff
  const caseOf = (ref: string | null) => (ref === null ? null : (byRef.get(ref) ?? null))
  return {
    ...{ who, facts, today, caseOf },
    shows: (ref, late) =>
      (late && who.role === 'manager') ||
      ownersOf(caseOf(ref)?.file ?? null, readers).some((email) => same(email, who.email)),
    about: (ref) => {
      const file = caseOf(ref)?.file
      const state = file?.state == null ? null : stateName(file.state)
      return [ref, file?.company, state].filter((part) => part != null).join(', ')
    },
    late: (at) => age(at) > LATE_AFTER_DAYS,
    since: (at) => {
      const days = age(at)
      const ago = days < 1 ? 'today' : days === 1 ? '1 day' : `${days} days`
      return `since ${dayIn(at, facts.timeZone)} (${ago})`
    },
  }
}

export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
