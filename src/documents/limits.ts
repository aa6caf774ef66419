/**
 * Every cap of the document reader, with what it stops and why it is that large. What a cap cut shows up as a problem
 * beside the text that was read until then.
 */
const KB = 1024
const MB = 1024 * KB

export interface DocumentLimits {
  /** A larger file is stored and not read. Scans of a whole agreement reach 15 MB. */
  readonly bytes: number
  /** Everything inflated out of one file. Word files inflate five- to tenfold; a bomb a thousandfold. */
  readonly inflatedBytes: number
  /** One member of a package, inflated. The text of a 300-page agreement is about 10 MB of XML. */
  readonly memberBytes: number
  /** Inflated to packed size of one member, counted once it is larger than 1 MB. Deflate cannot pass 1,032. */
  readonly ratio: number
  /** Members of a package that are looked at. A large workbook has about 200. */
  readonly members: number
  /** Files inside a ZIP file, winmail.dat or signature that are read, at all depths; the rest is listed. */
  readonly innerFiles: number
  /** Files inside each other: a form in a ZIP file in a message that is attached to winmail.dat. */
  readonly innerDepth: number
  /** Pages of a PDF. Long before, the characters run out; this stops one of a million empty pages. */
  readonly pages: number
  /** Pieces of text and form fields of one PDF page. A dense page has about 5,000. */
  readonly pageItems: number
  /** Nested groups, elements or tables. Real ones reach about 40. */
  readonly depth: number
  /** Characters of text that are kept: about twenty printed pages, and all of any form. */
  readonly chars: number
  /** Problems told per file. */
  readonly problems: number
  /** Reading one file, asked between its pieces. Ordinary ones take 10 to 50 ms. */
  readonly ms: number
  /** Reading all files of one mail, which leaves the mail itself half of its time. */
  readonly mailMs: number
  /** Files read in one mail; the rest is stored unread. */
  readonly mailFiles: number
  /** JavaScript heap of the reading thread. The PDF library takes 25 MB of it. */
  readonly heapMb: number
  /**
   * Growth of the process while one document is read: a last guard against memory outside of the heap. The largest
   * that are read take 50 MB.
   */
  readonly growthMb: number
  /** The same for all documents of one mail, whose memory may not yet be free again. With it a mail stays below 300 MB. */
  readonly mailGrowthMb: number
}

export const DOCUMENT_LIMITS: DocumentLimits = {
  bytes: 16 * MB,
  inflatedBytes: 64 * MB,
  memberBytes: 24 * MB,
  ratio: 200,
  members: 2_000,
  innerFiles: 20,
  innerDepth: 3,
  pages: 300,
  pageItems: 20_000,
  depth: 200,
  chars: 64 * KB,
  problems: 10,
  ms: 2_000,
  mailMs: 4_000,
  mailFiles: 20,
  heapMb: 80,
  growthMb: 100,
  mailGrowthMb: 140,
}

/** What recognising the text of pictures may cost: a second a page on an idle core, and most of the memory. */
export interface PictureLimits {
  /** A larger file is not looked into; the same as for documents, which scans are. */
  readonly bytes: number
  /** A file's picture as it would lie in memory, unpacked. A sheet scanned at 300 dpi in colour has 35 MB. */
  readonly unpackedBytes: number
  /** Pixels of one picture in a PDF file. A sheet scanned at 600 dpi in black and white has 35 million. */
  readonly imagePixels: number
  /** Pixels that the recogniser sees: finer pictures are scaled down to a letter page at 200 dpi. More is only slower. */
  readonly pixels: number
  /** Pages of a file. Whatever a request asks for stands on the first ones; a scanned agreement has a hundred. */
  readonly pages: number
  /** Characters kept of one file, as for documents. */
  readonly chars: number
  /** One file. Twelve pages take 25 s on a busy core; less than the minute after which its work is given to another. */
  readonly ms: number
  /** All files of one mail. */
  readonly mailMs: number
  /** Pictures of one mail that are recognised; a sender of more is no carrier with a form. */
  readonly mailFiles: number
  /** JavaScript heap of the thread. */
  readonly heapMb: number
  /** Growth of the process over one file, engine included (90 MB). A photograph of 12 million pixels takes 200 MB. */
  readonly growthMb: number
  /** The thread ends when nothing came for so long, and its memory is free again. */
  readonly idleMs: number
}

export const PICTURE_LIMITS: PictureLimits = {
  bytes: 16 * MB,
  unpackedBytes: 48 * MB,
  imagePixels: 36_000_000,
  pixels: 3_800_000,
  pages: 12,
  chars: 64 * KB,
  ms: 40_000,
  mailMs: 120_000,
  mailFiles: 10,
  heapMb: 96,
  growthMb: 300,
  idleMs: 30_000,
}
