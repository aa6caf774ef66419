/** Matters of other departments: whom the mail should have gone to. */
import type { Section } from '../letter/section.ts'
import type { Matter } from './matter.ts'

const DEPARTMENTS: readonly (readonly [RegExp, topic: string, link: string])[] = [
  [/\b(?:repair|trouble ticket|no dial ?tone|outage|circuit (?:is )?down)\b/i, 'repair and trouble tickets', 'repair'],
  [/\b(?:invoice|bill(?:ing|ed)?|dispute[sd]? charges?|BAN\b|USOC|CABS)\b/i, 'billing', 'billing'],
  [/\b(?:port(?:ing|-?out)?|LNP|NPAC|SPID|LOA)\b/i, 'number porting', 'number-porting'],
  [/\b(?:collocation|cage|APOT|C-?POI)\b/i, 'collocation', 'collocation'],
  [/\b(?:LSR|ASR|PON|FOC|due date|jeopardy|reject(?:ed|s)?|expedite)\b/i, 'orders', 'orders'],
  [/\b(?:directory|listing)\b/i, 'directory listings', 'directory-listings'],
]

export function redirect({ arrived, facts }: Matter): Section {
  const text = `${arrived.mail.subject}\n${arrived.mail.text.slice(0, 20_000)}`
  const found = DEPARTMENTS.find(([pattern]) => pattern.test(text))
  const [, topic, link] = found ?? [null, 'matters other than interconnection agreements', 'other-departments']
  const { links } = facts.desk
  return { section: 'redirect', topic, destination: null, link: links[link] ?? links['other-departments'] ?? null }
}
