/** Whether a paper that came in does: it can be opened and read, is filled in and signed. */
import type { Attachment, ProblemCode, ReadMail } from '../../mail.ts'
import { isSigned } from '../../understand/documents/signatures.ts'
import { textOfFile } from './place.ts'

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
  const codes = mail.problems.filter((one) => one.detail.startsWith(`${file.filename}:`)).map((one) => one.code)
  const text = textOfFile(file).trim()
  if (text === '' && codes.includes('encrypted'))
    return `${file.filename} is locked; please send it without a password.`
  const isUnclear = file.textConfidence !== undefined && file.textConfidence < LEGIBLE
  if (
    isUnclear ||
    (text === '' && (file.text !== null || file.bytes === 0 || codes.some((code) => UNREADABLE.has(code))))
  )
    return `${file.filename} could not be read; please send a clearer copy or the original file.`
  return null
}

/** Fields of a form, and those of them that nobody filled in (`Label: -`, lines to write on). */
export function fieldsOf(text: string): { readonly all: number; readonly empty: number } {
  const fields = text.match(/^[^\n:|]{2,80}:[ \t]*[^\n]*$/gm) ?? []
  return { all: fields.length, empty: fields.filter((field) => /:[ \t]*(?:-|_+)?[ \t]*$/.test(field)).length }
}

/** Forms with fewer fields tell nothing. */
const FEW = 5

export function isBlank(text: string): boolean {
  const { all, empty } = fieldsOf(text)
  return all >= FEW && empty / all >= 0.8
}

/** The first questionnaire has to be complete in all sections (domain 3.3); single fields may not apply. */
export function isIncomplete(text: string): boolean {
  const { all, empty } = fieldsOf(text)
  return all >= FEW && empty / all >= 0.4
}

/** Ink on a scan leaves no letters: only of a file with text of its own can be said that nobody signed it. */
export function lacksSignature(file: Attachment): boolean {
  const text = textOfFile(file)
  if (text.trim() === '' || file.textFrom === 'picture' || file.textFrom === 'both') return false
  return !isSigned(text) && !/^Digital signature: present/m.test(text)
}
