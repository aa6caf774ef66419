/** Papers that have no sort of their own, told by heading and file name: start-up forms, tax papers, authority. */
import type { Attachment } from '../../mail.ts'
import { FURTHER_PAPERS } from '../../process/facts.ts'
import { wordsOfName } from '../../understand/plain.ts'
import type { CaseFile } from '../case-file.ts'
import type { ItemId } from '../items.ts'
import { type Claim, met, type ProvingMail, unfit } from './claim.ts'
import { certified, papersOf } from './documents.ts'
import { otherEntityIn, otherNameProblem } from './entities.ts'
import { isBlank, unreadable, unsigned } from './fitness.ts'
import { lackOf } from './in-force.ts'
import { dayOf, inFile, nameOf, ownSentences, textOfFile } from './place.ts'
import { isOfOtherState } from './states-of-paper.ts'

interface Heading {
  readonly item: ItemId
  readonly says: RegExp
  readonly isFor: (file: CaseFile) => boolean
}

/** Where a heading stands. */
const HEAD = 240

const isQc = (file: CaseFile) => file.family === 'qc'
const isCtEq = (file: CaseFile) => file.family === 'ct-eq'

/** The names of the six start-up forms are likely ones (domain 3.4). A deposit is confirmed by a person only (T15). */
const HEADINGS: readonly Heading[] = [
  {
    item: 'tax-forms',
    says: /\b(?:exemption certificate|certificate of exemption|(?:tax|sales tax|excise tax) exempt\w*|resale certificate|FET (?:certificate|exemption))\b/i,
    isFor: isQc,
  },
  {
    item: 'questionnaire-credit',
    says: /\bcredit (?:application|references?|information|review)\b/i,
    isFor: isQc,
  },
  {
    item: 'questionnaire-authorization',
    says: /\bblanket (?:letter|LOA|authori[sz]ation)\b|\bletter of authori[sz]ation\b[^\n]{0,60}\bcustomer\b|\bLOA\b/i,
    isFor: isQc,
  },
  { item: 'questionnaire-insurance', says: /\bcertificate of (?:liability )?insurance\b/i, isFor: isQc },
  {
    item: 'start-up-authorization',
    says: /\bblanket (?:letter|LOA|agreement|authori[sz]ation)\b|\bletter of authori[sz]ation\b[^\n]{0,60}\bcustomer\b|\bLOA\b/i,
    isFor: isCtEq,
  },
  {
    item: 'start-up-credit',
    says: /\bcredit (?:application|references?|information|review)\b/i,
    isFor: isCtEq,
  },
  {
    item: 'start-up-billing',
    says: /\bbilling (?:and account )?(?:set-?up|account|information|form|contacts?)\b|\baccount (?:set-?up|assignment)\b/i,
    isFor: isCtEq,
  },
  {
    item: 'start-up-contacts',
    says: /\b(?:contact|escalation)s?(?: and escalation)? (?:list|sheet|form|information)\b|\bescalation contacts\b/i,
    isFor: isCtEq,
  },
  {
    item: 'start-up-access',
    says: /\b(?:systems?|OSS|EASE|user|tool) access\b|\buser id request\b/i,
    isFor: isCtEq,
  },
  {
    item: 'start-up-profile',
    says: /\b(?:CLEC|carrier|customer|company) profile\b|\bcarrier application\b/i,
    isFor: isCtEq,
  },
  {
    item: 'certification',
    says: /\bradio station authorization\b|\bFCC (?:licen[sc]e|authorization)\b|\b(?:CMRS|wireless) (?:licen[sc]e|authorization)\b/i,
    isFor: (file) => file.carrierType === 'wireless',
  },
  {
    item: 'sender-authority',
    says: /\bletter of agency\b|\bpower of attorney\b|\b(?:letter of )?authori[sz](?:ation|es)\b[^\n]{0,80}\b(?:represent|act (?:for|on)|its behalf|our behalf)\b/i,
    isFor: () => true,
  },
]

const OF_QUESTIONNAIRE: ReadonlySet<ItemId> = new Set(['tax-forms', ...FURTHER_PAPERS])

export function paperClaims(mail: ProvingMail, file: CaseFile): readonly Claim[] {
  return papersOf(mail).flatMap(({ file: paper, sort }) => {
    if (sort !== 'other' && sort !== 'customer-questionnaire') return []
    const heading = headingOf(paper, file, mail.understanding.abstained)
    if (heading === undefined || isForOtherState(paper, heading, mail, file)) return []
    // The questionnaire asks for what other papers prove.
    if (sort === 'customer-questionnaire' && OF_QUESTIONNAIRE.has(heading.item)) return []
    const problem = problemOf(paper, heading.item, mail, file)
    if (problem !== null) return [unfit(heading.item, inFile(paper), problem)]
    return [heading.item === 'certification' ? certified(paper, mail) : met(heading.item, inFile(paper))]
  })
}

/** A form's text tells of the company; a note of authority says what it is for. */
function isForOtherState(paper: Attachment, { item }: Heading, mail: ProvingMail, file: CaseFile): boolean {
  const company = file.company ?? mail.understanding.company
  return isOfOtherState(textOfFile(paper), file.state, company, item !== 'sender-authority')
}

function headingOf(paper: Attachment, file: CaseFile, byContentOnly: boolean): Heading | undefined {
  const head = textOfFile(paper).trim().slice(0, HEAD)
  const name = byContentOnly ? '' : wordsOfName(paper.filename)
  const fit = HEADINGS.filter((one) => one.isFor(file))
  return fit.find((one) => one.says.test(head)) ?? fit.find((one) => one.says.test(name))
}

const TO_BE_SIGNED: ReadonlySet<ItemId> = new Set([
  'sender-authority',
  'start-up-authorization',
  'questionnaire-authorization',
])

function problemOf(paper: Attachment, item: ItemId, mail: ProvingMail, file: CaseFile): string | null {
  const unread = unreadable(paper, mail.mail)
  if (unread !== null) return unread
  if (isBlank(textOfFile(paper))) return `${nameOf(paper)} is not filled in.`
  const company = file.company ?? mail.understanding.company
  const difference = company === null ? null : otherEntityIn(paper, company)
  if (difference !== null) return otherNameProblem(difference)
  // Without a signature they say nothing; the other forms may come by mail and follow signed on paper (domain 3.4).
  if (TO_BE_SIGNED.has(item)) return unsigned(paper, ownSentences(mail))
  const lack = item === 'certification' ? lackOf(item, textOfFile(paper), dayOf(mail)) : null
  return lack === null ? null : `${nameOf(paper)} ${lack}.`
}
