/** One case as files that go on without us: the mails as they came, what they carried, what was answered, and why. */
import { createHash } from 'node:crypto'
import { simpleParser } from 'mailparser'
import { type ExportTarget, openTarget } from '../backup/export-target.ts'
import { type ChainEntry, chainOfCase } from '../db/chain.ts'
import { type ExportedLetter, type ExportedMail, lettersToExport, mailsToExport } from '../db/export-rows.ts'
import {
  decisionsOfCase,
  type FoundCase,
  findCase,
  messagesOfCase,
  openTasks,
  ordersOfCase,
  outboxOfCase,
} from '../db/lists.ts'
import type { Pool } from '../db/pool.ts'
import { scansOf } from '../db/scans.ts'
import { linkText } from '../domain/chain.ts'
import { mayHandOn } from '../domain/files/allowed.ts'
import { downloadName } from '../domain/files/download-name.ts'
import { NO_SCANNER, scanInWords } from '../domain/files/scan.ts'
import { IntakeError } from '../errors.ts'
import type { Archive } from '../ports.ts'
import { casePage, type PageItem } from '../render/case-page.ts'

export interface Exported {
  readonly ref: string
  readonly path: string
  readonly files: number
  /** Files of the archive that are gone. */
  readonly missing: readonly string[]
}

export interface ExportParts {
  readonly pool: Pool
  readonly archive: Archive
  readonly zone: string
  readonly onStep: (what: string, done: number, of: number) => void
}

export async function exportCase(parts: ExportParts, ref: string, path: string): Promise<Exported> {
  const found = await findCase(parts.pool, ref)
  if (!found) throw new IntakeError('not-found', `There is no case ${ref}; "intagree cases" lists them.`)
  const target = await openTarget(path)
  try {
    const book = bookkeeping(target)
    const missing = await writeCase(parts, found, book)
    await target.add('SHA256SUMS', book.sums())
    await target.finish()
    return { ref: found.ref, path, files: book.count() + 1, missing }
  } catch (error) {
    await target.discard()
    throw error
  }
}

/** Keeps the hash of everything that is written. */
function bookkeeping(target: ExportTarget) {
  const lines: string[] = []
  return {
    async add(path: string, content: string | Buffer) {
      const bytes = Buffer.from(content)
      lines.push(`${sha256(bytes)}  ${path}\n`)
      await target.add(path, bytes)
    },
    sums: () => lines.join(''),
    count: () => lines.length,
  }
}
type Book = ReturnType<typeof bookkeeping>

async function writeCase(parts: ExportParts, found: FoundCase, book: Book): Promise<readonly string[]> {
  const { pool, zone, onStep } = parts
  const mails = await mailsToExport(pool, found.id)
  const letters = await lettersToExport(pool, found.id)
  const chain = await chainOfCase(pool, found.id)
  const items: PageItem[] = []
  const missing: string[] = []
  for (const [number, mail] of mails.entries()) {
    onStep('exporting', number, mails.length)
    items.push(await writeMail(parts, mail, book, missing))
  }
  for (const letter of letters) items.push(await writeLetter(letter, book))
  for (const entry of chain) {
    await writeLink(entry, chain, book)
    items.push(eventItem(entry))
  }
  await book.add('case.json', `${JSON.stringify(await caseJson(pool, found, chain), null, 1)}\n`)
  const byTime = items.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  await book.add('index.html', casePage({ ref: found.ref, facts: factsOf(found), items: byTime }, zone))
  await book.add('CHECK.txt', howToCheck(chain.at(-1)?.hash ?? null))
  return missing
}

async function writeMail(
  { archive, pool }: ExportParts,
  mail: ExportedMail,
  book: Book,
  missing: string[],
): Promise<PageItem> {
  const files: { name: string; path: string | null }[] = []
  async function add(sha256: string, path: string, name: string): Promise<void> {
    if (!(await archive.has(sha256))) missing.push(sha256)
    else {
      await book.add(path, await archive.get(sha256))
      files.push({ name, path })
    }
  }
  const attachments = mail.mail?.attachments ?? []
  if (mail.sha256 !== null && !mail.erased) {
    await add(mail.sha256, `mails/m${mail.id}.eml`, 'the mail as it came')
    const scans = await scansOf(
      pool,
      attachments.map(({ sha256 }) => sha256),
    )
    for (const [place, file] of attachments.entries()) {
      const { sha256, filename, mediaType } = file
      const scan = scans.get(sha256) ?? file.scan ?? NO_SCANNER
      const told = `${filename || `file ${place + 1}`} (${scanInWords(scan)})`
      const verdict = mayHandOn(file, scan)
      if (verdict.allowed)
        await add(sha256, `attachments/m${mail.id}-${place + 1}-${downloadName(filename, mediaType)}`, told)
      else files.push({ name: `${told}: only within the mail as it came, for ${verdict.why}`, path: null })
    }
  }
  const text = mail.erased ? 'This mail was erased.' : (mail.mail?.text ?? '')
  return {
    at: mail.receivedAt,
    sort: 'mail',
    title: mail.subject || '(no subject)',
    by: `from ${mail.from ?? 'nobody'}`,
    text,
    files,
  }
}

async function writeLetter(
  { id, at, state, template, recipient, subject, raw }: ExportedLetter,
  book: Book,
): Promise<PageItem> {
  const path = `letters/l${id}.eml`
  await book.add(path, raw)
  const { text = '' } = await simpleParser(raw)
  const by = `to ${recipient}; ${template}, ${state}`
  return { at, sort: 'letter', title: subject, by, text, files: [{ name: 'the letter as it is', path }] }
}

/** The lines over which the hash is taken, and the detail, each in a file of its own. */
async function writeLink(entry: ChainEntry, chain: readonly ChainEntry[], book: Book): Promise<void> {
  const name = `chain/${String(entry.place).padStart(5, '0')}`
  const previous = entry.place === 1 ? null : (chain[entry.place - 2]?.hash ?? null)
  await book.add(`${name}.txt`, linkText(previous, { ...entry, chain: entry.chain ?? '', id: entry.linkedId }))
  await book.add(`${name}.detail.json`, entry.detail)
}

function eventItem({ at, actor, event, detail }: ChainEntry): PageItem {
  const fields = Object.entries(JSON.parse(detail) as Record<string, unknown>)
  const said = fields
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${plain(value)}`)
  return {
    at: new Date(at),
    sort: 'event',
    title: event.replaceAll('-', ' '),
    by: `by ${actor}`,
    text: said.join(' · '),
    files: [],
  }
}

function plain(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function factsOf(found: FoundCase): readonly (readonly [string, string])[] {
  const { company, state, ilec, agreement, path, status, negotiator, openedAt, missing, clocks } = found
  const facts: readonly (readonly [string, string | null])[] = [
    ['company', company],
    ['state', state],
    ['our company', ilec],
    ['agreement', [agreement, path].filter((word) => word !== null).join(', ')],
    ['status', status],
    ['negotiator', negotiator],
    ['opened', openedAt.toISOString()],
    ['missing', missing.join(', ')],
    ...clocks.map(({ title, due, state: standing }): readonly [string, string] => [
      'clock',
      `${title}: ${due}, ${standing}`,
    ]),
  ]
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== null && fact[1] !== '')
}

async function caseJson(pool: Pool, { id, ...head }: FoundCase, chain: readonly ChainEntry[]) {
  const [orders, messages, outbox, tasks, decisions] = await Promise.all([
    ordersOfCase(pool, head.ref),
    messagesOfCase(pool, id),
    outboxOfCase(pool, id),
    openTasks(pool, id),
    decisionsOfCase(pool, id),
  ])
  const timeline = chain.map(({ detail, ...entry }) => ({ ...entry, detail: JSON.parse(detail) as unknown }))
  return { ...head, messages, outbox, tasks, orders, decisions, timeline }
}

function howToCheck(end: string | null): string {
  return `How to check this folder
========================

1. That no file was changed since it was exported:

     sha256sum -c SHA256SUMS

2. That the timeline is what was written at the time. Each entry is a file chain/00001.txt, chain/00002.txt, … of ten
   lines: the hash of the entry before it ("start" in the first), the chain, the entry's place in it, its number, its
   time in UTC, who did it, what happened, the mail, the letter, and the SHA-256 of its detail, which is
   chain/00001.detail.json. The hash of an entry is the SHA-256 of its file. Nobody can change, remove or slip in an
   entry without changing all hashes after it. This follows the chain and prints its end:

     previous=start
     for file in chain/*.txt; do
       [ "$(head -n 1 "$file")" = "$previous" ] || echo "broken at $file"
       [ "$(tail -n 1 "$file")" = "$(sha256sum < "\${file%.txt}.detail.json" | cut -d ' ' -f 1)" ] || echo "another detail than in $file"
       previous=$(sha256sum < "$file" | cut -d ' ' -f 1)
     done
     echo "$previous"

   When it was exported the chain ended with
     ${end ?? 'nothing: the case has no entries'}
   An earlier export of the same case ends with a hash that is the first line of one of these files. The detail of an
   entry whose personal data was erased says so, and is another than its digest; the chain holds all the same.

3. mails/ holds every mail as it came, byte for byte; the JSON and the page were made from them.
`
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
