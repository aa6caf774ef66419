/** What the label of a form's field, a table's cell or a typed line says about the name behind it. */
export type FieldOwner = 'legal' | 'carrier' | 'giver' | 'other' | null

/** The field asks for the legal name itself. */
const LEGAL =
  /\b(?:(?:exact |full |correct |registered )?legal (?:entity |company |business |corporate )?name|name of (?:the )?(?:\w+ )?(?:company|carrier|corporation|entity|clec|applicant|business|organi[sz]ation|llc)|(?:company|corporate|carrier|entity|business|clec|customer)(?: legal)? name|new name|name after|converted (?:entity|company)|surviving (?:entity|company|corporation|carrier)|legal entity|contracting (?:entity|party))\b/i
/** The field is about the carrier that asks. */
const CARRIER =
  /\b(?:(?:requesting|adopting|electing|ordering|applying|new|our|this) (?:carrier|company|entity|party|provider|clec|corporation)|company|carrier|clec|customer|client|applicant|(?:named )?insured|registrant|licensee|certificate issued to|issued to|entity|owner|co-provider|assignee|transferee|purchaser|buyer|requestor|requester|telecommunications provider|on behalf of|signed for|agreed for|accepted for|for|who|name)\b/i
/** It gives away what the buyer holds afterwards, and may be the one that writes. */
const GIVER = /\b(?:assignor|transferor|seller)\b/i
/** The field is about somebody else. */
const OTHER =
  /\b(?:parent|affiliates?|holding|subsidiar\w+|former|formerly|previous|old|name before|converting|merged|vendor|references?|bank|producer|agency|agent|broker|insurer|underwriter|carrier for long distance|submitted by|prepared by|completed by|consultant|attorney|counsel|law firm|copy(?: to)?|adopted|adopt|agreement of|existing|underlying|opt-?in|d\/?b\/?a|doing business as|trade name|trading name|certificate holder|ilec|incumbent|contact|e-?mail|upstream|wholesale provider|holder|billing company|employer|guarantor)\b/i

/**
 * Reads the label that ends right before a name: the cell or line part before a colon, an equals sign, dots, a bar or a
 * tab; without such a mark only when it is all the line says before the name.
 */
export function fieldOwner(before: string, above: string, after: string): FieldOwner {
  const marked =
    /(?:^|[|\t;•]|\s{3,}|\. |^[\s*-]*)([^|\t:=]{1,70}?)\s?(?:\([^)]{0,60}\)\s?)?(?:[.\s_]{0,40}[:=]|\s?[|\t]|\.{3,})[\s*"'(|]{0,6}$/.exec(
      before,
    )
  if (marked !== null) return ownerOf(marked[1] ?? '')
  // Prose goes on behind the name, a cell ends there.
  if (!/^["'.)*]{0,3}\s*(?:$|[|(;\t]| {3})/.test(after)) return null
  if (/^[\s"'(*]{0,4}$/.test(before)) return above.length <= 60 && !/[.?!]$/.test(above) ? tableOwner(above) : null
  return before.length <= 50 && !/[-–/,]\s?$/.test(before) ? tableOwner(before) : null
}

/** A label that stands alone has to be nothing but a label. */
function tableOwner(label: string): FieldOwner {
  const words = label
    .replace(/^[\s\d.)*A-Z-]{0,4}(?=[A-Z])/, '')
    .replace(/[\s.:_*]+$/, '')
    .trim()
  if (words === '' || words.split(/\s+/).length > 6) return null
  for (const [owner, pattern] of [
    ['giver', GIVER],
    ['other', OTHER],
    ['legal', LEGAL],
    ['carrier', CARRIER],
  ] as const) {
    const match = pattern.exec(words)
    if (match !== null && match[0].length >= words.length * 0.6 && !/^(?:for|who|name)$/i.test(match[0])) return owner
  }
  return null
}

function ownerOf(label: string): FieldOwner {
  if (GIVER.test(label)) return 'giver'
  if (OTHER.test(label))
    return LEGAL.test(label) && !/\b(?:parent|former|previous|old|d\/?b\/?a|affiliate|adopt\w*)\b/i.test(label)
      ? 'legal'
      : 'other'
  if (LEGAL.test(label)) return 'legal'
  return CARRIER.test(label) ? 'carrier' : null
}
