/** What comes next, in a sentence that a CLEC may read: nothing is accepted, promised or dated (domain T3, T4). */
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemStanding, Stage, Standing } from '../casework/standing.ts'
import { isMet, isUnderTheAct, wantsAgreement } from './facts.ts'

interface Situation {
  readonly file: CaseFile
  readonly stage: Stage
  readonly turn: Standing['turn']
  readonly missing: readonly ItemStanding[]
}

export function nextSentence({ file, stage, turn, missing }: Situation): string {
  if (stage === 'closed') return 'This case is closed.'
  if (stage === 'needs-person') return 'Our team will look at your mail.'
  if (stage === 'rejected') return 'The commission did not approve the agreement as filed; our team will be in touch.'
  if (turn === 'clec') return owed(missing)
  return waiting(file, stage, missing)
}

function owed(missing: readonly ItemStanding[]): string {
  const labels = missing.map((item) => item.label)
  const shown =
    labels.length > 3 ? `${labels.slice(0, 3).join('; ')}; and ${labels.length - 3} more` : labels.join('; ')
  return `We wait for the following from you: ${shown}.`
}

function waiting(file: CaseFile, stage: Stage, missing: readonly ItemStanding[]): string {
  switch (stage) {
    case 'route-chosen':
      return byRoute(file)
    case 'draft-issued':
      return 'The agreement document is with you for signature.'
    case 'clec-signed':
      return 'The agreement signed by you is with us.'
    case 'executed':
      return isUnderTheAct(file)
        ? 'The next step of the process is the filing of the agreement with the commission.'
        : 'The next step of the process is the set-up of the account.'
    case 'filed':
      return 'The agreement is before the commission.'
    case 'approved':
      return 'The next step of the process is the set-up of the account.'
    case 'ready-to-order':
      if (isMet(file, 'ready-to-order'))
        return missing.length > 0 ? owed(missing) : 'Nothing more is asked of you for this at the moment.'
      return 'What the process asks for before ordering is recorded as received; our team confirms when ordering can begin.'
    default:
      return wantsAgreement(file) ? 'Your request is with our team.' : 'Your mail is with our team.'
  }
}

function byRoute(file: CaseFile): string {
  if (file.route === 'negotiate')
    return file.negotiator === null || !isMet(file, 'lead-negotiator')
      ? 'The next step of the process is the naming of a lead negotiator.'
      : `The negotiation is the next step; your contact is the lead negotiator, ${file.negotiator}.`
  if (file.route === 'tariff') return 'The next step of the process is the set-up of the account.'
  return 'The next step of the process is the preparation of the agreement document.'
}
