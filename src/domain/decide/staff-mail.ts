/**
 * A mail of one of us: does it order something, and may it? Orders are taken from a known address that passes the checks
 * of senders, or from a signed link that was made for that address; from anybody else they are shown to a person and
 * nothing is done. Pure; carrying out is another's.
 */
import type { Decision, Reason, TaskSort } from '../decision.ts'
import { type LinkedOrder, type OrderToken, orderTokenIn, orderTokenText, orderWords } from '../link-token.ts'
import { mayAnswer, replyRecipient } from '../loop-guard.ts'
import type { Address } from '../mail.ts'
import type { GivenOrder, OrderContext, OrderTarget, ReadOrder } from '../orders/order-context.ts'
import { readOrders } from '../orders/read-orders.ts'
import { changesDay } from '../orders/say-day.ts'
import { may, senderLevel } from '../sender-level.ts'
import { isSenderChecked } from '../understand/kind/authentication.ts'
import { DOUBT } from '../understand/kind/finding.ts'
import { foldText, textOf } from '../understand/newest-text.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { OLD_MAIL } from './old-mail.ts'
import { settled } from './settled.ts'

/** The digest that a mail answers, or that a link in it belongs to. */
export interface AnsweredDigest {
  readonly id: number
  /** To whom it went. */
  readonly staff: string
  readonly lines: ReadonlyMap<number, OrderTarget>
}

export type StaffMail =
  /** No order: a mail like any other. */
  | { readonly staff: 'plain' }
  | { readonly staff: 'refused'; readonly because: Reason }
  | {
      readonly staff: 'orders'
      readonly orders: readonly ReadOrder[]
      /** The link that gives the one order; used up with it. */
      readonly link: OrderToken | null
      readonly because: Reason
    }

export interface StaffFacts {
  readonly digest: AnsweredDigest | null
  /** It answers a confirmation of orders that went to the writer. */
  readonly confirmation: boolean
  /** The writer's orders of that mail, and of those that this one answers. */
  readonly given: readonly GivenOrder[]
  readonly today: string
  readonly holds: (text: string, token: string) => boolean
}

export function isStaff(address: string, { desk }: Pick<ArrivalFacts, 'desk'>): boolean {
  return desk.staff.some((one) => one.email === address)
}

export function staffMail(arrived: ArrivedMail, facts: ArrivalFacts, known: StaffFacts): StaffMail {
  const by = arrived.mail.from[0]?.address ?? ''
  const link = orderTokenIn(arrived.mail.subject)
  const context = {
    lines: known.digest?.lines ?? new Map<number, OrderTarget>(),
    about: null,
    staff: facts.desk.staff.map((one) => ({ address: one.email, name: one.name })),
    ...{ by, today: known.today, given: known.given },
  }
  const folded = foldText(arrived.mail.text)
  const text = textOf(folded, folded.newest)
  const linked = link !== null && isLinksOwn(link, text, context) ? link : null
  const orders = readOrders(linked === null ? text : orderWords(linked), context)
  if (orders.length === 0) return { staff: 'plain' }
  const isMeant = (one: ReadOrder) =>
    'order' in one || isHeaded(one.line) || (known.confirmation && changesDay(one.line))
  if (known.digest === null && !orders.some(isMeant) && link === null) return { staff: 'plain' }
  if (facts.isOld) return { staff: 'refused', because: OLD_MAIL }
  const verdict = senderLevel(arrived.mail, {
    ...{ staff: facts.desk.staff.map((one) => one.email), contacts: [], ownAddresses: facts.ownAddresses },
    ...{ authservIds: facts.authservIds, repliesTo: facts.repliesTo },
  })
  // Links are quoted and forwarded: one in a forged mail was stolen.
  if (linked !== null && verdict.level !== 'failed' && linkHolds(linked, by, known)) {
    const saw = `a link of digest ${linked.digestId}`
    return { staff: 'orders', orders, link: linked, because: { rule: 'signed-link', saw } }
  }
  const allowed = may(verdict, 'order')
  // Where nobody checks senders, only what we wrote to this very address as one of us does: others see our letters.
  if (
    allowed.may &&
    !isSenderChecked(arrived.mail, facts.authservIds) &&
    known.digest?.staff !== by &&
    !known.confirmation
  )
    return {
      staff: 'refused',
      because: { rule: 'no-digest-of-theirs', saw: `it answers no digest and no confirmation that went to ${by}` },
    }
  const because = { rule: `sender-${verdict.level}`, saw: allowed.because }
  return allowed.may ? { staff: 'orders', orders, link: null, because } : { staff: 'refused', because }
}

/** Whoever of us begins a line with its number or a case means us, also where nothing can be read in it. */
function isHeaded(line: string): boolean {
  return /^(?:line\s+)?[#(]?\d{1,3}[).:]?\s+\p{L}|^\[?CLEC-\d{4}-\d{5,9}\]?\b/iu.test(line)
}

/** A link gives its own order and no other: whoever changed the body, or orders more in it, is judged without it. */
function isLinksOwn(link: LinkedOrder, text: string, context: OrderContext): boolean {
  const [first = '', ...rest] = text.trim().split('\n')
  const said = first.trim().replace(/\s+/g, ' ').replace(/[.!]$/, '').toLowerCase()
  if (said === '') return true
  return said === orderWords(link) && !readOrders(rest.join('\n'), context).some((one) => 'order' in one)
}

function linkHolds(link: OrderToken, by: string, { digest, holds }: StaffFacts): boolean {
  return (
    digest !== null && digest.id === link.digestId && digest.staff === by && holds(orderTokenText(link, by), link.token)
  )
}

export interface Answered {
  readonly said: string
  readonly done: boolean
  readonly answer: string
}

/** The mail is settled by the rule that read it. */
export function staffDecision(arrived: ArrivedMail, read: Exclude<StaffMail, { readonly staff: 'plain' }>): Decision {
  const decision = settled(arrived, 'answered-by-rule', read.because)
  const by = arrived.mail.from[0]?.address ?? ''
  if (read.staff === 'orders') return decision
  const sentence = `Orders in a mail from ${by} were not carried out: ${read.because.saw}.`
  const sort: TaskSort = 'sender'
  return { ...decision, wishes: [{ wish: 'ask-human', sort, sentence, caseId: null }] }
}

/**
 * Ours are told that their orders were not taken; at the address that we know, whatever the mail says. Null: a server
 * of ours found that it is not theirs.
 */
export function refusalTo(
  { mail }: ArrivedMail,
  { because }: Extract<StaffMail, { readonly staff: 'refused' }>,
  { desk }: Pick<ArrivalFacts, 'desk'>,
): { readonly to: Address; readonly answer: Answered } | null {
  const known = desk.staff.find(({ email }) => email === mail.from[0]?.address)
  if (known === undefined || because.rule === 'sender-failed') return null
  const answer = `nothing was carried out: ${because.saw}. Answer your digest itself, or the confirmation of an order, from your own address`
  return { to: { name: known.name, address: known.email }, answer: { said: mail.subject, done: false, answer } }
}

/** Whom the confirmation goes to; null where no answer may be written at all. */
export function confirmTo(arrived: ArrivedMail, facts: ArrivalFacts): Address | null {
  const { understanding } = arrived
  // The order itself shows that it is a person's: what was done is said, however short it was.
  const evidence = understanding.evidence.filter((one) => one.for !== DOUBT)
  const guard = mayAnswer(
    arrived.mail,
    { ...understanding, evidence },
    {
      ownAddresses: facts.ownAddresses,
      repliesToAddressLastHour: facts.repliesToAddressLastHour,
      repliesToDomainLastHour: facts.repliesToDomainLastHour,
      repliesInCaseLastDay: 0,
      caps: facts.caps,
      blocked: facts.recipientBlocked,
    },
  )
  return guard.allowed ? replyRecipient(arrived.mail, facts.ownAddresses) : null
}
