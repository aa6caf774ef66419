import { isAttachedMail } from '../../../files/attached-mail.ts'
import { isAttribution, mayStartAttribution, startsHeaderBlock } from '../../fold-marks.ts'
import { FILE_TEXT_LIMIT, FILES_READ, QUOTED_LIMIT, SPEECH_LINE_LENGTH, SPEECH_LINES } from '../../limits.ts'
import type { LineRange } from '../../newest-text.ts'
import { plain } from '../../plain.ts'
import type { Reading } from '../../reading.ts'
import { emailsIn } from './mailboxes.ts'
import { personName } from './person-name.ts'

/** A person as far as the mail tells: a name, an address, or both. */
export interface Person {
  readonly name: string | null
  readonly email: string | null
}

/** Words with the one who says them. */
export interface Speech {
  /** Null when nobody is said to be the speaker: an attached file. */
  readonly speaker: Person | null
  /** What evidence shows as the place: `text` or `attachment:…`. */
  readonly from: string
  readonly lines: readonly string[]
  /** Other people whom the header of a quoted message names. */
  readonly others: readonly Person[]
}

/** The writer's own lines, text and signature as they stand in the mail, without quotations and notices. */
export function ownLines(reading: Reading, name: string): string[] {
  const { folded } = reading
  const ranges = [...folded.newest, ...folded.signature].sort((a: LineRange, b: LineRange) => a.from - b.from)
  return bounded([
    ...answersMarked(reading.quoted, name),
    ...unbroken(ranges.flatMap((range) => folded.lines.slice(range.from, range.to).map(plain))),
  ])
}

/** An address that was spoken may break at any word: "kim at tern dot" and "example" below it. */
function unbroken(lines: readonly string[]): string[] {
  const whole: string[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    if (last !== undefined && last.length < SPEECH_LINE_LENGTH && last.endsWith(' dot'))
      whole[whole.length - 1] = `${last} ${line}`
    else whole.push(line)
  }
  return whole
}

/** A hostile mail has a hundred thousand lines; what matters stands at both ends. */
function bounded(lines: readonly string[]): string[] {
  const half = SPEECH_LINES / 2
  const kept = lines.length <= SPEECH_LINES ? lines : [...lines.slice(0, half), ...lines.slice(-half)]
  return kept.map((line) => line.slice(0, SPEECH_LINE_LENGTH))
}

/** "KL> Yes, call me at …": answers among quoted questions that carry the writer's initials. */
function answersMarked(quoted: string, name: string): string[] {
  const initials = personName(name)
    .split(/[\s-]+/)
    .map((word) => word.charAt(0))
    .join('')
  if (initials.length < 2 || !quoted.includes(`${initials}>`)) return []
  return quoted
    .split('\n')
    .filter((line) => line.trimStart().startsWith(`${initials}>`))
    .map((line) =>
      line
        .trimStart()
        .slice(initials.length + 1)
        .trim(),
    )
}

/** The messages below or inside the mail, newest first, each with its writer. */
export function quotedSpeeches(reading: Reading): Speech[] {
  return cut(bounded(reading.quoted.split('\n'))).slice(0, QUOTED_LIMIT)
}

/** The texts of the attached files; an attached mail is a message with its writer. */
export function fileSpeeches(reading: Reading): Speech[] {
  return reading.mail.attachments.slice(0, FILES_READ).flatMap((file) => {
    if (file.text === null || file.text === '') return []
    const lines = bounded(plain(file.text.slice(0, FILE_TEXT_LIMIT)).split('\n'))
    const from = `attachment:${file.filename}`
    if (isAttachedMail(file.mediaType)) return cut(lines).map((one) => ({ ...one, from }))
    return [{ speaker: null, from, lines, others: [] }]
  })
}

/** Cuts at pasted header blocks and at "… wrote:"; linear. */
function cut(lines: readonly string[]): Speech[] {
  const speeches: Speech[] = []
  let open: { speaker: Person | null; others: readonly Person[]; lines: string[] } | null = null
  for (let at = 0; at < lines.length; at += 1) {
    const head = headAt(lines, at)
    if (head !== null) {
      if (open !== null) speeches.push({ ...open, from: 'text' })
      open = { speaker: head.speaker, others: head.others, lines: [] }
      at += head.length - 1
    } else if (open !== null) open.lines.push(lines[at] ?? '')
    else if ((lines[at] ?? '').trim() !== '') open = { speaker: null, others: [], lines: [lines[at] ?? ''] }
  }
  if (open !== null) speeches.push({ ...open, from: 'text' })
  return speeches
}

interface Head {
  readonly speaker: Person | null
  readonly others: readonly Person[]
  readonly length: number
}

const FIELD = /^\s{0,4}\*?([\p{L}-]{1,14}(?: [\p{L}]{1,4})?)\s?:\*?\s*(.{0,300})$/u
const FROM = /^(?:From|Von|De|Da|Van|Från|Fra)$/i
const TO = /^(?:To|Cc|An|À|A|Para|Aan|Reply-To)$/i

/** All that is left of a header: "From: Kim Lee <kim@tern.example>". */
const ONLY_FROM = /^\s{0,4}From: [^@]{1,80}<[^\s<>@]{1,64}@[^\s<>@]{1,100}>\s*$/

function headAt(lines: readonly string[], at: number): Head | null {
  const line = lines[at] ?? ''
  if (startsHeaderBlock(lines, at) || ONLY_FROM.test(line)) return headerBlock(lines, at)
  if (line.trim().endsWith(':') && isAttribution(line.trim())) return attribution(line, 1)
  if (!mayStartAttribution(line)) return null
  for (let length = 2; length <= 3; length += 1) {
    const words = lines
      .slice(at, at + length)
      .map((one) => one.trim())
      .join(' ')
    if (words.endsWith(':') && isAttribution(words)) return attribution(words, length)
  }
  return null
}

function headerBlock(lines: readonly string[], at: number): Head {
  let speaker: Person | null = null
  const others: Person[] = []
  let length = 0
  // Some programs leave every second line of a pasted header blank.
  while (length < 16) {
    const line = lines[at + length] ?? ''
    const field =
      FIELD.exec(line) ?? (line.trim() === '' && length > 0 ? FIELD.exec(lines[at + length + 1] ?? '') : null)
    if (field === null) break
    if (line.trim() === '') length += 1
    const [, name = '', value = ''] = field
    if (FROM.test(name)) speaker = mailboxIn(value)
    else if (TO.test(name)) others.push(...value.split(/[;>]/).map(mailboxIn))
    length += 1
  }
  return { speaker, others, length: Math.max(1, length) }
}

/** "On Monday, March 2, 2026 at 9:05 AM Kim Lee <kim@…> wrote:": the name stands before the address, after the time. */
function attribution(words: string, length: number): Head {
  const at = emailsIn(words)[0]?.at ?? words.length
  const told = words
    .slice(0, at)
    .replace(/^.*\d(?:\s?[ap]\.?m\.?)?(?: [A-Z]{3,4}\b)?[,.]?\s+/i, '')
    .replace(/\b(?:wrote|schrieb|a écrit|escribió)\b.*$/i, '')
  return { speaker: { ...mailboxIn(words), name: nameOrNull(told) }, others: [], length }
}

/** `Kim Lee <kim@x>`, `kim@x (Kim Lee)`, `Lee, Kim`, `Kim Lee [mailto:kim@x]`. */
export function mailboxIn(words: string): Person {
  const found = emailsIn(words)[0]
  if (found === undefined) return { name: nameOrNull(words), email: null }
  const before = words.slice(0, found.at).replace(/mailto:$/i, '')
  const after = /^[^(]{0,3}\(([^)]{2,60})\)/.exec(words.slice(found.at + found.email.length))?.[1] ?? ''
  return { name: nameOrNull(before) ?? nameOrNull(after), email: found.email }
}

function nameOrNull(words: string): string | null {
  const name = personName(words.replace(/[<[(]\s*$|[*]/g, '').trim())
  return /\p{L}{2}/u.test(name) && !name.includes('@') ? name : null
}
