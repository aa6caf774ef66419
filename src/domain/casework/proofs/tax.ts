/**
 * Whether a company claims exemption from taxes (domain 2.2 step 4c, 3.3; TAX): said in the mail or in the tax section of
 * the questionnaire, its certificates are owed from then on, and the thirty days run. A yes to the question of indemnity
 * stands in their place; that none is claimed ends the wait.
 */
import { isDenied } from '../../understand/negation.ts'
import { sentencesOf } from '../../understand/sentences.ts'
import type { CaseFile } from '../case-file.ts'
import { type Claim, met, type Place, type ProvingMail, unfit } from './claim.ts'
import { papersOf } from './documents.ts'
import { inFile, textOfFile } from './place.ts'

const TAX =
  '(?:(?:federal |state |local |sales |use |excise |communications |and |or |/|the |all |certain |these )*(?:tax(?:es)?|FET))'
const CLAIMS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:claim(?:s|ing|ed)?|seek(?:s|ing)?|request(?:s|ing)?|have|has|hold(?:s)?|assert(?:s)?)\\b[^.;?]{0,25}\\bexempt(?:ion|ions)? (?:status )?(?:from|for|of|as to) ${TAX}`,
    'i',
  ),
  /\b(?:claim(?:s|ing|ed)?|seek(?:s|ing)?|have|has|hold(?:s)?)\b[^.;?]{0,40}\b(?:tax|FET)[ -]exempt(?:ion|ions)?\b/i,
  new RegExp(`\\b(?:are|is|am|be) (?:also |fully )?exempt (?:from|for) ${TAX}`, 'i'),
  /\b(?:are|is|as) (?:an? )?(?:also |fully )?tax[ -]exempt\b/i,
  /\b(?:tax )?exemption (?:certificates?|forms?|papers?)\b[^.;?]{0,40}\b(?:follows?|will (?:follow|be|come)|to follow|separately|later|next)\b/i,
]
/** Fields of the tax section: "Exempt from federal excise tax: yes", "[x] Tax exempt", "Federal Excise Tax: exempt". */
const FIELD_YES =
  /^[^\n]{0,60}\b(?:(?:tax|FET)\b[^\n:|?]{0,20}\bexempt\w*|exempt\w*\b[^\n:|]{0,60}\btax(?:es)?)\b[^\n:|?]{0,30}[:|?]\s*(?:(?:yes|y|true)\b|☒|☑|✓|\[x\])|(?:\[x\]|☒|☑)\s*(?:tax[ -]?exempt|exempt from)|^[^\n:|]{0,40}\btax(?:es)?\b[^\n:|?]{0,20}[:|]\s*(?:we are |fully )?(?:tax[ -])?exempt\b(?![ \t:,=-]*(?:no?\b|\[ ?\]|☐|_))/im
const INDEMNITY_YES = /^[^\n]{0,60}\bindemnif\w*\b[^\n:|?]{0,80}[:|?]\s*(?:(?:yes|y|true)\b|☒|☑|✓|\[x\])/im
const CLAIMS_NONE =
  /\b(?:no|not|n't|neither|without)\b[^.;?]{0,30}\b(?:claim|seek|request|tax[ -]exempt|exempt(?:ion|ions)?\b)/i
const MAYBE = /\?\s*$|\b(?:if|whether|unless|should we|may|might|could|would|once|when)\b/i

export function taxClaims(mail: ProvingMail, file: CaseFile, sentences: readonly string[]): readonly Claim[] {
  if (file.family !== 'qc') return []
  const papers = papersOf(mail).filter(({ sort }) => sort === 'customer-questionnaire')
  for (const { file: paper } of papers) {
    const text = textOfFile(paper)
    if (INDEMNITY_YES.test(text)) return [met('tax-forms', inFile(paper, INDEMNITY_YES), 'indemnity')]
    if (FIELD_YES.test(text)) return [owed(inFile(paper, FIELD_YES))]
  }
  return mail.understanding.abstained ? [] : saidIn(sentences, file)
}

function saidIn(sentences: readonly string[], file: CaseFile): readonly Claim[] {
  const naming = sentences.filter((one) => /exempt/i.test(one)).flatMap(sentencesOf)
  for (const sentence of naming) {
    if (MAYBE.test(sentence) || !/exempt/i.test(sentence)) continue
    const place: Place = { attachment: null, page: null, quote: sentence.slice(0, 160) }
    const at = CLAIMS.map((one) => one.exec(sentence)?.index).find((index) => index !== undefined)
    if (at !== undefined && !isDenied(sentence, at) && !CLAIMS_NONE.test(sentence)) return [owed(place)]
    // Nobody is told of a wait that there was none of.
    if (CLAIMS_NONE.test(sentence) && /\btax|\bFET\b|\bexempt/i.test(sentence) && file.items['tax-forms'] !== undefined)
      return [met('tax-forms', place, 'no exemption claimed')]
  }
  return []
}

function owed(place: Place): Claim {
  return unfit('tax-forms', place, 'an exemption from taxes is claimed, and its certificates are not in.')
}
