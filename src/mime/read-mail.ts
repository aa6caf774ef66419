/**
 * Reads one mail from its raw bytes (RFC 5322, RFC 2045 to 2049). Bytes flow through once: our own pass bounds the
 * structure, mailparser decodes it, leaves go to the archive as they come. Nothing of the mail makes it throw; only
 * the archive can.
 */
import type { MailDocuments } from '../documents/mail-documents.ts'
import type { ProblemCode, ReadMail } from '../domain/mail.ts'
import type { Archive } from '../ports/archive.ts'
import { withoutPgpArmour } from '../text/pgp-armour.ts'
import { bodyText, decodePart } from './body-text.ts'
import { cleanLine } from './clean.ts'
import { Collector } from './collector.ts'
import { contentIdOf } from './content-id.ts'
import { readDeliveryReport } from './delivery-report.ts'
import { eachLeaf, inPieces, type Source } from './leaves.ts'
import type { ReaderLimits } from './limits.ts'
import type { Part } from './part.ts'
import { createProblemLog, grouped, type ProblemLog } from './problems.ts'
import { readHeaders } from './read-headers.ts'
import { SMIME_TYPE } from './signed.ts'
import { Structure } from './structure.ts'

/** Parameters of the Content-Type that tell what a mail is; boundaries and names do not. */
const TELLING_PARAMETERS = ['charset', 'report-type', 'protocol', 'smime-type', 'method', 'format']

/** What is odd about the header of an attached mail tells nothing about the mail that came. */
const ODD_HEADER: ReadonlySet<ProblemCode> = new Set([
  'empty',
  'no-header',
  'header-limit',
  'no-date',
  'repeated-header',
  'charset',
])

/** Parts that are no content (RFC 2046 5.2.2, 5.2.3). Nothing is put together and nothing is fetched. */
const UNREAD: Readonly<Record<string, string>> = {
  'message/partial': 'a piece of a mail that was sent in several; the pieces are not put together',
  'message/external-body': 'a file that lies elsewhere; it is not fetched',
}

/** Sorts of S/MIME that need no key, RFC 8551 3.2.2. */
const UNLOCKED = /^(?:signed-data|certs-only|compressed-data)$/i

export interface ReadOptions {
  readonly limits: ReaderLimits
  /** Null: attachments are hashed and not stored. */
  readonly archive: Archive | null
  /** Null: only text parts and attached mails have text. */
  readonly documents: MailDocuments | null
  /** Files that are stored and not looked into, by SHA-256. */
  readonly closed?: readonly string[] | 'all'
}

/** Resolves when the mail is read and its attachments are stored. Rejects only when the archive fails. */
export async function readMail(source: Source, options: ReadOptions): Promise<ReadMail> {
  return read(source, options, 0)
}

async function read(source: Source, options: ReadOptions, depth: number): Promise<ReadMail> {
  const { limits, archive, documents } = options
  const problems = createProblemLog(limits.problems)
  /** Of the mail, and of each entity inside a signature. */
  const structures: Structure[] = []
  const walk = async (bytes: Source) => {
    const structure = new Structure(limits, problems)
    structures.push(structure)
    await eachLeaf(bytes, structure, limits, problems, (leaf) => collector.take(leaf))
    takeUndelimited(structure, collector, problems)
  }
  const inner = {
    mail: (bytes: Buffer, name: string) => readAttached(bytes, name, options, depth, problems),
    entity: (bytes: Buffer) => walk(inPieces(bytes)),
  }
  const collector = new Collector(limits, archive, problems, inner, documents, options.closed ?? [])
  await walk(source)
  await collector.finish()
  checkParts(structures, collector, problems)
  return assemble(structures, collector, limits, problems)
}

/** Its files are read and not stored: its own file holds them. */
async function readAttached(
  bytes: Buffer,
  name: string,
  options: ReadOptions,
  depth: number,
  problems: ProblemLog,
): Promise<string | null> {
  const { innerDepth, innerTextBytes } = options.limits
  if (depth >= innerDepth) {
    problems.note('depth-limit', `${name}: a mail inside ${innerDepth} attached ones is not opened`)
    return null
  }
  const mail = await read(inPieces(bytes), { ...options, archive: null }, depth + 1)
  for (const { code, detail } of mail.problems) if (!ODD_HEADER.has(code)) problems.note(code, `${name}: ${detail}`)
  return showMail(mail, innerTextBytes)
}

function assemble(
  structures: readonly Structure[],
  { texts, letters, attachments }: Collector,
  limits: ReaderLimits,
  problems: ProblemLog,
): ReadMail {
  const [structure] = structures as [Structure]
  const isEmpty = structure.bytes === 0
  if (isEmpty) problems.note('empty', 'no bytes at all')
  const header = readHeaders(structure.rootFields, limits, isEmpty ? createProblemLog(0) : problems)
  const body = bodyText(texts, letters)
  const unarmoured = withoutPgpArmour(body.text)
  if (unarmoured.isSigned) problems.note('signed', 'by PGP; the signature is not checked')
  const text = unarmoured.text.slice(0, limits.textBytes)
  const content = { ...header, text, attachments }
  return {
    ...content,
    textFrom: body.textFrom,
    parts: sum(structures.map((each) => each.leafCount())),
    contentType: contentTypeOf(structure.parts[0]),
    deliveryReport: readDeliveryReport(attachments),
    problems: problems.list(),
    contentId: contentIdOf(content),
  }
}

/** What stands where parts should be is shown when it is text; nothing else of it can be read. */
function takeUndelimited(structure: Structure, collector: Collector, problems: ProblemLog): void {
  for (const { part, bytes } of structure.undelimited) {
    collector.leaves += 1
    const text = decodePart(bytes, 'text/plain', null, problems)
    collector.texts.push({ part, isHtml: false, isFile: false, text })
  }
}

function checkParts(structures: readonly Structure[], collector: Collector, problems: ProblemLog): void {
  for (const part of structures.flatMap(({ parts }) => parts)) {
    if (isEncrypted(part) && !collector.unwrapped.has(part)) problems.note('encrypted', part.type)
    const why = UNREAD[part.type]
    if (why !== undefined) problems.note('not-read', `${part.type}: ${why}`)
  }
  const expected = sum(structures.map((each) => each.leafCount() - each.skippedParts))
  if (collector.leaves === expected) return
  problems.note('malformed', `${grouped(expected)} parts seen, ${grouped(collector.leaves)} read`)
}

function isEncrypted({ type, parameters }: Part): boolean {
  if (type === 'multipart/encrypted') return true
  return SMIME_TYPE.test(type) && !UNLOCKED.test(parameters['smime-type'] ?? '')
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function contentTypeOf(root: Part | undefined): ReadMail['contentType'] {
  const entries = TELLING_PARAMETERS.flatMap((name) => {
    const value = root?.parameters[name]
    return value === undefined ? [] : [[name, cleanLine(value).toLowerCase().slice(0, 100)] as const]
  })
  return { type: root?.type ?? 'text/plain', parameters: Object.fromEntries(entries) }
}

/** An attached mail as text: the header fields people look at, its text, and the text of its files under their names. */
function showMail(mail: ReadMail, chars: number): string {
  const shown = ['from', 'to', 'cc', 'date', 'subject', 'message-id']
  const lines = mail.headers
    .filter(({ name }) => shown.includes(name))
    .map(({ name, value }) => `${name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())}: ${value}`)
  const files = mail.attachments
    .filter(({ filename, text }) => filename !== '' || text !== null)
    .map(({ filename, mediaType, text }) => `\n\nFile ${filename || mediaType}${text === null ? '' : `\n${text}`}`)
  return `${lines.join('\n')}\n\n${mail.text}`.slice(0, chars) + files.join('').slice(0, chars)
}
