/** Pieces of patterns that several cues share. Plain strings: `say` joins them into one case-insensitive pattern. */

/** Builds a case-insensitive pattern from pieces. Gaps in pieces are bounded (`{0,60}`), so matching stays linear. */
export function say(...pieces: readonly string[]): RegExp {
  return new RegExp(pieces.join(''), 'i')
}

/** Any one of some pieces. */
export function either(...pieces: readonly string[]): string {
  return `(?:${pieces.join('|')})`
}

/** A gap within one clause. */
export const GAP = '[^.!?;]{0,60}'
export const SHORT_GAP = '[^.!?;]{0,30}'

/** Somebody wants something. */
export const WANTS = either(
  '\\bplease\\b',
  '\\bkindly\\b',
  '\\b(?:could|can|would|will|may) (?:you|we|i)\\b',
  "\\b(?:we|i|they|he|she|it|client)(?:'d| would| do)? ?(?:also )?(?:like|need|want|wish|seek|ask|request|require|intend|desire)s?\\b",
  "\\b(?:would|'d) (?:also )?like\\b",
  '\\b(?:wants?|wishes|needs?|seeks?|requests?|requesting|asks?|asking|looking)\\b',
  '\\bsend (?:me|us|over|it|the|a|an|out|your)\\b',
  '\\bget (?:me|us|at|the|an?)\\b',
  '\\bhow (?:do|can|to)\\b',
  '\\bready (?:for|to)\\b',
  '\\bconsider this\\b',
)

/** Something is handed in. */
export const HANDS_IN = either(
  '\\battach(?:ed|ing|ment)?\\b',
  '\\benclos(?:e|ed|ing)\\b',
  '\\bherewith\\b',
  "\\b(?:here|these)(?:'s| is| are| they are)\\b",
  '\\bfind\\b',
  '\\bsend(?:s|ing)?\\b',
  '\\bsent\\b',
  '\\breturn(?:s|ed|ing)?\\b',
  '\\bsubmit(?:s|ted|ting)?\\b',
  '\\bforward(?:s|ed|ing)?\\b',
  '\\btransmit(?:s|ted)?\\b',
  '\\bwent out\\b',
  '\\bby (?:fedex|mail|courier|ups)\\b',
)

/** The form that asks for an agreement. */
export const REQUEST_FORM = either(
  '\\bagreement[ _-]?request(?:s)?(?:[ _-]?form)?\\b',
  '\\brequest form\\b',
  '\\bARF\\b',
)

/** The letter that allows orders while approval is pending. */
export const EARLY_LETTER = either(
  '\\bearl(?:y|ier)[ -]?order(?:ing)?[ -](?:letter|agreement|arrangement)',
  '\\b(?:pre-?approval|interim|advance) order(?:ing)?[ -](?:letter|agreement)',
  '\\bEOLA\\b',
  '\\bletter (?:agreement )?for (?:early|earlier) ordering\\b',
)

/** Another carrier's agreement is taken over. */
export const ADOPTS = either('\\badopt(?:s|ed|ing|ion|able|ers?)?\\b', '\\bopt(?:s|ed|ing)?[ -]?in(?:s|to)?\\b')

/** The carrier's own paper. */
export const TEMPLATE = either(
  '\\btemplates?\\b',
  '\\bNTA\\b',
  '\\bSGATs?\\b',
  '\\b(?:standard|generic|model|boilerplate) (?:\\w+ ){0,2}(?:agreement|contract|terms)\\b',
)

/** An agreement with the usual words before it. */
export const AGREEMENT = '\\b(?:agreements?|contracts?|ICAs?|CLSP|QLSP|QPP)\\b'

/** An order that exists: another department's matter. */
export const LIVE_ORDER =
  "\\b(?:PON|FOC(?:'d|d)?|firm order|jeopardy|ASR \\d|LSR \\d|order (?:number|no\\.?|#)|expedite (?:charge|fee))"

/** Electric power: its "interconnection agreements" are another trade's (domain intent 36). */
export const ELECTRIC =
  /\b\d+(?:\.\d+)? ?(?:kW|MW|MWh|kV|kWh|kVA)\b|\bnet metering\b|\binverters?\b|\bsolar\b|\bphotovoltaic\b|\brooftop PV\b|\bsubstation\b|\bgenerator interconnection\b|\bbattery storage\b|\bdistributed (?:generation|energy)\b|\bsystem impact study\b|\bpermission to operate\b|\bUL 1741\b|\bwind farm\b/i
