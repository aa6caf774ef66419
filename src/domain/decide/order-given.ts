/**
 * A person has ordered something: what it does to cases, which letters follow, and the sentence that confirms it. Orders
 * never make the system accept or agree to anything; they tick, ask, assign, send what lies there as a draft.
 */
import type { Autonomy } from '../autonomy.ts'
import type { Act } from '../casework/act.ts'
import { applyAll } from '../casework/apply.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import { askedAgain } from '../casework/fallen-items.ts'
import { mootIn } from '../casework/moot.ts'
import { type CaseOutcome, changedCase, openedCase } from '../casework/outcome.ts'
import { summarizer } from '../casework/summary.ts'
import type { AskWish, ReplyWish } from '../decision.ts'
import type { Section } from '../letter/section.ts'
import { isAnsweredBy } from '../orders/answered-tasks.ts'
import { isReceiptOnly } from '../orders/draft-effects.ts'
import type { Also } from '../orders/effects.ts'
import { effectsOf } from '../orders/order-effects.ts'
import type { OrderFacts, TaskView } from '../orders/order-facts.ts'
import { lettersAhead } from '../orders/undo-letters.ts'
import { standingOf } from '../process/standing.ts'
import { answerAnew } from './answer-anew.ts'
import { closedDrafts } from './closed-drafts.ts'
import { contactName } from './contact-name.ts'
import { fallenWords, isUnasked, unaskedWords } from './fallen-words.ts'
import { fallenGateWords, gatesFallen } from './gate-question.ts'
import { letterWish } from './letter-wish.ts'
import { milestoneLetter } from './milestone-letter.ts'
import { missingItems, missingSection } from './missing-items.ts'

export type OrderGiven =
  | { readonly given: 'refused'; readonly sentence: string }
  | {
      readonly given: 'done'
      readonly sentence: string
      readonly cases: readonly CaseOutcome[]
      /** The cases as they were, for taking the order back. */
      readonly before: ReadonlyMap<string, CaseFile>
      readonly also: readonly Also[]
      readonly asks: readonly AskWish[]
      readonly letters: readonly ReplyWish[]
    }

interface Settled {
  readonly desk: DeskSettings
  readonly autonomy: Autonomy
  /** It is one of several in a mail: the letters are written when all are carried out (`mail-told.ts`). */
  readonly isToldLater: boolean
}

export function orderGiven(order: Act, facts: OrderFacts, settled: Settled): OrderGiven {
  const effects = effectsOf(order, facts)
  if (effects.effects === 'refused') return { given: 'refused', sentence: effects.sentence }
  const summarize = summarizer(settled.desk)
  const opened = effects.also.flatMap((one) => (one.also === 'open-case' ? [one.file] : []))
  const changesOf = (file: CaseFile) =>
    effects.changes.filter((one) => one.caseRef === file.ref).flatMap((one) => one.changes)
  const settle = (asked: (file: CaseFile) => readonly CaseChange[]) => [
    ...opened.map((file) => openedCase(file, changesOf(file), summarize)),
    ...[...facts.cases.values()]
      .filter(({ ref }) => !restored.has(ref))
      .map((file) => ({ file, changes: [...changesOf(file), ...fallen(file), ...asked(file)] }))
      .filter(({ changes }) => changes.length > 0)
      .map(({ file, changes }) => changedCase(file, changes, summarize)),
    ...effects.restores.map((file) => changedCase(file, fallen(file), summarize)),
  ]
  const restored = new Map(effects.restores.map((file) => [file.ref, file]))
  const then = (ref: string, file: CaseFile) => restored.get(ref) ?? applyAll(file, changesOf(file))
  const fallen = ({ ref }: CaseFile): readonly CaseChange[] => {
    const was = facts.cases.get(ref)
    // What two cases say differently is a person's to settle.
    return was === undefined || order.act === 'merge' ? [] : askedAgain(was, then(ref, was), facts.now)
  }
  const before = settle(() => [])
  const reading = order.act === 'relabel' ? anew(order, effects.also, facts, settled) : null
  const letters =
    order.act === 'undo' ? [] : reading === null ? lettersOf(before, effects.also, facts, settled) : reading.letters
  // What several orders tell and ask is one letter, and each order's confirmation says that it will be.
  const ahead =
    order.act === 'undo' || dropped(effects.also, facts) !== null
      ? []
      : (reading?.letters ?? lettersOf(before, effects.also, facts, { ...settled, isToldLater: false }))
  const drafts = closedDrafts(order, before, facts, settled.desk)
  const also = [
    ...effects.also,
    ...answered(order, [...facts.cases.values()], before, facts, effects.also),
    ...drafts.also,
  ]
  const after = (file: CaseFile) => reading?.cases.find(({ id }) => id === file.id) ?? applyAll(file, changesOf(file))
  const isAsked = ({ id }: CaseFile) => reading?.cases.some((one) => one.id === id) ?? false
  const cases = settle((file) => askedBy(isAsked(file) ? letters : ofCase(letters, file), facts.now, after(file)))
  const gates = gatesOf(cases, facts)
  return {
    given: 'done',
    sentence: `${effects.sentence}${gates.words}${drafts.words}${lettersAhead(ahead)}${ahead.length > 0 ? '' : `${fallenWords(order, cases, facts)}${readAnewWords(order, reading, facts)}`}`,
    cases,
    before: facts.cases,
    also,
    asks: [...effects.asks, ...gates.asks],
    letters,
  }
}

/** Gates that were passed on what the order takes back. */
function gatesOf(cases: readonly CaseOutcome[], facts: OrderFacts) {
  const turned = cases.flatMap(({ file, opened }) => {
    const was = opened ? undefined : facts.cases.get(file.ref)
    return was === undefined ? [] : [{ was, file }]
  })
  return {
    asks: turned.flatMap(({ was, file }) => gatesFallen(was, file, facts.zone.dayOf)),
    words: turned.map(({ was, file }) => fallenGateWords(was, file)).join(''),
  }
}

/** Questions that the order has answered, closed with it and opened again when it is taken back. */
function answered(
  { act }: Act,
  files: readonly CaseFile[],
  outcomes: readonly CaseOutcome[],
  { tasks }: OrderFacts,
  also: readonly Also[],
): readonly Also[] {
  if (act === 'undo' || act === 'merge' || act === 'split') return []
  const keys = new Set(mootIn(files, outcomes).map(({ once }) => once))
  const isSettled = (task: TaskView) =>
    (task.once !== null && keys.has(task.once)) || isAnsweredBy(task, files, outcomes)
  const closed = also.flatMap((one) => (one.also === 'close-task' ? [one.task] : []))
  return [...tasks.values()]
    .filter((task) => task.open && !closed.includes(task.id) && isSettled(task))
    .map(({ id }) => ({ also: 'close-task', task: id }))
}

/** The correction is written with the order: what falls open by it, and what nobody was asked for so far. */
function readAnewWords(order: Act, reading: Anew | null, facts: OrderFacts): string {
  if (reading === null) return ''
  const unasked = new Set(reading.unasked.map(({ id }) => id))
  const others = reading.mended.filter(({ file }) => !unasked.has(file.id))
  return `${fallenWords(order, others, facts)}${unaskedWords(reading.unasked, facts)}`
}

interface Anew {
  readonly letters: readonly ReplyWish[]
  /** The cases of the mail as its new reading leaves them: the correction itself is written with the order. */
  readonly cases: readonly CaseFile[]
  /** Those of them that owe something of which no letter says a word: the mail was answered before, as another one. */
  readonly unasked: readonly CaseFile[]
  /** What the correction itself does to the cases. */
  readonly mended: readonly CaseOutcome[]
}

/** Instead of a draft that was dropped with its reading, or of the answer that nobody could give before. */
function anew(
  { messageId, intents }: Extract<Act, { act: 'relabel' }>,
  also: readonly Also[],
  facts: OrderFacts,
  settled: Settled,
): Anew {
  const nothing: Anew = { letters: [], cases: [], unasked: [], mended: [] }
  const files = [...facts.cases.values()].filter(({ ref }) => facts.mails.get(ref)?.some(({ id }) => id === messageId))
  const opened = files.every(({ ref }) => facts.mails.get(ref)?.[0]?.id === messageId)
  const [lead] = files
  const to = dropped(also, facts) ?? (opened ? unanswered(messageId, lead, facts) : null)
  if (lead === undefined || facts.relabelled === null) return nothing
  const read = { files, opened, readings: facts.readings, at: facts.now }
  const { sections, cases } = answerAnew(facts.relabelled, intents, read, settled.desk) ?? { sections: [], cases: [] }
  const [first, ...rest] = sections
  const said = { ...nothing, mended: cases }
  if (to === null) return { ...said, unasked: cases.map(({ file }) => file).filter(isUnasked) }
  const wish = first === undefined ? null : wishFor(lead, to, [first, ...rest], facts, settled)
  if (wish === null) return said
  return {
    ...said,
    letters: [{ ...wish, state: 'draft', delayMinutes: 0, answers: messageId }],
    cases: cases.map(({ file }) => file),
  }
}

function dropped(also: readonly Also[], { drafts }: OrderFacts): string | null {
  return also.flatMap((one) => (one.also === 'drop-draft' ? (drafts.get(one.draft)?.to ?? []) : []))[0] ?? null
}

/** Whom we write to where the mail opened a case, and no more than its receipt was confirmed: nobody was asked so far. */
function unanswered(messageId: number, lead: CaseFile | undefined, facts: OrderFacts): string | null {
  const letters = [...facts.drafts.values()].filter(({ answers }) => answers === messageId)
  const isOpen = lead !== undefined && lead.closed === null && lead.chase === null
  if (!isOpen || !letters.every(({ template }) => template === 'received-for-person')) return null
  if (isReceiptOnly(messageId, facts)) return null
  return facts.contacts.get(lead.ref) ?? null
}

/** A letter after a milestone may ask for what is owed now: then it is waited for. */
function askedBy(letters: readonly ReplyWish[], now: number, after: CaseFile): readonly CaseChange[] {
  const letter = letters.find((one) => one.template !== 'missing-information')
  if (!letter?.sections.some(({ section }) => section === 'missing-information')) return []
  const items = standingOf(after).missing.map((one) => one.id)
  return [{ change: 'asked', to: letter.to.address, items, at: now }]
}

function ofCase(letters: readonly ReplyWish[], { id }: CaseFile): readonly ReplyWish[] {
  return letters.filter(({ caseId }) => caseId === id)
}

function lettersOf(
  cases: readonly CaseOutcome[],
  also: readonly Also[],
  facts: OrderFacts,
  settled: Settled,
): readonly ReplyWish[] {
  if (settled.isToldLater) return []
  const asks = also.flatMap((one) => {
    const file = one.also === 'ask-letter' ? facts.cases.get(one.caseRef) : undefined
    if (one.also !== 'ask-letter' || file === undefined) return []
    const standings = new Map([[file.id, standingOf(file)]])
    const section = missingSection(missingItems([{ file, only: one.items }], standings), [{ file }], standings)
    return section === null ? [] : [wishFor(file, one.to, [section], facts, settled)]
  })
  const milestones = cases.flatMap(({ file, opened }) => {
    const before = facts.cases.get(file.ref)
    const to = facts.contacts.get(file.ref)
    const sections =
      opened || before === undefined || to === undefined ? null : milestoneLetter(before, file, settled.desk)
    return sections === null || to === undefined ? [] : [wishFor(file, to, sections, facts, settled)]
  })
  return [...asks, ...milestones].filter((wish) => wish !== null)
}

function wishFor(
  lead: CaseFile,
  address: string,
  sections: readonly [Section, ...Section[]],
  { number }: OrderFacts,
  { autonomy }: Settled,
): ReplyWish | null {
  const key = `case ${lead.id} / ${sections[0].section} / order ${number}`
  const to = { name: contactName(lead, address), address }
  return letterWish({ key, sections, lead, to, intents: [] }, autonomy)
}
