import type { Reading } from '../reading.ts'
import { sentencesIn } from '../reading.ts'

/**
 * Signs that a person's matter is in a mail, whatever carried it. These outweigh every soft sign of a machine: taking a
 * person for a machine loses a request, the other way round costs a glance.
 */

const ASKS =
  /(?:\bplease (?:send|provide|change|update|advise|confirm|add|take|let (?:me|us)|note that|see|find|help|give|tell|issue|reverse|point|process|treat|consider|acknowledge|assign|call)|\bkindly\b|\b(?:could|can|would|will) you\b|\bwe (?:would like|'d like|need|want|request|wish|are (?:requesting|asking)|hereby)|\bi (?:would like|'d like|need|want|wish)\b|\b(?:attached|enclosed) (?:is|are|please|find|you)|\b(?:is|are|here's|here is) (?:the )?attached\b|\bhereby\b|\brequests? (?:for )?(?:negotiat|an? (?:interconnection|agreement))|\bwhere (?:is|are|do|does)\b|\bhow (?:do|does|can|long)\b)/i

/** Whether the newest text asks or hands in something, an absence's own "please contact …" aside. */
export function asksForSomething(reading: Reading): boolean {
  return sentencesIn(reading, 'newest').some(
    (sentence) => (ASKS.test(sentence.text) || /\?\s*$/.test(sentence.text)) && !STAND_IN.test(sentence.text),
  )
}

/** What absence notes and receipts ask of everybody. */
const STAND_IN =
  /(?:\b(?:urgent|emergenc|immediate|in my absence|until (?:then|my return)|in the meantime|dringend|urgence|urgente)\b|please (?:contact|call|send anything|keep (?:that|this)|type your reply|do not reply|direct)|additional comments|reply to this e-?mail|above this line|number in the subject)/i

const SCANNER =
  /(?:\bscanned (?:document|image|file|from|and sent)|\b(?:was|been) scanned\b|\bscan (?:to|from)\b|\bnumber of images\b|\battachment file type\b|\bdevice (?:location|name|model)\b|\bmultifunction\b|\bMFP\b|\bworkcentre\b|\bprinter\b[^.]{0,40}\bscan)/i
const WEB_FORM =
  /(?:\b(?:visitor|user|customer|someone|person)\b[^.]{0,40}\b(?:submitted|filled|completed|sent)\b[^.]{0,40}\bform\b|\b(?:contact|web|online|inquiry|enquiry)[ -]?form\b|\bsubmitted (?:the|a|your|via|through)\b[^.]{0,40}\bform\b|\bform submission\b)/i

/** Whether a device or a web form carried a person's mail: its text says so, and there is a file or a filled field. */
export function carriedForPerson(reading: Reading): boolean {
  const text = `${reading.subject}\n${reading.newest.slice(0, 4000)}`
  if (SCANNER.test(text) && reading.mail.attachments.length > 0) return true
  return (
    WEB_FORM.test(text) &&
    /^\s*(?:name|full name|e-?mail|from|company|message|phone|comments?)\s?:/im.test(reading.newest)
  )
}

/** Words of the newest text, up to 400. */
export function newestWords(reading: Reading): number {
  return reading.newest.split(/\s+/, 400).filter((word) => word !== '').length
}
