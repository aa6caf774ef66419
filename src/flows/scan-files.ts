/** Asks the scanner about the files of a mail before anybody opens them, each file once. */
import type { Scan } from '../domain/files/scan.ts'
import type { Attachment, ReadMail } from '../domain/mail.ts'
import type { Archive } from '../ports/archive.ts'
import type { Scanner } from '../ports/scanner.ts'
import type { ScanStore } from '../ports/stores/scans.ts'

export interface ScanParts {
  readonly scanner: Scanner
  readonly archive: Archive
  readonly store: ScanStore
}

export type Scans = ReadonlyMap<string, Scan>

const UNSTORED: Scan = { scan: 'not-scanned', why: 'it is not stored by itself', again: false }

/** What is known of these files is taken, the rest is asked and kept. The first silence of the scanner is that of all. */
export async function scanFiles(files: readonly Attachment[], parts: ScanParts): Promise<Scans> {
  const wanted = [...new Set(files.map(({ sha256 }) => sha256))]
  const scans = new Map(await parts.store.known(wanted))
  let silence: Scan | null = null
  for (const sha256 of wanted) {
    if (scans.get(sha256)?.scan === 'clean' || scans.get(sha256)?.scan === 'infected') continue
    const scan: Scan = silence ?? (await scanFile(sha256, parts))
    if (scan.scan === 'not-scanned' && scan.again) silence = scan
    scans.set(sha256, scan)
  }
  return scans
}

export async function scanFile(sha256: string, { scanner, archive, store }: ScanParts): Promise<Scan> {
  const scan = (await archive.has(sha256)) ? await scanner.scan(() => archive.open(sha256)) : UNSTORED
  await store.keep(sha256, scan)
  return scan
}

export function infectedOf(scans: Scans): readonly string[] {
  return [...scans].flatMap(([sha256, { scan }]) => (scan === 'infected' ? [sha256] : []))
}

export function isSilent(scans: Scans): boolean {
  return [...scans.values()].some((one) => one.scan === 'not-scanned' && one.again)
}

/** The mail with the scanner's word beside each file, and a problem for each that is infected. */
export function withScans(mail: ReadMail, scans: Scans): ReadMail {
  const attachments = mail.attachments.map((file) => ({ ...file, scan: scans.get(file.sha256) ?? UNSTORED }))
  const found = attachments.flatMap(({ filename, mediaType, scan }) =>
    scan.scan === 'infected'
      ? [{ code: 'infected', detail: `${filename || mediaType}: ${scan.name}; it was not opened` } as const]
      : [],
  )
  return { ...mail, attachments, problems: [...mail.problems, ...found] }
}
