/** Words that speak for a sort of agreement, or for a way to one. */
import type { Cue } from '../../cue.ts'
import { STATES } from '../states/names.ts'

export const COMMERCIAL: readonly Cue[] = [
  { points: 4, says: /\bcommercial (?:\w+ ){0,2}(?:agreements?|contracts?|template|terms)\b|\bonly commercial\b/i },
  { points: 4, says: /\b(?:CLSP|QLSP|QPP|local services? platform|commercial (?:platform|resale))\b/i },
  { points: 3, says: /\bdark fiber transport\b|\bwholesale (?:broadband|ethernet)\b|\bmaster services? agreement\b/i },
  {
    points: 6,
    says: /[☒☑✓✔]\s*commercial\b|\[x\]\s*commercial\b|\bagreement(?: requested| type)?\s?:\s*commercial\b/i,
    places: ['newest', 'file'],
  },
]
export const RESALE: readonly Cue[] = [
  { points: 5, says: /\bresale (?:agreements?|contracts?)\b|\bresale only\b|\((?:resale)\)/i },
  {
    points: 3,
    says: /\b(?:resell|white[ -]label)\b|\b(?:our|their) (?:own )?(?:name|logo|brand) (?:goes )?on the bill\b|\bunder our (?:own )?brand\b|\bpure reseller\b/i,
    places: ['newest'],
  },
  { points: 2, says: /\bresale\b/i, places: ['subject', 'name'] },
  {
    points: 6,
    says: /[☒☑✓✔]\s*resale\b|\[x\]\s*resale\b|\bagreement(?: requested| type)?\s?:\s*resale\b/i,
    places: ['newest', 'file'],
  },
]
export const INTERCONNECTION: readonly Cue[] = [
  { points: 3, says: /\binterconnect(?:ion|ing)?\b/i, denied: -2, places: ['newest', 'quoted'] },
  { points: 1, says: /\binterconnect(?:ion)?\b/i, places: ['subject'] },
  {
    points: 3,
    says: /\b(?:25[12]\b|bona fide request|facility[ -]based|NTA\b|SGAT|negotiations template)/i,
    denied: -1,
  },
  { points: 6, says: /[☒☑✓✔]\s*interconnection\b|\[x\]\s*interconnection\b/i, places: ['newest', 'file'] },
]

/** "We are content with Montana as it stands", "leave the Utah agreement as is": said of an agreement in force. */
export const IN_FORCE = new RegExp(
  `\\b(?:leave|keep|(?:content|happy|satisfied) with) (?:the |our )?(?:${STATES.map(([, name]) => name).join('|')}) (?:agreement |one |contract )?as (?:is|it (?:is|stands))\\b`,
  'i',
)

export const AS_IS: readonly Cue[] = [
  {
    points: 4,
    says: /\bas[ -]is\b|\bas (?:it stands|you (?:publish|have|offer) it|offered|posted|published|written)\b|\b(?:sign|take|execute) (?:it|them|yours|that one) (?:as (?:it is|it comes|drafted)|untouched)\b|\bthe way it'?s written\b|\bexactly as you publish\b|\bin the form it'?s posted\b|\bfrom cover to cover\b/i,
    unless: IN_FORCE,
  },
  {
    points: 4,
    says: /\b(?:without|no|not|nothing)(?: any| a single| further)? (?:modifications?|changes?|edits?|redlines?|alterations?)\b|\bunmodified\b|\bunchanged\b|\bwithout change\b/i,
    evenDenied: true,
    // "No changes are needed to our contact on file".
    unless:
      /\bnothing else|\bno other changes|\bcertificate\b|\bchanges? (?:(?:is|are|were) \w+ )?(?:to|in|of) (?:our|my|the) (?:\w+ )?(?:contacts?|address(?:es)?|phone|e-?mail|account|details)\b/i,
  },
  {
    points: 4,
    says: /\b(?:don't|do not|dont) need (?:any )?changes\b|\b(?:regular|usual|normal|standard) one is (?:ok|okay|fine)\b|\b(?:don't|do not|dont) (?:want|wish|need) to (?:change|edit|negotiate|modify)\b|\bnothing (?:it|we) (?:wish(?:es)?|want) to negotiate\b|\bnothing to negotiate\b|\bagree with all\b|\bagree with all the clauses\b/i,
    evenDenied: true,
  },
  {
    points: 3,
    says: /\b(?:sign|execute|take|accept(?:ing)?|adopt|happy with|fine with) (?:\w+ ){0,4}(?:template|standard)\b/i,
    unless: /\bredline|\bchanges\b/i,
  },
  { points: 3, says: /\bgeneric\b|\bthe standard (?:terms|form)\b/i, places: ['newest'] },
  { points: 4, says: /\bdid not care to negotiate\b|\bSGATs?\b/i, evenDenied: true, places: ['newest'] },
  {
    points: 6,
    says: /[☒☑✓✔]\s*interconnection: negotiations template|\[x\]\s*interconnection: negotiations template/i,
    places: ['newest', 'file'],
  },
]
export const NEGOTIATE: readonly Cue[] = [
  {
    points: 5,
    says: /\bnegotiat(?:e|ed|ing|ion)\b|\bnegotiations\b(?! template)/i,
    denied: -3,
    places: ['newest', 'file', 'quoted'],
  },
  { points: 3, says: /\bnegotiat(?:e|ed|ing|ion)\b|\bnegotiations\b(?! template)/i, places: ['subject'], denied: -2 },
  { points: 3, says: /\bnegotiator\b/i, places: ['newest'], denied: -2 },
  {
    points: 4,
    says: /\b(?:redlines?|redlined|mark-?up|changes tracked|track(?:ed)? changes|issues list|list of stuff)\b/i,
    denied: -3,
    unless: /\bdisregard\b|\bwithdrawn\b/i,
  },
  {
    points: 5,
    says: /\b(?:need|needs|want|wants|would|we'd) (?:[\w.,§]+ ){0,4}(?:changed?|different|revised|edits?)\b|\bedits to the template\b|\bour comments\b|\bcomments on\b|\bcan't live with\b|\bdoesn't work for\b|\btake out the\b/i,
    places: ['newest'],
    unless: /\bwithdrawn\b/i,
  },
  {
    points: 6,
    says: /[☒☑✓✔]\s*interconnection: negotiated|\[x\]\s*interconnection: negotiated/i,
    places: ['newest', 'file'],
  },
]
