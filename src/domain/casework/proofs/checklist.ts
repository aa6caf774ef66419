/**
 * What Oregon's checklist proves, where it is this company's and ticks an adoption (domain 3.6, 4.4): that it adopts,
 * which agreement, and with which amendments.
 */
import { type Checklist, checklistIn } from '../../understand/documents/checklist.ts'
import type { CaseFile } from '../case-file.ts'
import { carrierIn } from './adopted-carrier.ts'
import { CHOICES } from './amendments-choice.ts'
import { type Claim, met, type Place, type ProvingMail } from './claim.ts'
import { papersOf } from './documents.ts'
import { isSameEntity } from './entities.ts'
import { inFile, literal, textOfFile } from './place.ts'

interface Form {
  readonly form: Checklist
  readonly place: (at: RegExp) => Place
}

export function checklistClaims(mail: ProvingMail, file: CaseFile): readonly Claim[] {
  if (file.state !== 'OR') return []
  const company = file.company ?? mail.understanding.company
  return adoptionsIn(mail, company).flatMap(({ form: { docket, parties, amendments }, place }) => {
    const carrier = parties === null ? null : carrierIn(parties, company)
    const words = [carrier, file.state, docket].filter((word) => word !== null)
    return [
      ...(carrier === null || docket === null
        ? []
        : [met('adopted-agreement', place(literal(docket)), words.join(', '))]),
      ...(amendments === null
        ? []
        : [met('amendments-choice', place(literal(amendments.line)), CHOICES[amendments.choice === 'base' ? 0 : 2])]),
    ]
  })
}

/** The form elects where it names who adopts; a mail that asks about adoptions in plain words sends it for that. */
export function checklistElection(mail: ProvingMail, file: CaseFile): Place | null {
  const company = file.company ?? mail.understanding.company
  const own = adoptionsIn(mail, company).find(({ form }) => form.requestingCarrier !== null && company !== null)
  return own?.place(/\badoption\b.*/i) ?? null
}

/** Forms that tick an adoption and name nobody else. */
function adoptionsIn(mail: ProvingMail, company: string | null): readonly Form[] {
  return papersOf(mail).flatMap(({ file: paper }) => {
    const form = checklistIn(textOfFile(paper))
    if (form === null || form.action !== 'adoption') return []
    const { requestingCarrier: by } = form
    if (by !== null && company !== null && !isSameEntity(by, company)) return []
    return [{ form, place: (at: RegExp) => inFile(paper, at) }]
  })
}
