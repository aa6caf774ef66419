/** What the desk did since it was last asked, in lines that a clerk can check. */
import type { CaseFile, Item } from '../../../src/domain/casework/case-file.ts'
import { ITEMS } from '../../../src/domain/casework/items.ts'
import type { Standing } from '../../../src/domain/casework/standing.ts'
import type { ReplyWish } from '../../../src/domain/decision.ts'
import type { DigestLine } from '../../../src/domain/digest/digest.ts'
import type { AskedItem, Section } from '../../../src/domain/letter/section.ts'
import type { AskedTask, Desk, SentLetter, StaffLetter, Turn } from '../desk.ts'

export interface Seen {
  readonly letters: number
  readonly tasks: number
  readonly settled: number
  readonly replaced: number
  readonly staffLetters: number
  readonly cases: ReadonlyMap<string, { readonly file: CaseFile; readonly standing: Standing }>
}

export function seenSoFar(desk: Desk): Seen {
  return {
    letters: desk.letters.length,
    tasks: desk.tasks.length,
    settled: desk.settled.length,
    replaced: desk.replaced.length,
    staffLetters: desk.staffLetters.length,
    cases: new Map(desk.cases.map((one) => [one.file.ref, one])),
  }
}

/** What became of the steps since. */
export interface Became {
  readonly turns: readonly Turn[]
  readonly answers: readonly string[]
}

export function tell(desk: Desk, zone: string, since: Seen, { turns, answers }: Became): readonly string[] {
  const lines = [
    ...answers,
    ...turns.flatMap(turnLines),
    ...desk.staffLetters.slice(since.staffLetters).flatMap(staffLines),
    ...desk.replaced.slice(since.replaced).map(({ draft, why }) => `draft ${draft}: ${why}`),
    ...desk.letters.slice(since.letters).flatMap((letter) => letterLines(letter, zone)),
    ...desk.cases.flatMap(({ file, standing }) => caseLines(since.cases.get(file.ref), file, standing)),
    ...desk.settled.slice(since.settled).map(({ task, why }) => `task ${task} settled: ${why}`),
    ...desk.tasks.slice(since.tasks).map((task) => taskLine(task, zone)),
  ]
  return lines.length === 0 ? ['nothing'] : lines
}

/** `Thu 2026-07-30 08:00`, by the desk's clock. */
function momentIn(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)?.value
  return `${of('weekday')} ${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`
}

/** What no mail caused has its moment. */
function taskLine({ at, sort, sentence, messageId }: AskedTask, zone: string): string {
  return `task ${sort}${messageId === null ? ` on ${momentIn(at, zone)}` : ''}: ${withoutShares(sentence)}`
}

function staffLines({ to, digest, answers }: StaffLetter): readonly string[] {
  if (digest === null)
    return [
      `answer to ${to}`,
      ...answers.map(({ said, done, answer }) => `  ${done ? 'done' : 'not done'}: ${said} - ${answer}`),
    ]
  const lines = digest.sections.flatMap(({ title, lines: some }) => [`  ${title}`, ...some.map(digestLine)])
  return [`digest to ${to}: ${digest.headline}`, ...lines]
}

function digestLine({ number, pressing, about, what }: DigestLine): string {
  const words = [about, what].filter((one) => one !== '').join(': ')
  return `    ${number === null ? '-' : `${number}.`} ${pressing === null ? '' : `(${pressing}) `}${words}`
}

/** Only what is no letter: machine mail, and why a person's mail was not answered. */
function turnLines({ decision }: Turn): readonly string[] {
  const withheld = decision.changes.find((change) => change.change === 'reply-withheld')
  if (withheld) return [`no answer: ${withheld.rule}`]
  return decision.understanding.kind === 'human' ? [] : [`${decision.understanding.kind}, no answer`]
}

function letterLines(letter: SentLetter, zone: string): readonly string[] {
  const { sections } = letter.reply.wish as ReplyWish
  const state = letter.state === 'draft' ? ' (draft)' : ''
  const delayed = letter.reply.wish.delayMinutes > 0 ? ` (after ${letter.reply.wish.delayMinutes} minutes)` : ''
  const names = sections.map((one) => (one.section === 'reminder' ? `reminder ${one.number}` : one.section)).join(', ')
  const moment = sections[0].section === 'reminder' ? ` on ${momentIn(letter.at, zone)}` : ''
  return [
    `letter to ${letter.to}${moment}${state}${delayed}: ${names}`,
    ...sections.flatMap(sectionLines).map((line) => `  ${line}`),
  ]
}

function sectionLines(section: Section): readonly string[] {
  switch (section.section) {
    case 'missing-information':
      return section.items.map((item) => `asks: ${askedWords(item)}`)
    case 'reminder':
      return [
        ...(section.about.length === 0 ? [] : [`about: ${section.about.join('; ')}`]),
        ...section.items.map((item) => `asks: ${askedWords(item)}`),
        ...section.again.map((item) => `asks again: ${askedWords(item)}`),
      ]
    case 'acknowledgement':
      return section.cases.map(({ ref, state }) => `${state}: ${ref}`)
    case 'early-ordering':
      return section.conditions.map(({ label, met }) => `${met ? 'met' : 'open'}: ${label}`)
    case 'status-answer':
      return section.cases.map((one) => {
        const open = one.items.filter((item) => item.state === 'open').map((item) => item.label)
        const place = one.position === null ? '' : `; place ${one.position} in the queue`
        return `${one.ref} ${one.state}: ${one.stage}; open: ${open.join(', ') || 'nothing'}${place}`
      })
    case 'documents-received':
      return [
        ...section.files.map(({ label, file }) => `received: ${label} (${file})`),
        ...(section.apart ?? []).map((file) => `apart: ${file}`),
      ]
    case 'not-our-state':
      return [`${section.states.join(', ')}: ${section.why}`]
    case 'next-step':
      return [section.happened]
    case 'closing':
      return [section.why]
    case 'opt-in-requirements':
      return [
        `adopts: ${section.adopted || 'not named'}`,
        ...(section.partial ? ['all or nothing'] : []),
        ...(section.askAmendments ? ['with which amendments?'] : []),
      ]
    case 'copies':
      return [
        `copies: ${[section.template ? 'template' : '', section.prices ? 'price list' : ''].filter(Boolean).join(', ')}${section.states.length === 0 ? '' : ` for ${section.states.join(', ')}`}`,
      ]
    case 'state-needs':
      return section.needs.map(({ label, value }) => `in ${label}: ${value}`)
    case 'redirect':
      return [`to: ${section.topic}`]
    default:
      return []
  }
}

function askedWords({ label, states, problem }: AskedItem): string {
  return `${label}${states ? ` (${states})` : ''}${problem ? ` - ${problem}` : ''}`
}

function caseLines(
  before: { readonly file: CaseFile; readonly standing: Standing } | undefined,
  file: CaseFile,
  standing: Standing,
): readonly string[] {
  const changed = itemLines(before?.file, file)
  const head = headOf(file, standing)
  const same = before !== undefined && changed.length === 0 && headOf(before.file, before.standing) === head
  return same ? [] : [head, ...changed.map((line) => `  ${line}`)]
}

function headOf(file: CaseFile, { stage, turn, missing }: Standing): string {
  const about = [file.company, file.state, file.family, file.route].filter((one) => one !== null).join(', ')
  const closed = file.closed === null ? '' : ` as ${file.closed.reason}`
  const owed = missing.length === 0 ? '' : `; missing ${missing.map((item) => item.id).join(' ')}`
  return `${file.ref} ${about}: ${stage}${closed}, turn of ${turn}${owed}`
}

function itemLines(before: CaseFile | undefined, file: CaseFile): readonly string[] {
  return ITEMS.flatMap((id) => {
    const [was, is] = [before?.items[id], file.items[id]]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [is === undefined ? `open again: ${id}` : itemLine(id, is)]
  })
}

function itemLine(id: string, { state, value, problem, proof, on }: Item): string {
  const where = proof.messageId === null ? proof.by : (proof.attachment ?? 'mail')
  if (state === 'problem') return `problem: ${id} (${where}): ${problem}`
  return `${state === 'met' ? 'in' : 'waived'}: ${id}${value === null ? '' : ` "${value}"`}${on === undefined ? '' : ` on ${on.day}`} (${where})`
}

/** How sure the model was changes with every lesson that it learns, and no talk is about that. */
function withoutShares(sentence: string): string {
  return sentence.replace(/ \(\d+%(?:: "[^"]*")?\)/g, '')
}
