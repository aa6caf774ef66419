/** Whether somebody picks parts of another's agreement: adoption is whole or not at all (47 CFR 51.809, domain 3.6). */
import type { ReadMail } from '../mail.ts'

const PICKING =
  /\b(?:only|just|solely|limited to)\b[^.\n]{0,60}\b(?:sections?|articles?|attachments?|appendi(?:x|ces)|exhibits?|terms of)\b|\b(?:adopt|opt(?:ing)? in(?:to)?|port)\b[^.\n]{0,40}\b(?:sections?|articles?|attachments?|appendi(?:x|ces)) \d/i

/** Sections 251 and 252 are of the Act, not of an agreement. */
const OF_THE_ACT = /\b(?:sections?|§+) ?25[12]\b(?:\([a-z0-9]\))*/gi

export function picksParts(mail: Pick<ReadMail, 'text'>): boolean {
  const text = mail.text.slice(0, 20_000).replace(OF_THE_ACT, 'the Act')
  return PICKING.test(text)
}
