/** A form that comes again with another contact for notices: who is notified is changed by a person only (T15). */
import type { CaseFile } from '../case-file.ts'
import type { ProvingMail } from './claim.ts'
import { relevantPapers } from './documents.ts'
import { nameOf, textOfFile } from './place.ts'

const FIELD = /^[ \t]*(?:notice contact|contact for notices|notices? to)[^:\n]{0,30}:[ \t]*(\S[^\n]{0,160})$/im
const ADDRESS = /[^\s<>,;:"()]+@[^\s<>,;:"()]+\.[a-z]{2,}/i

/** In a sentence; null: none of the papers names another one. */
export function otherNoticeContact(mail: ProvingMail, file: CaseFile): string | null {
  const known = file.items['notice-contact']
  const ours = ADDRESS.exec(known?.value ?? '')?.[0].toLowerCase()
  if (known?.state !== 'met' || ours === undefined) return null
  for (const { file: paper, sort } of relevantPapers(mail)) {
    const field = sort === 'agreement-request-form' ? FIELD.exec(textOfFile(paper))?.[1]?.trim() : undefined
    const theirs = ADDRESS.exec(field ?? '')?.[0].toLowerCase()
    if (field !== undefined && theirs !== undefined && theirs !== ours)
      return `${nameOf(paper)} names ${field} as contact for notices, and the case has ${known.value}`
  }
  return null
}
