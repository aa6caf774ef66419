/** What happened in a case, one by one: written as files, and told on its page. */
import { simpleParser } from 'mailparser'
import type { ChainEntry } from '../db/chain.ts'
import type { ExportedLetter, ExportedMail } from '../db/export-rows.ts'
import type { Pool } from '../db/pool.ts'
import { scansOf } from '../db/scans.ts'
import { linkText } from '../domain/chain.ts'
import { mayHandOn } from '../domain/files/allowed.ts'
import { downloadName } from '../domain/files/download-name.ts'
import { NO_SCANNER, scanInWords } from '../domain/files/scan.ts'
import type { Archive } from '../ports/archive.ts'
import type { PageItem } from '../render/case-page.ts'
import type { Book } from './export-book.ts'

interface Sources {
  readonly pool: Pool
  readonly archive: Archive
}

/** `missing`: files of the archive that are gone are added to it. */
export async function writeMail(
  { archive, pool }: Sources,
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

export async function writeLetter(
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
export async function writeLink(entry: ChainEntry, chain: readonly ChainEntry[], book: Book): Promise<void> {
  const name = `chain/${String(entry.place).padStart(5, '0')}`
  const previous = entry.place === 1 ? null : (chain[entry.place - 2]?.hash ?? null)
  await book.add(`${name}.txt`, linkText(previous, { ...entry, chain: entry.chain ?? '', id: entry.linkedId }))
  await book.add(`${name}.detail.json`, entry.detail)
}

export function eventItem({ at, actor, event, detail }: ChainEntry): PageItem {
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
