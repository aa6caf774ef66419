/** What a mail says of the request: who, where, which agreement and which way, whom to notify (domain 3.1). */

import { fileNameIn } from '../../page-of.ts'
import { wantsAgreement } from '../../process/facts.ts'
import { formWayIn } from '../../understand/facts/agreement/form-way.ts'
import type { Understanding } from '../../understanding.ts'
import type { CaseFile, Route } from '../case-file.ts'
import { routeOf } from '../case-file.ts'
import { isIntroduced } from '../introduction.ts'
import { asksForOthers } from '../parties.ts'
import { checklistElection } from './checklist.ts'
import { type Claim, met, type Place, type ProvingMail, unfit } from './claim.ts'
import { isAboutOtherAgreement, type Paper, relevantPapers } from './documents.ts'
import { electionIn } from './election.ts'
import { isSameEntity } from './entities.ts'
import { noticeContactClaims } from './notice-contact.ts'
import { inFile, inOwnWords, literal, textOfFile } from './place.ts'
import { isOfOtherState } from './states-of-paper.ts'
import { tariffElection } from './tariff.ts'

export interface RouteClaim {
  readonly route: Route
  /** The wording leaves open whether it asks to negotiate: the clock runs to be safe (domain 4.2). */
  readonly doubtful: boolean
  readonly place: Place
}

export function requestClaims(mail: ProvingMail, file: CaseFile, sentences: readonly string[]): readonly Claim[] {
  const { understanding } = mail
  if (understanding.abstained) return []
  const { company, states, agreement, contact } = understanding
  const isOwn = company !== null && (file.company === null || isSameEntity(company, file.company))
  return [
    ...(isOwn ? [met('legal-name', evidenceOf(understanding, 'company', company), company)] : []),
    ...(file.state !== null && states.includes(file.state)
      ? [met('state', evidenceOf(understanding, 'states', file.state), file.state)]
      : []),
    ...(agreement !== null && agreement === file.agreement && !isAboutOtherAgreement(mail)
      ? [met('agreement-type', evidenceOf(understanding, 'agreement', agreement), agreement)]
      : []),
    ...noticeContactClaims(mail, file),
    ...(contact === null
      ? []
      : [met('notice-contact', evidenceOf(understanding, 'contact', contact.email), contactWords(contact))]),
    ...(isIntroduced(mail.mail.from[0]?.address ?? '', file)
      ? []
      : authorityClaims(sentences, file, asksForOthers(understanding))),
  ]
}

function contactWords({ name, email }: { readonly name: string; readonly email: string }): string {
  return [name, email].filter((word) => word !== '').join(', ')
}

const FOR_ANOTHER =
  /\b(?:[Oo]n behalf of (?:our|my|the) client|[Oo]ur client\b|[Mm]y client\b|[Ww]e represent\b|I represent\b|[Tt]his firm represents|(?:[Cc]ounsel|[Aa]ttorneys?|[Cc]onsultants?) for \p{Lu})/u

/** Of several companies at most one is the writer's own. */
const FOR_SEVERAL = /\bon behalf of\b|\bcounsel\b|\battorneys?\b|\brepresent(?:s|ing)?\b|\bclients?\b|\bconsultants?\b/i

/** Whoever writes for another company, and was not introduced by it, has to show that it may, before drafts go out (domain T9). */
function authorityClaims(sentences: readonly string[], file: CaseFile, isOneOfSeveral: boolean): readonly Claim[] {
  if (file.items['sender-authority'] !== undefined || !wantsAgreement(file)) return []
  const place = inOwnWords(sentences, FOR_ANOTHER) ?? (isOneOfSeveral ? inOwnWords(sentences, FOR_SEVERAL) : null)
  const words = 'a mail on behalf of the company, without a note of the company that authorizes the sender.'
  return place === null ? [] : [unfit('sender-authority', place, words)]
}

const OPEN_TO_CHANGES =
  /\b(?:reserves? (?:the|our|its) rights?|as a starting point|starting point|subject to (?:review|changes)|may (?:have|propose|want) (?:some )?(?:changes|edits|redlines))\b/i
const SIGNS_WITH_RESERVE = /\b(?:sign|execute|accept|take)\b[^.;?!]{0,80}\breserves? (?:the|our|its) rights?\b/i
const SOUNDS_LIKE_NEGOTIATION =
  /\bnegotiat\w+|\bsections? 25[12]\b|\b25[12](?:\/25[12])?\b|\bbona fide request\b|\bdiscuss(?:ing)? (?:an?|the|our) (?:\w+ )?agreement\b/i
/** "Will request negotiation": what is announced is not requested yet. */
const ANNOUNCES =
  /\b(?:will|shall|intends? to|plans? to|expects? to|going to)\b[^.?]{0,30}\brequest\w*\b[^.?]{0,40}\bnegotiat/i
/** What the understanding calls the words that a way was read from. */
const EVIDENCE: Partial<Record<Route, string>> = { commercial: 'agreement' }

/** The way that a mail chooses; null when it says nothing of it. Redlines mean negotiation, whatever the letter says. */
export function routeClaim(mail: ProvingMail, file: CaseFile, sentences: readonly string[]): RouteClaim | null {
  const papers = relevantPapers(mail)
  const company = file.company ?? mail.understanding.company
  const isOfCase = (paper: Paper) => !isOfOtherState(textOfFile(paper.file), file.state, company, true)
  const redline = papers.find((one) => one.sort === 'redlined-agreement' && isOfCase(one))
  if (redline !== undefined) return { route: 'negotiate', doubtful: false, place: inFile(redline.file) }
  const adoption = papers.find((one) => one.sort === 'adoption-letter' && isOfCase(one))
  if (adoption !== undefined) return { route: 'opt-in', doubtful: false, place: inFile(adoption.file) }
  return mail.understanding.abstained || isAboutOtherAgreement(mail) ? null : saidRoute(mail, file, sentences)
}

function saidRoute(mail: ProvingMail, file: CaseFile, sentences: readonly string[]): RouteClaim | null {
  const { understanding } = mail
  const tariff = file.state === 'CO' ? tariffElection(sentences) : null
  if (tariff !== null) return { route: 'tariff', doubtful: false, place: tariff }
  const route = routeOf(understanding.path, understanding.agreement)
  // Asking what can be adopted, and how, adopts nothing (domain 7.1).
  if (route === 'opt-in') {
    const elects = electionIn(sentences)
    if (elects !== null) return { route, doubtful: false, place: elects }
    const formed = formRoute(mail)
    if (formed?.route === 'opt-in') return formed
    const ticked = checklistElection(mail, file)
    return ticked === null ? null : { route, doubtful: false, place: ticked }
  }
  const formed = formRoute(mail)
  if (formed?.doubtful === true) return formed
  if (route !== null) {
    const open =
      route === 'template-as-is'
        ? inOwnWords(sentences, OPEN_TO_CHANGES)
        : (announcedIn(sentences, route) ?? signsWithReserve(sentences, route))
    return {
      route,
      // A dispute over negotiations speaks their words without asking for any.
      doubtful: open !== null || (route === 'negotiate' && mail.givesNotice === true),
      place: open ?? evidenceOf(understanding, EVIDENCE[route] ?? 'path', route),
    }
  }
  if (formed !== null && file.route === null) return formed
  const isRequest = understanding.intents.some(({ intent }) => intent === 'agreement-request')
  const sounds = isRequest && file.route === null ? inOwnWords(sentences, SOUNDS_LIKE_NEGOTIATION) : null
  return sounds === null ? null : { route: 'negotiate', doubtful: true, place: sounds }
}

/** "We will sign your template, but reserve the right to propose changes" is neither way yet, whichever it reads like. */
function signsWithReserve(sentences: readonly string[], route: Route): Place | null {
  const asks = sentences.some((one) => SOUNDS_LIKE_NEGOTIATION.test(one))
  return route === 'negotiate' && !asks ? inOwnWords(sentences, SIGNS_WITH_RESERVE) : null
}

/** Nothing in the mail speaks of negotiating but what announces a request for it. */
function announcedIn(sentences: readonly string[], route: Route): Place | null {
  const speaking = route === 'negotiate' ? sentences.filter((one) => /\bnegotiat/i.test(one)) : []
  return speaking.every((one) => ANNOUNCES.test(one)) ? inOwnWords(speaking, ANNOUNCES) : null
}

/** What the request form chooses, where the mail itself leaves the way open. */
function formRoute(mail: ProvingMail): RouteClaim | null {
  for (const { file, sort } of relevantPapers(mail)) {
    const form = sort === 'agreement-request-form' ? formWayIn(textOfFile(file)) : null
    const place = form === null ? null : inFile(file, literal(form.text))
    if (form === null || place === null) continue
    if (form.way !== null) return { route: form.way, doubtful: false, place }
    // Ticked beside another way, it may be a request to negotiate: the clock runs to be safe (domain 4.2).
    if (form.negotiates) return { route: 'negotiate', doubtful: true, place }
  }
  return null
}

/** What the choice itself proves besides: the request to negotiate, the election of the tariff. */
export function claimsOfRoute({ route, doubtful, place }: RouteClaim): readonly Claim[] {
  if (doubtful) return []
  return [
    met('route', place, route),
    ...(route === 'negotiate' ? [met('negotiation-request', place)] : []),
    ...(route === 'tariff' ? [met('tariff-election', place)] : []),
  ]
}

/** Where the reading of a mail stands in it; else the reading itself. */
export function evidenceOf(understanding: Understanding, what: string, otherwise: string): Place {
  const found = understanding.evidence.find((one) => one.for === what)
  if (found === undefined) return { attachment: null, page: null, quote: otherwise }
  return { attachment: fileNameIn(found.from), page: found.page ?? null, quote: found.quote }
}
