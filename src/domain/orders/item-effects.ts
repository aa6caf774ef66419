/** Ticks, and asking for what is not ticked. */
import type { Act } from '../casework/act.ts'
import { applyAll } from '../casework/apply.ts'
import { chasedItems } from '../casework/asked-items.ts'
import type { CaseFile, Item } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import type { Standing } from '../casework/standing.ts'
import { FURTHER_PAPERS, hasProblem } from '../process/facts.ts'
import { byHand, inCase, ordered, refused } from './answer.ts'
import { isDay } from './days.ts'
import type { Effects } from './effects.ts'
import { mayBeWaived, restingOn, shutBy, standingOfItem } from './gates.ts'
import { howTo } from './how-to.ts'
import { itemWord } from './item-words.ts'
import type { OrderFacts } from './order-facts.ts'
import { listed, quoted } from './words.ts'

type ActOf<Name extends Act['act']> = Extract<Act, { act: Name }>

export function ticked(order: ActOf<'tick'>, file: CaseFile, facts: OrderFacts): Effects {
  const { item, on, value } = order
  const standing = facts.standingOf(asWanted(item, file, facts))
  const word = itemWord(item)
  if (standingOfItem(standing, item) === null) return notInChecklist(item, file)
  const head = headAdvice(item, file, facts)
  if (head !== null) return refused(`${file.ref}: ${word} is not ticked but said: ${head}.`)
  const shut = shutBy(item, file, standing)
  if (shut !== null) return refused(`${file.ref}: ${word} was not ticked: ${shut}.`)
  if (item === 'lead-negotiator' && file.negotiator === null)
    return refused(
      `${file.ref}: ${word} was not ticked: nobody has the case; write "${file.ref} assign to" and a name first.`,
    )
  if (item === 'agreement-end' && !isDay(value ?? ''))
    return refused(`${file.ref}: ${word} is a day: ${howTo({ to: 'set-end', ref: file.ref }, facts.speech)}.`)
  if (item === 'introduced' && !/\S@\S+\.\S/.test(value ?? ''))
    return refused(
      `${file.ref}: write "${file.ref} introduced = Mary Poe, mary@law.example", with the address that is let in.`,
    )
  const wrongDay = on === null ? null : whyNotOn(on, file, facts)
  if (wrongDay !== null) return refused(`${file.ref}: ${word} was not ticked: ${wrongDay}.`)
  const before = file.items[item]
  if (before?.state === 'met' && saysNothingNew(before, order, facts))
    return refused(`${file.ref}: ${word} is ticked already (${wasState(before, facts)}).`)
  const at = on === null || on === facts.today ? facts.now : Math.max(facts.zone.startOf(on), file.receivedAt)
  const proof = byHand(facts, order.note)
  const said = [...(value === null ? [] : [quoted(value)]), ...(on === null ? [] : [`on ${on}`])].join(' ')
  return ordered(facts, {
    changes: inCase(
      file,
      { change: 'item-met', item, at, value: withKnown(order, before), proof },
      ...openParts(item, file).map((part) => ({ change: 'item-met', item: part, at, value: null, proof }) as const),
    ),
    sentence: `${file.ref}: ${word} ticked${said === '' ? '' : ` ${said}`} (${wasState(before, facts)}).`,
  })
}

/** Early ordering is part of a checklist once it is wanted, and whoever ticks an item of it says so. */
function asWanted(item: ItemId, file: CaseFile, facts: OrderFacts): CaseFile {
  const isOf = item === 'early-ordering-request' || item === 'early-ordering-letter-issued'
  if (!isOf || file.closed !== null) return file
  const proof = byHand(facts, null)
  return applyAll(file, [{ change: 'item-met', item: 'early-ordering-request', at: facts.now, value: null, proof }])
}

/** Whoever says that all of the questionnaire's papers are in, or not needed, says it of each that was named. */
function openParts(item: ItemId, file: CaseFile): readonly ItemId[] {
  return item === 'questionnaire-papers' ? FURTHER_PAPERS.filter((part) => hasProblem(file, part)) : []
}

/** Who was introduced stays so beside the next one. */
function withKnown({ item, value }: ActOf<'tick'>, before: Item | undefined): string | null {
  const known = item === 'introduced' && before?.state === 'met' ? before.value : null
  return value !== null && known !== null ? `${known}; ${value}` : (value ?? keptValue(before))
}

export function unticked(order: ActOf<'untick'>, file: CaseFile, facts: OrderFacts): Effects {
  const { item, note } = order
  const word = itemWord(item)
  const before = file.items[item]
  if (before === undefined) return refused(`${file.ref}: ${word} is not ticked.`)
  const resting = restingOn(item, file)
  if (resting.length > 0) return refused(`${file.ref}: ${word} stays: ${rest(resting)}.`)
  return ordered(facts, {
    changes: inCase(file, { change: 'item-opened', item, by: facts.by, why: note ?? 'taken back by hand' }),
    sentence: `${file.ref}: ${word} is open again (${wasState(before, facts)}).`,
  })
}

export function waived(order: ActOf<'waive'>, file: CaseFile, facts: OrderFacts): Effects {
  const { item, note } = order
  const word = itemWord(item)
  if (standingOfItem(facts.standingOf(file), item) === null) return notInChecklist(item, file)
  if (!mayBeWaived(item)) return refused(`${file.ref}: ${word} cannot be waived: it is done or it is not.`)
  const before = file.items[item]
  if (before?.state === 'waived') return refused(`${file.ref}: ${word} is waived already.`)
  if (before?.state === 'met') return refused(`${file.ref}: ${word} is ticked; there is nothing to waive.`)
  return ordered(facts, {
    changes: inCase(
      file,
      ...[item, ...openParts(item, file)].map(
        (one) => ({ change: 'item-waived', item: one, at: facts.now, proof: byHand(facts, note) }) as const,
      ),
    ),
    sentence: `${file.ref}: ${word} waived (${wasState(before, facts)}); it is not asked for any more.`,
  })
}

export function asked(order: ActOf<'ask'>, file: CaseFile, facts: OrderFacts): Effects {
  const standing = facts.standingOf(file)
  const to = facts.contacts.get(file.ref)
  if (to === undefined) return refused(`${file.ref}: nobody was asked: no address of the CLEC is known.`)
  const items = order.items.length > 0 ? order.items : standing.missing.map((one) => one.id)
  if (items.length === 0) return refused(`${file.ref}: nobody was asked: the CLEC owes nothing now.`)
  for (const item of items) {
    const found = standingOfItem(standing, item)
    if (found === null) return notInChecklist(item, file)
    if (found.item.owner !== 'clec') return refused(`${file.ref}: ${itemWord(item)} is not for the CLEC to send.`)
    if (found.item.state === 'met' || found.item.state === 'waived')
      return refused(
        `${file.ref}: nobody was asked: ${itemWord(item)} is ${found.item.state === 'met' ? 'in' : 'waived'} already.`,
      )
  }
  return ordered(facts, {
    changes: inCase(file, {
      change: 'asked',
      to,
      items: [...new Set([...items, ...stillAsked(file, standing)])],
      at: facts.now,
    }),
    also: [{ also: 'ask-letter', caseRef: file.ref, to, items }],
    sentence: `${file.ref}: ${to} is asked for ${listed(items.map(itemWord))}.`,
  })
}

/** Asking for one thing anew takes nothing back: what was asked for before and is still owed is waited for as well. */
function stillAsked({ chase }: CaseFile, { missing }: Standing): readonly ItemId[] {
  if (chase === null || chase.stopped !== null) return []
  return chasedItems(chase).filter((item) => missing.some((one) => one.id === item))
}

/** Why this day cannot be the day of something in the case. */
export function whyNotOn(day: string, file: CaseFile, facts: OrderFacts): string | null {
  if (!isDay(day)) return `${quoted(day)} is no day; write it as 2026-03-05`
  if (day > facts.today) return `${day} is in the future`
  const received = facts.zone.dayOf(file.receivedAt)
  return day < received ? `${day} is before the case was received (${received})` : null
}

export function rest(items: readonly ItemId[]): string {
  return `${listed(items.map(itemWord))} ${items.length === 1 ? 'rests' : 'rest'} on it and would have to be unticked first`
}

function wasState(item: Item | undefined, facts: OrderFacts): string {
  if (item === undefined) return 'was open'
  const value = item.value === null ? '' : ` ${quoted(item.value)}`
  return item.state === 'problem'
    ? `was a problem: ${item.problem}`
    : `was ${item.state}${value} since ${item.on?.day ?? facts.zone.dayOf(item.at)}`
}

function saysNothingNew(before: Item, { on, value }: ActOf<'tick'>, facts: OrderFacts): boolean {
  return (
    (on === null || on === (before.on?.day ?? facts.zone.dayOf(before.at))) &&
    (value === null || value === before.value)
  )
}

/** A new day does not take back what is known. */
function keptValue(before: Item | undefined): string | null {
  return before?.state === 'met' ? before.value : null
}

function notInChecklist(item: ItemId, file: CaseFile): Effects {
  return refused(`${file.ref}: ${itemWord(item)} is not part of the checklist of this case.`)
}

/** What is said of the head of a case is not ticked. */
function headAdvice(item: ItemId, { ref, state, company }: CaseFile, { speech }: OrderFacts): string | null {
  if (item === 'route') return howTo({ to: 'choose-route', ref }, speech)
  if (item === 'state' && state === null) return howTo({ to: 'name-state', ref }, speech)
  if (item === 'legal-name' && company === null) return howTo({ to: 'name-company', ref }, speech)
  return null
}
