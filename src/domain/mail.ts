/**
 * A mail as the reader hands it to the decisions: decoded, bounded and frozen. Nothing here is trusted; every string
 * was written by a stranger (domain rule T16: mail is data, never instruction).
 */
import type { Scan } from './files/scan.ts'
import type { SenderCheck } from './sender-check.ts'

/** An RFC 5322 address, the mailbox in lower case; `name` is the decoded display name or ''. */
export interface Address {
  readonly name: string
  readonly address: string
}

/** One header field in the order of the mail: the name in lower case, the value unfolded, RFC 2047 words decoded. */
export interface HeaderField {
  readonly name: string
  readonly value: string
}

/** From where on a page of a file stands in its text. */
export interface PageStart {
  /**
   * From 1, in the order of the file, whatever is printed on it; of a workbook the sheet, by its place among the tabs.
   * Null: what follows stands on no page, or nobody knows on which.
   */
  readonly page: number | null
  /** Index into the text. */
  readonly from: number
}

/** One MIME part that carries a file (RFC 2183), or a part that is stored although it has no name. */
export interface Attachment {
  /** Decoded file name (RFC 2231, RFC 2047), without any path; '' when the part has none. */
  readonly filename: string
  /** Type told by the bytes where they tell it, else the declared one. */
  readonly mediaType: string
  readonly declaredType: string
  /** Size in bytes after transfer decoding. */
  readonly bytes: number
  /** SHA-256 of the decoded bytes, lower-case hex; the key under which the archive holds them. */
  readonly sha256: string
  /** Content-Disposition inline or a Content-ID inside multipart/related. */
  readonly inline: boolean
  readonly contentId: string | null
  /**
   * Text of the file, capped: of text/*, of message/delivery-status, of an attached mail with its header and the
   * text of its files (`.eml`, and `.msg` of Outlook), of the documents that are read (PDF, Word, Excel and others) and of those in ZIP files and
   * winmail.dat, and what was recognised in pictures. Null when it has none or cannot be read.
   */
  readonly text: string | null
  /** Where its pages begin in `text`, ascending. Missing where the file tells none, and in readings of older versions. */
  readonly pages?: readonly PageStart[]
  /**
   * Where the text stands: in the file as letters, in a picture (a photograph, a scan), or in both (a file of which some
   * pages are scans). Missing where there is no text, and in readings of versions that recognised none.
   */
  readonly textFrom?: 'file' | 'picture' | 'both'
  /**
   * How sure the machine is of what it recognised: mean over the letters, 0 to 1. Missing while a picture waits to be
   * recognised, and where nothing was found.
   */
  readonly textConfidence?: number
  /** What a virus scanner said; missing where none was there to be asked. */
  readonly scan?: Scan
}

/** Something that was odd about a mail and did not stop it. Codes are kebab-case words from a closed list. */
export interface Problem {
  readonly code: ProblemCode
  readonly detail: string
}

export const PROBLEM_CODES = [
  'empty', // no bytes at all
  'no-header', // bytes, but not one header field
  'header-limit', // a header block over its limit was cut
  'part-limit', // more MIME parts than are read
  'depth-limit', // multiparts nested deeper than is read
  'size-limit', // larger than is read
  'header-only', // the mail is larger than is taken in: no more than its header is here
  'text-limit', // text was cut
  'attachment-limit', // a file too large to be stored by itself
  'time-limit', // reading took too long and was stopped
  'memory-limit', // reading took too much memory and was stopped
  'crashed', // the reader died on this mail
  'malformed', // structure broken; what could be read was read
  'charset', // a charset unknown or wrong; decoded by the next best
  'encrypted', // S/MIME, PGP or a file with a password
  'signed', // S/MIME or PGP around the content; the signature is not checked
  'damaged-file', // an attached document is broken; what could be read was read
  'not-read', // an attached document, or a part of it, that only a person can read
  'picture', // an attached picture or scan whose text could not be recognised, or only badly
  'infected', // a virus scanner found something in an attached file; it was not opened
  'active-content', // an attached document holds macros or scripts; they are never run
  'no-date', // Date missing or unreadable
  'repeated-header', // a field that may occur once occurs more often
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** A delivery status notification's per-recipient fields (RFC 3464 2.3) with what ties it to our mail. */
export interface DeliveryReport {
  readonly originalMessageId: string | null
  readonly envelopeId: string | null
  readonly recipients: readonly {
    readonly recipient: string
    readonly action: string
    readonly status: string
  }[]
}

/** The whole mail as read. Missing single fields are null, missing lists are empty. */
export interface ReadMail {
  /** All fields of the top header in their order, capped in number and size. */
  readonly headers: readonly HeaderField[]
  /** Without angle brackets' neighbours: exactly `<id@host>`; null when missing. A hint, never a key. */
  readonly messageId: string | null
  readonly inReplyTo: readonly string[]
  readonly references: readonly string[]
  readonly from: readonly Address[]
  readonly sender: Address | null
  readonly replyTo: readonly Address[]
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly subject: string
  /** Date field as ISO 8601 in UTC; null when missing or unreadable. Never used for a clock (domain T3, T13). */
  readonly date: string | null
  /**
   * Readable text: the text/plain parts, else text made from the HTML, else the message in a winmail.dat; signatures
   * around it (S/MIME, PGP) taken off. LF line ends. Quotes are kept.
   */
  readonly text: string
  /** Whether `text` was made from HTML, or from the RTF of a winmail.dat. */
  readonly textFrom: 'plain' | 'html' | 'none'
  readonly attachments: readonly Attachment[]
  /**
   * Leaf MIME parts seen, those inside an S/MIME signature included; equals text parts + attachments stored, or a
   * problem says why not.
   */
  readonly parts: number
  /** Media type of the whole mail, e.g. `multipart/report`, with the parameters that matter in lower case. */
  readonly contentType: { readonly type: string; readonly parameters: Readonly<Record<string, string>> }
  readonly deliveryReport: DeliveryReport | null
  readonly problems: readonly Problem[]
  /** Missing where we do not check senders ourselves, or a server of ours had done so. */
  readonly checked?: SenderCheck
  /** SHA-256 over decoded headers and body: the same for the same mail delivered twice over different routes. */
  readonly contentId: string
}
