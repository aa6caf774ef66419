/** A wished reply becomes the exact bytes that will go over the wire, before anything is committed. */
import type { ArrivedMail } from '../domain/decide/arrival.ts'
import { ABOUT } from '../domain/letter/section.ts'
import type { Address } from '../domain/mail.ts'
import { messageIdFor, replyHeaders, returnPathFor } from '../domain/reply.ts'
import { understoodLines } from '../domain/understood.ts'
import type { Clock, Renderer } from '../ports.ts'
import type { WrittenReply } from '../stores.ts'

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

export async function writeReply(
  parts: WriteParts,
  arrived: ArrivedMail,
  wish: WrittenReply['wish'],
): Promise<WrittenReply> {
  const { address } = parts.from
  const about = { caseRef: wish.caseRef, template: wish.template, messageRowId: String(arrived.id) }
  const token = parts.sign(tokenText(about))
  const messageId = messageIdFor({ ...about, token, domain: address.slice(address.lastIndexOf('@') + 1) })
  const returnPath =
    parts.returnPath === 'plain' ? address : returnPathFor({ address, outboxKey: `m${arrived.id}`, token })
  const words = parts.renderer.render(letterOf(parts, arrived, wish))
  const headers = replyHeaders({ original: arrived.mail, caseRef: wish.caseRef, whenBlank: words.subject })
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
    headers: headers.headers,
  })
  return { wish, messageId, returnPath, inReplyTo: headers.inReplyTo, subject: headers.subject, raw }
}

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

function letterOf(
  parts: WriteParts,
  arrived: ArrivedMail,
  wish: WrittenReply['wish'],
): Parameters<Renderer['render']>[0] {
  const head = {
    caseRef: wish.caseRef,
    name: greetingName(arrived, wish.to),
    received: { at: new Date(arrived.receivedAt).toISOString(), timeZone: parts.timeZone },
    team: parts.from.name,
  }
  if (wish.template === 'received-for-person') return { head, sections: [{ section: 'received-for-person' }] }
  const main = arrived.understanding.intents[0]?.intent
  const about = ABOUT.find((one) => one === main) ?? 'other'
  const understood = understoodLines(arrived.understanding, arrived.mail)
  return { head, sections: [{ section: 'acknowledgement', about, understood, cases: [] }] }
}
