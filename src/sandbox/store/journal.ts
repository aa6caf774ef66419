import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { IntakeError } from '../../foundation/intake-error.ts'

/** One line of a mailbox's log. Messages are never changed, so flags are written whole. */
export type JournalEntry =
  | { readonly kind: 'opened'; readonly uidValidity: number }
  | {
      readonly kind: 'arrived'
      readonly uid: number
      /** INTERNALDATE in milliseconds since 1970. */
      readonly at: number
      readonly size: number
      readonly flags: readonly string[]
      readonly modseq: number
      /** File name of the sample mail this was; kept so that no sample arrives twice. */
      readonly seed?: string
    }
  | { readonly kind: 'flagged'; readonly uid: number; readonly flags: readonly string[]; readonly modseq: number }
  | { readonly kind: 'expunged'; readonly uids: readonly number[]; readonly modseq: number }
  | { readonly kind: 'seeded' }

/** Creates the log with its first line. The rename makes it appear whole or not at all. */
export function createJournal(file: string, uidValidity: number): void {
  writeFileSync(`${file}.tmp`, line({ kind: 'opened', uidValidity }))
  renameSync(`${file}.tmp`, file)
}

/**
 * All entries in order. A last line that was cut by the death of the process is removed: nothing in it was ever
 * acknowledged. Throws `IntakeError mailbox` for any other line that cannot be read.
 */
export function readJournal(file: string): readonly JournalEntry[] {
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n')
  const torn = lines.pop() ?? ''
  const entries = lines.map(parse)
  const damaged = entries.indexOf(null)
  if (damaged >= 0 && damaged < entries.length - 1) {
    throw new IntakeError(
      'mailbox',
      `Line ${damaged + 1} of ${file} cannot be read. Move the sandbox directory away to begin with an empty mailbox, or restore it from a copy.`,
    )
  }
  const lost = torn.length > 0 ? torn : damaged >= 0 ? `${lines.at(-1)}\n` : ''
  if (lost) cut(file, Buffer.byteLength(text) - Buffer.byteLength(lost))
  return entries.filter((entry) => entry !== null)
}

/**
 * Appends entries with one write. There is no fsync on purpose: what was written survives the death of this process
 * at any moment, and a demonstration mailbox need not survive the loss of power.
 */
export function appendEntries(file: string, entries: readonly JournalEntry[]): void {
  const descriptor = openSync(file, 'a')
  const before = fstatSync(descriptor).size
  try {
    const bytes = Buffer.from(entries.map(line).join(''))
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
  } catch (error) {
    // A full disk can leave half a line, and the next line must not be glued to it.
    ftruncateSync(descriptor, before)
    throw error
  } finally {
    closeSync(descriptor)
  }
}

function line(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`
}

function parse(text: string): JournalEntry | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'kind' in value ? (value as JournalEntry) : null
  } catch {
    return null
  }
}

function cut(file: string, length: number): void {
  const descriptor = openSync(file, 'r+')
  ftruncateSync(descriptor, Math.max(0, length))
  closeSync(descriptor)
}
