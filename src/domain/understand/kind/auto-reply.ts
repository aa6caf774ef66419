import type { ReadMail } from '../../mail.ts'
import { evidence } from '../quote.ts'
import type { Reading } from '../reading.ts'
import { reportType } from './bounce.ts'
import type { KindFinding } from './finding.ts'
import type { HeaderFacts } from './header-facts.ts'
import { asksForSomething, carriedForPerson, newestWords } from './person.ts'
import {
  ABSENCE_SUBJECT,
  ABSENCE_TEXT,
  AUTO_REPLY_SUBJECT,
  AUTOMATIC_TEXT,
  NO_REPLY_SENDER,
  RECEIPT_SUBJECT,
  RECEIPT_TEXT,
} from './wording.ts'

/** A machine answering a mail: absence notes, receipts of tickets and of reading (RFC 8098), calendar answers (RFC 5546). */
export function autoReplyFinding(reading: Reading, facts: HeaderFacts): KindFinding | null {
  return (
    byHeader(reading, facts) ??
    byCalendar(reading) ??
    bySubject(reading, facts) ??
    byReceipt(reading, facts) ??
    byAbsence(reading, facts)
  )
}

function byHeader(reading: Reading, facts: HeaderFacts): KindFinding | null {
  if (reportType(reading.mail) === 'disposition-notification')
    return found('header', 'Content-Type: multipart/report; report-type=disposition-notification')
  const submitted = facts.autoSubmitted
  if (submitted !== null && /^\s*auto-replied\b/i.test(submitted.value))
    return found('header', `${submitted.name}: ${submitted.value}`)
  const field = facts.autoReplyField
  if (field !== null && !carriedForPerson(reading)) return found('header', `${field.name}: ${field.value}`)
  if (submitted === null || carriedForPerson(reading)) return null
  return answers(reading) ? found('header', `${submitted.name}: ${submitted.value}`) : null
}

/** Whether an auto-generated mail answers one of ours: by its thread fields or by its words. */
function answers(reading: Reading): boolean {
  const { mail, subject } = reading
  if (AUTO_REPLY_SUBJECT.test(mail.subject) || AUTO_REPLY_SUBJECT.test(subject) || ABSENCE_SUBJECT.test(subject))
    return true
  if (ABSENCE_TEXT.test(mail.text.slice(0, 2000)) || RECEIPT_TEXT.test(mail.text.slice(0, 2000))) return true
  return mail.inReplyTo.length > 0 && !/\bunsubscribe\b/i.test(mail.text)
}

function byCalendar(reading: Reading): KindFinding | null {
  const answer = calendarAnswer(reading.mail)
  return answer !== null && newestWords(reading) > 60 && asksForSomething(reading) ? null : answer
}

function calendarAnswer(mail: ReadMail): KindFinding | null {
  if (/calendar/i.test(mail.contentType.type) && mail.contentType.parameters.method === 'reply')
    return found('header', 'Content-Type: text/calendar; method=REPLY')
  const part = mail.attachments.find(
    (file) => /calendar|\/ics$/i.test(file.mediaType) && /^METHOD:REPLY\b/im.test(file.text?.slice(0, 4000) ?? ''),
  )
  return part === undefined ? null : found(`attachment:${part.filename}`, 'METHOD:REPLY')
}

function bySubject(reading: Reading, facts: HeaderFacts): KindFinding | null {
  const subject = reading.mail.subject.replace(/^\s*\[(?:ext|external)[^\]]{0,20}\]\s*/i, '')
  if (!AUTO_REPLY_SUBJECT.test(subject)) return null
  // "Read: our proposal" or "Accepted: with two changes" can be a person's headline; the short forms need support.
  const short = /^\s*(?:read|not read|gelesen|lu|leído|accepted|declined|tentative|auto)\s?:/i.test(subject)
  if (short && asksForSomething(reading) && facts.nullReturnPath === null) return null
  return found('subject', reading.mail.subject)
}

function byReceipt(reading: Reading, facts: HeaderFacts): KindFinding | null {
  if (asksForSomething(reading) || carriedForPerson(reading) || newestWords(reading) > 200) return null
  const text = RECEIPT_TEXT.exec(reading.newest.slice(0, 4000)) ?? AUTOMATIC_TEXT.exec(reading.newest.slice(0, 4000))
  if (text === null) return null
  const local = reading.mail.from[0]?.address.split('@', 1)[0] ?? ''
  const desk =
    /^(?:support|help|helpdesk|service|servicedesk|itsm|tickets?|jira|desk|info|no-?reply)/i.test(local) ||
    NO_REPLY_SENDER.test(local)
  const supported =
    facts.deskField !== null || RECEIPT_SUBJECT.test(reading.subject) || facts.nullReturnPath !== null || desk
  if (!supported && !/above this line|this is an? auto/i.test(text[0])) return null
  return {
    kind: 'auto-reply',
    evidence: [evidence('auto-reply', 'text', reading.newest, text.index), ...deskEvidence(facts)],
  }
}

/** An absence note without any machine's header: the absence stands early in a short text that wants nothing of us. */
function byAbsence(reading: Reading, facts: HeaderFacts): KindFinding | null {
  if (asksForSomething(reading) && facts.nullReturnPath === null) return null
  if (newestWords(reading) > 150) return null
  const early = reading.newest.slice(0, 700)
  const text = ABSENCE_TEXT.exec(early)
  const supported =
    facts.nullReturnPath !== null || ABSENCE_SUBJECT.test(reading.subject) || facts.precedenceBulk !== null
  const selfNamed = /\b(?:vacation|auto)[ -]?(?:responder|reply)\b/i.test(early) && !/\bnot an? auto/i.test(early)
  if (text === null && !(supported && selfNamed)) return null
  if (reading.mail.attachments.some((file) => !file.inline)) return null
  const alone = supported || selfNamed || awayUntil(early)
  return alone
    ? { kind: 'auto-reply', evidence: [evidence('auto-reply', 'text', reading.newest, text?.index ?? 0)] }
    : null
}

/** An absence with its end or a stand-in, and hardly anything else: what a responder says. */
function awayUntil(text: string): boolean {
  if (text.length > 650) return false
  return (
    /\b(?:until|through|back (?:on|in)|return(?:ing)?|bis|jusqu|hasta|fino al|tot(?: en met)?|até|upon my return|when i(?:'m| am) back)\b/i.test(
      text,
    ) && /\b(?:urgent|immediate|contact|call|instead|dringend|urgence|urgente|e-?mails?|messages?)\b/i.test(text)
  )
}

function deskEvidence(facts: HeaderFacts) {
  return facts.deskField === null
    ? []
    : [evidence('auto-reply', 'header', `${facts.deskField.name}: ${facts.deskField.value}`)]
}

function found(from: string, words: string): KindFinding {
  return { kind: 'auto-reply', evidence: [evidence('auto-reply', from, words)] }
}
