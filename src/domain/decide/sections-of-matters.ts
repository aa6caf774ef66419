/** The sections that belong to one matter each. */
import { earlyOrderingConditions, positionIn, queueOf } from '../casework/early-ordering-queue.ts'
import { ITEMS, type ItemId } from '../casework/items.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import type { ItemStanding, Standing } from '../casework/standing.ts'
import type { DocumentSort } from '../labels.ts'
import type { Section, StatusOfCase } from '../letter/section.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import { describeItem, stageWords } from '../process/words.ts'
import { stateName } from '../states.ts'
import type { Matter } from './matter.ts'
import { picksParts } from './opt-in-words.ts'

const FILES: Readonly<Partial<Record<DocumentSort, string>>> = {
  'agreement-request-form': 'Agreement Request Form',
  'customer-questionnaire': 'Customer Questionnaire',
  certification: 'State certification',
  'ocn-letter': 'OCN letter',
  'early-ordering-letter': 'Early Ordering Letter Agreement',
  'signed-agreement': 'Agreement pages',
  'redlined-agreement': 'Redlined agreement',
  'adoption-letter': 'Adoption letter',
}

/** Which papers came; null when none of them is one that the process knows. */
export function receivedFiles({ arrived, cases, opens }: Pick<Matter, 'arrived' | 'cases' | 'opens'>): Section | null {
  const { mail, understanding } = arrived
  const files = mail.attachments.flatMap((file, at) => {
    const label = FILES[understanding.documents[at] ?? 'other'] ?? labelByItem(arrived.id, file.filename, cases)
    return label === undefined || file.filename === '' ? [] : [{ label, file: file.filename }]
  })
  return files.length === 0 || opens ? null : { section: 'documents-received', files }
}

const PAPERS = /^(?:certification|tax-forms|sender-authority|start-up-.*)$/

/** Papers without a sort of their own, such as start-up forms, by the item that they are for. */
function labelByItem(messageId: number, filename: string, cases: readonly CaseOutcome[]): string | undefined {
  for (const { file } of cases)
    for (const item of ITEMS.filter((one) => PAPERS.test(one))) {
      const proof = file.items[item]?.proof
      if (proof?.messageId === messageId && proof.attachment === filename) return describeItem(item, file)
    }
  return undefined
}

/** The ways there are, for somebody who has not chosen. */
export function routeExplainer({ arrived, cases, facts }: Matter): Section | null {
  const { understanding } = arrived
  const asksHow = understanding.intents[0]?.intent === 'process-question'
  const undecided = cases.some(({ file }) => hasChecklist(file) && file.route === null && file.agreement !== 'resale')
  if (!asksHow && !undecided) return null
  const tariff = understanding.states.includes('CO') || cases.some(({ file }) => file.state === 'CO')
  return { section: 'route-explainer', tariff, requestForm: facts.desk.links['agreement-request-form'] ?? null }
}

/** Said once; later only what is still open of it. */
export function optInRequirements({ arrived, cases, standings, opens }: Matter): Section | null {
  const adopted = cases.map(({ file }) => file.items['adopted-agreement']).find((item) => item?.state === 'met')
  const askAmendments = cases.some(({ file }) => owes(standings.get(file.id), 'amendments-choice'))
  const partial = picksParts(arrived.mail)
  if (!opens && adopted !== undefined && !askAmendments && !partial) return null
  return { section: 'opt-in-requirements', adopted: adopted?.value ?? '', partial, askAmendments }
}

export function earlyOrdering({ cases }: Matter): Section | null {
  const [first] = cases.filter(({ file }) => file.closed === null)
  if (first === undefined) return null
  const conditions = earlyOrderingConditions(first.file).map(({ item, met }) => ({
    label: describeItem(item, first.file),
    met,
  }))
  return { section: 'early-ordering', conditions, complete: conditions.every((one) => one.met) }
}

const DEPARTMENTS: readonly (readonly [RegExp, topic: string, link: string])[] = [
  [/\b(?:repair|trouble ticket|no dial ?tone|outage|circuit (?:is )?down)\b/i, 'repair and trouble tickets', 'repair'],
  [/\b(?:invoice|bill(?:ing|ed)?|dispute[sd]? charges?|BAN\b|USOC|CABS)\b/i, 'billing', 'billing'],
  [/\b(?:port(?:ing|-?out)?|LNP|NPAC|SPID|LOA)\b/i, 'number porting', 'number-porting'],
  [/\b(?:collocation|cage|APOT|C-?POI)\b/i, 'collocation', 'collocation'],
  [/\b(?:LSR|ASR|PON|FOC|due date|jeopardy|reject(?:ed|s)?|expedite)\b/i, 'orders', 'orders'],
  [/\b(?:directory|listing)\b/i, 'directory listings', 'directory-listings'],
]

export function redirect({ arrived, facts }: Matter): Section {
  const text = `${arrived.mail.subject}\n${arrived.mail.text.slice(0, 20_000)}`
  const found = DEPARTMENTS.find(([pattern]) => pattern.test(text))
  const [, topic, link] = found ?? [null, 'matters other than interconnection agreements', 'other-departments']
  const { links } = facts.desk
  return { section: 'redirect', topic, destination: null, link: links[link] ?? links['other-departments'] ?? null }
}

/** Where each case of the request stands, for those who may know. */
export function statusAnswer({ cases, standings, facts }: Matter): Section | null {
  const open = cases.filter(({ file }) => hasChecklist(file))
  if (open.length === 0) return null
  const queue = queueOf(facts.earlyOrders)
  return {
    section: 'status-answer',
    cases: open.map((one) => statusOf(one, standings, positionIn(queue, one.file.id))),
  }
}

function statusOf(
  { file }: CaseOutcome,
  standings: ReadonlyMap<number, Standing>,
  position: number | null,
): StatusOfCase {
  const standing = standings.get(file.id) as Standing
  const items = standing.steps
    .filter((step) => step.state !== 'not-needed')
    .flatMap((step) => step.items)
    .filter((item) => item.state !== 'optional' && item.state !== 'later')
  return {
    ref: file.ref,
    state: file.state === null ? '' : stateName(file.state),
    company: file.company ?? '',
    stage: stageWords(standing.stage),
    items: items.map((item) => ({ label: item.label, state: stateWord(item) })),
    next: standing.next,
    position,
  }
}

function stateWord({ state, owner }: ItemStanding): StatusOfCase['items'][number]['state'] {
  if (state === 'met' || state === 'waived') return 'received'
  if (state === 'problem') return 'problem'
  return owner === 'clec' ? 'open' : 'with us'
}

function owes(standing: Standing | undefined, id: ItemId): boolean {
  return standing?.missing.some((item) => item.id === id) ?? false
}
