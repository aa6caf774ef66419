/**
 * What shows that the agreement was filed with the commission: the cover letter of the filing, or the commission's notice
 * of it, with the number of its case (domain 6.1 no. 9). Filed is what was signed before (domain 2.2 ordering 4), in the
 * state of the case and of its company; an amendment is filed by itself.
 */
import { dayIn } from '../../calendar/zone.ts'
import { isExecuted } from '../../process/facts.ts'
import { type Filing, filingIn } from '../../understand/documents/filing.ts'
import { dayInPaper, dayInWords, type FilingDay } from '../../understand/documents/filing-day.ts'
import { quote } from '../../understand/quote.ts'
import { readingOf } from '../../understand/reading.ts'
import type { CaseFile } from '../case-file.ts'
import { type Claim, met, type Place, type ProvingMail } from './claim.ts'
import { mentionsEntity } from './entities.ts'
import { dayOf, inFile, literal, textOfFile } from './place.ts'

export interface Shown {
  readonly filing: Filing
  readonly place: Place
  /** Of the paper, or of the mail itself. */
  readonly text: string
}

export function filingClaims(mail: ProvingMail, file: CaseFile): readonly Claim[] {
  if (!isExecuted(file)) return []
  return filingsOf(mail, file).flatMap((shown) => {
    const { filing, place } = shown
    if (filing.docket === null || filing.isAmendment || filing.sort === 'order') return []
    const on = saidDay(mail, shown)
    const claim = met('filed', place, filing.docket)
    return [on === null || !mayBe(on, mail, file) ? claim : { ...claim, on }]
  })
}

/** A stated day that cannot be that of the filing; it was recorded with the day of its mail. */
export function wrongDayIn(mail: ProvingMail, file: CaseFile): FilingDay | null {
  const days = filingsOf(mail, file).flatMap((shown) => saidDay(mail, shown) ?? [])
  return days.every((on) => !mayBe(on, mail, file)) ? (days[0] ?? null) : null
}

/** The paper's own day before what the mail says of it. */
function saidDay(mail: ProvingMail, { filing, text }: Shown): FilingDay | null {
  const today = dayOf(mail)
  return dayInPaper(text, filing, today) ?? dayInWords(readingOf(mail.mail).newest, today)
}

/** Nothing is filed before it was asked for, nor later than the mail that shows it (T13). */
function mayBe({ day }: FilingDay, mail: ProvingMail, file: CaseFile): boolean {
  return day <= dayOf(mail) && day >= dayIn(file.receivedAt, 'UTC')
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
    return [{ filing, text, place: place(filing.docket === null ? /\bapprov/i : literal(filing.docket)) }]
  })
}

function isOf({ state }: Filing, text: string, file: Pick<CaseFile, 'company' | 'state'>): boolean {
  if (file.company === null || file.state === null || (state !== null && state !== file.state)) return false
  return mentionsEntity(text, file.company)
}
