/** One case as files that go on without us: the mails as they came, what they carried, what was answered, and why. */
import { openTarget } from '../backup/export-target.ts'
import { chainOfCase } from '../db/chain.ts'
import { lettersToExport, mailsToExport } from '../db/export-rows.ts'
import { type FoundCase, findCase } from '../db/lists.ts'
import type { Pool } from '../db/pool.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { Archive } from '../ports/archive.ts'
import { casePage, type PageItem } from '../render/case-page.ts'
import { type Book, bookkeeping, howToCheck } from './export-book.ts'
import { eventItem, writeLetter, writeLink, writeMail } from './export-items.ts'
import { caseJson, factsOf } from './export-json.ts'

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
