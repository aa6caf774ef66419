/**
 * What was in and is over since: an order that revokes the certificate which the case has, or another copy of that very
 * certificate, which names somebody else. A person is asked.
 */
import type { CaseFile } from '../case-file.ts'
import type { CaseChange } from '../change.ts'
import type { Claim, ProvingMail } from './claim.ts'
import { isOtherNameProblem } from './entities.ts'
import { saysEnded } from './in-force.ts'

/** What a person ticked stays, and so does what another paper of the same mail shows. */
export function takenBack(claims: readonly Claim[], file: CaseFile, mail: ProvingMail): readonly CaseChange[] {
  return claims.flatMap(({ item, problem, attachment, page, quote }) => {
    const known = file.items[item]
    if (problem === null || known?.state !== 'met' || known.proof.by !== 'system') return []
    const isOthers = item === 'certification' && isOtherNameProblem(problem) && isSame(quote, known.proof.quote)
    if (!saysEnded(problem) && !isOthers) return []
    if (claims.some((other) => other.item === item && other.problem === null)) return []
    const proof = { messageId: mail.id, attachment, page, quote, by: 'system' }
    return [{ change: 'item-problem', item, at: mail.receivedAt, problem, proof }]
  })
}

/** Not that of a telephone, which stands on all papers of a commission. */
const NUMBER = /(?<!\b(?:phone|telephone|tel\.?|fax) )\b(?:no|nos|number)\.?:? ?#? ?(?=[\w./-]*\d)([A-Z\d][\w./-]{2,})/i

/** Under one number a commission has one certificate. */
function isSame(one: string, other: string): boolean {
  const number = numberIn(one)
  return number !== null && number === numberIn(other)
}

function numberIn(quote: string): string | null {
  return (
    NUMBER.exec(quote)?.[1]
      ?.replace(/[./-]+$/, '')
      .toUpperCase() ?? null
  )
}
