/** Claims weighed against what the case knows: nothing is proved again with less, and what a person said stays. */
import type { CaseFile, Item, Proof } from '../case-file.ts'
import type { CaseChange } from '../change.ts'
import type { ItemId } from '../items.ts'
import { isTwoValues } from '../two-values.ts'
import type { Claim, ProvingMail } from './claim.ts'

/** A mail does not change who is asked for, where, or whom to notify; that needs a person (domain T8, T15). */
const FIRST_COUNTS: ReadonlySet<ItemId> = new Set([
  'legal-name',
  'state',
  'notice-contact',
  'sender-authority',
  'filed',
])

/** One change per item: of several claims the strongest, and of equal ones the first that does. */
export function weighed(claims: readonly Claim[], file: CaseFile, mail: ProvingMail): readonly CaseChange[] {
  const items = [...new Set(claims.map((claim) => claim.item))]
  return items.flatMap((item) => {
    const best = bestOf(claims.filter((claim) => claim.item === item))
    return best === undefined ? [] : changeOf(best, file, mail)
  })
}

/** A paper that does outweighs one that does not: two copies came, one of them signed. */
function bestOf(claims: readonly Claim[]): Claim | undefined {
  const strength = (claim: Claim) =>
    (claim.attachment === null ? 0 : 2) +
    (claim.problem === null ? 1 : 0) -
    (claim.quote === claim.attachment ? 0.5 : 0)
  return claims.reduce<Claim | undefined>(
    (best, claim) => (best === undefined || strength(claim) > strength(best) ? claim : best),
    undefined,
  )
}

function changeOf(claim: Claim, file: CaseFile, mail: ProvingMail): readonly CaseChange[] {
  const known = file.items[claim.item]
  const proof: Proof = {
    ...{ messageId: mail.id, attachment: claim.attachment, page: claim.page, quote: claim.quote },
    by: 'system',
  }
  const at = mail.receivedAt
  if (claim.problem !== null) {
    const isNew = known === undefined || (known.state === 'problem' && known.problem !== claim.problem)
    return isNew ? [{ change: 'item-problem', item: claim.item, at, problem: claim.problem, proof }] : []
  }
  if (!adds(claim, known) && !namesOverAgent(claim, file)) return []
  const value = claim.value ?? known?.value ?? null
  const { item, on = known?.state === 'met' ? known.on : undefined, until } = claim
  const said = { ...(on ? { on } : {}), ...(until ? { until } : {}) }
  return [{ change: 'item-met', item, at: dayOf(claim, known) ?? at, value, proof, ...said }]
}

/**
 * Another copy of what was in says more of it, not that it came later: clocks count from the day on which it was in. Only
 * another value (an agreement under another number, another code) is another thing.
 */
function dayOf(claim: Claim, known: Item | undefined): number | null {
  if (known?.state !== 'met') return null
  return known.value === null || claim.value === null || claim.value === known.value ? known.at : null
}

function adds(claim: Claim, known: Item | undefined): boolean {
  if (known === undefined) return true
  // What a person ticked, waived or found wanting, a person changes.
  if (known.proof.by !== 'system') return false
  // Whoever writes next in a case that was merged from two is one of its two sides.
  if (isTwoValues(known.problem) && FIRST_COUNTS.has(claim.item) && claim.attachment === null) return false
  if (known.state === 'problem') return strengthOf(claim) >= strengthOf(known.proof)
  const isOther = claim.value !== null && claim.value !== known.value
  // The same again, with its day.
  if (!isOther && claim.on !== undefined && known.on === undefined) return true
  // The same, renewed.
  if (!isOther && isLater(claim.until, known.until)) return true
  // The way is chosen before it is proved: the proof follows the choice, wherever it stands.
  if (isOther && claim.item === 'route') return true
  if (!isOther) return strengthOf(claim) > strengthOf(known.proof) && claim.value !== null
  return strengthOf(claim) >= strengthOf(known.proof) && !FIRST_COUNTS.has(claim.item)
}

/** Both name their end: a copy that names none says nothing of it. */
function isLater(end: Claim['until'], known: Item['until']): boolean {
  return end !== undefined && known !== undefined && end.day > known.day
}

/** Somebody who did not show that he acts for the company was taken for its contact: the company's own form names it. */
function namesOverAgent(claim: Claim, file: CaseFile): boolean {
  const known = file.items['notice-contact']
  return (
    claim.item === 'notice-contact' &&
    claim.attachment !== null &&
    claim.value !== known?.value &&
    file.items['sender-authority']?.state === 'problem' &&
    known?.proof.by === 'system' &&
    known.proof.attachment === null
  )
}

function strengthOf(proof: { readonly attachment: string | null }): number {
  return proof.attachment === null ? 0 : 1
}
