/** Two cases that are one, and one that is two. */
import type { Act } from '../casework/act.ts'
import { BEGINNING, type CaseFile, type Item } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { ITEMS, type ItemId } from '../casework/items.ts'
import { twoValues } from '../casework/two-values.ts'
import { inCase, ordered, refused } from './answer.ts'
import { stopChase, waitingDrafts } from './case-effects.ts'
import type { Effects } from './effects.ts'
import { restingOn } from './gates.ts'
import { howTo } from './how-to.ts'
import { rest } from './item-effects.ts'
import { itemWord } from './item-words.ts'
import type { CaseMail, OrderFacts } from './order-facts.ts'
import { listed } from './words.ts'

type ActOf<Name extends Act['act']> = Extract<Act, { act: Name }>

/** The mails and proofs of `from` go over to `into`; `from` is closed. */
export function merged(from: CaseFile, into: CaseFile, facts: OrderFacts): Effects {
  const apart = whyApart(from, into, facts)
  if (apart !== null) return refused(`${from.ref} was not merged into ${into.ref}: ${apart}.`)
  const messageIds = (facts.mails.get(from.ref) ?? []).map((mail) => mail.id)
  const moves =
    messageIds.length === 0 ? [] : [{ also: 'move-mails', from: from.ref, into: into.ref, messageIds } as const]
  const end: CaseChange = { change: 'closed', reason: 'merged', at: facts.now, into: into.ref }
  const { changes, doubts } = union(from, into, facts)
  const doubt = doubts.length === 0 ? '' : ` A person has to look: ${doubts.join('; ')}.`
  // Whether they belong together is answered.
  const asked = [...facts.tasks.values()].filter(
    (task) => task.open && task.sort === 'thread' && task.caseRef === from.ref,
  )
  return ordered(facts, {
    changes: [...inCase(into, ...changes), ...inCase(from, end, ...stopChase(from, `merged into ${into.ref}`))],
    also: [...moves, ...asked.map(({ id }) => ({ also: 'close-task', task: id }) as const)],
    sentence: `${from.ref} was merged into ${into.ref} with ${mailWords(messageIds)} and closed.${doubt}${waitingDrafts(from, facts)}`,
  })
}

/** Why two cases are two: another company, state or family, or a receipt that would be lost. */
function whyApart(from: CaseFile, into: CaseFile, facts: OrderFacts): string | null {
  if (from.ref === into.ref) return 'they are the same case'
  if (into.closed !== null) return `${into.ref} is closed`
  const company =
    from.clecId !== null && into.clecId !== null
      ? from.clecId !== into.clecId
      : from.company !== null && into.company !== null && nameOf(from.company) !== nameOf(into.company)
  if (company) return `they are of different companies (${from.company ?? 'unnamed'}, ${into.company ?? 'unnamed'})`
  if (from.state !== null && into.state !== null && from.state !== into.state)
    return `they are about different states (${from.state}, ${into.state}), and each state has its own agreement`
  if (from.family !== null && into.family !== null && from.family !== into.family)
    return 'they are about different companies of ours (QC, CT/EQ)'
  const [older, newer] = [facts.zone.dayOf(from.receivedAt), facts.zone.dayOf(into.receivedAt)]
  if (older < newer)
    return `${from.ref} was received earlier (${older}) and its receipt counts: ${howTo({ to: 'merge', ref: into.ref, into: from.ref }, facts.speech)}`
  return null
}

function nameOf(company: string): string {
  return company
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?:llc|inc|corp|ltd|lp|incorporated|corporation)$/, '')
}

function union(from: CaseFile, into: CaseFile, facts: OrderFacts) {
  const doubts: string[] = []
  const changes: CaseChange[] = []
  for (const item of ITEMS) {
    const [own, other] = [into.items[item], from.items[item]]
    if (other === undefined || (own !== undefined && !isConflict(own, other) && !isBetter(other, own))) continue
    if (own !== undefined && isConflict(own, other)) {
      const problem = twoValues(own.value ?? '', other.value ?? '')
      doubts.push(`${itemWord(item)} is ${own.value} in the one and ${other.value} in the other`)
      changes.push({
        change: 'item-problem',
        item,
        at: facts.now,
        problem,
        proof: (isBetter(other, own) ? other : own).proof,
      })
    } else changes.push(asChange(item, other))
  }
  changes.push(...headOf(from, into))
  if (from.route !== null && into.route === null)
    changes.push({ change: 'route-chosen', route: from.route, doubtful: from.routeDoubtful })
  if (typeof from.requestedAt === 'number' && !(from.requestedAt >= (into.requestedAt ?? Number.POSITIVE_INFINITY)))
    changes.push({ change: 'request-received', at: from.requestedAt })
  if (from.route !== null && into.route !== null && from.route !== into.route)
    doubts.push(`the route is ${into.route} in the one and ${from.route} in the other`)
  if (into.negotiator === null && from.negotiator !== null)
    changes.push({ change: 'negotiator-assigned', negotiator: from.negotiator })
  if (from.extensions.length > 0) doubts.push(`in ${from.ref} another day of receipt was agreed`)
  if (from.needsPerson !== null) doubts.push(from.needsPerson)
  if (from.lastMailAt > into.lastMailAt) changes.push({ change: 'mail-came', at: from.lastMailAt })
  if (doubts.length > 0)
    changes.push({
      change: 'needs-person',
      why: [...(into.needsPerson === null ? [] : [into.needsPerson]), ...doubts].join('; '),
    })
  return { changes, doubts }
}

const HEAD = ['clecId', 'company', 'state', 'family', 'agreement', 'carrierType'] as const

/** What the one does not know and the other does. */
function headOf(from: CaseFile, into: CaseFile): readonly CaseChange[] {
  const news = HEAD.filter((fact) => into[fact] === null && from[fact] !== null)
  return news.length === 0
    ? []
    : [{ change: 'facts-learned', ...Object.fromEntries(news.map((fact) => [fact, from[fact]])) }]
}

function isConflict(one: Item, other: Item): boolean {
  return (
    one.state === 'met' &&
    other.state === 'met' &&
    one.value !== null &&
    other.value !== null &&
    one.value !== other.value
  )
}

/** Done before waived before a problem; a person's word, then a place in a file, then words of a mail; then the earlier. */
export function isBetter(one: Item, other: Item): boolean {
  const [mine, its] = [rankOf(one), rankOf(other)]
  return mine === its ? one.at < other.at : mine > its
}

function rankOf({ state, value, proof }: Item): number {
  const states = { met: 100, waived: 50, problem: 0 } as const
  const place = proof.by !== 'system' ? 30 : proof.attachment === null ? 0 : proof.page === null ? 10 : 20
  return states[state] + place + (value === null ? 0 : 5)
}

export function asChange(item: ItemId, { state, at, value, problem, proof, on, until }: Item): CaseChange {
  if (state === 'met')
    return { change: 'item-met', item, at, value, proof, ...(on ? { on } : {}), ...(until ? { until } : {}) }
  if (state === 'waived') return { change: 'item-waived', item, at, proof }
  return { change: 'item-problem', item, at, problem: problem ?? '', proof }
}

/** Mails go into a new case of the same company, and so does what they prove. */
export function split({ messageIds }: ActOf<'split'>, file: CaseFile, facts: OrderFacts): Effects {
  const mails = facts.mails.get(file.ref) ?? []
  const moved = mails.filter((mail) => messageIds.includes(mail.id))
  const [first] = moved
  const strange = messageIds.filter((id) => !moved.some((mail) => mail.id === id))
  if (facts.freshCase === null || first === undefined || strange.length > 0)
    return refused(`${file.ref} was not split: ${mailWords(strange)} is not in it.`)
  if (moved.some((mail) => mail.id === mails[0]?.id))
    return refused(
      `${file.ref} was not split: mail ${mails[0]?.id} opened it, and its receipt belongs to it; name the other mails.`,
    )
  const items = ITEMS.filter((item) => messageIds.includes(file.items[item]?.proof.messageId ?? -1))
  const resting = items.flatMap((item) => restingOn(item, file)).filter((one) => !items.includes(one))
  if (resting.length > 0)
    return refused(`${file.ref} was not split: what these mails prove cannot go, for ${rest(resting)}.`)
  const fresh = freshFile(file, moved, facts.freshCase)
  const why = `proved by a mail that went to ${fresh.ref}`
  const opened = items.map((item) => ({ change: 'item-opened', item, by: facts.by, why }) as const)
  const taken = items.flatMap((item) => (file.items[item] === undefined ? [] : [asChange(item, file.items[item])]))
  return ordered(facts, {
    changes: [...inCase(file, ...opened), ...inCase(fresh, ...taken)],
    also: [
      { also: 'open-case', file: fresh },
      { also: 'move-mails', from: file.ref, into: fresh.ref, messageIds: moved.map((mail) => mail.id) },
    ],
    sentence: `${fresh.ref} was opened with ${mailWords(moved.map((mail) => mail.id))} of ${file.ref}${items.length === 0 ? '' : `; ${listed(items.map(itemWord))} went with them`}.`,
  })
}

/**
 * The same company, and a request of its own: whoever takes part in the one has no part in the other. Everything else is
 * for a person to say.
 */
function freshFile(
  file: CaseFile,
  moved: readonly CaseMail[],
  { id, ref }: { readonly id: number; readonly ref: string },
): CaseFile {
  const times = moved.map((mail) => mail.receivedAt)
  const { clecId, company, negotiator } = file
  return {
    ...{ id, ref, requestId: id, clecId, company, negotiator },
    ...{
      state: null,
      family: null,
      agreement: null,
      route: null,
      routeDoubtful: false,
      carrierType: null,
      intent: null,
    },
    receivedAt: Math.min(...times),
    lastMailAt: Math.max(...times),
    subjectStem: moved[0]?.subjectStem ?? file.subjectStem,
    needsPerson: `split from ${file.ref}: what does it want, and for which state?`,
    ...BEGINNING,
  }
}

export function mailWords(ids: readonly number[]): string {
  return ids.length === 0 ? 'no mail' : `${ids.length === 1 ? 'mail' : 'mails'} ${listed(ids.map(String))}`
}
