/**
 * Who is this sender, for this case, and what may a mail of theirs cause? Anybody can write any From. What our own
 * server found about it counts (RFC 8601), else what we found ourselves; where neither checks, so does the signed token
 * of a mail that went to exactly this address. A mail that nothing speaks for is taken in like every other; it just opens no doors.
 */
import { lookAlikeOf, registeredDomain } from './look-alike.ts'
import type { ReadMail } from './mail.ts'
import { PUBLIC_PROVIDERS } from './public-providers.ts'
import { isOwnAddress } from './reply-recipient.ts'
import { domainOf } from './thread.ts'
import { checkedBy, checkResults, failedChecks, isSenderChecked } from './understand/kind/authentication.ts'

export const SENDER_LEVELS = ['staff', 'verified', 'known', 'failed', 'unknown'] as const
export type SenderLevel = (typeof SENDER_LEVELS)[number]

export const CAUSES = ['acknowledge', 'file-in-case', 'disclose-case-state', 'change-contacts', 'order'] as const
export type Cause = (typeof CAUSES)[number]

export interface SenderFacts {
  /** Known addresses of ours, lower case. */
  readonly staff: readonly string[]
  /** Known contacts of the case, lower case; none when there is no case. */
  readonly contacts: readonly string[]
  /** Contacts of cases to which the mail may belong: they prove nothing, and are what a look-alike looks like. */
  readonly maybe?: readonly string[]
  readonly ownAddresses: readonly string[]
  /** Names of the servers whose Authentication-Results are believed. */
  readonly authservIds: readonly string[]
  /** Addresses to which we sent the mails whose signed tokens this mail carries and whose signatures hold. */
  readonly repliesTo: readonly string[]
}

/** Something that makes a person look before anything is disclosed, changed or ordered. */
export interface Hold {
  readonly hold: 'look-alike' | 'reply-to' | 'several-senders'
  readonly sentence: string
}

export interface SenderVerdict {
  readonly level: SenderLevel
  readonly because: string
  readonly holds: readonly Hold[]
}

type Mail = Pick<ReadMail, 'from' | 'replyTo' | 'headers' | 'problems' | 'checked'>

/**
 * `failed` is not answered, for the answer would go to whoever was named; a person looks. Bank details, notice addresses
 * and signatories are verified out of band whoever writes (domain T15): `change-contacts` is about contacts of the case.
 */
export const MAY: Readonly<Record<SenderLevel, Readonly<Record<Cause, boolean>>>> = {
  staff: row(true, true, true, true, true),
  verified: row(true, true, true, true, false),
  known: row(true, true, false, false, false),
  failed: row(false, false, false, false, false),
  unknown: row(true, false, false, false, false),
}

function row(acknowledge: boolean, file: boolean, disclose: boolean, contacts: boolean, order: boolean) {
  return {
    acknowledge,
    'file-in-case': file,
    'disclose-case-state': disclose,
    'change-contacts': contacts,
    order,
  }
}

/** What a hold leaves: receipt, and a place in the file. */
const DESPITE_HOLD: ReadonlySet<Cause> = new Set(['acknowledge', 'file-in-case'])

export function may(verdict: SenderVerdict, cause: Cause): { readonly may: boolean; readonly because: string } {
  if (!MAY[verdict.level][cause]) return { may: false, because: verdict.because }
  const [hold] = verdict.holds
  if (hold !== undefined && !DESPITE_HOLD.has(cause)) return { may: false, because: hold.sentence }
  return { may: true, because: verdict.because }
}

export function senderLevel(mail: Mail, facts: SenderFacts): SenderVerdict {
  const address = mail.from[0]?.address.toLowerCase() ?? ''
  const verdict = (level: SenderLevel, because: string) => ({ level, because, holds: holdsOf(mail, address, facts) })
  if (address === '') return verdict('unknown', 'the mail names no sender')
  const failed = failedChecks(mail, facts.authservIds)
  if (failed !== null) {
    const found =
      checkedBy(mail, facts.authservIds) === 'our server' ? notTheirs(address) : notSigned(domainOf(address))
    return verdict('failed', `${found} (${failed})`)
  }
  const isStaff = facts.staff.includes(address)
  if (!isStaff && !facts.contacts.includes(address))
    return verdict('unknown', `${address} is no known contact of the case`)
  const who = isStaff ? 'one of us' : 'a known contact of the case'
  const proof = isOneSender(mail) ? proofOf(mail, address, facts) : null
  if (proof === null) return verdict('known', `${address} is ${who}, but nothing shows that this mail is theirs`)
  return verdict(isStaff ? 'staff' : 'verified', `${address} is ${who}, and ${proof}`)
}

function notTheirs(address: string): string {
  return `our server found that ${address} did not send this mail`
}

/** Less is known: it may have come from the right server (SPF), and a mailing list may have broken its signature. */
function notSigned(domain: string): string {
  return `our own check found no signature of ${domain} that holds, and ${domain} asks not to take such mail for its own`
}

/** What shows that the mail is from its From: an aligned check of our server or of ours, or else a token that went to this address. */
function proofOf(mail: Mail, address: string, { authservIds, repliesTo }: SenderFacts): string | null {
  if (!isSenderChecked(mail, authservIds))
    return repliesTo.some((one) => one.toLowerCase() === address)
      ? 'it answers a signed mail that went to this address'
      : null
  const domain = domainOf(address)
  for (const { method, result, properties } of checkResults(mail, authservIds)) {
    if (result !== 'pass') continue
    if (method === 'dmarc' && (properties.get('header.from') ?? domain) === domain) return `DMARC passed for ${domain}`
    const signer = properties.get('header.d') ?? domainOf(properties.get('header.i') ?? '')
    if (method === 'dkim' && isAligned(signer, domain)) return `it is signed by ${signer} (DKIM)`
  }
  return null
}

/** RFC 7489 3.1.1, relaxed, without its list of public suffixes: the one lies within the other, with a name of its own. */
function isAligned(signer: string, domain: string): boolean {
  const within = signer === domain || signer.endsWith(`.${domain}`) || domain.endsWith(`.${signer}`)
  return within && registeredDomain(signer) === registeredDomain(domain)
}

/** RFC 7489 6.6.1: of several authors it is not clear whose domain was checked. */
export function isOneSender({ from, problems }: Pick<ReadMail, 'from' | 'problems'>): boolean {
  return from.length === 1 && !problems.some((one) => one.code === 'repeated-header' && /^from\b/i.test(one.detail))
}

function holdsOf(mail: Mail, address: string, facts: SenderFacts): readonly Hold[] {
  const holds: Hold[] = []
  const [known, domain] = [[...facts.contacts, ...facts.staff], domainOf(address)]
  const domains = [...known, ...(facts.maybe ?? []), ...facts.ownAddresses].map(domainOf)
  const alike =
    known.includes(address) || facts.maybe?.includes(address) || PUBLIC_PROVIDERS.has(domain)
      ? null
      : lookAlikeOf(domain, domains)
  if (alike !== null)
    holds.push({
      hold: 'look-alike',
      sentence: `The domain ${domain} looks like ${alike.like} and is another (${alike.why}).`,
    })
  for (const { address: to } of mail.replyTo) {
    const strange = to.toLowerCase()
    if (known.includes(strange) || isOwnAddress(strange, facts.ownAddresses) || isAligned(domainOf(strange), domain))
      continue
    holds.push({
      hold: 'reply-to',
      sentence: `Answers would go to ${strange}, another domain than the sender's ${domain}.`,
    })
    break
  }
  if (mail.from.length > 0 && !isOneSender(mail))
    holds.push({ hold: 'several-senders', sentence: 'The mail names more than one sender.' })
  return holds
}
