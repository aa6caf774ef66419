/** Somebody of our own house by name: colleagues invite and remind all of us as mailings do. */
import type { Address } from '../../mail.ts'
import { isOurs, isShared, localPart } from '../facts/contact/mailboxes.ts'
import { letters } from './phrases.ts'

/** What departments are called that write to all of us. */
const DEPARTMENT =
  /^(?:human|resources|people|events?|communications?|corporate|internal|learning|training|safety|facilities|benefits|security|wellness)$/

/** "Kim Lee" at kim.lee@, klee@, k.lee@ or kimlee2@; "Human Resources" at human.resources@ is no such name. */
export function isColleague(from: Address, ownAddresses: readonly string[]): boolean {
  if (!isOurs(from.address, ownAddresses)) return false
  const [first, last] = namesOf(from.name)
  if (first === undefined || last === undefined) return false
  if ([first, last].some((part) => isShared(part) || DEPARTMENT.test(part))) return false
  const local = letters(localPart(from.address))
    .toLowerCase()
    .replace(/['’-]/g, '')
    .replace(/\d{1,2}$/, '')
  return [
    `${first}.${last}`,
    `${first}_${last}`,
    `${first}${last}`,
    `${first[0]}.${last}`,
    `${first[0]}${last}`,
  ].includes(local)
}

/** First and last name in small letters; directories turn them round and add where one works: "O'Brien, Kim (Contractor)". */
function namesOf(display: string): readonly string[] {
  const bare = letters(display)
    .toLowerCase()
    .replace(/\([^)]{0,40}\)/g, '')
    .replace(/["'’-]/g, '')
    .trim()
  const turned = bare.replace(/^([^,]{1,40}),\s*([^,]{1,40})$/, '$2 $1')
  const found = /^(\p{L}+) (?:\p{L}\.? )?(\p{L}+)$/u.exec(turned)
  return found === null ? [] : [found[1] as string, found[2] as string]
}
