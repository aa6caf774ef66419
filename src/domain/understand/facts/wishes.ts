import type { DocumentSort } from '../../labels.ts'
import type { Reading } from '../reading.ts'

/**
 * Small wishes beside praise: "it's fine, really, only three points", "acceptable in general; we ask only to change
 * 5.4". Any wish to change terms is a wish to negotiate (domain 7.1).
 */
const WISHES =
  /\b(?:only|just) (?:these |the )?(?:one|two|three|four|five|a few|some|a couple of|\d) (?:[\w-]+ )?(?:points?|changes?|wishes|clauses?|sections?|edits?)\b(?! (?:of contact|to (?:sign|note|ask)))|\b(?:asks?|want|wish|like|need) (?:only |just )?to (?:change|delete|strike|soften|cap) (?:[\w§.]+ ){0,3}?(?:\d+\.\d+|clause|section|article|the audit|the deposit|the insurance|the indemnity)|\b(?:we'd|we would|we'll) (?:just |only )?(?:strike|delete|cross out) (?:the|section|clause|\d)/i
/** "No changes; only two sections concern us", "just a few edits to the form's address": not what a template says. */
const NOT_OF_TERMS = /\b(?:questions?|address|spelling|typo|the form|questionnaire)\b/i

/** Whether the writer's own words, or the remarks of a request form, wish a few terms of the paper changed. */
export function wishesChanges(ground: {
  readonly reading: Reading
  readonly documents: readonly DocumentSort[]
}): boolean {
  const { reading, documents } = ground
  const forms = reading.mail.attachments
    .filter((_, at) => documents[at] === 'agreement-request-form')
    .map((file) => `attachment:${file.filename}`)
  return reading.sentences.some(
    ({ place, from, text }) =>
      (place === 'newest' || (place === 'file' && forms.includes(from))) &&
      WISHES.test(text) &&
      !NOT_OF_TERMS.test(text),
  )
}
