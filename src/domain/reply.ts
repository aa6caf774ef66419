/**
 * The header rules of a reply (RFC 5322 3.6.4, RFC 3834), and the two marks by which an answer or a bounce finds its
 * way back: our Message-ID and our return path. Tokens are short HMACs made elsewhere; here they are only text.
 */
import type { ReadMail } from './mail.ts'

/** The mail that is answered. */
export type Answered = Pick<ReadMail, 'messageId' | 'references' | 'inReplyTo' | 'subject'>

export interface ReplyHeaders {
  /** One line, decoded; the composer encodes it. */
  readonly subject: string
  readonly inReplyTo: string | null
  /** Oldest first; the answered mail is the last. */
  readonly references: readonly string[]
  /** Further fields, name to value. */
  readonly headers: Readonly<Record<string, string>>
}

/** A thread's ids beyond this are cut out of its middle: the first finds the thread, the last ones the branch. */
export const MAX_REFERENCES = 20
/** Code points of the sender's subject that are kept; with prefix and reference it stays far below RFC 5322's 998. */
export const MAX_SUBJECT = 200
/** RFC 5321 4.5.3.1.1. */
const MAX_LOCAL_PART = 64
/** An id must fit on one line (RFC 5322 2.1.1) with its field name; longer ones are not ours to repeat. */
const MAX_ID = 900

const SUPPRESS = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } as const

/** Headers of our automatic answer. `whenBlank` is the subject for a mail that has none. */
export function replyHeaders(answer: {
  readonly original: Answered
  readonly caseRef: string
  readonly whenBlank?: string
}): ReplyHeaders {
  const { original, caseRef, whenBlank = 'We received your mail' } = answer
  return {
    subject: replySubject(original.subject, caseRef, whenBlank),
    inReplyTo: usable(original.messageId) ? original.messageId : null,
    references: replyReferences(original),
    headers: SUPPRESS,
  }
}

/**
 * Answer marks that mail programs put in front: English, German, Nordic, Polish, Chinese; `Re[2]:` and `RE :` too.
 * Short words that also begin honest subjects (`Ref:`, `R:`) are left alone.
 */
const REPLY_MARK = /^(?:re|aw|antw|antwort|sv|vs|odp|回复|答复)\s*(?:[[(^]\s*\d{1,3}\s*[\])]?)?\s*[:：]\s*/iu

/** The sender's subject behind one `Re:`, with the case reference in brackets exactly once. */
export function replySubject(subject: string, caseRef: string, whenBlank: string): string {
  const mark = `[${caseRef}]`
  const own = withoutReplyMarks(oneLine(subject))
  const bare = own.toLowerCase().split(mark.toLowerCase()).join('').trim()
  if (bare === '') return marked(oneLine(whenBlank), mark)
  return marked(`Re: ${withoutOtherMarks(own, mark)}`, mark)
}

/** Of two references in a subject the answer to it could belong to either. */
function withoutOtherMarks(subject: string, mark: string): string {
  const marks = /\s*\[CLEC-\d{4}-\d{5,}\]/gi
  const rest = subject.replace(marks, (found) => (found.trim().toLowerCase() === mark.toLowerCase() ? found : ''))
  return rest.trim() === '' ? subject : rest.trim()
}

function marked(subject: string, mark: string): string {
  const cut = cutTo(subject, MAX_SUBJECT)
  return cut.toLowerCase().includes(mark.toLowerCase()) ? cut : `${cut} ${mark}`
}

function withoutReplyMarks(subject: string): string {
  let rest = subject
  for (let next = rest.replace(REPLY_MARK, ''); next !== rest; next = rest.replace(REPLY_MARK, '')) rest = next
  return rest
}

/** Control characters become spaces (nothing can fold into a new field); bidi and invisible ones go. */
function oneLine(text: string): string {
  return text
    .slice(0, MAX_SUBJECT * 20) // enough for any answer, and no work for a subject of megabytes
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim()
}

function cutTo(text: string, max: number): string {
  const points = [...text]
  return points.length <= max
    ? text
    : `${points
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}

/** RFC 5322 3.6.4: the parent's References, else its single In-Reply-To, and then the parent itself. */
function replyReferences({ messageId, references, inReplyTo }: Answered): readonly string[] {
  const before = references.length > 0 ? references : inReplyTo.length === 1 ? inReplyTo : []
  const known = [...new Set(before.filter(usable))].filter((id) => id !== messageId)
  const all = usable(messageId) ? [...known, messageId] : known
  return all.length <= MAX_REFERENCES ? all : [...all.slice(0, 1), ...all.slice(1 - MAX_REFERENCES)]
}

function usable(id: string | null): id is string {
  return id !== null && id.length <= MAX_ID && /^<[\x21-\x3B\x3D\x3F-\x7E]+>$/.test(id)
}

// ---------------------------------------------------------------- our Message-ID

/** What our Message-ID says; all of it but the token is readable for people who search a log. */
export interface OurMessageId {
  /** `CLEC-2026-00042`. */
  readonly caseRef: string
  readonly template: string
  /** Row id of the mail that is answered, decimal digits. */
  readonly messageRowId: string
  /** Short HMAC: 6 to 16 characters a-z, 0-9. */
  readonly token: string
}

/**
 * `<clec-2026-00042.acknowledgement.m4711.TOKEN@domain>`.
 * Throws RangeError when a piece has a form that could not be read back: a bug, for all of them are ours.
 */
export function messageIdFor(parts: OurMessageId & { readonly domain: string }): string {
  const { caseRef, template, messageRowId, token, domain } = parts
  const local = `${caseRef}.${template}.m${messageRowId}.${token}`.toLowerCase()
  if (local.length > MAX_LOCAL_PART) throw new RangeError(`Message-ID: "${local}" is longer than ${MAX_LOCAL_PART}`)
  const id = `<${local}@${domain.toLowerCase()}>`
  if (parseOurMessageId(id, domain) === null) throw new RangeError(`Message-ID: ${id} could not be read back`)
  return id
}

/** Reads a Message-ID of ours, in whatever case it comes back; null for one of another domain or form. */
export function parseOurMessageId(id: string, domain: string): OurMessageId | null {
  if (id.length > MAX_ID) return null
  const found = /^<?([a-z]+-\d{4}-\d{5,})\.([a-z][a-z0-9-]*)\.m(\d+)\.([a-z0-9]{6,16})@([^\s<>@]+)>?$/i.exec(id.trim())
  const [, caseRef = '', template = '', messageRowId = '', token = '', host = ''] = found ?? []
  if (found === null || host.toLowerCase() !== domain.toLowerCase()) return null
  return { caseRef: caseRef.toUpperCase(), template: template.toLowerCase(), messageRowId, token: token.toLowerCase() }
}

// ---------------------------------------------------------------- our return path

/** What a bounce's recipient says: which outbox row it is about, and that we wrote it. */
export interface ReturnPath {
  /** Short key of the outbox row: a-z, 0-9, at most 24 characters, e.g. its id. */
  readonly outboxKey: string
  /** Short HMAC: 6 to 16 characters a-z, 0-9. */
  readonly token: string
}

/**
 * `local+b-KEY-TOKEN@domain` for our `local@domain` (RFC 5233 subaddress), the envelope sender of one mail.
 * Throws RangeError when it could not be read back or its local part has more than 64 characters.
 */
export function returnPathFor(parts: ReturnPath & { readonly address: string }): string {
  const { local, domain } = halves(parts.address)
  const tagged = `${local}+b-${parts.outboxKey}-${parts.token}`.toLowerCase()
  if (tagged.length > MAX_LOCAL_PART) throw new RangeError(`return path: "${tagged}" is longer than ${MAX_LOCAL_PART}`)
  const path = `${tagged}@${domain}`
  if (parseReturnPath(path, parts.address) === null) throw new RangeError(`return path: ${path} could not be read back`)
  return path
}

/** Reads a return path made for our `address`, in whatever case it comes back; null for any other address. */
export function parseReturnPath(path: string, address: string): ReturnPath | null {
  if (path.length > MAX_ID) return null
  const ours = halves(address)
  const { local, domain } = halves(path.trim().replace(/^<|>$/g, ''))
  const start = `${ours.local}+b-`
  if (domain !== ours.domain || !local.startsWith(start)) return null
  const [, outboxKey, token] = /^([a-z0-9]{1,24})-([a-z0-9]{6,16})$/.exec(local.slice(start.length)) ?? []
  return outboxKey === undefined || token === undefined ? null : { outboxKey, token }
}

function halves(address: string): { readonly local: string; readonly domain: string } {
  const at = address.lastIndexOf('@')
  return { local: address.slice(0, Math.max(at, 0)).toLowerCase(), domain: address.slice(at + 1).toLowerCase() }
}
