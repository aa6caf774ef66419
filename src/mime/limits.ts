/**
 * Every cap of the mail reader, with what it stops and why it is that large. A cap is never silent: what it cut shows
 * up as a problem of the mail, or as a refusal that keeps the header.
 */
const KB = 1024
const MB = 1024 * KB

export interface ReaderLimits {
  /** A larger mail is archived and shown to a person, not read. Most servers stop at 25 to 50 MB. */
  readonly mailBytes: number
  /** Read of one header block. Trace fields of a long route reach 60 KB; Exchange stops at 128 KB. */
  readonly headerBytes: number
  /** Read of one field, so that one endless field does not hide the ones below it. Holds about 1,000 addresses. */
  readonly fieldBytes: number
  /** Fields of one header block. Stops a mail made of empty fields, each dearer in memory than on the wire. */
  readonly headerFields: number
  /** Leaf parts read, and as many multiparts. The largest real mails, picture newsletters, have about 100. */
  readonly parts: number
  /** Multiparts inside each other. Real ones reach about six; forwarding wraps in message/rfc822, which is a leaf. */
  readonly depth: number
  /** Body text kept, in bytes before and in characters after decoding. A long thread is 200 KB. */
  readonly textBytes: number
  /** HTML turned into text. Our converter is linear; this bounds its memory. */
  readonly htmlBytes: number
  /** Attachments stored by themselves; the raw mail holds the rest. */
  readonly attachments: number
  /** One attachment stored by itself. */
  readonly attachmentBytes: number
  /** Text kept of one text attachment, and four times that of all together: it travels with the mail's row. */
  readonly attachmentTextBytes: number
  /** Of an attached mail, so much is read. Forms in it are a few MB in base64. */
  readonly innerMailBytes: number
  /** Header and text kept of an attached mail, and as much again of the files in it. */
  readonly innerTextBytes: number
  /** Attached mails inside each other, and signatures around each other; each holds its bytes in memory. */
  readonly innerDepth: number
  /** Of a mail inside an S/MIME signature, so much is read: the largest document that is read, in base64. */
  readonly signedBytes: number
  /** Characters of a file name; the limit of common file systems. */
  readonly filenameChars: number
  /** Message-IDs of References: the first and the newest. A year-long thread has about 60. */
  readonly references: number
  /** Addresses of one field. */
  readonly addresses: number
  /** Problems told per mail; the rest adds nothing. */
  readonly problems: number
  /** Reading one mail, attachments stored. A 100 MB mail takes about 3 s on a slow core. */
  readonly readMs: number
  /** JavaScript heap of one child. Ordinary mails need 30 MB; with it the process stays below 300 MB. */
  readonly heapMb: number
}

export const READER_LIMITS: ReaderLimits = {
  mailBytes: 150 * MB,
  headerBytes: 256 * KB,
  fieldBytes: 64 * KB,
  headerFields: 2_000,
  parts: 1_000,
  depth: 50,
  textBytes: MB,
  htmlBytes: MB,
  attachments: 500,
  attachmentBytes: 100 * MB,
  attachmentTextBytes: 256 * KB,
  innerMailBytes: 12 * MB,
  innerTextBytes: 64 * KB,
  innerDepth: 3,
  signedBytes: 23 * MB,
  filenameChars: 255,
  references: 100,
  addresses: 1_000,
  problems: 50,
  readMs: 8_000,
  heapMb: 128,
}
