/** Taking an order back: the fields that it changed, and what else it caused, as long as nothing rests on it. */
import { areAffiliates } from '../casework/affiliates.ts'
import type { CaseFile } from '../casework/case-file.ts'
import { ITEMS, type ItemId } from '../casework/items.ts'
import { type Trace, undo } from '../casework/undo.ts'
import { actWords, inCase, ordered, refused } from './answer.ts'
import { isDraftIn } from './draft-effects.ts'
import type { Also, Effects } from './effects.ts'
import { restingOn } from './gates.ts'
import { howTo } from './how-to.ts'
import { rest } from './item-effects.ts'
import { itemWord } from './item-words.ts'
import { settledNames } from './name-questions.ts'
import type { OrderFacts, PastOrder } from './order-facts.ts'
import { lettersBack } from './undo-letters.ts'
import { unmerged, withoutWhatGoes } from './undo-merge.ts'

export function undoneOrder(number: number, facts: OrderFacts): Effects {
  const past = facts.orders.get(number)
  if (past === undefined) return refused(`There is no order ${number}.`)
  if (past.undoneBy !== null) return refused(`Order ${number} was taken back already, by order ${past.undoneBy}.`)
  const what = `Order ${number} (${actWords(past.order)})`
  if (past.traces.every((one) => one.traces.length === 0) && past.also.length === 0 && past.letters.length === 0)
    return refused(`${what} cannot be taken back: it changed nothing but the timeline.`)
  const opened = past.also.flatMap((one) => (one.also === 'open-case' ? [one.file.ref] : []))
  const files: CaseFile[] = []
  for (const { caseRef, traces } of past.traces) {
    const file = facts.cases.get(caseRef)
    if (file === undefined) return refused(`${what} was not taken back: ${caseRef} is not known.`)
    const undone = undo(withoutWhatGoes(file, traces, past, facts), traces)
    if (!undone.undone)
      return refused(`${what} was not taken back: ${fieldWords(undone.field)} of ${caseRef} was changed since.`)
    const resting = laterOn(traces, file, past, facts)
    if (resting.length > 0) return refused(`${what} was not taken back: ${rest(resting)}.`)
    if (!opened.includes(caseRef)) files.push(undone.file)
  }
  const also = backOf(past, files, facts)
  if ('problem' in also) return refused(`${what} was not taken back: ${also.problem}${insteadOf(past, facts)}.`)
  const parted = unmerged(past, files, facts)
  if ('problem' in parted) return refused(`${what} was not taken back: ${parted.problem}.`)
  const letters = lettersBack(past, facts)
  // What the order asked because papers named another company is not asked any more.
  const named = past.order.act === 'describe' ? files.flatMap((file) => settledNames(file, facts)) : []
  return ordered(facts, {
    restores: parted.files,
    changes: opened.flatMap((ref) => closedAgain(ref, past, facts)),
    also: [
      ...also.also,
      ...letters.also,
      ...parted.also,
      ...named.map((task) => ({ also: 'close-task', task }) as const),
    ],
    asks: [...letters.asks, ...parted.asks],
    sentence: `${what} was taken back.${letters.words}${parted.words}`,
  })
}

/** Milestones that came later and need what is to be taken back. */
function laterOn(traces: readonly Trace[], file: CaseFile, past: PastOrder, facts: OrderFacts): readonly ItemId[] {
  const gone = traces.flatMap(({ field, before, after }): readonly ItemId[] => {
    if (field === 'route') return ['route']
    const item = ITEMS.find((one) => field === `item ${one}`)
    return item === undefined || !isDone(after) || isDone(before) ? [] : [item]
  })
  const resting = gone.flatMap((item) => restingOn(item, file)).filter((item) => !gone.includes(item))
  return [...new Set(resting)].filter(
    (item) => (file.items[item]?.at ?? 0) > past.at || orderedLater(item, file.ref, past, facts),
  )
}

function orderedLater(item: ItemId, caseRef: string, past: PastOrder, facts: OrderFacts): boolean {
  return [...facts.orders.values()].some(
    (one) =>
      one.number > past.number &&
      one.undoneBy === null &&
      one.traces.some((of) => of.caseRef === caseRef && of.traces.some((trace) => trace.field === `item ${item}`)),
  )
}

function isDone(entry: unknown): boolean {
  const state = entry === null || typeof entry !== 'object' ? null : (entry as { readonly state?: unknown }).state
  return state === 'met' || state === 'waived'
}

/** A letter cannot be called back, but what was closed can be opened. */
function insteadOf({ order }: PastOrder, facts: OrderFacts): string {
  const isClosed = order.act === 'close' && facts.cases.get(order.caseRef)?.closed != null
  return isClosed ? `; ${howTo({ to: 'reopen', ref: order.caseRef }, facts.speech)} to open the case again` : ''
}

type Back = { readonly also: readonly Also[] } | { readonly problem: string }

function backOf(past: PastOrder, files: readonly CaseFile[], facts: OrderFacts): Back {
  const also: Also[] = []
  for (const one of [...past.also].reverse()) {
    const left = leftBehind(one, past, files, facts)
    if (left !== null) return { problem: left }
    const back = inverseOf(one, facts)
    if ('problem' in back) return back
    also.push(...back.also)
  }
  return { also }
}

/** Why a case cannot be merged again by taking back that it was parted: mails came to it, and they would stay in it. */
function leftBehind(one: Also, past: PastOrder, files: readonly CaseFile[], facts: OrderFacts): string | null {
  if (one.also !== 'move-mails' || files.find((file) => file.ref === one.into)?.closed?.into !== one.from) return null
  const since = (facts.mails.get(one.into) ?? []).filter(({ filedAt }) => filedAt > past.at)
  if (since.length === 0) return null
  return `mails came to ${one.into} since; ${howTo({ to: 'merge', ref: one.into, into: one.from }, facts.speech)}`
}

function inverseOf(one: Also, facts: OrderFacts): Back {
  switch (one.also) {
    case 'send-draft':
      return isDraftIn(['queued'], one.draft, facts, { also: 'hold-draft', draft: one.draft }, 'the mail has gone out')
    case 'hold-draft':
      return isDraftIn(['draft'], one.draft, facts, { also: 'send-draft', draft: one.draft }, 'the draft waits no more')
    case 'drop-draft':
      return isDraftIn(
        ['rejected'],
        one.draft,
        facts,
        { also: 'restore-draft', draft: one.draft },
        'it is no dropped draft now',
      )
    case 'restore-draft':
      return isDraftIn(['draft'], one.draft, facts, { also: 'drop-draft', draft: one.draft }, 'the draft waits no more')
    case 'correct':
      return { also: [{ ...one, also: 'withdraw-correction' }] }
    case 'withdraw-correction':
      return { also: [{ ...one, also: 'correct' }] }
    case 'close-task':
      return { also: [{ ...one, also: 'open-task' }] }
    case 'open-task':
      return { also: [{ ...one, also: 'close-task' }] }
    case 'join-affiliates':
      return areAffiliates(one.one, one.other, facts.affiliations)
        ? { also: [{ ...one, also: 'part-affiliates' }] }
        : { problem: 'they are not recorded as affiliates any more' }
    case 'part-affiliates':
      return { also: [{ ...one, also: 'join-affiliates' }] }
    case 'move-mails': {
      const there = (facts.mails.get(one.into) ?? []).map((mail) => mail.id)
      if (!one.messageIds.every((id) => there.includes(id))) return { problem: 'its mails were moved on since' }
      return { also: [{ ...one, from: one.into, into: one.from }] }
    }
    case 'open-case': {
      const moved = (facts.mails.get(one.file.ref) ?? []).map((mail) => mail.receivedAt)
      return moved.some((at) => at > one.file.lastMailAt)
        ? { problem: `mails came to ${one.file.ref} since` }
        : { also: [] }
    }
    case 'ask-letter':
      return { also: [] }
  }
}

/** A case that was opened stays in the books: it is closed into the one that it came from, and is of its request again. */
function closedAgain(ref: string, past: PastOrder, facts: OrderFacts) {
  const file = facts.cases.get(ref)
  const into = past.also.find((one) => one.also === 'move-mails' && one.into === ref)
  if (file === undefined || into?.also !== 'move-mails') return []
  const requestId = facts.cases.get(into.from)?.requestId
  return inCase(
    file,
    { change: 'closed', reason: 'merged', at: facts.now, into: into.from },
    ...(requestId === undefined ? [] : [{ change: 'moved-to-request', requestId } as const]),
  )
}

function fieldWords(field: Trace['field']): string {
  const item = ITEMS.find((one) => field === `item ${one}`)
  return item === undefined ? `the ${FIELD_WORDS[field] ?? field}` : itemWord(item)
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  needsPerson: 'question for a person',
  closed: 'closing',
  extensions: 'day of receipt',
  routeDoubtful: 'route',
  requestedAt: 'request to negotiate',
  carrierType: 'sort of carrier',
}
