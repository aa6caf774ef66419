import type { Evidence } from '../../understanding.ts'
import { evidence } from '../quote.ts'
import { type Place, type Reading, sentencesIn } from '../reading.ts'
import { paragraphsOf } from '../sentences.ts'
import { fieldOwner } from './company-labels.ts'
import { POINTS, type Reason, reasonsAt } from './company-reasons.ts'
import { bareNamesIn, type FirmName, firmNamesIn, spelledOutIn } from './firm-names.ts'
import { INCUMBENT, SUFFIX } from './name-words.ts'
import { CODE_OF } from './state-names.ts'
import { type Writer, writerOf } from './writer.ts'

/** The carrier a mail is about, as written, without "d/b/a …". */
export interface CompanyFinding {
  readonly company: string | null
  readonly evidence: readonly Evidence[]
}

interface Line {
  readonly place: Place
  readonly from: string
  readonly text: string
  readonly isAtEnd?: boolean
}

interface Mention {
  readonly name: string
  readonly line: Line
  readonly at: number
  readonly reasons: ReadonlySet<Reason>
}

/** Points that a name needs to be believed at all. */
const ENOUGH = 0.5
const ENOUGH_WITHOUT_FORM = 2.5
const MUCH_MORE = 6
/** Characters of one paragraph, and paragraphs of quoted text, in which names are looked for. */
const LINE_LENGTH = 4_000
const QUOTED_LINES = 120

/** Collects for every company named in the mail the reasons that it is the one, and takes the one with most points. */
export function companyOf(reading: Reading, ownAddresses: readonly string[]): CompanyFinding {
  const writer = writerOf(reading, ownAddresses)
  const lines = linesOf(reading)
  const mentions = mentionsIn(lines, writer)
  const companies = withShortNames(grouped(mentions), lines, writer)
    .map((group) => ({ group, points: pointsOf(reasonsFor(group)) }))
    .sort((a, b) => b.points - a.points || b.group.length - a.group.length)
  const first = chosen(companies)
  const shown = [...(first?.group ?? [])].sort((a, b) => pointsOf(b.reasons) - pointsOf(a.reasons))[0]
  if (first === undefined || shown === undefined) return { company: null, evidence: [] }
  return {
    company: fullestName(first.group),
    evidence: [evidence('company', shown.line.from, shown.line.text, shown.at)],
  }
}

interface Company {
  readonly group: readonly Mention[]
  readonly points: number
}

/** A name with a legal form goes first, unless one without has much more for it and the other is not the writer's. */
function chosen(companies: readonly Company[]): Company | undefined {
  const formed = companies.find(({ group, points }) => group.some(hasForm) && points >= ENOUGH)
  const bare = companies.find(({ group, points }) => !group.some(hasForm) && points >= ENOUGH_WITHOUT_FORM)
  if (formed === undefined || bare === undefined) return formed ?? bare
  const isWriters = formed.group.some((mention) => mention.reasons.has('domain of the writer'))
  return !isWriters && bare.points >= formed.points + MUCH_MORE ? bare : formed
}

function hasForm(mention: Mention): boolean {
  return !mention.reasons.has('no legal form')
}

/** The reasons of all mentions, each once; one mention with a legal form is enough. */
function reasonsFor(group: readonly Mention[]): ReadonlySet<Reason> {
  const reasons = new Set(group.flatMap((mention) => [...mention.reasons]))
  if (group.some(hasForm)) reasons.delete('no legal form')
  return reasons
}

function pointsOf(reasons: ReadonlySet<Reason>): number {
  let points = 0
  for (const reason of reasons) points += POINTS[reason]
  return points
}

function linesOf(reading: Reading): Line[] {
  const lines = (place: Place, texts: readonly string[]) =>
    texts.map((text, at) => ({ place, from: 'text', text, isAtEnd: isEnding(place, text, texts.length - at) }))
  const signature = reading.signature.split('\n').map((line) => line.trim())
  return [
    { place: 'subject', from: 'subject', text: reading.subject },
    ...lines('newest', paragraphsOf(reading.newest)),
    ...lines(
      'signature',
      signature.filter((line) => line !== ''),
    ),
    ...lines('quoted', paragraphsOf(reading.quoted).slice(0, QUOTED_LINES)),
    ...sentencesIn(reading, 'name', 'file'),
  ]
}

/** A line of the signature, or one of the last short lines where no signature was told apart. */
function isEnding(place: Place, text: string, left: number): boolean {
  return place === 'signature' || (place === 'newest' && left <= 5 && text.length <= 70)
}

function mentionsIn(lines: readonly Line[], writer: Writer): Mention[] {
  return lines.flatMap((line, at) => {
    const text = line.text.slice(0, LINE_LENGTH)
    return namesIn(text, writer).map((firm) => {
      const around = { line, above: lines[at - 1], below: lines[at + 1] }
      return { name: firm.name, line, at: firm.from, reasons: reasonsOf(text, firm, around, writer) }
    })
  })
}

/** Names with a legal form, and of the others the longest that are no part of one. */
function namesIn(text: string, writer: Writer): FirmName[] {
  const formed = firmNamesIn(text)
  const spelled = writer.isAgent ? [] : spelledOutIn(text, writer.domain)
  const all = [...formed, ...bareNamesIn(text, writer.domainSpells), ...spelled].filter(
    (firm) => !INCUMBENT.test(firm.name),
  )
  return all.filter((firm, at) => firm.hasForm || !all.some((other, i) => i !== at && covers(other, firm, i < at)))
}

function covers(other: FirmName, firm: FirmName, isFirst: boolean): boolean {
  if (other.to <= firm.from || firm.to <= other.from) return false
  const more = other.name.length - firm.name.length
  return other.hasForm || more > 0 || (more === 0 && isFirst)
}

function reasonsOf(
  text: string,
  firm: FirmName,
  around: { readonly line: Line; readonly above: Line | undefined; readonly below: Line | undefined },
  writer: Writer,
): Set<Reason> {
  const { line, above, below } = around
  const start = text.slice(Math.max(0, firm.from - 110), firm.from)
  return reasonsAt({
    name: firm.name,
    hasForm: firm.hasForm,
    place: line.place,
    isAtEnd: line.isAtEnd === true,
    before: sinceSentence(start),
    after: text.slice(firm.to, firm.to + 90),
    line: text,
    below: below?.place === line.place ? below.text : '',
    field: fieldOwner(start, above?.place === line.place ? above.text : ''),
    writer,
  })
}

/** What stands before a name in its own sentence. */
function sinceSentence(before: string): string {
  let from = 0
  for (const match of before.matchAll(
    /(?<!\b(?:Inc|Co|Corp|Ltd|No|Mr|Ms|Mrs|Dr|St|\p{Lu}))[.?!]["')]?\s+(?=["(]?\p{Lu})/gu,
  ))
    from = match.index + match[0].length
  return before.slice(from)
}

/** The mentions of one company together: equal but for marks, or one without the end of the other's legal form. */
function grouped(mentions: readonly Mention[]): Mention[][] {
  const groups = new Map<string, { key: string; forms: string[]; mentions: Mention[] }[]>()
  for (const mention of mentions) {
    const { core, form } = partsOf(mention.name)
    const same = groups.get(core) ?? []
    const group = same.find((one) => one.forms.some((other) => other.startsWith(form) || form.startsWith(other)))
    if (group === undefined) same.push({ key: core, forms: [form], mentions: [mention] })
    else {
      group.forms.push(form)
      group.mentions.push(mention)
    }
    groups.set(core, same)
  }
  return [...groups.values()].flat().map((group) => group.mentions)
}

/** Adds to several companies where the mail calls them by the first words of their names. One company needs no telling apart. */
function withShortNames(groups: readonly Mention[][], lines: readonly Line[], writer: Writer): readonly Mention[][] {
  if (groups.length < 2) return groups
  const names = groups.map((group) => shortNames(group[0]?.name ?? ''))
  return groups.map((group, at) => {
    const others = names.filter((_, other) => other !== at).flat()
    const short = (names[at] ?? []).find((name) => !others.some((other) => other === name))
    return short === undefined ? group : [...group, ...shortMentions(short, group, lines, writer)]
  })
}

/** "Blue Spruce" and "Blue" for "Blue Spruce Networks, L.P.". */
function shortNames(name: string): string[] {
  const words = name.split(/[\s,]+/).filter((word) => !SUFFIX.test(word))
  const [first = '', second = ''] = words
  return [
    ...(second.length > 1 && first !== '' ? [`${first} ${second}`] : []),
    ...(first.length >= 5 && /^\p{Lu}/u.test(first) && !CODE_OF.has(first.toLowerCase()) ? [first] : []),
  ]
}

function shortMentions(short: string, group: readonly Mention[], lines: readonly Line[], writer: Writer): Mention[] {
  const found: Mention[] = []
  lines.forEach((line, index) => {
    const text = line.text.slice(0, LINE_LENGTH)
    for (let at = text.indexOf(short); at >= 0 && found.length < 20; at = text.indexOf(short, at + short.length)) {
      const isFull = group.some((one) => one.line === line && at >= one.at && at < one.at + one.name.length)
      if (isFull || /[\p{L}\p{N}]/u.test(text[at + short.length] ?? '')) continue
      const firm = { name: group[0]?.name ?? short, hasForm: true, from: at, to: at + short.length }
      const around = { line, above: lines[index - 1], below: lines[index + 1] }
      found.push({ name: short, line, at, reasons: reasonsOf(text, firm, around, writer) })
    }
  })
  return found
}

/** A name's own words and its legal form, both without marks. */
function partsOf(name: string): { core: string; form: string } {
  const words = name.split(/[\s,]+/)
  let end = words.length
  while (end > 1 && SUFFIX.test(words[end - 1] ?? '')) end -= 1
  const plain = (part: readonly string[]) =>
    part
      .join('')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
  return { core: plain(words.slice(0, end)), form: shortForm(plain(words.slice(end))) }
}

function shortForm(form: string): string {
  return form
    .replace('incorporated', 'inc')
    .replace('corporation', 'corp')
    .replace('company', 'co')
    .replace(/cooperative/, 'coop')
}

/** The form called the legal name, else the longest; not the one in capitals when there is another. */
function fullestName(group: readonly Mention[]): string {
  const rank = (mention: Mention) =>
    (mention.reasons.has('field legal name') ? 1000 : 0) -
    (mention.name === mention.name.toUpperCase() ? 500 : 0) +
    mention.name.length
  return [...group].sort((a, b) => rank(b) - rank(a))[0]?.name ?? ''
}
