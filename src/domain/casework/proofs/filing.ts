/**
 * What shows that the agreement was filed with the commission: the cover letter of the filing, or the commission's notice
 * of it, with the number of its case (domain 6.1 no. 9). Filed is what was signed before (domain 2.2 ordering 4), in the
 * state of the case and of its company; an amendment is filed by itself.
 */
import { isExecuted } from '../../process/facts.ts'
import { type Filing, filingIn } from '../../understand/documents/filing.ts'
import { quote } from '../../understand/quote.ts'
import { readingOf } from '../../understand/reading.ts'
import type { CaseFile } from '../case-file.ts'
import { type Claim, met, type Place, type ProvingMail } from './claim.ts'
import { mentionsEntity } from './entities.ts'
import { inFile, literal, textOfFile } from './place.ts'

export interface Shown {
  readonly filing: Filing
  readonly place: Place
}

export function filingClaims(mail: ProvingMail, file: CaseFile): readonly Claim[] {
  if (!isExecuted(file)) return []
  return filingsOf(mail, file).flatMap(({ filing, place }) =>
    filing.docket === null || filing.isAmendment || filing.sort === 'order' ? [] : [met('filed', place, filing.docket)],
  )
}

/** The filings in the mail that may be of this case. */
export function filingsOf(
  { mail }: Pick<ProvingMail, 'mail'>,
  file: Pick<CaseFile, 'company' | 'state'>,
): readonly Shown[] {
  const { newest } = readingOf(mail)
  const texts = [
    ...mail.attachments.map((paper) => ({ text: textOfFile(paper), place: (at: RegExp) => inFile(paper, at) })),
    {
      text: newest,
      place: (at: RegExp) => ({ attachment: null, page: null, quote: quote(newest, at.exec(newest)?.index ?? 0) }),
    },
  ]
  return texts.flatMap(({ text, place }) => {
    const filing = filingIn(text)
    if (filing === null || !isOf(filing, text, file)) return []
    return [{ filing, place: place(filing.docket === null ? /\bapprov/i : literal(filing.docket)) }]
  })
}

function isOf({ state }: Filing, text: string, file: Pick<CaseFile, 'company' | 'state'>): boolean {
  if (file.company === null || file.state === null || (state !== null && state !== file.state)) return false
  return mentionsEntity(text, file.company)
}
