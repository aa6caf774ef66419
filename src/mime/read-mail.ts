/**
 * Reads one mail from its raw bytes (RFC 5322, RFC 2045 to 2049). Bytes flow through once: our own pass bounds the
 * structure, mailparser decodes it, leaves go to the archive as they come. Nothing of the mail makes it throw; only
 * the archive can.
 */
import type { MailDocuments } from '../documents/mail-documents.ts'
import type { ReadMail } from '../domain/mail.ts'
import type { Archive } from '../ports.ts'
import { bodyText, decodePart } from './body-text.ts'
import { Collector } from './collector.ts'
import { contentIdOf } from './content-id.ts'
import { readDeliveryReport } from './delivery-report.ts'
import { eachLeaf, type Source } from './leaves.ts'
import type { ReaderLimits } from './limits.ts'
import type { Part } from './part.ts'
import { createProblemLog, grouped, type ProblemLog } from './problems.ts'
import { readHeaders } from './read-headers.ts'
import { Structure } from './structure.ts'

/** Parameters of the Content-Type that tell what a mail is; boundaries and names do not. */
const TELLING_PARAMETERS = ['charset', 'report-type', 'protocol', 'smime-type', 'method', 'format']

export interface ReadOptions {
  readonly limits: ReaderLimits
  /** Null: attachments are hashed and not stored. */
  readonly archive: Archive | null
  /** Null: only text parts and attached mails have text. */
  readonly documents: MailDocuments | null
}

/** Resolves when the mail is read and its attachments are stored. Rejects only when the archive fails. */
export async function readMail(source: Source, options: ReadOptions): Promise<ReadMail> {
  const { limits } = options
  return read(source, options, async (bytes) => {
    // An attached mail inside the attached mail stays closed: its file holds it.
    const inner = await read([bytes], { limits, archive: null, documents: null }, async () => null)
    return showMail(inner).slice(0, limits.innerTextBytes)
  })
}

async function read(
  source: Source,
  { limits, archive, documents }: ReadOptions,
  readInner: (bytes: Buffer) => Promise<string | null>,
): Promise<ReadMail> {
  const problems = createProblemLog(limits.problems)
  const structure = new Structure(limits, problems)
  const collector = new Collector(limits, archive, problems, readInner, documents)
  await eachLeaf(source, structure, limits, problems, (leaf) => collector.take(leaf))
  await collector.finish()
  takeUndelimited(structure, collector, problems)
  checkParts(structure, collector, problems)
  return assemble(structure, collector, limits, problems)
}

function assemble(
  structure: Structure,
  { texts, attachments }: Collector,
  limits: ReaderLimits,
  problems: ProblemLog,
): ReadMail {
  const isEmpty = structure.bytes === 0
  if (isEmpty) problems.note('empty', 'no bytes at all')
  const header = readHeaders(structure.rootFields, limits, isEmpty ? createProblemLog(0) : problems)
  const body = bodyText(texts)
  const text = body.text.slice(0, limits.textBytes)
  const content = { ...header, text, attachments }
  return {
    ...content,
    textFrom: body.textFrom,
    parts: structure.leafCount(),
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

function checkParts(structure: Structure, collector: Collector, problems: ProblemLog): void {
  for (const part of structure.parts) if (isEncrypted(part)) problems.note('encrypted', part.type)
  const expected = structure.leafCount() - structure.skippedParts
  if (collector.leaves === expected) return
  problems.note('malformed', `${grouped(expected)} parts seen, ${grouped(collector.leaves)} read`)
}

function isEncrypted({ type, parameters }: Part): boolean {
  if (type === 'multipart/encrypted') return true
  return /^application\/(x-)?pkcs7-mime$/.test(type) && parameters['smime-type']?.toLowerCase() !== 'signed-data'
}

function contentTypeOf(root: Part | undefined): ReadMail['contentType'] {
  const entries = TELLING_PARAMETERS.flatMap((name) => {
    const value = root?.parameters[name]
    return value === undefined ? [] : [[name, value.toLowerCase().slice(0, 100)] as const]
  })
  return { type: root?.type ?? 'text/plain', parameters: Object.fromEntries(entries) }
}

/** An attached mail as text: the header fields people look at, and its text. */
function showMail(mail: ReadMail): string {
  const shown = ['from', 'to', 'cc', 'date', 'subject', 'message-id']
  const lines = mail.headers
    .filter(({ name }) => shown.includes(name))
    .map(({ name, value }) => `${name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())}: ${value}`)
  return `${lines.join('\n')}\n\n${mail.text}`
}
