import { evidence } from '../quote.ts'
import type { Reading } from '../reading.ts'
import { reportType } from './bounce.ts'
import type { KindFinding } from './finding.ts'
import { type HeaderFacts, headerValue } from './header-facts.ts'
import { asksForSomething, carriedForPerson, newestWords } from './person.ts'
import { NO_REPLY_SENDER } from './wording.ts'

const REPORT_SUBJECT =
  /^\s*(?:\[preview\]\s*)?(?:report domain:|dmarc (?:aggregate|report)|tls-?rpt|report-id:|complaint about message from \d)|\breport[ -]id:\s?\S/i
const REPORT_FILE = /^[^!\s]{3,120}!(?:[^!\s]{3,120}!)\d{9,10}!\d{9,10}/
const SIGNING =
  /(?:\benvelope (?:id|digest)\b|\belectronic signature (?:service|platform)|\bdocusign\b|\badobe (?:acrobat )?sign\b|\bhellosign\b|\bpandadoc\b|\b(?:view|review) (?:completed |the )?documents?\b|\b(?:all parties|everyone) (?:have|has) (?:completed|signed)|\bdocuments? (?:has|have) been (?:completed|signed|voided|viewed)|\bwaiting for other signers\b|\bdo not share this (?:e-?mail|link)\b)/i
const SUBSCRIPTION =
  /(?:\bunsubscribe\b|\bsubscri(?:bed|ption)\b|\bleave the list\b|\bmanage (?:your )?(?:reminders|preferences|notifications|subscription)|\b(?:view|read) (?:it |this |on |in )?(?:the |in )?(?:web|browser|online)|\byou (?:are receiving|receive|get|got|received) this (?:e-?mail|message|notice)|\bmailing preferences\b|\bdo not reply to this (?:e-?mail|message)|\bnewsletter\b|\babmelden\b|\bse désabonner\b|\bdarse de baja\b)/i

/** Machine mail that answers nothing: newsletters, notices, invitations, reports. List fields alone never suffice. */
export function bulkFinding(reading: Reading, facts: HeaderFacts): KindFinding | null {
  return (
    byReport(reading) ??
    byInvitation(reading, facts) ??
    bySigning(reading) ??
    bySubscription(reading, facts) ??
    byGenerated(reading, facts)
  )
}

function byReport(reading: Reading): KindFinding | null {
  const { mail } = reading
  if (reportType(mail) === 'feedback-report')
    return found('header', 'Content-Type: multipart/report; report-type=feedback-report')
  if (reportType(mail) === 'tlsrpt') return found('header', 'Content-Type: multipart/report; report-type=tlsrpt')
  const file = mail.attachments.find((part) => REPORT_FILE.test(part.filename))
  if (file !== undefined) return found(`attachment:${file.filename}`, file.filename)
  const part = mail.attachments.find((one) => /^message\/feedback-report$/i.test(one.mediaType))
  if (part !== undefined && !asksForSomething(reading)) return found(`attachment:${part.filename}`, part.mediaType)
  return REPORT_SUBJECT.test(reading.subject) && newestWords(reading) < 80 ? found('subject', mail.subject) : null
}

/** An invitation without a word of its own; with a personal text it is that person's mail. */
function byInvitation(reading: Reading, facts: HeaderFacts): KindFinding | null {
  const { mail } = reading
  const part = mail.attachments.find(
    (file) =>
      /calendar|\/ics$/i.test(file.mediaType) &&
      /^METHOD:(?:REQUEST|CANCEL|PUBLISH)\b/im.test(file.text?.slice(0, 4000) ?? ''),
  )
  const whole = /calendar/i.test(mail.contentType.type)
  if (part === undefined && !whole) return null
  if (facts.autoSubmitted !== null || NO_REPLY_SENDER.test(localPart(reading)) || /calendar/i.test(localPart(reading)))
    return found('header', `From: ${mail.from[0]?.address ?? ''}`)
  return !asksForSomething(reading) &&
    /^(?:invitation|updated invitation|cancell?ed|einladung|invitación|convocation)\b/i.test(reading.subject)
    ? found('subject', mail.subject)
    : null
}

function bySigning(reading: Reading): KindFinding | null {
  if (!machineSender(reading)) return null
  const text = SIGNING.exec(reading.newest.slice(0, 6000))
  if (text === null) return null
  return { kind: 'bulk', evidence: [evidence('bulk', 'text', reading.newest, text.index)] }
}

function bySubscription(reading: Reading, facts: HeaderFacts): KindFinding | null {
  const field = facts.bulkField ?? facts.precedenceBulk ?? facts.autoSubmitted
  if (field === null && !machineSender(reading)) return null
  if (facts.listPost !== null || carriedForPerson(reading)) return null
  const text = SUBSCRIPTION.exec(reading.mail.text.slice(0, 20_000))
  if (text === null) return null
  // A person's letter through a list: it greets, asks, and its list footer stands behind the signature.
  if (
    field !== facts.autoSubmitted &&
    asksForSomething(reading) &&
    /^\s*(?:hi|hello|dear|good (?:morning|afternoon|day)|greetings|to )\b/i.test(reading.newest) &&
    reading.signature !== ''
  )
    return null
  const header = field === null ? [] : [evidence('bulk', 'header', `${field.name}: ${field.value}`)]
  return { kind: 'bulk', evidence: [...header, evidence('bulk', 'text', reading.mail.text, text.index)] }
}

/** `Auto-Submitted: auto-generated` (RFC 3834 5.1) that answers nothing and carries no person's matter. */
function byGenerated(reading: Reading, facts: HeaderFacts): KindFinding | null {
  const field = facts.autoSubmitted
  const unread = /^(?:no-?_?\.?reply|do-?not-?reply)/i.test(localPart(reading))
  if ((field === null && !unread) || carriedForPerson(reading)) return null
  if (field !== null) return found('header', `${field.name}: ${field.value}`)
  if (asksForSomething(reading)) return null
  return headerValue(reading.mail, 'reply-to') === ''
    ? found('header', `From: ${reading.mail.from[0]?.address ?? ''}`)
    : null
}

/** A role nobody reads, or a name "… via Service". */
function machineSender(reading: Reading): boolean {
  const from = reading.mail.from[0]
  return (
    from !== undefined &&
    (NO_REPLY_SENDER.test(localPart(reading)) ||
      /\bvia\b/i.test(from.name) ||
      /(?:docusign|adobesign|echosign|hellosign|dropboxsign|pandadoc|signnow)/i.test(from.address))
  )
}

function localPart(reading: Reading): string {
  return reading.mail.from[0]?.address.split('@', 1)[0] ?? ''
}

function found(from: string, words: string): KindFinding {
  return { kind: 'bulk', evidence: [evidence('bulk', from, words)] }
}
