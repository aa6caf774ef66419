/** Says which leaves of a mail could run something where a person opens them. What is in documents their readers say. */
import { isProgram } from '../domain/files/program.ts'
import { hasActiveMarkup, MARKUP_TYPE } from '../text/active-markup.ts'
import type { ProblemLog } from './problems.ts'

const MARKUP_EXTENSION = /\.(?:x?html?|svg|mht|mhtml)$/i
/** Of markup, so much is looked at. */
const MARKUP_BYTES = 1024 * 1024

export function noteActiveFile(head: Buffer, mediaType: string, filename: string, problems: ProblemLog): void {
  const name = filename || mediaType
  if (isProgram(mediaType, filename)) problems.note('active-content', `${name}: a program; it is never opened`)
  if (!MARKUP_TYPE.test(mediaType) && !MARKUP_EXTENSION.test(filename)) return
  noteActiveMarkup(head.toString('latin1', 0, MARKUP_BYTES), name, problems)
}

export function noteActiveMarkup(text: string, name: string, problems: ProblemLog): void {
  if (hasActiveMarkup(text)) problems.note('active-content', `${name}: it holds scripts; they are never run`)
}
