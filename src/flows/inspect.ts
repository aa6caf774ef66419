/**
 * What the system makes of one mail, as one line for people and programs. Stores nothing, sends nothing. The line is
 * a public contract: names and words are never changed, only added.
 */
import type { Agreement, DocumentSort, Kind, Path } from '../domain/labels.ts'
import { mayAnswer, withoutHistory } from '../domain/loop-guard.ts'
import type { Problem, ReadMail } from '../domain/mail.ts'
import { understand, type World } from '../domain/understand/understand.ts'
import type { Contact, Evidence, ScoredIntent, Turned, Understanding } from '../domain/understanding.ts'
import type { MailBytes, MailReader, ReadOutcome } from '../ports/mail-reader.ts'
import type { PictureReader } from '../ports/picture-reader.ts'
import { withPictures } from './inspect-pictures.ts'

export interface InspectLine {
  readonly file: string
  readonly kind: Kind
  /** Main one first. With `abstained` they are the best guess and a person decides. */
  readonly intents: readonly ScoredIntent[]
  readonly abstained: boolean
  readonly agreement: Agreement | null
  readonly path: Path | null
  readonly company: string | null
  readonly states: readonly string[]
  readonly identifiers: Readonly<{ ocn?: string; acna?: string }>
  readonly contact: Contact | null
  readonly attachments: readonly {
    readonly filename: string
    readonly mediaType: string
    readonly bytes: number
    readonly sha256: string
    readonly document: DocumentSort
  }[]
  readonly autoReply: AutoReply
  readonly evidence: readonly Evidence[]
  readonly problems: readonly LineProblem[]
  /** Milliseconds of reading and understanding. */
  readonly ms: number
}

interface AutoReply {
  readonly allowed: boolean
  readonly because: string
}

/** A mail's problem, or `unreadable`: the file could not be opened, so there was no mail. */
export type LineProblem = Problem | Readonly<{ code: 'unreadable'; detail: string }>

/** A line with the mail it tells of; null where not even a header could be read. */
export interface Inspected {
  readonly line: InspectLine
  readonly mail: ReadMail | null
  /** The two likeliest readings of what a person wants. */
  readonly likeliest: readonly ScoredIntent[]
  /** Where the order of two matters was turned round. */
  readonly turned?: Turned
}

export interface InspectNeeds {
  readonly reader: MailReader
  readonly pictures: PictureReader
  /** Our own addresses and the model. */
  readonly world: World
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number
}

/** Reads and understands one mail; whatever its bytes are, the line comes. */
export async function inspectMail(file: string, source: MailBytes, needs: InspectNeeds): Promise<Inspected> {
  const { reader, world, clock } = needs
  const began = clock()
  const outcome = await withPictures(await reader.read(source), source, began, needs)
  const { mail } = outcome
  const understanding = mail === null ? NOTHING : understand(mail, world)
  const autoReply = answerable(outcome, understanding, world.ownAddresses)
  const ms = Math.round((clock() - began) * 10) / 10
  const line = inspectLine({ file, outcome, understanding, autoReply, ms })
  const { likeliest, turned } = understanding
  return { line, mail, likeliest, ...(turned === undefined ? {} : { turned }) }
}

/** The line for a file that could not be opened. */
export function unreadableLine(file: string, detail: string): InspectLine {
  const autoReply = { allowed: false, because: 'the file could not be read' }
  const problems = [{ code: 'unreadable', detail } as const]
  const { documents: _, likeliest: __, model: ___, ...understood } = NOTHING
  return inOrderOfContract({ file, ...understood, attachments: [], autoReply, problems, ms: 0 })
}

function inspectLine(input: {
  readonly file: string
  readonly outcome: ReadOutcome
  readonly understanding: Understanding
  readonly autoReply: AutoReply
  readonly ms: number
}): InspectLine {
  const { file, outcome, understanding, autoReply, ms } = input
  const { documents, likeliest: _, turned: __, model: ___, beside = [], ...understood } = understanding
  const attachments = (outcome.mail?.attachments ?? []).map(({ filename, mediaType, bytes, sha256 }, at) => ({
    filename,
    mediaType,
    bytes,
    sha256,
    document: documents[at] ?? ('other' as const),
  }))
  // A mail that was not read whole is a person's to decide, however clear its header is.
  const abstained = understood.abstained || outcome.outcome === 'refused'
  return inOrderOfContract({
    file,
    ...understood,
    // The best guess of all that it wants, also of what stands beside the main matter.
    intents: [...understood.intents, ...beside],
    abstained,
    attachments,
    autoReply,
    problems: problemsOf(outcome),
    ms,
  })
}

/** JSON keeps the order of keys; the contract lists them in this one. */
function inOrderOfContract(line: InspectLine): InspectLine {
  const { file, kind, intents, abstained, agreement, path, company, states, identifiers, contact } = line
  const { attachments, autoReply, evidence, problems, ms } = line
  const understood = { file, kind, intents, abstained, agreement, path, company, states, identifiers, contact }
  return { ...understood, attachments, autoReply, evidence, problems, ms }
}

function problemsOf(outcome: ReadOutcome): readonly LineProblem[] {
  const problems = outcome.mail?.problems ?? []
  if (outcome.outcome === 'read' || problems.some(({ code }) => code === outcome.code)) return problems
  return [...problems, { code: outcome.code, detail: outcome.detail }]
}

function answerable(outcome: ReadOutcome, understanding: Understanding, ownAddresses: readonly string[]): AutoReply {
  if (outcome.outcome === 'refused') return { allowed: false, because: `not read whole: ${outcome.detail}` }
  const { allowed, because } = mayAnswer(outcome.mail, understanding, withoutHistory(ownAddresses))
  return { allowed, because }
}

/** Of a mail nobody could read a person decides. */
const NOTHING: Understanding = {
  kind: 'human',
  intents: [],
  abstained: true,
  likeliest: [],
  agreement: null,
  path: null,
  company: null,
  states: [],
  identifiers: {},
  contact: null,
  documents: [],
  evidence: [],
  model: '',
}
