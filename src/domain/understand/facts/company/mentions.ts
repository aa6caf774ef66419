import { type Place, type Reading, sentencesIn } from '../../reading.ts'
import { paragraphsOf } from '../../sentences.ts'
import { bareNamesIn, type FirmName, firmNamesIn } from './firm-names.ts'
import { fieldOwner } from './labels.ts'
import { INCUMBENT } from './name-words.ts'
import type { Reason } from './points.ts'
import { reasonsAt } from './reasons.ts'
import { spelledOutIn } from './spelled-names.ts'
import type { Writer } from './writer.ts'

/** A line or paragraph of the mail or of a file. */
export interface Line {
  readonly place: Place
  readonly from: string
  readonly text: string
  readonly isAtEnd?: boolean
}

/** A company's name where it stands, with the reasons this place gives. */
export interface Mention {
  readonly name: string
  readonly line: Line
  readonly at: number
  readonly reasons: ReadonlySet<Reason>
}

/** Characters of one paragraph, and paragraphs of new and of quoted text, in which names are looked for. */
const LINE_LENGTH = 4_000
const NEWEST_LINES = 400
const QUOTED_LINES = 120
/** Names that are weighed; a letter has a dozen. */
const MOST_NAMES = 300

/** The mail line by line: subject, new text, signature, quoted text, files. */
export function linesOf(reading: Reading): Line[] {
  const lines = (place: Place, texts: readonly string[]) =>
    texts.map((text, at) => ({ place, from: 'text', text, isAtEnd: isEnding(place, text, texts.length - at) }))
  const signature = reading.signature.split('\n').map((line) => line.trim())
  return [
    { place: 'subject', from: 'subject', text: reading.subject },
    ...lines('newest', paragraphsOf(reading.newest).slice(0, NEWEST_LINES)),
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

/** Every name in these lines. */
export function mentionsIn(lines: readonly Line[], writer: Writer): Mention[] {
  let left = MOST_NAMES
  return lines.flatMap((line, at) => {
    if (left <= 0) return []
    const text = line.text.slice(0, LINE_LENGTH)
    const names = namesIn(text, writer).slice(0, left)
    left -= names.length
    return names.map((firm) => {
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
    field: fieldOwner(start, above?.place === line.place ? above.text : '', text.slice(firm.to, firm.to + 40)),
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

/** Where the mail calls a company by these first words of its name. */
export function shortMentions(
  short: string,
  group: readonly Mention[],
  lines: readonly Line[],
  writer: Writer,
): Mention[] {
  const found: Mention[] = []
  const hasForm = group.some((one) => !one.reasons.has('no legal form'))
  lines.forEach((line, index) => {
    const text = line.text.slice(0, LINE_LENGTH)
    for (let at = text.indexOf(short); at >= 0 && found.length < 20; at = text.indexOf(short, at + short.length)) {
      const isFull = group.some((one) => one.line === line && at >= one.at && at < one.at + one.name.length)
      if (isFull || /[\p{L}\p{N}]/u.test(text[at + short.length] ?? '')) continue
      const firm = { name: group[0]?.name ?? short, hasForm, from: at, to: at + short.length }
      const around = { line, above: lines[index - 1], below: lines[index + 1] }
      found.push({ name: short, line, at, reasons: reasonsOf(text, firm, around, writer) })
    }
  })
  return found
}
