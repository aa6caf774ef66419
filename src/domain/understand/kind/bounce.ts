import type { ReadMail } from '../../mail.ts'
import { indexIn } from '../needs.ts'
import { headerValue } from './headers.ts'
import type { Look } from './look.ts'
import { NOT_A_MACHINE } from './person.ts'
import { DAEMON_NAME, DAEMON_SENDER, NO_REPLY_SENDER } from './senders.ts'
import { type Seen, type Sign, says, saysIn, shows, when } from './signs.ts'
import { AUTO_SUBJECT, SELF_NAMED } from './words/automatic.ts'
import {
  BOUNCE_SUBJECT,
  BOUNCE_SUBJECT_ABROAD,
  BOUNCE_TEXT,
  BOUNCE_TEXT_ABROAD,
  POST_REFUSED,
  REFUSED_SUBJECT,
  SMTP_CODE,
} from './words/bounce.ts'

/** Delivery failed or is late (RFC 3464 and what mail systems wrote before it). A request inside does not change that. */
export const BOUNCE_SIGNS: readonly Sign[] = [
  shows(30, 'a delivery status notification (RFC 3464)', ({ mail }) =>
    reportType(mail) === 'delivery-status'
      ? header(`Content-Type: ${mail.contentType.type}; report-type=delivery-status`)
      : null,
  ),
  shows(7, 'carries the fields of a delivery status', statusPart),
  shows(20, 'a field that only bounces carry', ({ headers }) =>
    headers.bounceField === null ? null : header(`${headers.bounceField.name}: ${headers.bounceField.value}`),
  ),
  shows(4, 'a sender under which only mail systems write', daemonSender),
  shows(3, 'the return path of notifications', ({ headers }) =>
    headers.nullReturnPath === null ? null : header('Return-Path: <>'),
  ),
  says(1.5, 'a sender that nobody reads', 'local', NO_REPLY_SENDER),
  when(1, 'a return path made for one mailing', ({ headers }) => headers.bulkReturnPath !== null),
  shows(4, 'a subject of delivery failures', (look) =>
    (saysIn(look, 'bareSubject', BOUNCE_SUBJECT) || saysIn(look, 'bareSubject', BOUNCE_SUBJECT_ABROAD)) &&
    !isReply(look.subject)
      ? { from: 'subject', text: look.subject, at: 0 }
      : null,
  ),
  shows(2.5, 'a subject of refusals', (look) =>
    !isReply(look.subject) && (saysIn(look, 'bareSubject', REFUSED_SUBJECT) || /^bounce\b/i.test(look.bareSubject))
      ? { from: 'subject', text: look.subject, at: 0 }
      : null,
  ),
  shows(3, 'says that a mail did not arrive', (look) => {
    const head = look.marked('head')
    const abroad = indexIn(BOUNCE_TEXT_ABROAD, head)
    const at = abroad < 0 ? indexIn(BOUNCE_TEXT, head) : abroad
    return at < 0 ? null : { from: 'text', text: look.whole, at }
  }),
  says(5, 'a post that a list did not take', 'whole', POST_REFUSED),
  says(2, 'shows the code of a mail server', 'whole', SMTP_CODE),
  when(1, 'a mail system speaks of an address', (look) => systemVoice(look)),
  when(-20, 'a receipt of reading or a complaint report', ({ mail }) =>
    /disposition-notification|feedback-report/.test(reportType(mail)),
  ),
  when(-8, 'a responder by its subject', (look) => saysIn(look, 'subject', AUTO_SUBJECT)),
  when(
    -6,
    'somebody passes it on or answers',
    (look) => isReply(look.mail.subject) && look.headers.nullReturnPath === null && !isDaemon(look),
  ),
  when(-5, 'asks something of us', (look) => look.asks > 0 && look.headers.nullReturnPath === null && !isDaemon(look)),
  when(
    -3,
    'somebody tells about it',
    (look) => FIRST_PERSON.test(look.own.slice(0, 3000)) && !isDaemon(look) && look.headers.nullReturnPath === null,
  ),
  says(-6, 'says that it is no machine', 'own', NOT_A_MACHINE),
  when(-6, 'brings a person’s paper', (look) => look.carriedFor !== null),
  when(
    -1.5,
    'a responder speaks of itself',
    (look) => saysIn(look, 'opening', SELF_NAMED) && !saysIn(look, 'bareSubject', BOUNCE_SUBJECT) && !isDaemon(look),
  ),
]

const FIRST_PERSON =
  /\b(?:my|our|we) (?!(?:have|tried|could|were|are|was|server|system|mail ?server|gateway|filter|attempt))|\bi (?:am|sent|typed|tried|got|have|think|need|just|only)\b/i

/** The `report-type` of a multipart/report (RFC 6522), or ''. */
export function reportType(mail: ReadMail): string {
  if (!/^multipart\/report$/i.test(mail.contentType.type)) return ''
  return (mail.contentType.parameters['report-type'] ?? '').toLowerCase()
}

export function isReply(subject: string): boolean {
  return /^\s*(?:\[[^\]]{0,20}\]\s*)?(?:re|fwd?|aw|wg|tr|rv|antw|sv|vs|odp|doorst)\s?:/i.test(subject)
}

function isDaemon(look: Look): boolean {
  return daemonSender(look) !== null
}

export function daemonSender({ mail, local, sender, headers }: Look): Seen | null {
  const field = headerValue(mail, 'from')
  if (local === '') return /<\s*>/.test(field) ? header(`From: ${field}`) : null
  const name = sender.slice(0, sender.lastIndexOf('<')).trim()
  // RFC 5321 4.5.1: postmaster is a mailbox that a person reads, and some sign with their names.
  const isPerson =
    /^postmaster$/i.test(local) && PERSONS_NAME.test(name) && !OFFICE.test(name) && headers.nullReturnPath === null
  if (DAEMON_SENDER.test(local) && !isPerson) return header(`From: ${sender}`)
  return DAEMON_NAME.test(name) ? header(`From: ${sender}`) : null
}

/** A first name and a family name. */
const PERSONS_NAME = /^\p{Lu}\p{L}+(?: \p{Lu}\.)? \p{Lu}[\p{L}'-]+$/u
/** A name of two words that is a system's or a department's. */
const OFFICE =
  /\b(?:mail|e-?mail|post|server|gateway|systems?|services?|delivery|admin\w*|support|desk|team|network|security|internet|message|notif\w*)\b/i

function statusPart({ mail }: Look): Seen | null {
  if (mail.deliveryReport !== null) {
    const recipient = mail.deliveryReport.recipients[0]
    return header(
      `delivery report: ${recipient?.action ?? ''} ${recipient?.status ?? ''} ${recipient?.recipient ?? ''}`,
    )
  }
  const part = mail.attachments.find((file) => /^message\/(?:global-)?delivery-status$/i.test(file.mediaType))
  return part === undefined ? null : { from: `attachment:${part.filename}`, text: part.text ?? part.mediaType, at: 0 }
}

/** The text speaks of "your message" to nobody in particular, or names an address, and greets no person. */
function systemVoice({ whole }: Look): boolean {
  const head = whole.slice(0, 1500)
  if (
    /^\s*(?:hi|hello|dear|good (?:morning|afternoon))\b(?!.{0,20}qmail)/i.test(head) &&
    !/this is the (?:qmail|mail)/i.test(head)
  )
    return false
  return (
    /\b(?:your|the|this|following|original) (?:e-?mail|message|mail|address|recipient)/i.test(head) ||
    /[^\s<>@]{1,64}@[^\s<>@]{3,80}/.test(head)
  )
}

function header(text: string): Seen {
  return { from: 'header', text, at: 0 }
}
