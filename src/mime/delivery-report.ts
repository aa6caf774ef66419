/** Delivery status notifications (RFC 3464), from the texts of the parts. Pure. */
import type { Attachment, DeliveryReport } from '../domain/mail.ts'
import { readMessageIds } from './header-values.ts'

type Fields = ReadonlyMap<string, string>

const STATUS_TYPES = ['message/delivery-status', 'message/global-delivery-status']
const RETURNED_TYPES = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers']

/** Null when no part is a delivery status. */
export function readDeliveryReport(attachments: readonly Attachment[]): DeliveryReport | null {
  const status = attachments.find(({ declaredType }) => STATUS_TYPES.includes(declaredType))?.text ?? null
  if (status === null) return null
  const groups = groupsOf(status)
  const returned = attachments.find(({ declaredType }) => RETURNED_TYPES.includes(declaredType))?.text ?? ''
  return {
    originalMessageId: readMessageIds(headerOf(returned).get('message-id') ?? '')[0] ?? null,
    envelopeId: groups.map((group) => group.get('original-envelope-id')).find(Boolean) ?? null,
    recipients: groups.filter(isRecipient).map(recipientOf),
  }
}

/** The address we wrote to where the report tells it (RFC 3464 2.3.1), else where the mail ended up (2.3.2). */
function recipientOf(group: Fields): DeliveryReport['recipients'][number] {
  return {
    recipient: addressOf(group.get('original-recipient') ?? '') || addressOf(group.get('final-recipient') ?? ''),
    action: (group.get('action') ?? '').toLowerCase().split(/[\s(;]/)[0] ?? '',
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(group.get('status') ?? '')?.[0] ?? '',
  }
}

function isRecipient(group: Fields): boolean {
  return group.has('final-recipient') || group.has('original-recipient')
}

/** `rfc822; <Ann@Example.Test>` -> `ann@example.test`. */
function addressOf(value: string): string {
  const typed = /^[\w-]+\s*;(.*)$/.exec(value)
  return (typed?.[1] ?? value).trim().replace(/^<|>$/g, '').toLowerCase()
}

/** Groups of fields with empty lines between them, RFC 3464 2.1. */
function groupsOf(text: string): readonly Fields[] {
  return text.split(/\n[ \t]*\n/).map(headerOf)
}

/** The fields up to the first empty line, folded lines joined; the first of a repeated field counts. */
function headerOf(text: string): Fields {
  const fields = new Map<string, string>()
  const head = text.replace(/^\s+/, '').split(/\n[ \t]*\n/, 1)[0] ?? ''
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}
