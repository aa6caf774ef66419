/** Whether somebody picks parts of another's agreement: adoption is whole or not at all (47 CFR 51.809, domain 3.6). */
import type { ReadMail } from '../mail.ts'

const PICKING =
  /\b(?:only|just|solely|limited to)\b[^.\n]{0,60}\b(?:sections?|articles?|attachments?|appendi(?:x|ces)|exhibits?|terms of)\b|\b(?:adopt|opt(?:ing)? in(?:to)?|port)\b[^.\n]{0,40}\b(?:sections?|articles?|attachments?|appendi(?:x|ces)) \d/i

export function picksParts(mail: Pick<ReadMail, 'text'>): boolean {
  return PICKING.test(mail.text.slice(0, 20_000))
}
