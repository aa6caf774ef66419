/** By what the facts about an arrived mail are looked up. Tokens count only when their signature holds. */
import { caseRefsIn } from '../domain/case.ts'
import type { DeskSettings } from '../domain/casework/desk-settings.ts'
import { nameKey } from '../domain/casework/name-key.ts'
import { howManyCases } from '../domain/casework/open-cases.ts'
import { trackingNumbersIn } from '../domain/casework/tracking-number.ts'
import { mayAdd } from '../domain/decide/states-ordered.ts'
import type { Intent } from '../domain/labels.ts'
import { replyRecipient } from '../domain/loop-guard.ts'
import type { ReadMail } from '../domain/mail.ts'
import { parseOurMessageId, parseReturnPath } from '../domain/reply.ts'
import type { Understanding } from '../domain/understanding.ts'
import type { FactKeys } from '../ports/stores/decide-mail.ts'
import { tokenText } from './write-reply.ts'

export interface KeyParts {
  readonly address: string
  readonly ownAddresses: readonly string[]
  readonly holds: (text: string, token: string) => boolean
  readonly territory: DeskSettings['territory']
}

/** References are in the sender's hands; more than these are not looked up. */
const MOST_REFERENCES = 50
/** Where a mail system notes the address that it delivered to. */
const DELIVERED_TO = new Set(['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to'])

export function factKeys(parts: KeyParts, mail: ReadMail, understanding: Understanding): FactKeys {
  const ids = [...new Set([...mail.inReplyTo, ...mail.references.slice(-MOST_REFERENCES)])]
  const recipient = replyRecipient(mail, parts.ownAddresses)
  const own = ids.filter((id) => signedRef(parts, id) !== null)
  const { company, states } = understanding
  return {
    sender: mail.from[0]?.address ?? '',
    recipient: recipient?.address ?? '',
    messageIds: ids,
    ownIds: own,
    tokenRefs: own.map((id) => signedRef(parts, id) as string),
    subjectRefs: caseRefsIn(mail.subject),
    bounced: understanding.kind === 'bounce' ? bouncedKeys(parts, mail) : [],
    wantsCases: understanding.kind === 'human' ? howManyCases(withAdded(understanding, mail), mail, parts) : 0,
    companyKey: understanding.kind === 'human' && company !== null ? nameKey(company) || null : null,
    states,
    tracking: understanding.kind === 'human' ? trackingNumbersIn(`${mail.subject}\n${mail.text.slice(0, 20_000)}`) : [],
    wantsQueue: understanding.intents.some(({ intent }) => QUEUE_INTENTS.has(intent)),
  }
}

/** States that only its words add to a request may open cases too. */
function withAdded(understanding: Understanding, mail: ReadMail): Understanding {
  return { ...understanding, states: [...new Set([...understanding.states, ...mayAdd(mail)])] }
}

const QUEUE_INTENTS: ReadonlySet<Intent> = new Set(['status-inquiry', 'early-ordering-letter'])

function signedRef(parts: KeyParts, id: string): string | null {
  const ours = parseOurMessageId(id, parts.address.slice(parts.address.lastIndexOf('@') + 1))
  return ours && parts.holds(tokenText(ours), ours.token) ? ours.caseRef : null
}

/** A bounce names our reply by the return path it came back to, or by the Message-ID in the returned header. */
function bouncedKeys(parts: KeyParts, mail: ReadMail): readonly string[] {
  const paths = mail.headers
    .filter((field) => DELIVERED_TO.has(field.name))
    .flatMap((field) => field.value.toLowerCase().match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? [])
    .filter((address) => parseReturnPath(address, parts.address) !== null)
  const original = mail.deliveryReport?.originalMessageId
  return [...new Set([...paths, ...(original ? [original] : []), ...mail.inReplyTo])]
}
