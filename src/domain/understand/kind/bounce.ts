import type { ReadMail } from '../../mail.ts'
import { evidence } from '../quote.ts'
import type { Reading } from '../reading.ts'
import type { KindFinding } from './finding.ts'
import { type HeaderFacts, headerValue } from './header-facts.ts'
import { asksForSomething } from './person.ts'
import {
  AUTO_REPLY_SUBJECT,
  BOUNCE_SUBJECT,
  BOUNCE_TEXT,
  DAEMON_NAME,
  DAEMON_SENDER,
  NO_REPLY_SENDER,
} from './wording.ts'

/** Delivery failed or is late (RFC 3464 and what mail systems wrote before it). A request inside does not change that. */
export function bounceFinding(reading: Reading, facts: HeaderFacts): KindFinding | null {
  const mail = reading.mail
  const report = reportType(mail)
  if (report === 'delivery-status')
    return found('header', `Content-Type: ${mail.contentType.type}; report-type=${report}`)
  if (report === 'disposition-notification' || report === 'feedback-report') return null
  const daemon = daemonSender(mail)
  const status = statusPart(mail)
  if (status !== null && (daemon !== null || facts.nullReturnPath !== null || BOUNCE_SUBJECT.test(reading.subject)))
    return status
  if (facts.bounceField !== null) return found('header', `${facts.bounceField.name}: ${facts.bounceField.value}`)
  const subject = BOUNCE_SUBJECT.exec(reading.subject) !== null && !startsAsForward(mail.subject)
  if (daemon === null && !subject && !unreadSender(mail)) return null
  const text = BOUNCE_TEXT.exec(mail.text.slice(0, 8000))
  const failed = subject || (text !== null && !asksForSomething(reading))
  if (daemon !== null && failed && !AUTO_REPLY_SUBJECT.test(reading.subject)) return found('header', `From: ${daemon}`)
  if (facts.nullReturnPath !== null && subject && text !== null) return found('subject', mail.subject)
  if (
    text !== null &&
    unreadSender(mail) &&
    /could not be (?:delivered|sent)|couldn't be delivered|送信できません|配信できません/i.test(
      mail.text.slice(0, 2000),
    )
  ) {
    return { kind: 'bounce', evidence: [evidence('bounce', 'text', mail.text, text.index)] }
  }
  return subject && text !== null && text.index < 1500 && systemVoice(reading) ? found('subject', mail.subject) : null
}

/** The `report-type` of a multipart/report (RFC 6522), or ''. */
export function reportType(mail: ReadMail): string {
  if (!/^multipart\/report$/i.test(mail.contentType.type)) return ''
  return (mail.contentType.parameters['report-type'] ?? '').toLowerCase()
}

/** A sender under which only mail systems write, or null. */
export function daemonSender(mail: ReadMail): string | null {
  const from = mail.from[0] ?? mail.sender
  const field = headerValue(mail, 'from')
  if (from === undefined || from === null || from.address === '') return /<\s*>/.test(field) ? field : null
  const local = from.address.split('@', 1)[0] ?? ''
  if (DAEMON_SENDER.test(local)) return from.address
  return DAEMON_NAME.test(from.name) ? `${from.name} <${from.address}>` : null
}

function statusPart(mail: ReadMail): KindFinding | null {
  if (mail.deliveryReport !== null) {
    const recipient = mail.deliveryReport.recipients[0]
    return found(
      'header',
      `delivery report: ${recipient?.action ?? ''} ${recipient?.status ?? ''} ${recipient?.recipient ?? ''}`,
    )
  }
  const part = mail.attachments.find((file) => /^message\/(?:global-)?delivery-status$/i.test(file.mediaType))
  return part === undefined ? null : found(`attachment:${part.filename}`, part.text ?? part.mediaType)
}

function unreadSender(mail: ReadMail): boolean {
  return NO_REPLY_SENDER.test(mail.from[0]?.address.split('@', 1)[0] ?? '')
}

function startsAsForward(subject: string): boolean {
  return /^\s*(?:\[[^\]]{0,20}\]\s*)?(?:re|fwd?|aw|wg|tr|rv)\s?:/i.test(subject)
}

/** Whether the text speaks of "your message" to nobody in particular and addresses no person. */
function systemVoice(reading: Reading): boolean {
  const head = reading.mail.text.slice(0, 1500)
  if (
    /^\s*(?:hi|hello|dear|good (?:morning|afternoon))\b(?!.{0,20}qmail)/i.test(head) &&
    !/this is the (?:qmail|mail)/i.test(head)
  )
    return false
  return (
    /\b(?:your|the|this|following|original) (?:e-?mail|message|mail|address|recipient)/i.test(head) ||
    /<[^<>\s]{3,80}@[^<>\s]{3,80}>/.test(head)
  )
}

function found(from: string, words: string): KindFinding {
  return { kind: 'bounce', evidence: [evidence('bounce', from, words)] }
}
