/**
 * What carriers hear of the orders of one mail of ours: one letter for each request and recipient, with all that
 * happened in it and all that it is asked for, however many orders said it. Pure; the orders themselves are carried out
 * before.
 */
import type { Autonomy } from '../autonomy.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import type { ItemId } from '../casework/items.ts'
import { type CaseOutcome, changedCase } from '../casework/outcome.ts'
import type { Standing } from '../casework/standing.ts'
import { summarizer } from '../casework/summary.ts'
import type { ReplyWish } from '../decision.ts'
import type { Section } from '../letter/section.ts'
import { standingOf } from '../process/standing.ts'
import { contactName } from './contact-name.ts'
import { letterWish } from './letter-wish.ts'
import { milestones } from './milestone-letter.ts'
import { missingItems, missingSection } from './missing-items.ts'

/** A case that orders of the mail changed. */
export interface OrderedCase {
  readonly before: CaseFile
  readonly after: CaseFile
  /** Whom we write to; null: nobody. */
  readonly contact: string | null
  /** What the orders ask the CLEC for. */
  readonly asks: readonly ItemId[]
}

export interface Telling {
  readonly letter: ReplyWish
  readonly caseRefs: readonly string[]
  /** What the letter asks for is waited for. */
  readonly cases: readonly CaseOutcome[]
}

interface Settled {
  readonly now: number
  readonly desk: DeskSettings
  readonly autonomy: Autonomy
}

interface Told {
  readonly file: CaseFile
  readonly contact: string
  readonly standing: Standing
  readonly news: readonly Section[]
  /** Owed now, and asked for with the news. */
  readonly owed: readonly ItemId[]
  /** Asked for by an order, and still to be sent. */
  readonly asks: readonly ItemId[]
}

export function mailTold(mailId: number, ordered: readonly OrderedCase[], settled: Settled): readonly Telling[] {
  const told = ordered.flatMap(({ before, after, contact, asks }): readonly Told[] => {
    if (contact === null) return []
    const { news, owed } = milestones(before, after, settled.desk) ?? { news: [], owed: [] }
    const standing = standingOf(after)
    const open = asks.filter((item) => isOpen(item, standing))
    return news.length + open.length === 0 ? [] : [{ file: after, contact, standing, news, owed, asks: open }]
  })
  const groups = new Map<string, Told[]>()
  for (const one of told) {
    const key = `${one.file.requestId} ${one.contact}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((group) => telling(mailId, group, settled))
}

/** An order of the same mail may have ticked what another one asks for. */
function isOpen(item: ItemId, { steps }: Standing): boolean {
  const found = steps.flatMap((step) => step.items).find(({ id }) => id === item)
  return found !== undefined && found.state !== 'met' && found.state !== 'waived'
}

function telling(mailId: number, group: readonly Told[], { now, desk, autonomy }: Settled): readonly Telling[] {
  const [{ file: lead, contact }] = group as readonly [Told]
  const [first, ...rest] = together(group)
  if (first === undefined) return []
  const key = `case ${lead.id} / ${first.section} / orders of mail ${mailId}`
  const to = { name: contactName(lead, contact), address: contact }
  const letter = letterWish({ key, sections: [first, ...rest], lead, to, intents: [] }, autonomy)
  if (letter === null) return []
  // What an order asks for, the order itself waits for.
  const asking = group.filter(({ owed }) => owed.length > 0)
  const cases = asking.map(({ file, standing, asks }) => {
    const items = [...new Set([...standing.missing.map(({ id }) => id), ...asks])]
    return changedCase(file, [{ change: 'asked', to: contact, items, at: now }], summarizer(desk))
  })
  return [{ letter, caseRefs: group.map(({ file }) => file.ref), cases }]
}

/** The same news of several cases is told once, and what they miss is asked for once. */
function together(group: readonly Told[]): readonly Section[] {
  const news: Section[] = []
  for (const section of group.flatMap((one) => one.news)) {
    const at = news.findIndex((one) => isSameNews(one, section))
    const known = news[at]
    if (known?.section === 'next-step' && section.section === 'next-step')
      news[at] = { ...known, cases: [...known.cases, ...section.cases] }
    else if (at < 0) news.push(section)
  }
  return [...news, ...asked(group, news)]
}

function isSameNews(one: Section, other: Section): boolean {
  return one.section === 'next-step' && other.section === 'next-step'
    ? one.happened === other.happened && one.next === other.next
    : JSON.stringify(one) === JSON.stringify(other)
}

/** What a paper of another case in the letter names is not asked for twice. */
function asked(group: readonly Told[], news: readonly Section[]): readonly Section[] {
  const asking = group.map(({ file, owed, asks }) => ({ file, only: [...owed, ...asks] }))
  const standings = new Map(group.map(({ file, standing }) => [file.id, standing]))
  const listed = news.flatMap((one): readonly unknown[] =>
    one.section === 'questionnaire-pack' || one.section === 'start-up-pack' ? one.items : [],
  )
  const items = missingItems(asking, standings).filter(({ label }) => !listed.includes(label))
  const section = missingSection(items, asking, standings)
  return section === null ? [] : [section]
}
