/** Orders of people at the desk in memory: judged and carried out by the real flow, kept in its lists. */

import { dayIn } from '../../src/domain/calendar/zone.ts'
import { caseRef } from '../../src/domain/case.ts'
import type { Act } from '../../src/domain/casework/act.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { isIntroduced } from '../../src/domain/casework/introduction.ts'
import { nameKey } from '../../src/domain/casework/name-key.ts'
import type { ProvingMail } from '../../src/domain/casework/proofs.ts'
import { beforeAll, tracesOf } from '../../src/domain/casework/undo.ts'
import { mailCorrected } from '../../src/domain/decide/mail-corrected.ts'
import type { Intent } from '../../src/domain/labels.ts'
import { asCorrected, correctedLabel } from '../../src/domain/learn/correct.ts'
import { caseContacts } from '../../src/domain/orders/case-contact.ts'
import { type Also, askedIn } from '../../src/domain/orders/effects.ts'
import type { DraftView, OrderFacts, TaskView } from '../../src/domain/orders/order-facts.ts'
import { readOrders } from '../../src/domain/orders/read-orders.ts'
import { subjectStem } from '../../src/domain/subject.ts'
import type { CarriedOut, OrderStore } from '../../src/ports/stores/orders.ts'
import type { WrittenReply } from '../../src/ports/stores/written-reply.ts'
import type { SentLetter, Settled } from './desk.ts'
import { letterOf } from './drafts.ts'
import { commitCases, commitWishes, type FiledMail, remember, type World } from './world.ts'

/** What somebody of the desk says in plain words, order by order; a draft, task or mail by its number, as on the command line. */
export function ordersIn(words: string, by: string, world: World, { desk }: Settled): readonly (Act | string)[] {
  const [, act, draft] = /^(approve|reject) draft (\d+)$/.exec(words) ?? []
  if (act !== undefined) return [{ act: act as 'approve' | 'reject', draft: Number(draft) }]
  const [, task] = /^done task (\d+)$/.exec(words) ?? []
  if (task !== undefined) return [{ act: 'done', task: Number(task) }]
  const [, mail, intent] = /^relabel mail (\d+) as (\S+)$/.exec(words) ?? []
  if (mail !== undefined) return [{ act: 'relabel', messageId: Number(mail), intents: [intent as Intent] }]
  const staff = desk.staff.map((one) => ({ address: one.email, name: one.name }))
  const today = dayIn(world.now, desk.timeZone)
  const read = readOrders(words, { lines: new Map(), about: null, staff, by, today })
  return read.map((one) => ('order' in one ? one.order : one.problem))
}

type Keep = (reply: WrittenReply) => Promise<SentLetter>

export function memoryOrders(world: World, settled: Settled, keep: Keep): OrderStore {
  return {
    facts: async (order) => factsOfOrder(world, order),
    draw: async (order) => ({
      number: world.orders.length + 1,
      freshCase: order.act === 'split' ? drawNumber(world) : null,
    }),
    newestMail: async (requestId) => world.newest.get(requestId) ?? null,
    async commit(work) {
      const first = world.letters.length + 1
      const letters: SentLetter[] = []
      for (const reply of work.replies) letters.push(await keep(reply))
      commitCases(world, work.cases)
      commitWishes(world, work.tasks, letters)
      record(world, work, first)
      for (const one of work.also) carryOut(world, one, settled)
      return { chimes: [], letters: letters.map((_one, at) => first + at) }
    },
    orderedIn: async (messageId) => orderedIn(world, messageId),
    async tell(work) {
      const letters: SentLetter[] = []
      for (const reply of work.replies) letters.push(await keep(reply))
      commitCases(world, work.cases)
      commitWishes(world, [], letters)
      return { chimes: [], letters: [] }
    },
  }
}

function orderedIn(world: World, messageId: number): Awaited<ReturnType<OrderStore['orderedIn']>> {
  const ordered = world.orders.filter((one) => one.messageId === messageId && one.order.act !== 'undo')
  const all = ordered.flatMap((one) => one.traces)
  const files = [...world.cases.values()]
    .map(({ file }) => file)
    .filter((file) => all.some((one) => one.caseRef === file.ref))
  const mails = new Map(files.map((file) => [file.ref, mailsOf(world, file.id)]))
  const contacts = caseContacts(files, mails, (address) => world.blocked.has(address))
  return {
    cases: files.map((after) => {
      const traces = all.filter((one) => one.caseRef === after.ref).map((one) => one.traces)
      const asks = ordered.flatMap(({ also, undoneBy }) => (undoneBy === null ? askedIn(also, after.ref) : []))
      return { before: beforeAll(after, traces), after, contact: contacts.get(after.ref) ?? null, asks }
    }),
    letters: world.letters.map(({ reply }) => reply.wish.key),
  }
}

function factsOfOrder(world: World, order: Act): Awaited<ReturnType<OrderStore['facts']>> {
  const cases = new Map([...world.cases.values()].map(({ file }) => [file.ref, file]))
  const mails = new Map([...cases.values()].map((file) => [file.ref, mailsOf(world, file.id)]))
  return {
    cases,
    mails,
    readings: new Map([...cases.values()].map((file) => [file.ref, readingsOf(world, file.id)])),
    letters: world.letters.map(({ reply, at, answers }) => ({
      ...{ messageId: reply.messageId, at, answers },
      caseRef: world.cases.get(reply.wish.caseId ?? 0)?.file.ref ?? '',
    })),
    contacts: caseContacts(cases.values(), mails, (address) => world.blocked.has(address)),
    drafts: new Map(world.letters.map((_one, at) => [at + 1, draftView(world, at)])),
    waiting: order.act === 'close' ? waitingIn(world, order.caseRef) : [],
    tasks: new Map(world.tasks.map((_one, at) => [at + 1, taskView(world, at)])),
    affiliations: world.affiliations,
    relabelled: order.act === 'relabel' ? (world.filed.get(order.messageId) ?? null) : null,
    orders: new Map(world.orders.map((one) => [one.number, one])),
  }
}

function drawNumber(world: World): OrderFacts['freshCase'] {
  world.drawn += 1
  return { id: world.drawn, ref: caseRef(2026, world.drawn) }
}

function mailsOf(world: World, caseId: number): OrderFacts['mails'] extends ReadonlyMap<string, infer Of> ? Of : never {
  return [...world.filed.values()]
    .filter(({ cases }) => cases.has(caseId))
    .map(({ id, receivedAt, mail, understanding }) => ({
      ...{ id, receivedAt, filedAt: receivedAt, subjectStem: subjectStem(mail.subject), messageId: mail.messageId },
      sender: understanding.kind === 'human' ? (mail.from[0]?.address ?? null) : null,
      refersTo: [...mail.inReplyTo, ...mail.references],
    }))
}

function readingsOf(world: World, caseId: number): readonly ProvingMail[] {
  return [...world.filed.values()].filter((one) => one.cases.has(caseId) && one.understanding.kind === 'human')
}

function draftView(world: World, at: number): DraftView {
  const letter = world.letters[at] as SentLetter
  const { caseId, delayMinutes } = letter.reply.wish
  const left = letter.at + delayMinutes * 60_000 <= world.now
  const state = letter.state === 'draft' ? 'draft' : left ? 'sent' : 'queued'
  const ref = world.cases.get(caseId ?? 0)?.file.ref ?? null
  return {
    id: at + 1,
    caseRef: ref,
    to: letter.to,
    answers: letter.answers,
    template: letter.reply.wish.template,
    state: world.dropped.has(at + 1) ? 'rejected' : state,
  }
}

function waitingIn(world: World, ref: string): OrderFacts['waiting'] {
  const requestId = [...world.cases.values()].find(({ file }) => file.ref === ref)?.file.requestId
  return world.letters.flatMap(({ state, reply }, at) => {
    const isOfIt = world.cases.get(reply.wish.caseId ?? 0)?.file.requestId === requestId
    return isOfIt && state === 'draft' && !world.dropped.has(at + 1) ? [letterOf(world, at + 1)] : []
  })
}

function taskView(world: World, at: number): TaskView {
  const task = world.tasks[at]
  const { sort = '', caseRef: ref = null, messageId = null, once = null } = task ?? {}
  return { id: at + 1, sort, caseRef: ref, messageId, open: !world.done.has(at + 1), once }
}

function record(world: World, work: CarriedOut, first: number): void {
  const { number, order, actor, now, cases, before, also, messageId } = work
  const traces = cases.flatMap(({ file, opened }) => {
    const was = before.get(file.ref)
    return opened || was === undefined ? [] : [{ caseRef: file.ref, traces: tracesOf(was, file) }]
  })
  const letters = world.letters.slice(first - 1).map((_one, at) => first + at)
  world.orders.push({ number, order, by: actor, at: now, traces, also, letters, undoneBy: null, messageId })
  const past = order.act === 'undo' ? world.orders[order.order - 1] : undefined
  if (past !== undefined) world.orders[past.number - 1] = { ...past, undoneBy: number }
}

function carryOut(world: World, one: Also, settled: Settled): void {
  switch (one.also) {
    case 'send-draft':
    case 'hold-draft': {
      const letter = world.letters[one.draft - 1] as SentLetter
      world.letters[one.draft - 1] = { ...letter, state: one.also === 'send-draft' ? 'queued' : 'draft' }
      return
    }
    case 'drop-draft':
      world.dropped.add(one.draft)
      return
    case 'restore-draft':
      world.dropped.delete(one.draft)
      return
    case 'close-task':
      world.done.add(one.task)
      return
    case 'open-task':
      world.done.delete(one.task)
      return
    case 'correct':
      correctMail(world, one.messageId, one.intents, settled)
      return
    case 'move-mails':
      moveMails(world, one)
      return
    case 'join-affiliates':
      world.affiliations = [...world.affiliations, one]
      return
    case 'part-affiliates':
      world.affiliations = world.affiliations.filter((pair) => pair.one !== one.one || pair.other !== one.other)
      return
    // The cases and the letters are written with the order; a correction that is taken back has taught nobody here.
    case 'open-case':
    case 'ask-letter':
    case 'withdraw-correction':
      return
  }
}

/** As the database moves them: their threads, and who takes part in what. */
function moveMails(world: World, { from, into, messageIds }: Extract<Also, { readonly also: 'move-mails' }>): void {
  const idOf = (ref: string) => [...world.cases.values()].find(({ file }) => file.ref === ref)?.file.id ?? 0
  const [fromId, intoId] = [idOf(from), idOf(into)]
  for (const id of messageIds) {
    const filed = world.filed.get(id)
    if (filed === undefined) continue
    filed.cases.delete(fromId)
    filed.cases.add(intoId)
    if (filed.mail.messageId === null) continue
    world.seen.get(filed.mail.messageId)?.delete(fromId)
    remember(world, filed.mail.messageId, intoId)
  }
  const moved = peopleOf(world, ({ id }) => messageIds.includes(id))
  const left = peopleOf(world, ({ cases }) => cases.has(fromId))
  const staysKnown = world.cases.get(fromId)?.file.closed !== null
  setPeople(world, fromId, (people) => people.filter((one) => staysKnown || left.has(one) || !moved.has(one)))
  const files = [fromId, intoId].flatMap((id) => world.cases.get(id)?.file ?? [])
  const joining = [...moved].filter((one) => files.every((file) => !isIntroduced(one, file)))
  setPeople(world, intoId, (people) => [...new Set([...people, ...joining])])
  for (const caseId of [fromId, intoId]) setNewest(world, caseId)
}

function peopleOf(world: World, test: (filed: FiledMail) => boolean): ReadonlySet<string> {
  const mails = [...world.filed.values()].filter((one) => one.understanding.kind === 'human' && test(one))
  return new Set(mails.flatMap(({ mail }) => (mail.from[0] === undefined ? [] : [mail.from[0].address])))
}

function setPeople(world: World, caseId: number, next: (people: readonly string[]) => readonly string[]): void {
  const found = world.cases.get(caseId)
  if (found !== undefined) world.cases.set(caseId, { ...found, participants: next(found.participants) })
}

function setNewest(world: World, caseId: number): void {
  const requestId = world.cases.get(caseId)?.file.requestId
  if (requestId === undefined) return
  const inRequest = ({ cases }: FiledMail) => [...cases].some((id) => world.cases.get(id)?.file.requestId === requestId)
  const newest = [...world.filed.values()].filter((one) => one.understanding.kind === 'human' && inRequest(one)).at(-1)
  if (newest === undefined) world.newest.delete(requestId)
  else world.newest.set(requestId, newest.mail)
}

/** A person says what a mail is: the cases that it opened are mended. */
function correctMail(world: World, messageId: number, intents: readonly Intent[], { desk }: Settled): void {
  const filed = world.filed.get(messageId)
  if (filed === undefined) return
  const files = [...world.cases.values()].map(({ file }) => file).filter((file) => filed.cases.has(file.id))
  const isOpened = (file: CaseFile) => mailsOf(world, file.id)[0]?.id === messageId
  const { understanding, mail } = filed
  const label = correctedLabel(mail, understanding, { intents })
  if (label.kind !== 'human') return
  const read = { ...filed, understanding: asCorrected(understanding, label) }
  world.filed.set(messageId, read)
  const request = [...world.cases.values()].filter(({ file }) => file.requestId === files[0]?.requestId)
  const { cases, asks } = mailCorrected(
    {
      ...{ opened: files.filter(isOpened), filedIn: files.filter((file) => !isOpened(file)) },
      ...{ request: request.map(({ file }) => file.state), now: label, mail: read },
      before: { ...understanding, intents: understanding.intents.map((one) => one.intent) },
      readings: new Map(files.map((file) => [file.ref, readingsOf(world, file.id)])),
      clecOf: (company) => world.clecs.get(nameKey(company))?.id ?? null,
      at: world.now,
    },
    desk,
  )
  commitCases(
    world,
    cases.filter(({ changes }) => changes.length > 0),
  )
  commitWishes(world, asks, [], messageId)
}
