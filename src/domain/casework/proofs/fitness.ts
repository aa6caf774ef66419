/** Whether a paper that came in does: it can be opened and read, is filled in and signed. */
import type { Attachment, ProblemCode, ReadMail } from '../../mail.ts'
import { isSigned } from '../../understand/documents/signatures.ts'
import { FOLLOWS_FIELD, FOLLOWS_WORDS } from './further-words.ts'
import { nameOf, textOfFile } from './place.ts'

const UNREADABLE: ReadonlySet<ProblemCode> = new Set([
  'damaged-file',
  'not-read',
  'picture',
  'attachment-limit',
  'size-limit',
  'time-limit',
  'memory-limit',
])

/** Below this a machine guessed more letters than it read. */
const LEGIBLE = 0.5

/** Why nobody can read it, in words that the CLEC may read; null when it can be read. */
export function unreadable(file: Attachment, mail: ReadMail): string | null {
  const codes = mail.problems
    .filter((one) => one.detail.startsWith(`${file.filename || file.mediaType}:`))
    .map((one) => one.code)
  const text = textOfFile(file).trim()
  if (text === '' && codes.includes('encrypted')) return `${nameOf(file)} is locked; please send it without a password.`
  const isUnclear = file.textConfidence !== undefined && file.textConfidence < LEGIBLE
  if (
    isUnclear ||
    (text === '' && (file.text !== null || file.bytes === 0 || codes.some((code) => UNREADABLE.has(code))))
  )
    return `${nameOf(file)} could not be read; please send a clearer copy or the original file.`
  return null
}

/** Fields of a form, and those of them that nobody filled in (`Label: -`, lines to write on). */
export function fieldsOf(text: string): { readonly all: number; readonly empty: number } {
  const fields = text.match(/^[^\n:|]{2,80}:[ \t]*[^\n]*$/gm) ?? []
  return { all: fields.length, empty: fields.filter((field) => /:[ \t]*(?:(?:-|_+)[ \t]*)?$/.test(field)).length }
}

/** Forms with fewer fields tell nothing. */
const FEW = 5

export function isBlank(text: string): boolean {
  const { all, empty } = fieldsOf(text)
  return all >= FEW && empty / all >= 0.8
}

const LEFT_OPEN = /^[^\n:|]{2,80}:[ \t]*(?:to be (?:completed|provided|filled in|determined)|to follow|tbd)\b/im

/** The first questionnaire has to be complete in all sections (domain 3.3). An empty field may not apply; one left for later does. */
export function isIncomplete(text: string): boolean {
  if (LEFT_OPEN.test(text.replace(FOLLOWS_FIELD, ''))) return true
  const { all, empty } = fieldsOf(text)
  return all >= FEW && empty / all >= 0.4
}

const OF_QUESTIONNAIRE =
  /\bquestionn?aires?\b|\bsections?\b|\bpages?\b|\bfields?\b|\bthe (?:billing|tax|credit|rest)\b/i
const PARTIAL =
  /\b(?:except|but for|apart from|aside from|other than|save for|excluding|all but|all sections but|part(?:ly|ially)|in part|half|almost|nearly|mostly|incomplete|not (?:all|every|complete|finished|done)|still (?:empty|blank|open|missing|outstanding|owed?s?|due|to (?:come|do|fill))|remains? (?:empty|blank|open|to)|(?:is|are) (?:missing|outstanding|blank|empty|to follow|due)|left (?:blank|empty|open|out)|only sections?|(?:will|to) follow|follows? (?:later|next|soon|separately))\b/i

/** Whether the writer says that the questionnaire is not complete in all sections (domain 3.3). */
export function isSaidPartial(sentences: readonly string[]): boolean {
  return sentences.some(
    (one) =>
      PARTIAL.test(one.replace(FOLLOWS_WORDS, '')) &&
      OF_QUESTIONNAIRE.test(one) &&
      !/\b(?:no|nothing|none|not) (?:\w+ ){0,3}(?:blank|empty|open|missing|outstanding|incomplete)\b/i.test(one),
  )
}

/** A line to sign on that nobody signed. */
const LINE_TO_SIGN = /\b(?:By|Signature|Signed|Sign here)\s?:?[ \t]*(?:_{3,}|\.{4,}|-{3,}|(?:-[ \t]*)?$)|^_{3,}$/im

/**
 * Whether somebody signed a paper. Ink leaves no letters, and many a signature is a name below the last line: that
 * nobody signed is said only of a text that shows an empty line to sign on and no mark of a signature.
 */
export function signatureIn(file: Attachment): 'signed' | 'unsigned' | 'unknown' {
  const text = textOfFile(file)
  if (isSigned(text) || /^Digital signature: present/m.test(text)) return 'signed'
  const isScan = text.trim() === '' || file.textFrom === 'picture' || file.textFrom === 'both'
  return !isScan && LINE_TO_SIGN.test(text) ? 'unsigned' : 'unknown'
}

const SAYS_UNSIGNED =
  /\bunsigned\b|\bnot (?:yet |been )?(?:signed|executed)\b|\b(?:signature|signed (?:copy|original|page|letter|version)|signing)s? (?:will |is |are |shall )?(?:to )?(?:follow|come)s?\b|\bsigned (?:one|copy|original)[^.]{0,20}\blater\b/i

/** Whether the covering letter says that what it brings is still to be signed. */
export function isSaidUnsigned(sentences: readonly string[]): boolean {
  return sentences.some((one) => SAYS_UNSIGNED.test(one) && !/\?\s*$/.test(one))
}

/** Why a paper that somebody has to sign does not do, in words that the CLEC may read; null: it does. */
export function unsigned(file: Attachment, sentences: readonly string[]): string | null {
  const shown = signatureIn(file)
  const isUnsigned = shown === 'unsigned' || (shown === 'unknown' && isSaidUnsigned(sentences))
  return isUnsigned ? `We see no signature in ${nameOf(file)}.` : null
}
