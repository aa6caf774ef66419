/** A wished reply becomes the exact bytes that will go over the wire, before anything is committed. */
import type { ArrivedMail } from '../domain/decide/arrival.ts'
import type { LetterWish, ReplyWish } from '../domain/decision.ts'
import type { WaitingLetter } from '../domain/letter/waiting-letter.ts'
import type { Address } from '../domain/mail.ts'
import { type Answered, messageIdFor, replyHeaders, returnPathFor } from '../domain/reply.ts'
import type { Clock } from '../ports/clock.ts'
import type { Renderer } from '../ports/renderer.ts'
import type { WrittenReply } from '../ports/stores/written-reply.ts'

/** A message to be composed; `Message` of the SMTP adapter. */
export interface Letter {
  readonly from: Address
  readonly to: Address
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  readonly date: Date
  readonly headers: Readonly<Record<string, string>>
}

export interface WriteParts {
  readonly renderer: Renderer
  readonly compose: (letter: Letter) => Promise<Buffer>
  /** A short signature over a text, 6 to 16 characters a-z, 0-9. */
  readonly sign: (text: string) => string
  readonly clock: Clock
  readonly from: Address
  readonly timeZone: string
  /** `plain`: the mail server knows no sub-addresses (RFC 5233), so bounces come to our bare address. */
  readonly returnPath: 'plus' | 'plain'
}

/** A letter to be written. */
export interface ToWrite {
  readonly wish: ReplyWish
  /** The mail that it answers, or the newest one of the thread that it continues; null: it starts one. */
  readonly original: Answered | null
  /** Tells it from other letters of the same name in the same case: the mail's row, or the moment. */
  readonly number: number
  /** Whom we greet. */
  readonly name: string
  /** Receipt of the mail that is answered; null: it answers none. */
  readonly receivedAt: number | null
}

/** The answer to a mail. */
export function writeReply(parts: WriteParts, arrived: ArrivedMail, wish: ReplyWish): Promise<WrittenReply> {
  return writeLetter(parts, {
    ...{ wish, original: arrived.mail, number: arrived.id, receivedAt: arrived.receivedAt },
    name: greetingName(arrived, wish.to),
  })
}

/** A letter of our own accord: it answers no mail and continues the thread of `original`, if there is one. */
export function continueThread(
  parts: WriteParts,
  wish: ReplyWish,
  original: Answered | null,
  number: number,
): Promise<WrittenReply> {
  return writeLetter(parts, { wish, original, number, name: wish.to.name, receivedAt: null })
}

/** Instead of a draft that waits: it answers what that one answered. */
export function writeAnew(
  parts: WriteParts,
  wish: ReplyWish,
  original: Answered | null,
  { id, answers }: Pick<WaitingLetter, 'id' | 'answers'>,
): Promise<WrittenReply> {
  const receivedAt = answers?.receivedAt ?? null
  const contact = answers?.understanding.contact
  const name = contact?.email === wish.to.address ? contact.name : wish.to.name
  // The row of the old one: no other letter of that name in that case has it.
  return writeLetter(parts, { wish, original, number: ANEW + id, name, receivedAt })
}

/** Apart from the rows of mails, and below the moments of other letters. */
const ANEW = 10_000_000_000

const GENERATED = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } as const

export async function writeLetter(parts: WriteParts, letter: ToWrite): Promise<WrittenReply> {
  const { wish, original, receivedAt } = letter
  const { messageId, returnPath } = marksOf(parts, letter)
  const received = receivedAt === null ? null : { at: new Date(receivedAt).toISOString(), timeZone: parts.timeZone }
  const head = { caseRef: wish.caseRef, name: letter.name, received, team: parts.from.name }
  const words = parts.renderer.render({ head, sections: wish.sections })
  const headers = replyHeaders({ original: original ?? NOTHING, caseRef: wish.caseRef, whenBlank: words.subject })
  const raw = await parts.compose({
    from: parts.from,
    to: wish.to,
    subject: headers.subject,
    text: words.text,
    html: words.html,
    messageId,
    inReplyTo: headers.inReplyTo,
    references: headers.references,
    date: parts.clock(),
    headers: receivedAt === null ? GENERATED : headers.headers,
  })
  return { wish, messageId, returnPath, inReplyTo: headers.inReplyTo, subject: headers.subject, raw }
}

/** The two marks by which an answer or a bounce finds its way back to a letter. */
export function marksOf(
  parts: Pick<WriteParts, 'from' | 'sign' | 'returnPath'>,
  { wish, number }: { readonly wish: LetterWish; readonly number: number },
): { readonly messageId: string; readonly returnPath: string } {
  const { address } = parts.from
  const about = { caseRef: wish.caseRef, template: wish.template, messageRowId: String(number) }
  const token = parts.sign(tokenText(about))
  return {
    messageId: messageIdFor({ ...about, token, domain: address.slice(address.lastIndexOf('@') + 1) }),
    returnPath: parts.returnPath === 'plain' ? address : returnPathFor({ address, outboxKey: `m${number}`, token }),
  }
}

const NOTHING: Answered = { messageId: null, references: [], inReplyTo: [], subject: '' }

/** What a token in our Message-ID signs: nobody else can name a case, a template and a mail that belong together. */
export function tokenText(about: {
  readonly caseRef: string
  readonly template: string
  readonly messageRowId: string
}): string {
  return `${about.caseRef.toUpperCase()} ${about.template} m${about.messageRowId}`
}

/** Whom we greet: the person as understood when we write to that person, for display names are often `Last, First`. */
function greetingName({ understanding }: ArrivedMail, to: Address): string {
  return understanding.contact?.email === to.address ? understanding.contact.name : to.name
}
