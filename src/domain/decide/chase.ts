/** What a person's mail and our answer to it do to what we wait for. */
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { ReplyWish } from '../decision.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import { standingOf } from '../process/standing.ts'
import type { ArrivedMail } from './arrival.ts'

/**
 * Whoever writes has heard us: the time until the next reminder starts anew with what is still missing, and ends when
 * nothing is. Nobody is asked whom we did not ask.
 */
export function afterAnswer(
  file: CaseFile,
  { receivedAt, mail }: Pick<ArrivedMail, 'receivedAt' | 'mail'>,
  reply: ReplyWish | undefined,
): readonly CaseChange[] {
  if (file.closed !== null || !hasChecklist(file)) return []
  const missing = standingOf(file).missing.map((one) => one.id)
  const asks = reply?.sections.some(({ section }) => section === 'missing-information') ?? false
  const chased = file.chase !== null && file.chase.stopped === null
  if (missing.length === 0) return chased ? [{ change: 'chase-stopped', why: 'all that was asked for is in' }] : []
  if (asks) return [{ change: 'asked', to: reply?.to.address ?? '', items: missing, at: receivedAt }]
  if (!chased || file.chase === null) return []
  const to = mail.from[0]?.address ?? file.chase.to
  return [{ change: 'asked', to, items: file.chase.items.filter((item) => missing.includes(item)), at: receivedAt }]
}
