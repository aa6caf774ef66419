import type { ReadMail } from '../../mail.ts'
import type { Reading } from '../reading.ts'
import type { Marked } from '../word-marks.ts'
import type { HeaderFacts } from './headers.ts'

/** A mail laid out for telling its kind: its texts without accents, its header, and who it says it is from. */
export interface Texts {
  readonly mail: ReadMail
  readonly reading: Reading
  readonly headers: HeaderFacts
  /** The subject as it came, gateway tags such as "[EXTERNAL]" aside; "Re:" is kept. */
  readonly subject: string
  /** The subject without any prefix. */
  readonly bareSubject: string
  /** The first 900 characters of the newest text: where responders and mail systems say what they are. */
  readonly opening: string
  /** The newest text with its signature, without quotes. */
  readonly own: string
  /** All text, quotes and copies of mails included. */
  readonly whole: string
  /** Its first 6000 characters: where mail systems tell what failed. */
  readonly head: string
  /** Name and address of the sender. */
  readonly sender: string
  readonly local: string
  readonly domain: string
  /** Words of the newest text, up to 400; an ideograph or kana pair is one. */
  readonly words: number
  /** Sentences of the newest text. */
  readonly sentences: readonly string[]
  readonly ownAddresses: readonly string[]
  /** The sender checks that failed, and where that is said, or null. */
  readonly failedChecks: string | null
  /** A place laid out for being searched by many patterns. */
  readonly marked: (place: TextPlace) => Marked
}

export type TextPlace = 'subject' | 'bareSubject' | 'opening' | 'own' | 'whole' | 'head' | 'local' | 'sender'
