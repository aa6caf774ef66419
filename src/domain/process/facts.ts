/** Questions about a case that several steps ask. */
import type { CaseFile, Route } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import type { Intent } from '../labels.ts'

/** Done or waived. A problem is not, whatever the head of the case says; some items are also told by the head. */
export function isMet(file: CaseFile, item: ItemId): boolean {
  // Words that leave the way open put an earlier choice in question (domain 4.2).
  if (item === 'route' && file.routeDoubtful) return false
  const entry = file.items[item]
  return entry === undefined ? toldByHead(file, item) : entry.state !== 'problem'
}

export function areMet(file: CaseFile, items: readonly ItemId[]): boolean {
  return items.every((item) => isMet(file, item))
}

export function hasProblem(file: CaseFile, item: ItemId): boolean {
  return file.items[item]?.state === 'problem'
}

/** What a lead negotiator waits for (domain 2.2 ordering 2; NEG17). */
export const LEAD_AFTER = ['negotiation-request', 'request-form'] as const satisfies readonly ItemId[]

function toldByHead(file: CaseFile, item: ItemId): boolean {
  switch (item) {
    case 'legal-name':
      return file.company !== null
    case 'state':
      return file.state !== null
    case 'agreement-type':
      return file.agreement !== null || file.route === 'commercial'
    case 'route':
      return file.route !== null && !file.routeDoubtful
    case 'lead-negotiator':
      // Whose case it is by its state is no lead negotiator before there is something to lead (domain 2.2 ordering 2).
      return file.negotiator !== null && file.route === 'negotiate' && areMet(file, LEAD_AFTER)
    default:
      return false
  }
}

/** Mail that asks for an agreement, as against mail about one. An inquiry about adoptions asks for none until it elects. */
const REQUEST: Intent = 'agreement-request'
/** Mail about an agreement of this company in this state: both have to be known to find it. */
const ABOUT_ONE: ReadonlySet<Intent> = new Set([
  'opt-in-inquiry',
  'early-ordering-letter',
  'amendment-request',
  'customer-questionnaire',
  'signed-agreement',
  'supporting-document',
  'network-readiness',
])
/** Once one of these is in, the case runs through the process, whatever its first mail wanted. */
const UNDER_WAY: readonly ItemId[] = ['request-form', 'negotiation-request', 'tariff-election', 'draft-issued']

export function wantsAgreement(file: CaseFile): boolean {
  return file.route !== null || isUnderWay(file) || file.intent === REQUEST
}

/** A later mail asked for an agreement, or a person chose the way to one: what the first mail wanted is past. */
export function isUnderWay(file: CaseFile): boolean {
  if (typeof file.requestedAt === 'number' || file.items.route !== undefined) return true
  return UNDER_WAY.some((item) => isMet(file, item))
}

export function isAboutOne(file: CaseFile): boolean {
  return file.intent !== null && ABOUT_ONE.has(file.intent)
}

/** An agreement under 47 U.S.C. 251/252, which the commission approves; neither a commercial one nor the tariff. */
export function isUnderTheAct(file: CaseFile): boolean {
  return file.route !== 'commercial' && file.route !== 'tariff' && file.agreement !== 'commercial'
}

export function isReseller(file: CaseFile): boolean {
  return file.carrierType === 'reseller' || (file.carrierType === null && file.agreement === 'resale')
}

/** Where resellers need no certificate (NEG17; domain T1 and 4.4). */
export const RESELLERS_EXEMPT: ReadonlySet<string | null> = new Set(['CO', 'IA'])

export function needsCertificate(file: CaseFile): boolean {
  return !(isReseller(file) && RESELLERS_EXEMPT.has(file.state))
}

export function hasCertificate(file: CaseFile): boolean {
  return !needsCertificate(file) || isMet(file, 'certification')
}

/** What a way to the agreement wants of the CLEC besides the request (domain 2.2 step 3c). */
const OF_ROUTE: Readonly<Record<Route, readonly ItemId[]>> = {
  'template-as-is': ['request-form'],
  negotiate: ['request-form', 'negotiation-request'],
  'opt-in': ['request-form', 'adopted-agreement', 'amendments-choice'],
  tariff: ['tariff-election'],
  commercial: ['request-form'],
}

/** The request can be worked with: who, where, what and which way (domain 2.2, 3a: "ARF usable"). */
export function isUsable(file: CaseFile): boolean {
  if (!areMet(file, ['legal-name', 'state'])) return false
  if (isMet(file, 'draft-issued')) return true
  return isMet(file, 'route') && file.route !== null && areMet(file, OF_ROUTE[file.route])
}

/** Both have signed. */
export function isExecuted(file: CaseFile): boolean {
  return areMet(file, ['clec-signature', 'carrier-signature'])
}

/** The commission said no. */
export function isRejected(file: CaseFile): boolean {
  return hasProblem(file, 'approved')
}

/**
 * Domain 2.2, step 7: the agreement is signed and its approval pending or given, or a commercial agreement exists. For
 * the tariff of Colorado its election stands in the agreement's place.
 */
export function hasAgreement(file: CaseFile): boolean {
  if (file.route === 'tariff') return isMet(file, 'tariff-election')
  return isExecuted(file) && !(isUnderTheAct(file) && isRejected(file))
}

export const QUESTIONNAIRE_ITEMS = ['questionnaire', 'ocn-letter'] as const satisfies readonly ItemId[]
/** What the questionnaire may name besides, by its answers (domain 2.2 step 4b). */
export const FURTHER_PAPERS = [
  'questionnaire-credit',
  'questionnaire-authorization',
  'questionnaire-insurance',
] as const satisfies readonly ItemId[]
export const START_UP_FORMS = [
  'start-up-profile',
  'start-up-credit',
  'start-up-billing',
  'start-up-contacts',
  'start-up-authorization',
  'start-up-access',
] as const satisfies readonly ItemId[]
/** The eight forms and documents, and the deposit (FORMS; domain 3.4). */
export const START_UP_ITEMS = [
  'certification',
  'ocn-letter',
  ...START_UP_FORMS,
  'start-up-deposit',
] as const satisfies readonly ItemId[]

/** What the family wants to know of a new customer before it can order; empty while the family is unknown. */
export function setUpItems(file: CaseFile): readonly ItemId[] {
  if (file.family === 'qc') return QUESTIONNAIRE_ITEMS
  if (file.family === 'ct-eq')
    return START_UP_ITEMS.filter((item) => item !== 'certification' || needsCertificate(file))
  return []
}

export function isSetUp(file: CaseFile): boolean {
  return file.family !== null && areMet(file, setUpItems(file))
}
