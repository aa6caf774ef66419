/**
 * Which items of a case a mail proves, each with the place that shows it. A mail that nobody understood proves what its
 * papers say of themselves, and nothing by its intent. Pure: states and families are placed before (`open-cases.ts`).
 */
import { isExecuted, isMet, isUnderTheAct, wantsAgreement } from '../process/facts.ts'
import { applyAll } from './apply.ts'
import type { CaseFile, Route } from './case-file.ts'
import type { CaseChange } from './change.ts'
import { mayNegotiate } from './day-zero.ts'
import type { ItemId } from './items.ts'
import { answersOurs, heldBack } from './proofs/answers-ours.ts'
import { carrierLearned, carrierTypeIn } from './proofs/carrier-type.ts'
import { type Claim, met, type Place, type ProvingMail } from './proofs/claim.ts'
import { documentClaims, isAboutOtherAgreement, relevantPapers } from './proofs/documents.ts'
import {
  type EntityDifference,
  isOtherNameProblem,
  isSameEntity,
  namesEntity,
  otherEntityIn,
  otherNameProblem,
} from './proofs/entities.ts'
import { filingClaims } from './proofs/filing.ts'
import { furtherClaims, sumOfPapers } from './proofs/further-papers.ts'
import { optInClaims } from './proofs/opt-in.ts'
import { paperClaims } from './proofs/papers.ts'
import { inFile, ownSentences } from './proofs/place.ts'
import { claimsOfRoute, evidenceOf, type RouteClaim, requestClaims, routeClaim } from './proofs/request.ts'
import { takenBack } from './proofs/taken-back.ts'
import { taxClaims } from './proofs/tax.ts'
import { weighed } from './proofs/weigh.ts'
import { wordClaims } from './proofs/words.ts'

export type { ProvingMail } from './proofs/claim.ts'
export { type EntityDifference, isSameEntity } from './proofs/entities.ts'

export function proofsIn(mail: ProvingMail, file: CaseFile): readonly CaseChange[] {
  if (mail.understanding.kind !== 'human' || file.closed !== null) return []
  const sentences = ownSentences(mail)
  const route = routeClaim(mail, file, sentences)
  const routed = routeChanges(route, file)
  const known = [...factChanges(mail, file, sentences), ...routed]
  const head = [...known, ...receiptChanges(mail, file, applyAll(file, known), route)]
  const chosen = applyAll(file, head)
  const claims = [
    ...requestClaims(mail, chosen, sentences),
    ...(route !== null && chosen.route === route.route && !chosen.routeDoubtful ? claimsOfRoute(route) : []),
    ...(route !== null && asksAnyway(route, chosen) ? [met('negotiation-request', route.place)] : []),
    ...documentClaims(mail, file),
    ...paperClaims(mail, file),
    ...filingClaims(mail, file),
    ...taxClaims(mail, file, sentences),
    ...furtherClaims(mail, file, sentences),
    // Also while a person still decides on the way: what the mail names is not asked for again when it is chosen.
    ...(chosen.route === 'opt-in' || route?.route === 'opt-in' ? optInClaims(mail, chosen) : []),
    ...wordClaims(mail, file, sentences),
  ]
  const others = claims.filter((claim) => !answersOurs(claim))
  const changes = [...head, ...weighed(others, file, mail), ...takenBack(others, file, mail)]
  const signing = claims.filter(answersOurs)
  const named = [...changes, ...nameChanges(mail, file, applyAll(file, [...changes, ...weighed(signing, file, mail)]))]
  const said = [...named, ...weighed(saysAll(mail, applyAll(file, named)), applyAll(file, named), mail)]
  const all = [...said, ...weighed(heldBack(signing, applyAll(file, said)), file, mail)]
  return [...all, ...sumOfPapers(mail, applyAll(file, all))]
}

/**
 * What the papers of a mail prove, without its words: those were said of the case as it was when they came. A mail that
 * is judged again proves by this what its papers show of the case as it is now (`papers-anew.ts`).
 */
export function paperProofs(mail: ProvingMail, file: CaseFile): readonly CaseChange[] {
  if (mail.understanding.kind !== 'human') return []
  const claims = [...documentClaims(mail, file), ...paperClaims(mail, file)]
  const others = claims.filter((claim) => !answersOurs(claim))
  const changes = [...weighed(others, file, mail), ...takenBack(others, file, mail)]
  const known = applyAll(file, changes)
  return [...changes, ...weighed(heldBack(claims.filter(answersOurs), known), known, mail)]
}

/** Facts of the head that the case lacks. */
function factChanges(mail: ProvingMail, file: CaseFile, sentences: readonly string[]): readonly CaseChange[] {
  const { abstained, company, agreement } = mail.understanding
  if (abstained) return []
  const { type, asks } = carrierLearned(file, carrierTypeIn(sentences))
  const facts = {
    ...(file.company === null && company !== null ? { company } : {}),
    ...(agreement !== null && mayRetype(file) && file.agreement !== agreement ? { agreement } : {}),
    ...(type === null ? {} : { carrierType: type }),
  }
  return [
    ...(Object.keys(facts).length === 0 ? [] : [{ change: 'facts-learned', ...facts } as const]),
    ...(asks === null ? [] : [asks]),
  ]
}

/** Not after a person said which agreement it is, or it was sent; and never away from one that is negotiated. */
function mayRetype(file: CaseFile): boolean {
  if (file.agreement === null) return true
  const known = file.items['agreement-type']
  const isPersons = known !== undefined && known.proof.by !== 'system'
  return !isPersons && !isMet(file, 'draft-issued') && file.route !== 'negotiate' && !file.routeDoubtful
}

/**
 * A choice of the way. Towards negotiation a mail leads by itself, so that the clock runs; away from it, or after the
 * agreement was sent, only a person does.
 */
function routeChanges(claim: RouteClaim | null, file: CaseFile): readonly CaseChange[] {
  if (claim === null) return []
  const { route, doubtful } = claim
  const known = file.items.route
  // A person's choice stays, and the same person hears that negotiation is asked for now.
  if (known !== undefined && known.proof.by !== 'system')
    return route === 'negotiate' && !doubtful && file.route !== route ? otherWay(route, file) : []
  // Words that open what was taken as it stands put it in question, also later (domain 7.1).
  const isReopened = doubtful && route !== 'negotiate' && !file.routeDoubtful
  if (file.route === route && (file.routeDoubtful === doubtful || (known !== undefined && !isReopened))) return []
  const isOpen = file.route === null || file.route === route
  if (isOpen) return [{ change: 'route-chosen', route, doubtful }]
  const isFree = !isMet(file, 'draft-issued') && (route === 'negotiate' || file.route !== 'negotiate')
  if (isFree && !doubtful) return [{ change: 'route-chosen', route, doubtful }]
  // Doubtful words where negotiation was not asked for so far: the clock runs, the way stays (domain 4.2).
  if (isFree) return file.routeDoubtful ? [] : [{ change: 'route-chosen', route: file.route ?? route, doubtful: true }]
  return otherWay(route, file)
}

function otherWay(route: Route, file: CaseFile): readonly CaseChange[] {
  const why = `${OTHER_WAY}: ${route} instead of ${file.route}`
  return file.needsPerson === null ? [{ change: 'needs-person', why }] : []
}

/** What begins the sentence that asks a person. */
export const OTHER_WAY = 'the mail speaks of another way to the agreement'

/** The way stays until a person says otherwise; that negotiation is asked for is on record at once (T2). */
function asksAnyway(claim: RouteClaim | null, file: CaseFile): boolean {
  if (claim === null || claim.route !== 'negotiate' || claim.doubtful) return false
  return file.route !== 'negotiate' && isUnderTheAct(file) && !isExecuted(file)
}

/** The first mail that asks to negotiate, or may ask it, is the receipt from which the clocks count (domain 4.2, T2). */
function receiptChanges(
  mail: ProvingMail,
  before: CaseFile,
  file: CaseFile,
  claim: RouteClaim | null,
): readonly CaseChange[] {
  const isKnown = before.requestedAt === undefined ? mayNegotiate(before) : before.requestedAt !== null
  if (isKnown || !(mayNegotiate(file) || asksAnyway(claim, file))) return []
  const asks = claim?.route === 'negotiate' || claim?.doubtful || (file.route === null && asksForAgreement(mail))
  return asks ? [{ change: 'request-received', at: mail.receivedAt }] : []
}

/** Asking which agreements there are is no request for one. */
function asksForAgreement(mail: ProvingMail): boolean {
  const { abstained, intents } = mail.understanding
  return !abstained && !isAboutOtherAgreement(mail) && intents.some(({ intent }) => intent === 'agreement-request')
}

/** Items whose papers name the legal entity. */
const NAMING: readonly ItemId[] = [
  'request-form',
  'certification',
  'ocn-letter',
  'questionnaire',
  'clec-signature',
  'early-ordering-letter-signed',
]

/** Papers of another entity put the name in question, which holds up the draft (domain T8); the right papers settle it. */
function nameChanges(mail: ProvingMail, before: CaseFile, file: CaseFile): readonly CaseChange[] {
  const known = before.items['legal-name']
  if (known !== undefined && known.proof.by !== 'system') return []
  const { company } = file
  if (company === null) return []
  const differences = paperDifferences(mail, company)
  const [first] = differences
  const common = { item: 'legal-name' as const, at: mail.receivedAt }
  const proofOf = ({ attachment, page, quote }: Place) => ({
    ...{ messageId: mail.id, attachment, page, quote, by: 'system' },
  })
  if (first !== undefined) {
    const problem = differences.map(otherNameProblem).join(' ')
    if (known?.problem === problem) return []
    return [{ change: 'item-problem', ...common, problem, proof: proofOf(first) }]
  }
  if (
    file.items['legal-name']?.state !== 'problem' ||
    NAMING.some((item) => isOtherNameProblem(file.items[item]?.problem))
  )
    return []
  const right = relevantPapers(mail).find((paper) => paper.sort !== 'other' && namesEntity(paper.file, company))
  if (right === undefined) return []
  return [{ change: 'item-met', ...common, value: company, proof: proofOf(inFile(right.file)) }]
}

/** Domain 3.1: a mail needs no form when it says all that the form asks; what it needs at least is usable (2.2, 3a). */
function saysAll(mail: ProvingMail, file: CaseFile): readonly Claim[] {
  const { understanding } = mail
  const isRequest = understanding.intents.some(
    ({ intent }) => intent === 'agreement-request' || intent === 'opt-in-inquiry',
  )
  if (understanding.abstained || !isRequest || !wantsAgreement(file) || file.items['request-form'] !== undefined)
    return []
  const needed: readonly ItemId[] = ['legal-name', 'state', 'agreement-type', 'notice-contact']
  // Papers of another entity put the name in question, not whether it was given: the draft waits, no form does.
  const isNamed = (item: ItemId) => item === 'legal-name' && isOtherNameProblem(file.items[item]?.problem)
  if (!needed.every((item) => isMet(file, item) || isNamed(item))) return []
  return [met('request-form', evidenceOf(understanding, 'agreement', mail.mail.subject))]
}

/** All that names another legal entity than the case: its papers, and the mail itself (domain T8). */
export function differencesOf(file: CaseFile, ...mails: readonly ProvingMail[]): readonly EntityDifference[] {
  return mails.flatMap((mail) => {
    const company = file.company ?? mail.understanding.company
    return company === null ? [] : [...ownDifference(mail, company), ...paperDifferences(mail, company)]
  })
}

function ownDifference({ understanding }: ProvingMail, expected: string): readonly EntityDifference[] {
  const { abstained, company } = understanding
  if (abstained || company === null || isSameEntity(company, expected)) return []
  return [{ ...evidenceOf(understanding, 'company', company), expected, found: company }]
}

function paperDifferences(mail: ProvingMail, company: string): readonly EntityDifference[] {
  return relevantPapers(mail).flatMap(({ file, sort }) => {
    const isNaming =
      sort !== 'other' && sort !== 'decoration' && sort !== 'redlined-agreement' && sort !== 'adoption-letter'
    const difference = isNaming ? otherEntityIn(file, company) : null
    return difference === null ? [] : [difference]
  })
}
