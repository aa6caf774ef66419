/**
 * Counsel whom the company introduces by name and firm, without an address: "Mary Poe of Poe Law PLLC represents us". Who
 * that is shows only where somebody of that name and firm wrote before.
 */
import type { ReadMail } from '../mail.ts'
import { firmNamesIn } from '../understand/facts/company/firm-names.ts'
import { emailsIn } from '../understand/facts/contact/mailboxes.ts'
import { folded, namesIn, personName } from '../understand/facts/contact/person-name.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import { MOST_INTRODUCED, rolesIn } from './introduction.ts'
import { nameKey } from './name-key.ts'

export interface NamedCounsel {
  readonly name: string
  readonly firm: string
  readonly quote: string
}

/** What stands between a name and the firm of its bearer: "of", "from", a comma, a bracket. */
const BETWEEN =
  /^(?:,? (?:an? )?(?:partner |attorney |lawyer |associate |counsel |consultant )?(?:of|from|at|with) |, | \()/
/** A firm that is written without its legal form. */
const CAPITALS = /^\p{Lu}[\p{L}'.-]*(?:,? (?:& |and )?\p{Lu}[\p{L}'.-]*){0,4}/u

export function counselByName(mail: Pick<ReadMail, 'text'>): readonly NamedCounsel[] {
  const named = newestSentences(mail).flatMap((sentence): readonly NamedCounsel[] => {
    const [role] = rolesIn(sentence)
    if (role === undefined || emailsIn(sentence).length > 0) return []
    return namesIn(sentence).flatMap(({ name, at }) => {
      const firm = firmBehind(sentence.slice(at + name.length))
      return firm === null ? [] : [{ name, firm, quote: quote(sentence, role) }]
    })
  })
  return named.length > MOST_INTRODUCED ? [] : named
}

function firmBehind(words: string): string | null {
  const between = BETWEEN.exec(words)?.[0]
  if (between === undefined) return null
  const rest = words.slice(between.length)
  const [firm] = firmNamesIn(rest)
  return firm?.from === 0 ? firm.name : (CAPITALS.exec(rest)?.[0] ?? null)
}

/** Whether the writer of a mail is called so and writes for that firm: by the display name, and by the signature or the domain. */
export function wroteIt({ name, firm }: NamedCounsel, { from, text }: Pick<ReadMail, 'from' | 'text'>): boolean {
  const [sender] = from
  if (sender === undefined || folded(personName(sender.name)) !== folded(personName(name))) return false
  const key = nameKey(firm)
  return isOfDomain(firm, sender.address) || text.split('\n').some((line) => ` ${nameKey(line)} `.includes(` ${key} `))
}

/** Whether an address is of the firm's own domain, as it is called: a name and a signature anybody can write. */
export function isOfDomain(firm: string, address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return folded(domain.split('.').at(-2) ?? '') === folded(nameKey(firm))
}
