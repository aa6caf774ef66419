/**
 * May a machine ever answer this mail? The one gate before every automatic answer, in the order of RFC 3834 section 2:
 * no answer to machines, none without a sender, none to ourselves, and never too many. A mail that is not answered is
 * still filed and shown to a person.
 */
import type { ReadMail } from './mail.ts'
import { noAnswerWanted, noMachineWanted } from './no-answer/no-answer-wanted.ts'
import { senderUnread } from './no-answer/unread-sender.ts'
import { isOwnAddress, replyRecipient, whyUnanswerable } from './reply-recipient.ts'
import { DOUBT } from './understand/kind/finding.ts'
import { letters } from './understand/kind/phrases.ts'
import { newestWords, signatureWords } from './understand/newest-words.ts'
import { plain } from './understand/plain.ts'
import type { Understanding } from './understanding.ts'

export { replyRecipient } from './reply-recipient.ts'

/** What is known besides the mail: what was sent lately to whom, and the limits. */
export interface GuardFacts {
  readonly ownAddresses: readonly string[]
  readonly repliesToAddressLastHour: number
  readonly repliesToDomainLastHour: number
  readonly repliesInCaseLastDay: number
  readonly caps: {
    readonly perAddressPerHour: number
    readonly perDomainPerHour: number
    readonly perCasePerDay: number
  }
  /** The recipient bounced for good, or a person blocked it. */
  readonly blocked: boolean
  /** It brought what was asked for, in the thread in which we asked: machines answer us, and bring nothing. */
  readonly believed?: boolean
}

/** Allowed or not, a sentence for the operator, and the rule that decided. */
export interface GuardVerdict {
  readonly allowed: boolean
  readonly because: string
  readonly rule: string
}

/** Facts for a mail looked at by itself, as by `inspect`: nothing sent before, no limits. */
export function withoutHistory(ownAddresses: readonly string[]): GuardFacts {
  const none = Number.POSITIVE_INFINITY
  return {
    ownAddresses,
    repliesToAddressLastHour: 0,
    repliesToDomainLastHour: 0,
    repliesInCaseLastDay: 0,
    caps: { perAddressPerHour: none, perDomainPerHour: none, perCasePerDay: none },
    blocked: false,
  }
}

/** The first rule that forbids an answer decides; else the mail may be answered. */
export function mayAnswer(mail: ReadMail, understanding: Understanding, facts: GuardFacts): GuardVerdict {
  return (
    machine(understanding) ??
    forbiddenByHeader(mail) ??
    nobodyToAnswer(mail, facts.ownAddresses) ??
    writerWantsNone(mail) ??
    (facts.believed === true ? null : maybeMachine(understanding)) ??
    tooMany(facts) ?? { allowed: true, rule: 'human-mail', because: 'human mail, sender can be answered' }
  )
}

const MACHINE_REASONS = {
  'auto-reply': 'an automatic reply is never answered by a machine',
  bounce: 'a delivery notice is never answered',
  bulk: 'machine mail that asks nothing of us is not answered',
  spam: 'spam is not answered',
} as const

/** RFC 3834 2: no response to automatic responses and to mail that a machine sent by itself. */
function machine({ kind }: Understanding): GuardVerdict | null {
  return kind === 'human' ? null : refuse(`kind-${kind}`, MACHINE_REASONS[kind])
}

/** Truly undecided: a person looks at it, because an answer to a machine may start a loop. */
function maybeMachine({ evidence }: Understanding): GuardVerdict | null {
  const doubt = evidence.find((one) => one.for === DOUBT)
  return doubt === undefined ? null : refuse(DOUBT, `it may be a machine's: "${word(doubt.quote)}"`)
}

function forbiddenByHeader(mail: ReadMail): GuardVerdict | null {
  for (const { name, value } of mail.headers) {
    // RFC 3834 2: "SHOULD NOT be issued in response to any message which contains an Auto-Submitted header field" other than "no".
    // A service that carries a person's mail and names the person in Reply-To is answered there, past the service.
    const relayed = /^\s*auto-generated\b/i.test(value) && repliesElsewhere(mail)
    if (name === 'auto-submitted' && /^\s*[a-z]/i.test(value) && !/^\s*no\s*(?:[;(]|$)/i.test(value) && !relayed)
      return refuse('auto-submitted', `a machine sent it on: Auto-Submitted is ${word(value)}`)
    // RFC 3834 2: "MUST NOT generate any response for which the destination of that response would be a null address".
    if (name === 'return-path' && /^\s*<\s*>/.test(value))
      return refuse('null-return-path', 'its return path is empty, so no answer is wanted')
    // MS-OXCMAIL 2.2.3.2.14: the sender asks that no automatic reply be made.
    if (name === 'x-auto-response-suppress' && /\b(?:all|autoreply)\b/i.test(value))
      return refuse(
        'suppress-requested',
        `the sender asks for no automatic reply: X-Auto-Response-Suppress is ${word(value)}`,
      )
  }
  return null
}

/** Answers are to go to another domain than the one that sent the mail. */
function repliesElsewhere(mail: ReadMail): boolean {
  const domain = (address = '') => address.slice(address.lastIndexOf('@') + 1)
  const reply = mail.replyTo[0]?.address
  return reply !== undefined && domain(reply) !== domain(mail.from[0]?.address)
}

function nobodyToAnswer(mail: ReadMail, configured: readonly string[]): GuardVerdict | null {
  const from = mail.from[0]
  const ownAddresses = [...configured, ...deliveredTo(mail)]
  // RFC 3834 2: what we sent ourselves would come straight back, whatever its Reply-To says.
  if (from !== undefined && isOwnAddress(from.address, ownAddresses))
    return refuse('own-address', 'it came from our own address, an answer would come straight back')
  if (replyRecipient(mail, ownAddresses) !== null) return null
  const why =
    from === undefined
      ? 'it names no sender'
      : (whyUnanswerable(from, ownAddresses) ?? 'its only reply address is a mailing list')
  return refuse('no-recipient', `there is nobody to answer: ${why}`)
}

/** The mailbox that this mail came to is ours, whatever else is configured; the last server puts its field on top. */
function deliveredTo(mail: ReadMail): readonly string[] {
  const field = mail.headers.find((one) => one.name === 'delivered-to')
  return field ? [field.value.trim().toLowerCase()] : []
}

function writerWantsNone(mail: ReadMail): GuardVerdict | null {
  const words = letters(newestWords(mail))
  const unread = mail.replyTo.length === 0 ? senderUnread(`${words}\n${letters(signatureWords(mail))}`) : null
  if (unread !== null) return refuse('no-recipient', `nobody reads the sender address: "${word(unread)}"`)
  // A service says so of itself, and names in Reply-To whom it carries.
  if (repliesElsewhere(mail)) return null
  const withSubject = `${letters(plain(ownSubject(mail)))}\n${words}`
  const noMachine = noMachineWanted(withSubject)
  if (noMachine !== null)
    return refuse('no-machine-wanted', `the writer wants no automatic answer: "${word(noMachine)}"`)
  const none = noAnswerWanted(withSubject)
  return none === null ? null : refuse('no-answer-wanted', `the writer wants no answer: "${word(none)}"`)
}

/** The subject of a thread is as old as its first mail, and that of a forwarded one somebody else's. */
function ownSubject({ subject, inReplyTo }: ReadMail): string {
  return inReplyTo.length > 0 || /^\s*(?:re|aw|sv|rv|fwd?|wg|tr)\s?:/i.test(subject) ? '' : subject
}

/** RFC 3834 2: responses SHOULD be limited, so that two responders facing each other run dry. */
function tooMany(facts: GuardFacts): GuardVerdict | null {
  if (facts.blocked) return refuse('blocked', 'the address is blocked: it bounced for good, or a person blocked it')
  const { caps } = facts
  if (facts.repliesToAddressLastHour >= caps.perAddressPerHour)
    return refuse(
      'cap-address',
      `${facts.repliesToAddressLastHour} answers went to this address within the hour, ${caps.perAddressPerHour} are allowed`,
    )
  if (facts.repliesToDomainLastHour >= caps.perDomainPerHour)
    return refuse(
      'cap-domain',
      `${facts.repliesToDomainLastHour} answers went to this domain within the hour, ${caps.perDomainPerHour} are allowed`,
    )
  if (facts.repliesInCaseLastDay >= caps.perCasePerDay)
    return refuse(
      'cap-case',
      `${facts.repliesInCaseLastDay} answers were sent in this case within the day, ${caps.perCasePerDay} are allowed`,
    )
  return null
}

function refuse(rule: string, because: string): GuardVerdict {
  return { allowed: false, rule, because }
}

/** A stranger's header value, short and on one line. */
function word(value: string): string {
  return value
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 40)
}
