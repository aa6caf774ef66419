/**
 * What carriers hear of the orders of one mail of ours: one letter for each request and recipient, with all that
 * happened in it, however many orders told it. Pure; the orders themselves are carried out before.
 */
import type { Autonomy } from '../autonomy.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import { type CaseOutcome, changedCase } from '../casework/outcome.ts'
import { summarizer } from '../casework/summary.ts'
import type { ReplyWish } from '../decision.ts'
import type { Section } from '../letter/section.ts'
import { standingOf } from '../process/standing.ts'
import { contactName } from './contact-name.ts'
import { letterWish } from './letter-wish.ts'
import { milestoneLetter } from './milestone-letter.ts'
import { missingItems, missingSection } from './missing-items.ts'

/** A case that orders of the mail changed. */
export interface OrderedCase {
  readonly before: CaseFile
  readonly after: CaseFile
  /** Whom we write to; null: nobody. */
  readonly contact: string | null
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

type Sections = readonly [Section, ...Section[]]
interface Told {
  readonly file: CaseFile
  readonly contact: string
  readonly sections: Sections
}

export function mailTold(mailId: number, ordered: readonly OrderedCase[], settled: Settled): readonly Telling[] {
  const told = ordered.flatMap(({ before, after, contact }): readonly Told[] => {
    const sections = contact === null ? null : milestoneLetter(before, after, settled.desk)
    return contact === null || sections === null ? [] : [{ file: after, contact, sections }]
  })
  const groups = new Map<string, Told[]>()
  for (const one of told) {
    const key = `${one.file.requestId} ${one.contact}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((group) => telling(mailId, group, settled))
}

function telling(mailId: number, group: readonly Told[], { now, desk, autonomy }: Settled): readonly Telling[] {
  const [{ file: lead, contact }] = group as readonly [Told]
  const sections = together(group)
  const key = `case ${lead.id} / ${sections[0].section} / orders of mail ${mailId}`
  const to = { name: contactName(lead, contact), address: contact }
  const letter = letterWish({ key, sections, lead, to, intents: [] }, autonomy)
  if (letter === null) return []
  const asking = group.filter((one) => one.sections.some(({ section }) => section === 'missing-information'))
  const cases = asking.map(({ file }) => {
    const items = standingOf(file).missing.map((one) => one.id)
    return changedCase(file, [{ change: 'asked', to: contact, items, at: now }], summarizer(desk))
  })
  return [{ letter, caseRefs: group.map(({ file }) => file.ref), cases }]
}

/** The same news of several cases is told once, and what they miss is asked for once. */
function together(group: readonly Told[]): Sections {
  const [first, ...others] = group as readonly [Told, ...Told[]]
  if (others.length === 0) return first.sections
  const news: Section[] = []
  for (const section of group.flatMap((one) => one.sections)) {
    if (section.section === 'missing-information') continue
    const at = news.findIndex((one) => isSameNews(one, section))
    const known = news[at]
    if (known?.section === 'next-step' && section.section === 'next-step')
      news[at] = { ...known, cases: [...known.cases, ...section.cases] }
    else if (at < 0) news.push(section)
  }
  const [head = first.sections[0], ...rest] = news
  return [head, ...rest, ...asked(group, news)]
}

function isSameNews(one: Section, other: Section): boolean {
  return one.section === 'next-step' && other.section === 'next-step'
    ? one.happened === other.happened && one.next === other.next
    : JSON.stringify(one) === JSON.stringify(other)
}

function asked(group: readonly Told[], news: readonly Section[]): readonly Section[] {
  const asking = group.filter((one) => one.sections.some(({ section }) => section === 'missing-information'))
  const standings = new Map(asking.map(({ file }) => [file.id, standingOf(file)]))
  const listed = news.flatMap((one): readonly unknown[] =>
    one.section === 'questionnaire-pack' || one.section === 'start-up-pack' ? one.items : [],
  )
  const items = missingItems(asking, standings).filter(({ label }) => !listed.includes(label))
  const section = missingSection(items, asking, standings)
  return section === null ? [] : [section]
}
