/** What the desk in memory keeps: the tables of the database as lists, and the questions that are asked of them. */
import { caseRow } from '../../src/db/case-row.ts'
import { type CaseView, caseRef } from '../../src/domain/case.ts'
import type { Affiliation } from '../../src/domain/casework/affiliates.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import type { Clec } from '../../src/domain/casework/clec.ts'
import { type Moot, NOT_UNDERSTOOD } from '../../src/domain/casework/moot.ts'
import { nameKey } from '../../src/domain/casework/name-key.ts'
import type { CaseOutcome } from '../../src/domain/casework/outcome.ts'
import { DIFFERENCE } from '../../src/domain/casework/proofs/entities.ts'
import type { Decision, ReplyWish, Wish } from '../../src/domain/decision.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import type { PastOrder } from '../../src/domain/orders/order-facts.ts'
import { MAIL_QUESTIONS } from '../../src/domain/reminders/waiting-mail.ts'
import { domainOf } from '../../src/domain/thread.ts'
import type { Understanding } from '../../src/domain/understanding.ts'
import type { FactKeys, StoredFacts } from '../../src/ports/stores/decide-mail.ts'
import type { AskedTask, SaidDigest, SentLetter, StaffLetter } from './desk.ts'

const HOUR = 3_600_000

interface StoredCase {
  readonly file: CaseFile
  readonly row: ReturnType<typeof caseRow>
  readonly nextDueAt: number | null
  readonly participants: readonly string[]
}

/** A mail as it was understood, and the cases that it lies in. */
export interface FiledMail {
  readonly id: number
  readonly receivedAt: number
  readonly mail: ReadMail
  readonly understanding: Understanding
  readonly cases: Set<number>
}

export interface World {
  now: number
  mails: number
  /** Numbers drawn for cases. */
  drawn: number
  readonly cases: Map<number, StoredCase>
  readonly clecs: Map<string, Clec>
  affiliations: Affiliation[]
  /** Cases in which a Message-ID was seen. */
  readonly seen: Map<string, Set<number>>
  /** Cases with a mail that named a Message-ID which was not seen then. */
  readonly awaited: Map<string, Set<number>>
  readonly delivered: Map<string, number>
  /** The newest mail of a person, by request. */
  readonly newest: Map<number, ReadMail>
  readonly letters: SentLetter[]
  readonly tasks: AskedTask[]
  /** Numbers of those that are dealt with, and why those that no person has. */
  readonly done: Set<number>
  readonly settled: { readonly task: number; readonly why: string }[]
  readonly filed: Map<number, FiledMail>
  readonly staffLetters: StaffLetter[]
  readonly digests: SaidDigest[]
  readonly blocked: Set<string>
  readonly orders: (PastOrder & { readonly messageId: number | null })[]
  /** Drafts that a person dropped. */
  readonly dropped: Set<number>
  /** Of drafts: their cases as they were when somebody looked last. */
  readonly looked: Map<number, string>
  /** Drafts that were withdrawn, or written anew. */
  readonly replaced: { readonly draft: number; readonly why: string }[]
}

export function emptyWorld(now: number): World {
  return {
    ...{
      now,
      mails: 0,
      drawn: 0,
      cases: new Map(),
      clecs: new Map(),
      affiliations: [],
      seen: new Map(),
      awaited: new Map(),
      delivered: new Map(),
    },
    ...{ newest: new Map(), letters: [], tasks: [], blocked: new Set<string>() },
    ...{
      orders: [],
      dropped: new Set<number>(),
      looked: new Map(),
      replaced: [],
      done: new Set<number>(),
      filed: new Map(),
      settled: [],
    },
    ...{ staffLetters: [], digests: [] },
  }
}

export function openOf(world: World, requestId: number): readonly CaseFile[] {
  const files = [...world.cases.values()].map(({ file }) => file)
  return files.filter((file) => file.requestId === requestId && file.closed === null)
}

/** Of its own case first, and of those that it is about besides. */
export function requestsOf(world: World, { reply }: SentLetter): readonly number[] {
  const { caseId, along = [] } = reply.wish as ReplyWish
  return [caseId, ...along].flatMap((id) => world.cases.get(id)?.file.requestId ?? [])
}

/** As `due-cases.ts` asks the database. */
export function besides(world: World, requestId: number, addresses: readonly string[]): readonly number[] {
  const rows = [...world.cases.values()]
  const keys = new Set(rows.flatMap(({ file, row }) => (file.requestId === requestId ? [row.company_key] : [])))
  const isOther = ({ file, row }: StoredCase) =>
    file.requestId !== requestId && file.closed === null && row.company_key !== null && keys.has(row.company_key)
  const found = rows.filter((one) => isOther(one) && addresses.includes(one.file.chase?.to ?? ''))
  return [...new Set(found.map(({ file }) => file.requestId))]
}

/** A letter of the request has not left yet, or none ever left. */
export function waits(world: World, requestId: number): boolean {
  const ours = world.letters.flatMap((letter, at) => {
    const ofRequest = requestsOf(world, letter).includes(requestId)
    return ofRequest && !world.dropped.has(at + 1) ? [letter] : []
  })
  const hasLeft = ({ state, at, reply }: SentLetter) =>
    state !== 'draft' && at + reply.wish.delayMinutes * 60_000 <= world.now
  return !ours.every(hasLeft) || ours.length === 0
}

/** Cases of a request in which a later mail of theirs waits for a person. */
export function unanswered(world: World, requestId: number): readonly number[] {
  const request = [...world.cases.values()].map(({ file }) => file).filter((file) => file.requestId === requestId)
  const waiting = world.tasks.flatMap(({ sort, messageId, caseRef: ref, once }, at) => {
    const filed = world.filed.get(messageId ?? 0)
    const asks = MAIL_QUESTIONS.includes(sort) && !world.done.has(at + 1) && filed?.understanding.kind === 'human'
    const isOfAll = once?.startsWith(DIFFERENCE) === true && request.some((file) => file.ref === ref)
    return asks && filed !== undefined ? [{ ...filed, isOfAll }] : []
  })
  return request
    .filter((file) =>
      waiting.some(({ cases, receivedAt, isOfAll }) => (isOfAll || cases.has(file.id)) && receivedAt > file.receivedAt),
    )
    .map((file) => file.id)
}

/** As `load-facts.ts` asks the database. */
export function factsFor(world: World, mail: ReadMail, keys: FactKeys): StoredFacts {
  const all = [...world.cases.values()].map((one) => ({ ...one, view: viewOf(world, one) }))
  const those = (test: (one: StoredCase) => boolean) => all.filter(test).map(({ view }) => view)
  const open = (test: (one: StoredCase) => boolean) => those((one) => one.row.status !== 'closed' && test(one))
  const seen = new Set(keys.messageIds.flatMap((id) => [...(world.seen.get(id) ?? [])]))
  const awaiting = (ids: readonly string[]) => new Set(ids.flatMap((id) => [...(world.awaited.get(id) ?? [])]))
  const [awaitingIt, sameAwaited] = [
    awaiting(mail.messageId === null ? [] : [mail.messageId]),
    awaiting(keys.messageIds),
  ]
  const incomplete = awaiting([...world.awaited.keys()])
  const bounced = world.letters.find(
    ({ reply }) => keys.bounced.includes(reply.messageId) || keys.bounced.includes(reply.returnPath),
  )
  const threads = {
    byToken: those(({ file }) => keys.tokenRefs.includes(file.ref)),
    byReference: those(({ file }) => seen.has(file.id)),
    awaiting: those(({ file }) => awaitingIt.has(file.id)),
    sameAwaited: those(({ file }) => sameAwaited.has(file.id)),
    bySubjectRef: those(({ file }) => keys.subjectRefs.includes(file.ref)),
    bySender: open(({ participants }) => participants.includes(keys.sender)),
    incomplete: open(({ file, participants }) => incomplete.has(file.id) && participants.includes(keys.sender)),
    byMatter: those(({ file, row }) => (file.closed?.reason ?? 'completed') === 'completed' && isMatter(row, keys)),
    byCompany: open(({ row }) => keys.states.length === 0 && isOfCompany(row, keys)),
  }
  const found = Object.values(threads).flatMap((views) => views.map((view) => view.requestId))
  const requests = new Set([...found, ...(bounced === undefined ? [] : requestsOf(world, bounced))])
  const known = world.clecs.get(keys.companyKey ?? '') ?? null
  const inHour = world.letters.filter(
    (one) => one.state !== 'draft' && one.answers !== null && world.now - one.at < HOUR,
  )
  return {
    threads: {
      ...threads,
      byLetterOfSeveral: lettersOfSeveral(world, keys),
      requests: those(({ file }) => requests.has(file.requestId)),
    },
    isOld: false,
    earlierDelivery: world.delivered.get(deliveryKey(mail)) ?? null,
    sameMessageId: null,
    bouncedReply: bounced === undefined ? null : bouncedFacts(world, bounced),
    repliesToAddressLastHour: inHour.filter((one) => one.to === keys.recipient).length,
    repliesToDomainLastHour: inHour.filter((one) => domainOf(one.to) === domainOf(keys.recipient)).length,
    repliesLastHour: inHour.length,
    repliesInCaseLastDay: new Map([...world.cases.keys()].map((id) => [id, repliesLastDay(world, id)])),
    recipientBlocked: world.blocked.has(keys.recipient),
    freshCases: drawNumbers(world, keys.wantsCases),
    clec: { freshId: world.clecs.size + 1, known },
    affiliations: world.affiliations,
    earlyOrders: all.filter(({ row }) => row.early_order).map(({ file }) => file),
    unread: unreadIn(world),
    repliesTo: [...world.letters, ...world.staffLetters]
      .filter(({ reply }) => keys.ownIds.includes(reply.messageId))
      .map((one) => one.to),
  }
}

function unreadIn(world: World): StoredFacts['unread'] {
  const waiting = [...world.cases.values()].filter(({ file }) => file.needsPerson === NOT_UNDERSTOOD)
  return new Map(
    waiting.map(({ file }) => [
      file.ref,
      [...world.filed.values()].filter((one) => one.cases.has(file.id) && one.understanding.kind === 'human'),
    ]),
  )
}

/** Whoever takes part in one case of a request takes part in all of them. */
function viewOf(world: World, { file, row }: StoredCase): CaseView {
  const sisters = [...world.cases.values()].filter((one) => one.file.requestId === file.requestId)
  return { ...file, status: row.status, participants: [...new Set(sisters.flatMap((one) => one.participants))] }
}

function lettersOfSeveral(world: World, keys: FactKeys): readonly (readonly number[])[] {
  const named = world.letters.filter(({ reply }) => keys.ownIds.includes(reply.messageId))
  return named.map((letter) => requestsOf(world, letter)).filter((ids) => new Set(ids).size > 1)
}

function isMatter(row: StoredCase['row'], keys: FactKeys): boolean {
  const sameState = row.states.some((state) => keys.states.includes(state))
  return (isOfCompany(row, keys) && sameState) || (row.tracking !== null && keys.tracking.includes(row.tracking))
}

function isOfCompany(row: StoredCase['row'], keys: FactKeys): boolean {
  return row.company_key !== null && row.company_key === keys.companyKey
}

function bouncedFacts(world: World, letter: SentLetter): StoredFacts['bouncedReply'] {
  const { caseId, along = [] } = letter.reply.wish as ReplyWish
  return { outboxId: world.letters.indexOf(letter) + 1, caseId, along, recipient: letter.to }
}

function repliesLastDay(world: World, caseId: number): number {
  const counted = world.letters.filter((one) => one.state !== 'draft' && world.now - one.at < 24 * HOUR)
  return counted.filter(({ reply }) => reply.wish.caseId === caseId).length
}

function drawNumbers(world: World, count: number): StoredFacts['freshCases'] {
  const first = world.drawn + 1
  world.drawn += count
  return Array.from({ length: count }, (_, at) => ({ id: first + at, ref: caseRef(2026, first + at) }))
}

/** The same mail by another way: the same Message-ID, date, sender and first words. */
function deliveryKey(mail: ReadMail): string {
  if (mail.messageId === null || mail.date === null) return `nothing in common with ${Math.random()}`
  return JSON.stringify([mail.messageId, mail.date, mail.from[0]?.address, mail.text.trimStart().slice(0, 200)])
}

export function commitMail(world: World, mail: ReadMail, decision: Decision, letter: SentLetter | null): void {
  world.mails += 1
  const { understanding } = decision
  const cases = decision.changes.flatMap((one) => (one.change === 'mail-filed' ? [one.caseId] : []))
  const filed = { id: world.mails, receivedAt: world.now, mail, understanding, cases: new Set(cases) }
  world.filed.set(world.mails, filed)
  if (!world.delivered.has(deliveryKey(mail))) world.delivered.set(deliveryKey(mail), world.mails)
  commitCases(world, decision.cases)
  if (decision.clec !== null) world.clecs.set(nameKey(decision.clec.legalName), decision.clec)
  for (const change of decision.changes) {
    if (change.change === 'mail-filed')
      file(world, change.caseId, mail, decision.understanding.kind === 'human', change.asGuest !== true)
    const bounced =
      change.change === 'reply-bounced' && change.permanent ? world.letters[change.outboxId - 1] : undefined
    if (bounced) world.blocked.add(bounced.to)
  }
  settle(world, decision.settles ?? [])
  commitWishes(world, decision.wishes, letter === null ? [] : [letter], world.mails)
}

/** What the desk need not look at any more. */
export function settle(world: World, settles: readonly Moot[]): void {
  for (const { once, why } of settles) {
    const open = world.tasks.findIndex((one, at) => one.once === once && !world.done.has(at + 1))
    if (open < 0) continue
    world.done.add(open + 1)
    world.settled.push({ task: open + 1, why })
  }
}

/** As the database does: nobody changes a case that he has not seen as it is. */
export function commitCases(world: World, outcomes: readonly CaseOutcome[]): void {
  for (const outcome of outcomes) {
    const { file, opened, summary } = outcome
    const before = world.cases.get(file.id)
    if (opened ? before !== undefined : before?.file.version !== file.version - 1)
      throw new Error(`${file.ref} of version ${file.version} does not follow ${before?.file.version ?? 'nothing'}`)
    const stored = JSON.parse(JSON.stringify(file)) as CaseFile
    const participants = before?.participants ?? []
    world.cases.set(file.id, { file: stored, row: caseRow(outcome), nextDueAt: summary.nextDueAt, participants })
  }
}

export function commitWishes(
  world: World,
  wishes: readonly Wish[],
  letters: readonly SentLetter[],
  messageId: number | null = null,
): void {
  for (const letter of letters) {
    const { key, caseId, along = [] } = letter.reply.wish as ReplyWish
    if (world.letters.some(({ reply }) => reply.wish.key === key)) throw new Error(`a second letter under ${key}`)
    world.letters.push(letter)
    for (const id of caseId === null ? [] : [caseId, ...along]) remember(world, letter.reply.messageId, id)
  }
  for (const wish of wishes) {
    if (wish.wish !== 'ask-human') continue
    const caseRef = world.cases.get(wish.caseId ?? 0)?.file.ref ?? null
    const { once = null } = wish
    const open = once === null ? -1 : world.tasks.findIndex((one, at) => one.once === once && !world.done.has(at + 1))
    const known = world.tasks[open]
    // The newest mail that shows a difference is the one that waits.
    if (known?.sort === 'entity') world.tasks[open] = { ...known, messageId: messageId ?? known.messageId }
    if (known !== undefined) continue
    world.tasks.push({ at: world.now, sort: wish.sort, sentence: wish.sentence, caseRef, messageId, once })
  }
}

function file(world: World, caseId: number, mail: ReadMail, isHuman: boolean, takesPart: boolean): void {
  const found = world.cases.get(caseId) as StoredCase
  const sender = mail.from[0]?.address
  const participants =
    isHuman && takesPart && sender ? [...new Set([...found.participants, sender])] : found.participants
  world.cases.set(caseId, { ...found, participants })
  if (isHuman) world.newest.set(found.file.requestId, mail)
  if (mail.messageId !== null) {
    remember(world, mail.messageId, caseId)
    world.awaited.get(mail.messageId)?.delete(caseId)
  }
  for (const id of isHuman ? [...mail.inReplyTo, ...mail.references] : [])
    if (!world.seen.has(id)) world.awaited.set(id, (world.awaited.get(id) ?? new Set()).add(caseId))
}

export function remember(world: World, messageId: string, caseId: number): void {
  world.seen.set(messageId, (world.seen.get(messageId) ?? new Set()).add(caseId))
}
