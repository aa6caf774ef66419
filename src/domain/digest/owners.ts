/** Whose case it is. Nothing may belong to nobody: what no rule gives away goes to more and more people. */
import type { CaseFile } from '../casework/case-file.ts'
import type { StaffMember } from './facts.ts'

/**
 * The assigned negotiator; else those of the case's state; else negotiators without states; else managers; else all.
 * `null` is a case that we do not know, or a mail without one. An assignment to somebody who left does not count.
 */
export function ownersOf(
  file: Pick<CaseFile, 'negotiator' | 'state'> | null,
  staff: readonly StaffMember[],
): readonly string[] {
  const rules: readonly ((member: StaffMember) => boolean)[] = [
    ({ email }) => file?.negotiator != null && same(email, file.negotiator),
    ({ states }) => file?.state != null && states.includes(file.state),
    ({ states, manager }) => states.length === 0 && !manager,
    ({ manager }) => manager,
    () => true,
  ]
  const owners = rules.map((rule) => staff.filter(rule)).find((members) => members.length > 0) ?? []
  return owners.map(({ email }) => email)
}

export function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
