/** What a virus scanner said of a file. Without its word a file is never called clean. */
export type Scan =
  | { readonly scan: 'clean' }
  | { readonly scan: 'infected'; readonly name: string }
  /** `again`: the scanner could not be asked; it will be. */
  | { readonly scan: 'not-scanned'; readonly why: string; readonly again: boolean }

export const NO_SCANNER: Scan = { scan: 'not-scanned', why: 'no virus scanner is configured', again: false }

/** For people: `clean`, `infected: Eicar-Test-Signature`, `not scanned: clamd does not answer`. */
export function scanInWords(scan: Scan): string {
  switch (scan.scan) {
    case 'clean':
      return 'clean'
    case 'infected':
      return `infected: ${scan.name}`
    case 'not-scanned':
      return `not scanned: ${scan.why}`
  }
}
