import { PEOPLE_LIMIT } from '../../limits.ts'
import { emailsIn, isOurs } from './mailboxes.ts'
import { fitsAddress, folded, namesIn, samePerson } from './person-name.ts'
import type { Person, Speech } from './speeches.ts'

/** All people of a mail who have an address, each once, the first form of the name kept. */
export type People = readonly { readonly name: string | null; readonly email: string }[]

/** Gathers people from header fields, quoted headers and the words around each address. */
export function peopleOf(
  known: readonly Person[],
  speeches: readonly Speech[],
  ownAddresses: readonly string[],
): People {
  const found = [
    ...known,
    ...speeches.flatMap((speech) => [...(speech.speaker === null ? [] : [speech.speaker]), ...speech.others]),
    ...speeches.flatMap((speech) => peopleIn(speech.lines)),
  ]
  const people = new Map<string, string | null>()
  for (const { name, email } of found) {
    if (email === null || isOurs(email, ownAddresses)) continue
    if (people.size >= PEOPLE_LIMIT && !people.has(email)) break
    people.set(email, people.get(email) ?? name)
  }
  return [...people].map(([email, name]) => ({ email, name }))
}

/** Each address of a text with the name that belongs to it: in the same line, or in the lines around it. */
function peopleIn(lines: readonly string[]): Person[] {
  return lines.flatMap((line, at) =>
    emailsIn(line).map((found) => ({
      email: found.email,
      name: nameOfAddress(lines.slice(Math.max(0, at - 5), at).join('\n'), line, found),
    })),
  )
}

/** The name that the address is made of, nearest first; else the last name before it in its own line. */
export function nameOfAddress(
  above: string,
  line: string,
  found: { readonly email: string; readonly at: number },
): string | null {
  const before = namesIn(line.slice(0, found.at))
  const after = namesIn(line.slice(found.at + found.email.length, found.at + found.email.length + 80))
  const near = [...before.toReversed(), ...after, ...namesIn(above).toReversed()]
  return (near.find((one) => fitsAddress(one.name, found.email)) ?? before.at(-1))?.name ?? null
}

/** The person of this name. A given name alone is enough when only one person bears it. */
export function findPerson(people: People, name: string): People[number] | null {
  const bearing = people.filter((one) => one.name !== null && samePerson(one.name, name))
  if (bearing[0] !== undefined && (name.includes(' ') || bearing.length === 1)) return bearing[0]
  const fitting = people.filter((one) => one.name === null && fitsAddress(name, one.email))
  return fitting.length === 1 && folded(name).length > 2 ? (fitting[0] ?? null) : null
}
