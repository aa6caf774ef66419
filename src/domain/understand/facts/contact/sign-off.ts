import { isClosing, isSignatureMark } from '../../fold-marks.ts'
import { rememberedShort } from '../../remembered.ts'
import { domainOf } from './mailboxes.ts'
import { personOfOffice } from './office-person.ts'
import { fitsAddress, folded, fullerName, isFullName, isGivenName, personName, samePerson } from './person-name.ts'
import type { Person } from './speeches.ts'

/** How a message ends: the lines below the closing phrase or from the writer's name on. */

/** A signature is sought in this many last lines. */
const LAST_LINES = 30
/** What parts a name from what follows it in one line. */
const AFTER_NAME =
  /\s*(?:[,;|/·•<(\t]|\s-{1,2}\s|\s{2,}|\s(?:for|with|at|of|on|here)\s|[+(]?\d|\s(?:tel|ph|phone|cell|c|m|o)[.:]).*$/i

/** The words at the beginning of a line that may be the writer's name. */
export const headOf: (line: string) => string = rememberedShort((line) =>
  personName(
    line
      .replace(/^[\s>*_~-]{0,8}(?:\/s\/|s\/|by:|from:|signed,?:?)?\s*/i, '')
      .replace(AFTER_NAME, '')
      .replace(/[.*_!]+$/, '')
      .trim(),
  ),
)

/** The line at which the sign-off begins; `lines.length` when there is none. */
export function signOffStart(lines: readonly string[], writer: Person): number {
  const first = Math.max(0, lines.length - LAST_LINES)
  let start = lines.length
  for (let at = lines.length - 1; at >= first; at -= 1) {
    const line = lines[at] ?? ''
    if (isClosing(line)) return Math.min(start, at)
    if (isSignatureMark(line)) return Math.min(start, at, nameAbove(lines, at, writer))
    if (at > 0 && isWritersLine(line, writer)) start = at
  }
  return start
}

/** "kim" and his number above "-- ": he signs twice. */
function nameAbove(lines: readonly string[], mark: number, writer: Person): number {
  for (let at = mark - 1; at >= Math.max(1, mark - 4); at -= 1) {
    if (isWritersLine(lines[at] ?? '', writer)) return at
  }
  return mark
}

function isWritersLine(line: string, writer: Person): boolean {
  const head = headOf(line)
  if (head === '' || line.length > 120) return false
  if (writer.name !== null && samePerson(writer.name, head) && head.split(' ').length < 5) return true
  return writer.email !== null && isFullName(head) && fitsAddress(head, writer.email)
}

/** The name with which the message is signed: one that fits the writer, else the first whole name below the closing. */
export function signedName(lines: readonly string[], writer: Person): string | null {
  const start = signOffStart(lines, writer)
  const heads = lines
    .slice(Math.max(0, lines.length - LAST_LINES))
    .map(headOf)
    .filter((head) => head !== '')
  const fitting = heads.find((head) => isWhole(head) && fitsWriter(head, writer))
  if (fitting !== undefined) return fitting
  const below = lines
    .slice(start)
    .map(headOf)
    .filter((head) => head !== '')
  return (
    below.slice(0, 6).find((head) => isFullName(head) && !isFirmOfDomain(head, writer.email)) ??
    signedByTyping(lines, writer)
  )
}

function isWhole(head: string): boolean {
  return isFullName(head) || /^\p{Ll}[\p{L}'-]+(?: \p{Ll}[\p{L}'-]+){1,2}$/u.test(head)
}

function fitsWriter(head: string, writer: Person): boolean {
  const fits = writer.email !== null && fitsAddress(head, writer.email)
  if (!isFullName(head)) return writer.name !== null && samePerson(writer.name, head) && fits
  return fits || (writer.name !== null && samePerson(writer.name, head))
}

/** "-Kim" or "Kim" alone below the closing: all that an office's mail tells of who wrote it. */
function givenNameBelow(lines: readonly string[]): string | null {
  const said = lines.filter((line) => line.trim() !== '')
  const closing = said.findLastIndex(isClosing)
  const ending = closing < 0 ? said.slice(-2) : said.slice(closing + 1, closing + 3)
  const heads = ending.filter((line) => line.length < 60).map(headOf)
  return heads.find((head) => /^\p{Lu}(?:\p{Ll}{1,14}|\p{Lu}{3,14})$/u.test(head) && isGivenName(head)) ?? null
}

const PRESENTS = /\b(?:my name is|this is|I am|I'm)\s+(.{3,60})/i

/** "this is walt fenn at …", in a mail without a capital. */
const PRESENTS_SMALL =
  /\b(?:my name is|this is) (\p{Ll}{2,14} \p{Ll}[\p{Ll}'-]{1,18}) (?:at|from|with|of|over at|and i)\b/u
const NO_NAME =
  /^(?:a|an|the|our|my|your|just|not|to|in|for|regarding|about|re|what|how|why|that|all|more)\b|\b(?:note|mail|letter|question|request|company|notice)$/

/** "My name is Kim Lee and …", or a last line that is nothing but a name. */
function signedByTyping(lines: readonly string[], writer: Person): string | null {
  for (const line of lines.slice(0, 12)) {
    const name = headOf(PRESENTS.exec(line)?.[1] ?? '')
      .split(/ (?:and|from|speaking|calling)\b/)[0]
      ?.trim()
    if (name !== undefined && isFullName(name)) return name
  }
  const small = PRESENTS_SMALL.exec(lines.slice(0, 4).join(' '))?.[1]
  if (small !== undefined && !NO_NAME.test(small))
    return small.replace(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase())
  const last = lines
    .filter((line) => line.trim() !== '')
    .slice(-4)
    .map(headOf)
  return last.find((head) => isFullName(head) && !isFirmOfDomain(head, writer.email)) ?? null
}

/** "Copper Ridge <info@copperridge.example>" displays the firm. */
function isFirmOfDomain(shown: string, email: string | null): boolean {
  if (shown === '' || email === null || fitsAddress(shown, email)) return false
  return folded(domainOf(email)).includes(folded(shown))
}

/** "Network Planning (S. Orr)", "NOC Duty - Ann Orr": an office, and who sits in it. */
function personInOffice(shown: string, email: string | null): string | null {
  const parts = shown
    .replace(/["”“]/g, '')
    .split(/\s*[()|:/–—]\s*|\s+-+\s+/)
    .filter((part) => part !== '')
  const people = parts.filter((part) => isFullName(part) && !isFirmOfDomain(part, email))
  return parts.length === 2 && people.length === 1 ? (people[0] ?? null) : null
}

const COUPLE = /^(\p{Lu}[\p{L}'-]+) (?:&|\+|and|y|et|und) (\p{Lu}[\p{L}'-]+) (\p{Lu}[\p{L}'-]+)$/u

/** "Ed & Jean Orr" share a mailbox: the one who signs, whether with the family's name or without. */
function oneOfCouple(shown: string, lines: readonly string[]): string | null {
  const [whole, he = '', she = '', family = ''] = COUPLE.exec(shown.trim()) ?? []
  // Both of them sign.
  if (
    whole === undefined ||
    lines.slice(-LAST_LINES).some((line) => new RegExp(`${he}\\W+(?:\\p{L}+\\W+)?${she}`, 'iu').test(line))
  )
    return null
  const couple = [`${he} ${family}`, `${she} ${family}`]
  const heads = lines
    .slice(-LAST_LINES)
    .map(headOf)
    .filter((head) => head !== '')
  return couple.find((one) => heads.some((head) => samePerson(one, head))) ?? null
}

/** The writer's name: as displayed when that is a person's whole name, in the fuller form of the two; else as signed. */
export function nameOfWriter(lines: readonly string[], writer: Person, isShared: boolean): string {
  const within = personInOffice(writer.name ?? '', writer.email) ?? oneOfCouple(writer.name ?? '', lines)
  const displayed = within ?? personName(writer.name ?? '')
  const shown = isFirmOfDomain(displayed, writer.email) ? '' : displayed
  const signed = signedName(lines, { ...writer, name: shown === '' ? null : shown })
  const ofOffice = isShared && !isFullName(shown) ? personOfOffice(lines, writer.email) : null
  if (ofOffice !== null && (signed === null || !isFullName(signed))) return ofOffice
  if (signed === null) return isFullName(shown) || !isShared ? displayed : (givenNameBelow(lines) ?? displayed)
  if (samePerson(shown, signed)) return fullerName(shown, signed)
  const isPerson = isFullName(shown) && (writer.email === null || fitsAddress(shown, writer.email))
  if (isPerson && !isShared) return shown
  const fits = writer.email !== null && fitsAddress(signed, writer.email)
  return !isFullName(shown) || fits || isShared ? signed : shown
}
