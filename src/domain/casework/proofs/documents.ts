/** What the attached papers prove, each by its sort (domain 3.9). */
import type { DocumentSort } from '../../labels.ts'
import type { Attachment } from '../../mail.ts'
import { stateName } from '../../states.ts'
import { sortOfText } from '../../understand/documents/titles.ts'
import { codesIn } from '../../understand/facts/codes.ts'
import { wordsOfName } from '../../understand/plain.ts'
import type { CaseFile } from '../case-file.ts'
import type { ItemId } from '../items.ts'
import { agreementEndIn } from './agreement-end.ts'
import { type Claim, met, type ProvingMail, unfit } from './claim.ts'
import { otherEntityIn, otherNameProblem } from './entities.ts'
import { isBlank, isIncomplete, isSaidPartial, signatureIn, unreadable, unsigned } from './fitness.ts'
import { holdsUntil, lackOf, saysEnded } from './in-force.ts'
import { isWithOther } from './parties.ts'
import { dayOf, inFile, nameOf, ownSentences, pageAt, textOfFile } from './place.ts'
import { grantsElsewhere, isOfOtherState } from './states-of-paper.ts'

export interface Paper {
  readonly file: Attachment
  readonly sort: DocumentSort
}

/** The papers of a mail. Where nobody understood the mail, only what a paper's own text says of itself counts. */
export function papersOf({ mail, understanding }: ProvingMail): readonly Paper[] {
  return mail.attachments.map((file, at) => {
    if (!understanding.abstained) return { file, sort: understanding.documents[at] ?? 'other' }
    const told = sortOfText(textOfFile(file))
    return { file, sort: told === null || told === 'agreement' ? 'other' : told }
  })
}

/** Papers of a request that a mail about an amendment or a change of name brings are not this case's. */
const OF_REQUEST: ReadonlySet<DocumentSort> = new Set([
  'agreement-request-form',
  'signed-agreement',
  'redlined-agreement',
  'adoption-letter',
])

export function isAboutOtherAgreement({ understanding }: ProvingMail): boolean {
  const main = understanding.intents[0]?.intent
  return (
    !understanding.abstained &&
    (main === 'amendment-request' || main === 'account-change' || main === 'other-department')
  )
}

/** Papers that are between two companies. Redlines mean negotiation with us, whatever paper they are written on. */
const OF_PARTIES: ReadonlySet<DocumentSort> = new Set([
  'signed-agreement',
  'early-ordering-letter',
  'agreement-request-form',
  'customer-questionnaire',
])

export function relevantPapers(mail: ProvingMail): readonly Paper[] {
  return papersOf(mail).filter(
    ({ file, sort }) =>
      !(OF_REQUEST.has(sort) && isAboutOtherAgreement(mail)) &&
      !(OF_PARTIES.has(sort) && isWithOther(textOfFile(file))),
  )
}

export function documentClaims(mail: ProvingMail, file: CaseFile): readonly Claim[] {
  return relevantPapers(mail).flatMap((paper) => {
    const item = itemOf(paper.sort, file)
    if (item === null || isForOtherState(paper, mail, file) || isOnlyPart(paper)) return []
    return claimsOf(paper, item, mail, file)
  })
}

/** A questionnaire's text tells of the company; its title and its fields tell what it is for. */
function isForOtherState({ file: paper, sort }: Paper, mail: ProvingMail, file: CaseFile): boolean {
  const company = file.company ?? mail.understanding.company
  return isOfOtherState(textOfFile(paper), file.state, company, sort === 'customer-questionnaire')
}

function itemOf(sort: DocumentSort, file: CaseFile): ItemId | null {
  switch (sort) {
    case 'agreement-request-form':
      return 'request-form'
    case 'certification':
    case 'ocn-letter':
      return sort
    case 'customer-questionnaire':
      return file.family === 'ct-eq' ? 'start-up-profile' : 'questionnaire'
    case 'early-ordering-letter':
      return 'early-ordering-letter-signed'
    case 'signed-agreement':
      return 'clec-signature'
    case 'redlined-agreement':
    case 'adoption-letter':
    case 'other':
    case 'decoration':
      return null
  }
}

/** A signed amendment is no signed agreement, and some sections of a questionnaire are not the first one (domain 3.3). */
function isOnlyPart({ file, sort }: Paper): boolean {
  const words = `${wordsOfName(file.filename)}\n${textOfFile(file).slice(0, 160)}`
  if (sort === 'signed-agreement') return /\bamendment\b/i.test(words)
  return (
    sort === 'customer-questionnaire' &&
    ((PART.test(words) && !hasParts(textOfFile(file))) ||
      (/\b(?:updated?|corrected|revised|only)\b/i.test(words) && /\bsections?\b/i.test(words)))
  )
}

const PART = /\b(?:part|half) (?:\d|one|two|i+\b)|\bfirst (?:part|half)\b/i

/** "Part 1: Company … Part 2: Billing": the whole in its parts. */
function hasParts(text: string): boolean {
  const named = [...text.matchAll(/\bpart (\d|one|two|three|i{1,3}\b)/gi)].map(([, number]) => number?.toLowerCase())
  return new Set(named).size > 1
}

const TRACKING_NUMBER = /\bCDS-\d{6}-\d{4}\b/

function claimsOf({ file: paper, sort }: Paper, item: ItemId, mail: ProvingMail, file: CaseFile): readonly Claim[] {
  // Our own letter as a specimen, or a question about it: it comes back signed or proves nothing.
  if (sort === 'early-ordering-letter' && signatureIn(paper) !== 'signed' && !saysReturned(paper, mail)) return []
  const problem = problemOf(paper, sort, mail, file)
  if (problem !== null) return [unfit(item, inFile(paper), problem)]
  const text = textOfFile(paper)
  if (sort === 'ocn-letter') {
    const ocn = ocnIn(text, mail, file.state)
    return [met(item, inFile(paper, ocn === null ? null : new RegExp(`\\b${ocn}\\b`)), ocn)]
  }
  if (sort === 'certification') return [certified(paper, mail)]
  if (sort !== 'signed-agreement') return [met(item, inFile(paper))]
  const number = TRACKING_NUMBER.exec(text)?.[0] ?? null
  const place = inFile(paper, /\b(?:signature page|in witness whereof|\/s\/|docusigned|executed by|signed by)\b|\/s\//i)
  // What came back signed was sent before.
  return [met('draft-issued', inFile(paper, TRACKING_NUMBER), number), met(item, place, number), ...endClaims(paper)]
}

/** A certificate that does, with the day that it names as its end. */
export function certified(paper: Attachment, mail: ProvingMail): Claim {
  const until = holdsUntil(textOfFile(paper), dayOf(mail))
  return { ...met('certification', inFile(paper)), ...(until === null ? {} : { until }) }
}

/** The paper's own code for this state: a mail may bring the letters of several, and a letter several codes. */
function ocnIn(text: string, { understanding }: ProvingMail, state: string | null): string | null {
  const codes = codesIn(text).filter((code) => code.sort === 'ocn' && (code.state ?? state) === state)
  const told = codes.find(({ code }) => code === understanding.identifiers.ocn)
  const best = codes.find((code) => code.state !== null) ?? told ?? codes.find(({ loose }) => !loose) ?? codes[0]
  return best?.code ?? null
}

/** Only a day that is written out; what has to be reckoned is asked (`doubtfulEnds`). */
function endClaims(paper: Attachment): readonly Claim[] {
  const end = agreementEndIn(textOfFile(paper))
  if (end === null || end.day === null) return []
  const place = { attachment: paper.filename, page: pageAt(paper, end.at), quote: end.quote }
  return [met('agreement-end', place, end.day)]
}

export interface DoubtfulEnd {
  readonly filename: string
  readonly quote: string
}

/** Ends that signed agreements name and that a person has to read. */
export function doubtfulEnds(mail: ProvingMail): readonly DoubtfulEnd[] {
  return relevantPapers(mail).flatMap((paper) => {
    const end = paper.sort === 'signed-agreement' && !isOnlyPart(paper) ? agreementEndIn(textOfFile(paper.file)) : null
    return end !== null && end.day === null ? [{ filename: paper.file.filename, quote: end.quote }] : []
  })
}

function saysReturned(paper: Attachment, { mail, understanding }: ProvingMail): boolean {
  if (understanding.abstained) return false
  const words = `${wordsOfName(paper.filename)} ${mail.subject} ${mail.text.slice(0, 8_000)}`
  return /\b(?:signed|executed|countersigned|return(?:ing|ed)?)\b/i.test(words)
}

function problemOf(paper: Attachment, sort: DocumentSort, mail: ProvingMail, file: CaseFile): string | null {
  const text = textOfFile(paper)
  const isShown = sort === 'certification' || sort === 'ocn-letter'
  const lack = isShown ? lackOf(sort, text, dayOf(mail), wordsOfName(paper.filename)) : null
  const unread = unreadable(paper, mail.mail)
  // What its name says is over is over, whether anybody can read it or not.
  if (unread !== null) return lack !== null && saysEnded(`${lack}.`) ? `${nameOf(paper)} ${lack}.` : unread
  const isForm = sort === 'agreement-request-form' || sort === 'customer-questionnaire'
  if (isForm && isBlank(text)) return `${nameOf(paper)} is not filled in.`
  const company = file.company ?? mail.understanding.company
  const difference = company === null ? null : otherEntityIn(paper, company)
  if (difference !== null) return otherNameProblem(difference)
  if (lack !== null) return `${nameOf(paper)} ${lack}.`
  const elsewhere = sort === 'certification' ? grantsElsewhere(text) : null
  if (elsewhere !== null)
    return `${nameOf(paper)} is of the commission of ${stateName(elsewhere.office)} and says that it is for ${stateName(elsewhere.served)}.`
  if (sort === 'customer-questionnaire' && (isIncomplete(text) || isSaidPartial(ownSentences(mail))))
    return `${nameOf(paper)} is not complete in all sections.`
  const isToBeSigned = sort === 'signed-agreement' || sort === 'early-ordering-letter'
  return isToBeSigned ? unsigned(paper, ownSentences(mail)) : null
}
