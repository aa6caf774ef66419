/**
 * A letter that waits for a person's yes while its cases change: an order, a paper, another mail of theirs. What a person
 * reads in it must be so, so it is written anew by what is known now, or withdrawn where nothing remains to be said. It is
 * a draft again, for whoever says yes has to have read it; what waited for no yes waits for none then. Pure.
 */
import type { CaseFile } from '../casework/case-file.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import { type CaseOutcome, changedCase } from '../casework/outcome.ts'
import { summarizer } from '../casework/summary.ts'
import type { ReplyWish } from '../decision.ts'
import type { Path } from '../labels.ts'
import type { AskedItem, Section, SectionName } from '../letter/section.ts'
import type { WaitingLetter } from '../letter/waiting-letter.ts'
import { standingOf } from '../process/standing.ts'
import { closingOnce } from '../reminders/one-letter.ts'
import type { Understanding } from '../understanding.ts'
import { asOfOrder } from './draft-of-order.ts'
import { type MissingSection, missingItems, missingSection } from './missing-items.ts'
import { sectionsFor } from './sections.ts'
import { aboutIn, askingIn, standingsOf, stillSo } from './still-asked.ts'

export type Anew =
  | { readonly anew: 'same' }
  | { readonly anew: 'withdrawn'; readonly why: string }
  | { readonly anew: 'written'; readonly wish: ReplyWish; readonly cases: readonly CaseOutcome[] }

/** These say no more than that something came; whoever gets nothing else may have no standing to hear more. */
const OF_NO_FACTS: ReadonlySet<SectionName> = new Set([
  ...(['received-for-person', 'documents-received', 'too-large', 'legal-notice', 'closing'] as const),
])

export function draftAnew(waiting: WaitingLetter, desk: DeskSettings, now: number): Anew {
  const letter = asOfOrder(waiting)
  const [opener] = letter.sections
  const lead = letter.files.find(({ id }) => id === letter.caseId) ?? letter.files[0]
  if (opener === undefined || lead === undefined) return { anew: 'same' }
  if (letter.sections.every(({ section }) => OF_NO_FACTS.has(section))) return { anew: 'same' }
  const mail = letter.answers?.id
  if (mail !== undefined && letter.beside.some((one) => one.waits && one.id > letter.id && one.answers === mail))
    return { anew: 'withdrawn', why: 'a later draft answers the same mail' }
  // A person took back what was said of the mail.
  if (letter.answers?.understanding.abstained === true && opener.section !== 'documents-received')
    return { anew: 'withdrawn', why: 'it is not said any more what the mail is' }
  const [first, ...rest] = withoutTwice(sectionsNow(letter, lead, desk), letter)
  if (first === undefined) return { anew: 'withdrawn', why: 'nothing of it remains to be said' }
  const sections = [first, ...rest] as const
  if (alike(sections, letter.sections)) return { anew: 'same' }
  return {
    anew: 'written',
    wish: {
      ...{ wish: 'send-reply', key: keyAfter(letter), template: first.section, sections, to: letter.to },
      ...{ ...headOf(letter, sections, lead), state: letter.parted ? 'queued' : 'draft', delayMinutes: 0 },
      ...(mail === undefined ? {} : { answers: mail }),
    },
    cases: asked(letter, sections, desk, now),
  }
}

function sectionsNow(letter: WaitingLetter, lead: CaseFile, desk: DeskSettings): readonly Section[] {
  const { answers, files, sections, opened } = letter
  if (answers === null) {
    const silent = sections.filter((one) => !isAnswered(one, letter))
    return closingOnce(silent.flatMap((one) => stillSo(one, aboutIn(one, letter))))
  }
  const cases = files.map((file) => changedCase(file, [], NO_SUMMARY))
  const written = sectionsFor({
    arrived: { ...answers, understanding: asKnown(answers.understanding, files) },
    facts: { desk, earlyOrders: files.filter(({ items }) => items['early-ordering-request'] !== undefined) },
    home: { lead, touched: files.map((file) => ({ file, opens: opened, placed: [] })), request: [], notOurs: [] },
    ...{ cases, standings: standingsOf(files), opens: opened, proved: false },
    mayDisclose: sections.some(({ section }) => section === 'status-answer'),
  })
  // Which states are another carrier's the mail said, and no case knows them.
  const elsewhere = sections.filter(({ section }) => section === 'not-our-state')
  const ends = written.filter(({ section }) => section === 'missing-information')
  return [...written.filter((one) => !ends.includes(one)), ...elsewhere, ...ends]
}

/**
 * Somebody wrote in the request that a part of a reminder is about; of a letter about one request only, nothing is left by
 * then (`db/overtaken.ts`).
 */
function isAnswered(section: Section, letter: WaitingLetter): boolean {
  const { heard } = letter
  if (heard === null || section.section !== 'reminder') return false
  return aboutIn(section, letter).some(({ requestId }) => heard.includes(requestId))
}

/** What a reminder is still about, of several requests. */
function headOf(letter: WaitingLetter, sections: readonly Section[], lead: CaseFile) {
  const own = { caseId: lead.id, caseRef: lead.ref }
  if (letter.along === null) return own
  const about = sections.flatMap((one) => aboutIn(one, letter))
  const first = about.some(({ requestId }) => requestId === lead.requestId) ? lead : (about[0] ?? lead)
  const others = about.filter(({ requestId }) => requestId !== first.requestId).map(({ id }) => id)
  return { caseId: first.id, caseRef: first.ref, ...(others.length === 0 ? {} : { along: others }) }
}

/** Not worked out before it is committed. */
const NO_SUMMARY = () => ({ stage: 'received', missing: [], clocks: [], nextDueAt: null }) as const

/** What a person has said of the cases since is what was understood. */
function asKnown(understanding: Understanding, files: readonly CaseFile[]): Understanding {
  const [file, ...others] = files
  if (file === undefined || others.some(({ company }) => company !== file.company)) return understanding
  const states = files.flatMap(({ state }) => state ?? [])
  const isSaid = files.some(({ items }) => items.state !== undefined && items.state.proof.by !== 'system')
  return {
    ...understanding,
    company: file.company ?? understanding.company,
    states: isSaid && states.length > 0 ? states : understanding.states,
    agreement: file.agreement ?? understanding.agreement,
    path: PATHS.has(file.route ?? '') ? (file.route as Path) : understanding.path,
  }
}

const PATHS: ReadonlySet<string> = new Set<Path>(['template-as-is', 'negotiate', 'opt-in'])

/** What is owed in some of the cases of a letter, with their states where it is not about them alone. */
function owedIn(files: readonly CaseFile[], asking: readonly CaseFile[]): readonly AskedItem[] {
  return missingItems(
    files.map((file) => (asking.includes(file) ? { file } : { file, only: [] })),
    standingsOf(asking),
  )
}

/**
 * Where another letter asks for what is missing it does so for both; of two that wait it is the one to the later mail,
 * whichever was written anew last.
 */
function withoutTwice(sections: readonly Section[], letter: WaitingLetter): readonly Section[] {
  const asked = new Set(letter.beside.filter((one) => !one.waits || isLater(one, letter)).flatMap(({ asks }) => asks))
  if (letter.files.every(({ ref }) => !asked.has(ref))) return sections
  return sections.flatMap((one) => (one.section === 'missing-information' ? askedBeside(one, asked, letter) : [one]))
}

function isLater(one: WaitingLetter['beside'][number], { id, createdAt, answers }: WaitingLetter): boolean {
  const since = answers?.receivedAt ?? createdAt
  if (one.since !== since) return one.since > since
  const [mail, own] = [one.answers ?? 0, answers?.id ?? 0]
  return mail === own ? one.id > id : mail > own
}

/** What is left of it for the cases in which no other letter asks. */
function askedBeside(section: MissingSection, asked: ReadonlySet<string>, letter: WaitingLetter): readonly Section[] {
  const { answers, files } = letter
  const isLeft = ({ ref }: CaseFile) => !asked.has(ref)
  const about = aboutIn(section, letter)
  if (answers === null) return askingIn(section, about, about.filter(isLeft))
  // Where a person looks first an answer asks for nothing.
  const left = files.filter((file) => file.needsPerson === null && isLeft(file))
  const missing = missingSection(
    owedIn(files, left),
    left.map((file) => ({ file })),
    standingsOf(left),
  )
  return missing === null ? [] : [{ ...missing, refs: left.map(({ ref }) => ref) }]
}

function alike(one: readonly Section[], other: readonly Section[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** `case 7 / acknowledgement / mail 9 / anew 2`. */
function keyAfter({ key, id }: WaitingLetter): string {
  return `${key.replace(/ \/ anew \d+$/, '')} / anew ${id}`
}

/** What it asks for now is waited for from now on. */
function asked(
  letter: WaitingLetter,
  sections: readonly Section[],
  desk: DeskSettings,
  now: number,
): readonly CaseOutcome[] {
  const asking = sections.find((one) => one.section === 'missing-information')
  if (asking === undefined) return []
  return aboutIn(asking, letter).flatMap((file) => {
    const items = standingOf(file).missing.map(({ id }) => id)
    if (file.closed !== null || file.needsPerson !== null || items.length === 0) return []
    return [changedCase(file, [{ change: 'asked', to: letter.to.address, items, at: now }], summarizer(desk))]
  })
}
