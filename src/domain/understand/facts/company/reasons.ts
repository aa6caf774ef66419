import type { Place } from '../../reading.ts'
import { STATES } from '../states/names.ts'
import { AFTER, BEFORE } from './cues.ts'
import type { FieldOwner } from './labels.ts'
import { FAMILY, OTHER_TRADE, PERHAPS_OTHER_TRADE, PROFESSION, TRADE, UTILITY_BODY } from './name-words.ts'
import type { Reason } from './points.ts'
import type { Writer } from './writer.ts'

/** One place where a name stands, with the words around it in the same sentence. */
export interface Surroundings {
  readonly name: string
  readonly hasForm: boolean
  readonly place: Place
  /** Among the last lines of what the writer wrote. */
  readonly isAtEnd: boolean
  readonly before: string
  readonly after: string
  /** The whole line or paragraph, and the line below it. */
  readonly line: string
  readonly below: string
  readonly field: FieldOwner
  readonly writer: Writer
}

const PLACE_REASON: Record<Place, Reason> = {
  subject: 'in the subject',
  newest: 'in the new text',
  signature: 'in the signature',
  file: 'in a file',
  quoted: 'in the quoted text',
  name: 'in a file name',
}

const ADOPTION =
  /(?<!\badvice )\badopt|\bopt(?:s|ed|ing)?[ -]?in|\b252 ?\(i\)|\bsame (?:terms|agreement|one|deal|contract)|\bMFN\b|\bt(?:ak(?:e|es|ing)|ook) over\b|\bsteps? into\b/i
/** An advice adoption letter adopts a product, and nobody's agreement. */
const ADVICE = /\badvice[ -]adoption\b|\bAAL\b/i
/** "The Colorado adoption of Tern Networks, LLC was executed": it adopts. */
const IS_DONE =
  /^[,)]? (?:was|is|has been|will be|were) (?:now |duly |fully )?(?:executed|signed|filed|approved|sent|received|submitted|docketed|pending|complete)\b/i
/** The object of an adoption: nothing between but the agreement's own words. */
const ADOPTED_BEFORE =
  /\b(?:adopt(?:s|ed|ing|ion)?|opt(?:s|ed|ing)?[ -]?in(?:to)?|mfn (?:in)?to|tak(?:e|es|ing) over|stepp?(?:s|ing)? into|elects|get|copy|clone)\b(?:, in (?:its|their) entirety,)?(?:[^.,;:-]|-(?=\w)){0,90}$/i
const AGREEMENT_OF =
  /\b(?:agreements?|ICAs?|contracts?|terms|deal|those in effect)\b[^.;:,]{0,40}\b(?:of|with|held by|by|and|that)\s*(?:the )?$/i
const BETWEEN = /\bbetween\b[^.;]{2,70}\band\s*$/i
/** The last of these: "the adoption of the Tern agreement by", "the notice of adoption of". */
const ITS_OWN_BEFORE =
  /\b(?:for|behalf of|client,?|in favou?r of|by which|we,?|us,|name of|adoption by|adopt(?:ed|able|ing)? by [^.;:]{0,60}\(?|adoption of [^.;:]{3,80} by|(?:notice|letter|election|request) of adoption (?:of|by|from))\s*(?:the )?$/i
const HAS_ONE =
  /^(?!(?: (?:already|still|has|have|had|got|long|always|now))+ (?:(?:its|their|an? .{0,30}of (?:its|their)) own)\b)(?:'s|')?,?\s*(?:(?:already|just|now|also|still) )*(?:(?:has|have|had|got|gets?|holds?|enjoys?|made|negotiated|struck|entered)\b(?! (?:been|elected|decided|completed|chosen|reviewed|asked|requested|submitted|filed))|signed\b(?! (?:the )?(?:adoption|letter|form))|already(?! (?:a )?party)|agreement|ICA|interconnection agreement|contract|deal|, ?approved|\((?:docket|approved|case|agreement|[A-Z]{1,4}[-\d]))/i

/** "… of Tern Net, he's got one with you": of its people. */
const THEY_HAVE_ONE =
  /^[^.;!?]{0,40}(?:,|-|–|\band\b) ?(?:who|he|she|they)(?:'s|’s|'ve|’ve| has| have| had)? (?:already |just )?(?:got|has|have|had|signed|made) (?:one|an? (?:agreement|ICA|contract|deal))\b/i

/** All reasons that one mention gives. */
export function reasonsAt(here: Surroundings): Set<Reason> {
  const reasons = new Set<Reason>([PLACE_REASON[here.place]])
  for (const [reason, pattern] of BEFORE) if (pattern.test(here.before)) reasons.add(reason)
  if (here.place === 'subject' && SUBJECT_FROM.test(here.before)) reasons.add('writer speaks for it')
  for (const [reason, pattern] of AFTER) if (pattern.test(here.after)) reasons.add(reason)
  if (here.field === 'legal') reasons.add('field legal name')
  if (here.field === 'carrier') reasons.add('field carrier')
  if (here.field === 'giver') reasons.add('assigns it')
  if (here.field === 'other') reasons.add('field of somebody else')
  if (isAdopted(here, reasons)) reasons.add('adopted carrier')
  if (here.place === 'file' && SIGNED_BELOW.test(`${here.after}\n${here.below}`)) reasons.add('signs in a file')
  if (here.writer.isAgent && here.isAtEnd && SIGNS_FOR.test(here.before)) reasons.add('client')
  if (here.writer.isUnder(here.line)) reasons.add('under the writer')
  addTrade(here, reasons)
  settle(reasons)
  // "Agents for: A · B · C" says nothing about this mail.
  if (reasons.has('client') && /^\s*[·/|;•]/.test(here.after)) reasons.delete('client')
  return reasons
}

/** "Orr & Vance, Attorneys / for Tern Telephone Company", below a letter. */
const SIGNS_FOR = /^\W{0,3}(?:for|representing|obo|o\/b\/o)\s+(?:the )?$/i
const SUBJECT_FROM = /(?:^|\b)(?:from|of|this is) (?:\p{Lu}\p{Ll}+ (?:at|of|with) )?(?:the )?$/u
const SIGNED_BELOW = /^[\s:,]{0,4}(?:\([^)]{0,30}\)[\s:,]{0,3})?(?:by\b|signature\b|signed\b|\/s\/|name:|its:|title:)/i

function isAdopted(here: Surroundings, reasons: ReadonlySet<Reason>): boolean {
  if (here.place === 'signature' || here.field === 'legal' || here.field === 'carrier') return false
  const object = ADOPTED_BEFORE.test(here.before)
  if (!object && here.writer.domainSpells(here.name)) return false
  const hasOne = HAS_ONE.test(here.after) || THEY_HAVE_ONE.test(here.after)
  if (ADVICE.test(here.line) || (object && IS_DONE.test(here.after))) return false
  if (ITS_OWN_BEFORE.test(here.before) || reasons.has('client') || (reasons.has('it acts') && !hasOne)) return false
  if (!ADOPTION.test(here.line)) return false
  return object || AGREEMENT_OF.test(here.before) || BETWEEN.test(here.before) || hasOne
}

function addTrade(here: Surroundings, reasons: Set<Reason>): void {
  const { writer, name } = here
  const isCarrierName = name.split(/[\s.,]+/).some((word) => TRADE.test(word))
  const isTheWriters = writer.domainSpells(name)
  const isBare = !here.hasForm
  if (isBare) {
    reasons.add('no legal form')
    if (here.isAtEnd && isAlone(here)) reasons.add('line of the signature')
  }
  if (
    OTHER_TRADE.test(name) ||
    (PROFESSION.test(name) && !isCarrierName) ||
    (((PERHAPS_OTHER_TRADE.test(name) && !isTownsUtility(name)) || (FAMILY.test(name) && !isCarrierName)) &&
      !(isTheWriters && (isCarrierName || (!AGENCY.test(name) && (isBare || !writer.isAgent)))))
  )
    reasons.add('other trade')
  else if (writer.bearsNameOf(name) && (isBare || !isCarrierName)) reasons.add('firm of the writer')
  else if (isTheWriters && writer.isAgent && !isCarrierName && !reasons.has('client')) reasons.add('firm of the writer')
  else if (isTheWriters) reasons.add('domain of the writer')
  else if (writer.textDomainSpells(name)) reasons.add('domain in the text')
}

/** "Farmtown Agency" insures; "Desert Network Agency" is a carrier. */
const AGENCY = /\bAgen(?:cy|ts)\b/i

function isTownsUtility(name: string): boolean {
  return UTILITY_BODY.test(name) && !STATES.some(([, state]) => name.startsWith(state))
}

/** The line is the name, perhaps with a title before it or a state behind it. */
function isAlone(here: Surroundings): boolean {
  return /^(?:[\p{L} &/-]{0,40},)?\s*$/u.test(here.before) && /^[\s,]*(?:\(?[\p{L} .]{2,20}\)?)?\s*$/u.test(here.after)
}

/** Where two reasons exclude each other the telling one stays. */
function settle(reasons: Set<Reason>): void {
  if (reasons.has('new name')) reasons.delete('former name')
  // "Our affiliate Kim Telephone Co. terminates …": it acts itself.
  if (reasons.has('it acts')) reasons.delete('parent or affiliate')
  if (reasons.has('holds it afterwards')) {
    reasons.delete('gone after the deal')
    reasons.delete('former name')
  }
  if (reasons.has('client')) reasons.delete('it is for it')
  // "We intend to assign our agreement": who gives it away gives notice too.
  if (reasons.has('domain of the writer') && reasons.delete('gone after the deal')) reasons.add('assigns it')
  if (reasons.has('field legal name') || reasons.has('field carrier') || reasons.has('client'))
    reasons.delete('third party')
}
