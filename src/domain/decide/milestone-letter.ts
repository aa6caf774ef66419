/**
 * What a CLEC hears when a person has ticked a milestone, or has chosen another way to the agreement: what happened, and
 * what comes next. Nothing is promised and no day is named (T3, T4). Null: nothing that concerns the CLEC has changed.
 */
import type { CaseFile, Route } from '../casework/case-file.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import type { ItemId } from '../casework/items.ts'
import type { Standing } from '../casework/standing.ts'
import type { Section } from '../letter/section.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import { standingOf } from '../process/standing.ts'
import { stateName } from '../states.ts'
import { missingItems, missingSection } from './missing-items.ts'

const HAPPENED: Readonly<Partial<Record<ItemId, string>>> = {
  'lead-negotiator': 'The lead negotiator for your request has been named',
  'draft-issued': 'The agreement document has been sent for signature.',
  'carrier-signature': 'The agreement has been signed on our side.',
  filed: 'The signed agreement has been filed with the state commission.',
  approved: 'The state commission has approved the agreement.',
  'early-ordering-letter-issued': 'The Early Ordering Letter Agreement has been sent to you for signature.',
  'ready-to-order': 'The set-up for ordering has been recorded as complete.',
}

const CLOSING: Readonly<Record<string, string>> = {
  withdrawn: 'It was closed because the request was withdrawn.',
  completed: 'It was closed because everything that it was about has been done.',
  terminated: 'It was closed because the agreement has ended.',
}

export interface Milestones {
  readonly news: readonly [Section, ...Section[]]
  /** What is owed now and no paper of the news names. */
  readonly owed: readonly ItemId[]
}

export function milestones(before: CaseFile, after: CaseFile, desk: DeskSettings): Milestones | null {
  if (before.closed === null && after.closed !== null) {
    const why = CLOSING[after.closed.reason]
    return why === undefined ? null : { news: [{ section: 'closing', why }], owed: [] }
  }
  const happened = (Object.keys(HAPPENED) as ItemId[]).filter((item) => metNow(before, after, item))
  const way = otherWay(before, after)
  if (happened.length === 0 && way === null) return null
  const standing = standingOf(after)
  const state = after.state === null ? '' : stateName(after.state)
  const papers = packs(after, standing, desk, happened)
  const owed = owedBeside(papers, after, standing)
  const words = [
    ...(way === null ? [] : [way]),
    ...happened.map((item) => (item === 'lead-negotiator' ? named(after, desk) : HAPPENED[item])),
  ]
  const next = papers.length + owed.length > 0 && standing.turn === 'clec' ? YOURS : standing.next
  const step: Section = {
    ...{ section: 'next-step', happened: words.join(' '), next },
    cases: [{ ref: after.ref, state }],
  }
  return { news: [step, ...papers], owed }
}

/** The letter of one case; several are told together in `mail-told.ts`. */
export function milestoneLetter(
  before: CaseFile,
  after: CaseFile,
  desk: DeskSettings,
): readonly [Section, ...Section[]] | null {
  const told = milestones(before, after, desk)
  if (told === null) return null
  const asking = [{ file: after, only: told.owed }]
  const standings = new Map([[after.id, standingOf(after)]])
  const missing = missingSection(missingItems(asking, standings), asking, standings)
  return missing === null ? told.news : [...told.news, missing]
}

const WAYS: Readonly<Record<Route, string>> = {
  'template-as-is': 'the template agreement unchanged',
  negotiate: 'negotiation',
  'opt-in': 'the adoption of an agreement of another carrier (252(i))',
  tariff: 'the Colorado interconnection tariff',
  commercial: 'a commercial agreement',
}

/** A way that we named before is not the one any more: whoever was told of it is told so, and of no right or day. */
function otherWay(before: CaseFile, after: CaseFile): string | null {
  if (before.route === null || after.route === null || before.route === after.route) return null
  return `The way to the agreement is noted with us as ${WAYS[after.route]}. So far it was noted as ${WAYS[before.route]}, and earlier mails of ours may name that way. If this is not what you asked for, please tell us.`
}

/** Whoever is told of a negotiator is told who it is (domain T10, 47 CFR 51.301(c)(7)). */
function named({ negotiator }: CaseFile, { staff }: DeskSettings): string {
  const name = staff.find(({ email }) => email.toLowerCase() === negotiator?.toLowerCase())?.name
  return `${HAPPENED['lead-negotiator']}: ${[name, negotiator].filter((word) => word !== undefined).join(', ')}.`
}

const YOURS = 'The next step is on your side; what belongs to it stands below.'

/** What a paper of theirs showed they know. */
function metNow(before: CaseFile, after: CaseFile, item: ItemId): boolean {
  const now = after.items[item]
  return before.items[item]?.state !== 'met' && now?.state === 'met' && now.proof.by !== 'system'
}

/** With the signatures come the papers of the set-up, once. */
function packs(
  file: CaseFile,
  standing: Standing,
  { links }: DeskSettings,
  happened: readonly ItemId[],
): readonly Section[] {
  const isExecuted = happened.includes('carrier-signature')
  if (!isExecuted && !happened.includes('draft-issued')) return []
  const open = (step: 'questionnaire' | 'start-up') =>
    standing.steps
      .filter((one) => one.id === step && one.state !== 'not-needed' && one.state !== 'done')
      .flatMap((one) => one.items)
      .filter((item) => item.owner === 'clec' && item.state !== 'met' && item.state !== 'waived')
      .map((item) => (item.state === 'optional' ? `${item.label}, if you claim an exemption` : item.label))
  if (file.family === 'ct-eq') {
    const items = isExecuted ? open('start-up') : []
    return items.length === 0 ? [] : [{ section: 'start-up-pack', link: links['start-up-forms'] ?? null, items }]
  }
  const items = open('questionnaire')
  return items.length === 0 ? [] : [{ section: 'questionnaire-pack', link: links.questionnaire ?? null, items }]
}

/** What the papers name is not asked for twice. */
function owedBeside(papers: readonly Section[], file: CaseFile, standing: Standing): readonly ItemId[] {
  const listed = papers.flatMap((paper): readonly unknown[] => ('items' in paper ? paper.items : []))
  if (!hasChecklist(file)) return []
  return standing.missing.filter(({ label }) => !listed.includes(label)).map(({ id }) => id)
}
