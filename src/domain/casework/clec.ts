/** A legal entity that holds, or wants, agreements with us, and the people who write for it. */
import type { ReadMail } from '../mail.ts'
import type { Understanding } from '../understanding.ts'
import { nameKey } from './name-key.ts'

export const ROLES = ['in-house', 'counsel', 'consultant', 'unknown'] as const
export type ContactRole = (typeof ROLES)[number]

export interface ClecContact {
  readonly address: string
  readonly name: string
  readonly role: ContactRole
  /** The mail that first showed the person; evidence of who they say they are, not that they may act. */
  readonly messageId: number
}

export interface Clec {
  readonly id: number
  /** As first written; never tidied. */
  readonly legalName: string
  readonly otherNames: readonly string[]
  readonly identifiers: { readonly ocn: readonly string[]; readonly acna: string | null }
  readonly contacts: readonly ClecContact[]
  readonly version: number
}

const MOST_CONTACTS = 100
const MOST_NAMES = 20

interface Told {
  readonly id: number
  readonly mail: ReadMail
  readonly understanding: Understanding
}

/** The entity as it stands after a person's mail; null when the mail names none that can be found again. The same object when nothing is new. */
export function learnClec(known: Clec | null, freshId: number, told: Told): Clec | null {
  const { company, identifiers } = told.understanding
  if (company === null || nameKey(company) === '') return null
  const before = known ?? blank(freshId, company)
  const after: Clec = {
    ...before,
    otherNames: withNames(before, [company, ...tradeNames(told.mail, company)]),
    identifiers: {
      ocn: [...new Set([...before.identifiers.ocn, ...(identifiers.ocn ? [identifiers.ocn] : [])])],
      acna: identifiers.acna ?? before.identifiers.acna,
    },
    contacts: withContact(before.contacts, told),
  }
  const changed = known === null || JSON.stringify(after) !== JSON.stringify(before)
  return changed ? { ...after, version: before.version + 1 } : known
}

function blank(id: number, legalName: string): Clec {
  return { id, legalName, otherNames: [], identifiers: { ocn: [], acna: null }, contacts: [], version: 0 }
}

function withNames(clec: Clec, names: readonly string[]): readonly string[] {
  const known = new Set([clec.legalName, ...clec.otherNames].map((name) => name.toLowerCase()))
  const fresh = names.filter((name) => !known.has(name.toLowerCase()))
  return [...clec.otherNames, ...new Set(fresh)].slice(0, MOST_NAMES)
}

/** Capital words, and the small ones between them. */
const TRADE_NAME =
  /[\s,(]+(?:[dDfF]\s*\/\s*[bBkK]\s*\/\s*[aA]|dba|DBA)\s+([A-Z0-9][\w&'.-]{0,40}(?:\s+(?:(?:of|the|and|&)\s+)?[A-Z0-9][\w&'.-]{0,40}){0,6})/g

/** What follows `d/b/a` right after the company's name. */
/** Behind the legal name in the mail's own words, else in the field of a form. */
export function tradeNames(mail: ReadMail, company: string): readonly string[] {
  const at = mail.text.indexOf(company)
  const behind = at < 0 ? '' : mail.text.slice(at + company.length, at + company.length + 200)
  const first = [...behind.matchAll(TRADE_NAME)].filter((found) => found.index < 3)
  if (first.length > 0) return first.map((found) => (found[1] ?? '').replace(/[\s.]+$/, ''))
  const fields = mail.attachments.flatMap(({ text }) => TRADE_FIELD.exec((text ?? '').slice(0, 20_000))?.[1] ?? [])
  return fields.slice(0, 1).map((name) => name.trim())
}

/** A field that is filled in. */
const TRADE_FIELD =
  /^[ \t]*(?:d\/?b\/?a|trade names?|doing business as)\b[^:|\t\n]{0,40}(?::|\||\t)[ \t:|]*(?!none\b|n\/?a\b|same\b|no\b)(\p{L}[^\n|]{1,80})$/imu

function withContact(contacts: readonly ClecContact[], told: Told): readonly ClecContact[] {
  const sender = told.mail.from[0]
  if (!sender || contacts.some((one) => one.address === sender.address) || contacts.length >= MOST_CONTACTS)
    return contacts
  const { contact } = told.understanding
  const name = contact?.email === sender.address ? contact.name : sender.name
  return [...contacts, { address: sender.address, name, role: roleOf(told), messageId: told.id }]
}

const COUNSEL = /\b(?:counsel|attorneys?|esq\.?|law (?:office|firm|group)|p\.?l\.?l\.?c\.?$)/im
const CONSULTANT =
  /\b(?:consult(?:ant|ing|ants)|on behalf of (?:our|my) client|regulatory services|our client|my client)\b/i

/**
 * Who somebody is to the entity, by what the mail says: its own people write from a domain that resembles its name;
 * counsel and consultants say what they are. Unknown where nothing tells.
 */
export function roleOf({ mail, understanding }: Pick<Told, 'mail' | 'understanding'>): ContactRole {
  const sender = mail.from[0]?.address ?? ''
  if (understanding.company !== null && resembles(sender, understanding.company)) return 'in-house'
  const text = mail.text.slice(0, 20_000)
  if (COUNSEL.test(text)) return 'counsel'
  if (CONSULTANT.test(text)) return 'consultant'
  return 'unknown'
}

/** Whether an address's domain is made of the company's first word, or of its words run together. */
function resembles(address: string, company: string): boolean {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()
  const words = nameKey(company).split(' ')
  const joined = words.join('')
  const [first = ''] = words
  return (first.length >= 4 && domain.includes(first)) || (joined.length >= 4 && domain.startsWith(joined.slice(0, 12)))
}
