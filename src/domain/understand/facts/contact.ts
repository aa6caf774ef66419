import type { Address } from '../../mail.ts'
import type { Contact, Evidence } from '../../understanding.ts'
import { evidence } from '../quote.ts'
import { type Reading, sentencesIn } from '../reading.ts'
import { phonesIn } from './phone.ts'

/** Whom to answer: the writer, unless the mail names somebody else. */
export interface ContactFinding {
  readonly contact: Contact | null
  readonly evidence: readonly Evidence[]
}

const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/
const ROLE_NAME =
  /\b(?:front desk|accounts? payable|certificates?|desk|department|team|office|support|contracts|legal|billing|info|admin|agreements?|web form|scanner|sales|regulatory|mfp)\b/i
const NO_ONE = /^(?:no-?reply|do-?not-?reply|noreply)/i
const HANDS_OVER = /\b(?:contact|answer|reply|correspondence|respond|write|copy|reach|taken over|questions?)\b/i

/** The writer's name and address, or the person a form, a relay or a colleague names; the telephone number is that person's. */
export function contactOf(reading: Reading, ownAddresses: readonly string[]): ContactFinding {
  const from = reading.mail.replyTo.find((one) => isAnswerable(one, ownAddresses)) ?? reading.mail.from[0]
  const writer = reading.mail.from[0] ?? from
  const relayed = writer === undefined || !isAnswerable(writer, ownAddresses)
  const named =
    namedInForm(reading, ownAddresses) ??
    (isColleague(writer, ownAddresses) || relayed
      ? (forwardedWriter(reading, ownAddresses) ?? namedInText(reading, ownAddresses, true))
      : namedInText(reading, ownAddresses, false))
  if (named !== null) return named
  if (from === undefined || relayed) return { contact: null, evidence: [] }
  const name = nameOfWriter(reading, writer ?? from)
  const phone = phoneOfWriter(reading)
  return {
    contact: { name, email: ownMailbox(reading, writer ?? from) ?? from.address, phone: phone?.number ?? null },
    evidence: phone === null ? [] : [evidence('contact', 'text', phone.text, phone.at)],
  }
}

function isAnswerable(address: Address, ownAddresses: readonly string[]): boolean {
  return address.address.includes('@') && !isOwn(address.address, ownAddresses) && !NO_ONE.test(address.address)
}

function isOwn(address: string, ownAddresses: readonly string[]): boolean {
  return ownAddresses.some((own) => own.toLowerCase() === address.toLowerCase())
}

function isColleague(from: Address | undefined, ownAddresses: readonly string[]): boolean {
  const domain = from?.address.split('@')[1]
  return domain !== undefined && ownAddresses.some((own) => own.toLowerCase().endsWith(`@${domain}`))
}

/** "Prescott, Emil" becomes "Emil Prescott"; brackets and titles after a comma go. */
export function personName(name: string): string {
  const bare = name
    .replace(/\([^)]{0,60}\)/g, ' ')
    .replace(/["']/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const turned = /^([^,]{2,40}), ([^,]{2,40})$/.exec(bare)
  if (turned !== null && !/\b(?:CPA|Esq|Jr|PE|MBA|Inc|LLC)\b/.test(turned[2] ?? '')) return `${turned[2]} ${turned[1]}`
  return bare
}

function nameOfWriter(reading: Reading, writer: Address): string {
  const shown = personName(writer.name)
  if (shown.includes(' ') && !ROLE_NAME.test(shown)) return shown
  const signed = signedName(reading)
  return signed ?? shown
}

/** A person who writes from a shared mailbox and signs with an address of their own at the same place. */
function ownMailbox(reading: Reading, writer: Address): string | null {
  if (!ROLE_NAME.test(writer.name)) return null
  const email = EMAIL.exec(reading.signature)?.[0].toLowerCase()
  return email !== undefined && email.split('@')[1] === writer.address.split('@')[1] ? email : null
}

/** The first line of the signature that is a name: two to four capitalised words and no firm. */
function signedName(reading: Reading): string | null {
  const lines = [...reading.signature.split('\n'), ...reading.newest.split('\n').slice(-6)]
  for (const line of lines) {
    const bare = line.replace(/,.{0,60}$/, '').trim()
    if (
      /^\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]*){1,3}$/u.test(bare) &&
      !ROLE_NAME.test(bare) &&
      !/\b(?:Inc|LLC|Corp|Co|Company|Regards|Thanks|Telephone|Telecom|Agency|Fiber|Truly)\b/i.test(bare)
    )
      return bare
  }
  return null
}

function phoneOfWriter(reading: Reading): { number: string; text: string; at: number } | null {
  for (const text of [reading.signature, reading.newest, ...(reading.nearlyEmpty ? [reading.quoted] : [])]) {
    const phone = phonesIn(text)[0]
    if (phone !== undefined) return { number: phone.number, text, at: phone.at }
  }
  const own = sentencesIn(reading, 'file')
    .map((one) => ({ text: one.text, phone: phonesIn(one.text)[0] }))
    .find((one) => one.phone !== undefined)
  return own?.phone === undefined ? null : { number: own.phone.number, text: own.text, at: own.phone.at }
}

/** A typed-out or web form: "Name: …", "E-mail: …", "Phone: …" each on its line. */
function namedInForm(reading: Reading, ownAddresses: readonly string[]): ContactFinding | null {
  const field = (label: RegExp) =>
    reading.newest
      .split('\n')
      .map((line) => label.exec(line)?.[1]?.trim())
      .find((value) => value !== undefined && value !== '')
  const name = field(/^\s{0,4}(?:contact(?: name| person| for this request)?|name|full name)\s?:\s*(.{2,80})$/i)
  if (name === undefined) return null
  const email = EMAIL.exec(
    field(/^\s{0,4}(?:contact )?e-?mail(?: address)?\s?:\s*(.{3,120})$/i) ?? '',
  )?.[0]?.toLowerCase()
  if (email === undefined || isOwn(email, ownAddresses)) return null
  const phone =
    phonesIn(field(/^\s{0,4}(?:tel(?:ephone)?|phone|mobile|contact no\.?)\s?:\s*(.{5,60})$/i) ?? '')[0]?.number ?? null
  return { contact: { name, email, phone }, evidence: [evidence('contact', 'text', `Name: ${name} E-mail: ${email}`)] }
}

/** A colleague of ours passes a mail on: its writer is to be answered. */
function forwardedWriter(reading: Reading, ownAddresses: readonly string[]): ContactFinding | null {
  const field = /^\s{0,4}\*?(?:From|Von|De)\s?:\*?\s*(.{3,160})$/im.exec(reading.quoted)
  const email = EMAIL.exec(field?.[1] ?? '')?.[0]?.toLowerCase()
  if (field === null || email === undefined || isOwn(email, ownAddresses)) return null
  const name = personName((field[1] ?? '').replace(/[<[(].*$/, '').replace(/mailto:.*$/i, ''))
  const phone = phonesIn(reading.quoted)[0]?.number ?? null
  return { contact: { name, email, phone }, evidence: [evidence('contact', 'text', field[0])] }
}

/** A sentence that hands the matter to a person with an address of their own. */
function namedInText(reading: Reading, ownAddresses: readonly string[], anywhere: boolean): ContactFinding | null {
  const from = reading.mail.from[0]?.address ?? ''
  const paragraphs = reading.newest.split(/\n{2,}/).filter((paragraph) => paragraph.includes('@'))
  for (const paragraph of paragraphs) {
    const text = paragraph.replace(/\s+/g, ' ')
    const match = EMAIL.exec(text)
    const email = match?.[0].toLowerCase().replace(/\.$/, '')
    if (match === null || email === undefined || email === from || isOwn(email, ownAddresses) || NO_ONE.test(email))
      continue
    if (!anywhere && !HANDS_OVER.test(text)) continue
    const before = text.slice(0, match.index)
    const names = [...before.matchAll(/\p{Lu}\p{Ll}[\p{L}'-]*(?: \p{Lu}[\p{L}'.-]+){1,2}/gu)].map((one) => one[0])
    const name = nearestName(names, email)
    if (name === null) continue
    return {
      contact: { name, email, phone: phonesIn(text)[0]?.number ?? null },
      evidence: [evidence('contact', 'text', text, match.index)],
    }
  }
  return null
}

/** The name that shares letters with the address, else the last before it. */
function nearestName(names: readonly string[], email: string): string | null {
  const local = email.split('@')[0] ?? ''
  const shared = names.filter((name) =>
    name
      .toLowerCase()
      .split(/[\s.'-]+/)
      .some((word) => word.length > 2 && local.includes(word.slice(0, 6))),
  )
  return shared.at(-1) ?? names.at(-1) ?? null
}
