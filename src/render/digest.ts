/** The digest mail. Staff only, so it does not share the layout and the disclaimer of the letters to CLECs. */
import type { Digest } from '../domain/digest/digest.ts'
import type { Rendered } from '../ports.ts'

/** One-touch answers for a number; `href` must be a mailto link. */
export interface DigestLink {
  readonly label: string
  readonly href: string
}

export interface DigestLetter {
  readonly digest: Digest
  /** By number. */
  readonly links: ReadonlyMap<number, readonly DigestLink[]>
  /** Who signs. */
  readonly team: string
  /** Whether a reply with numbers is read. */
  readonly answerable: boolean
}

export type DigestRenderer = (letter: DigestLetter) => Rendered
