/** What was in and is over since: an order that revokes the certificate which the case has. A person is asked. */
import type { CaseFile } from '../case-file.ts'
import type { CaseChange } from '../change.ts'
import type { Claim, ProvingMail } from './claim.ts'
import { saysEnded } from './in-force.ts'

/** What a person ticked stays, and so does what another paper of the same mail shows. */
export function takenBack(claims: readonly Claim[], file: CaseFile, mail: ProvingMail): readonly CaseChange[] {
  return claims.flatMap(({ item, problem, attachment, page, quote }) => {
    const known = file.items[item]
    if (problem === null || !saysEnded(problem) || known?.state !== 'met' || known.proof.by !== 'system') return []
    if (claims.some((other) => other.item === item && other.problem === null)) return []
    const proof = { messageId: mail.id, attachment, page, quote, by: 'system' }
    return [{ change: 'item-problem', item, at: mail.receivedAt, problem, proof }]
  })
}
