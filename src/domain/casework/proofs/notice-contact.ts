/**
 * Whom a request form names for notices (domain 3.1), who may be another than whoever sends it. A form that comes again
 * with another one changes nothing: who is notified is changed by a person only (T15).
 */
import { plain } from '../../understand/plain.ts'
import type { CaseFile } from '../case-file.ts'
import { type Claim, met, type ProvingMail } from './claim.ts'
import { relevantPapers } from './documents.ts'
import { inFile, nameOf, textOfFile } from './place.ts'
import { isOfOtherState } from './states-of-paper.ts'

const KIND = '(?:(?:legal|official|formal|contractual?|contract|agreement) )?'
/** "Notice contact", "Contact for notices", "Notices to", "Legal notice address", "Person to receive notices". */
const FIELD = new RegExp(
  `^[ \\t*•-]*(?:\\(?[0-9a-z]{1,2}[.)][ \\t]{1,3})?(?:${KIND}notices? (?:contact|to|address(?:ee)?|recipient|party|person|attn)|(?:contact|person|recipient|name|address)(?: person)?(?: \\(?for| of| to receive)? \\(?${KIND}notices?\\b|(?:send|direct|address) ${KIND}notices? to|${KIND}notices?[ \\t]*(?=[:|\\t]))[^:|\\t\\n]{0,30}(?::|\\||\\t| {2})[ \\t:|]*(\\S[^\\n]{0,240})$`,
  'im',
)
const ADDRESS = /[^\s<>,;:"()]+@[^\s<>,;:"()]+\.[a-z]{2,}/i

/** What the form's own field says; it names nobody where it is empty. */
export function noticeContactClaims(mail: ProvingMail, { state, company }: CaseFile): readonly Claim[] {
  for (const { file, sort } of relevantPapers(mail)) {
    const text = textOfFile(file)
    if (sort !== 'agreement-request-form' || isOfOtherState(text, state, company)) continue
    const field = fieldIn(text)
    if (field === null) continue
    const address = ADDRESS.exec(field)?.[0]
    const [name = '', title = ''] = field.replace(ADDRESS, '').split(/\s*[,;<>|(]\s*/)
    // One word alone is a town more often than a person.
    if (!/^\p{L}[^\d]{2,60}$/u.test(name) || (address === undefined && !/\S\s+\S/.test(name.trim()))) continue
    // Without an address, the office that they hold tells more than a name.
    const rest = address ?? (/^\p{L}[^\d]*$/u.test(title) ? title : '')
    return [met('notice-contact', inFile(file, FIELD), [name.trim(), rest].filter((one) => one !== '').join(', '))]
  }
  return []
}

function fieldIn(text: string): string | null {
  return FIELD.exec(plain(text))?.[1]?.trim() ?? null
}

/** In a sentence; null: none of the papers names another one. */
export function otherNoticeContact(mail: ProvingMail, file: CaseFile): string | null {
  const known = file.items['notice-contact']
  const ours = ADDRESS.exec(known?.value ?? '')?.[0].toLowerCase()
  if (known?.state !== 'met' || ours === undefined) return null
  for (const { file: paper, sort } of relevantPapers(mail)) {
    const field = sort === 'agreement-request-form' ? fieldIn(textOfFile(paper)) : null
    const theirs = ADDRESS.exec(field ?? '')?.[0].toLowerCase()
    if (field !== null && theirs !== undefined && theirs !== ours)
      return `${nameOf(paper)} names ${field} as contact for notices, and the case has ${known.value}`
  }
  return null
}
