/**
 * What a CLEC signs answers a paper of ours: the agreement document, and the Early Ordering Letter Agreement, whose example
 * on the web is for reading only (domain 3.5). A copy that it signed by itself does not overtake our gates (domain 2.2
 * ordering 1, T8, T9, T14): it is on record with what shows it, a person is asked, and nobody is asked to send it again.
 */
import { draft } from '../../process/draft.ts'
import { isMet } from '../../process/facts.ts'
import { shutGates } from '../../process/index.ts'
import { inWords } from '../../process/step.ts'
import type { CaseFile } from '../case-file.ts'
import type { ItemId } from '../items.ts'
import { type Claim, unfit } from './claim.ts'

const OF_SIGNING: ReadonlySet<ItemId> = new Set([
  'draft-issued',
  'clec-signature',
  'agreement-end',
  'early-ordering-letter-signed',
])

export function answersOurs({ item }: Claim): boolean {
  return OF_SIGNING.has(item)
}

/** The claims as they count in a case that knows all else that the mail says. */
export function heldBack(claims: readonly Claim[], file: CaseFile): readonly Claim[] {
  return claims.flatMap((claim) => {
    if (claim.problem !== null) return [claim]
    if (claim.item === 'early-ordering-letter-signed')
      return isMet(file, 'early-ordering-letter-issued') ? [claim] : [tooEarly(claim, LETTER)]
    const sent = numberSent(file)
    if (sent !== null && claim.value !== null && claim.value !== sent && claim.item !== 'agreement-end')
      return claim.item === 'clec-signature' ? [ofOther(claim, claim.value, sent)] : []
    if (mayBeSigned(file, claims)) return [claim]
    return claim.item === 'clec-signature' ? [tooEarly(claim, DOCUMENT)] : []
  })
}

/**
 * What came back signed was sent before, where we could have sent it. A number of ours on it shows that the request was
 * complete when it was drawn up; it settles no doubt about who signs, and what.
 */
function mayBeSigned(file: CaseFile, claims: readonly Claim[]): boolean {
  if (isMet(file, 'draft-issued')) return true
  const isNumbered = claims.some(({ item, value }) => item === 'clec-signature' && value !== null)
  return draft.gates.every((gate) => gate.isOpen(file) || (isNumbered && gate.settledByNumber === true))
}

const DOCUMENT = ' came before the agreement document of the carrier'
const LETTER = ' came before the Early Ordering Letter Agreement of the carrier'

function tooEarly({ item, attachment, page, quote }: Claim, what: string): Claim {
  const said = attachment || 'The word that it is signed'
  return unfit(item, { attachment, page, quote }, `${said}${what}.`)
}

/** The number of the document as one of us wrote it down. */
function numberSent({ items }: CaseFile): string | null {
  const sent = items['draft-issued']
  const isOurs = sent?.state === 'met' && sent.proof.by !== 'system'
  return isOurs && /^CDS-\d{6}-\d{4}$/.test(sent.value ?? '') ? sent.value : null
}

/** A request for several states has an agreement for each, and the number tells which one was signed. */
function ofOther({ item, attachment, page, quote }: Claim, number: string, sent: string): Claim {
  const said = attachment || 'The word that it is signed'
  return unfit(
    item,
    { attachment, page, quote },
    `${said} names ${number}; the agreement document of this case is ${sent}.`,
  )
}

/** What is open before a copy that came too early can count, for staff; empty where it did not. */
export function openBefore(file: CaseFile, problem: string): string {
  const ours = problem.endsWith(`${DOCUMENT}.`)
    ? 'draft-issued'
    : problem.endsWith(`${LETTER}.`)
      ? 'early-ordering-letter-issued'
      : null
  if (ours === null) return ''
  const open = shutGates(file, ours).map(({ why }) => inWords(why, file))
  return ` It is not counted. Open: ${[...open, 'Ours has to be sent.'].join(' ')}`
}
