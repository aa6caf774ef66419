/** Gathers the leaves of one mail: text parts to be shown, files to be stored. */
import type { DocumentBody } from '../documents/document.ts'
import { isPictureOfText, type MailDocuments, mayBeDocument } from '../documents/mail-documents.ts'
import type { Attachment } from '../domain/mail.ts'
import type { Archive } from '../ports/archive.ts'
import { htmlToText } from '../text/html-text.ts'
import { noteActiveFile, noteActiveMarkup } from './active-content.ts'
import { decodePart, type TextPart } from './body-text.ts'
import { cleanFilename, cleanLine } from './clean.ts'
import { type LeafBytes, readLeaf } from './leaf.ts'
import type { Leaf } from './leaves.ts'
import type { ReaderLimits } from './limits.ts'
import { mediaTypeOf, SNIFF_BYTES } from './media-type.ts'
import type { Part } from './part.ts'
import { grouped, type ProblemLog } from './problems.ts'
import { maySign, type SignedEntity, signedEntity } from './signed.ts'

/** Small files waiting to be stored together; more than this is stored at once, to bound memory. */
const PENDING_BYTES = 4 * 1024 * 1024

/** What telephones write unless they are told otherwise, and no library here reads. */
const UNREAD_PICTURE = /^image\/(?:hei[cf]|avif|jp2|jpx)/

/** What is read inside of leaves. */
export interface InnerReaders {
  /** Shows an attached mail as text, or null where it is not to be read. */
  readonly mail: (bytes: Buffer, filename: string) => Promise<string | null>
  /** Hands the leaves of a signed entity to this collector. */
  readonly entity: (bytes: Buffer) => Promise<void>
}

export class Collector {
  readonly texts: TextPart[] = []
  readonly attachments: Attachment[] = []
  /** Messages in winmail.dat files. */
  readonly letters: DocumentBody[] = []
  /** Parts whose signed entity was read in their place. */
  readonly unwrapped = new Set<Part>()
  /** Leaves that came. */
  leaves = 0
  private readonly limits: ReaderLimits
  private readonly archive: Archive | null
  private readonly problems: ProblemLog
  private readonly inner: InnerReaders
  private readonly documents: MailDocuments | null
  private readonly closed: readonly string[] | 'all'
  private depth = 0
  private textRoom: number
  private attachmentTextRoom: number
  private pending: Buffer[] = []
  private pendingBytes = 0

  constructor(
    limits: ReaderLimits,
    archive: Archive | null,
    problems: ProblemLog,
    inner: InnerReaders,
    documents: MailDocuments | null,
    closed: readonly string[] | 'all',
  ) {
    this.limits = limits
    this.archive = archive
    this.problems = problems
    this.inner = inner
    this.documents = documents
    this.closed = closed
    this.textRoom = limits.textBytes
    this.attachmentTextRoom = 4 * limits.attachmentTextBytes
  }

  async take(leaf: Leaf): Promise<void> {
    this.leaves += 1
    const filename = cleanFilename(leaf.filename, this.limits.filenameChars)
    const isShown = isReadable(leaf.type) && leaf.part?.disposition !== 'attachment'
    if (isShown && filename === '') return this.takeText(leaf)
    return this.takeFile(leaf, filename, isShown)
  }

  /** Stores what still waits. */
  async finish(): Promise<void> {
    if (this.pending.length > 0) await this.archive?.putAll(this.pending)
    this.pending = []
    this.pendingBytes = 0
  }

  private async takeText(leaf: Leaf): Promise<void> {
    const read = await readLeaf(leaf.content, { headBytes: this.textCap(leaf), archive: null, maxBytes: Infinity })
    this.addText(leaf, read, false)
  }

  private textCap(leaf: Leaf): number {
    return leaf.type === 'text/html' ? this.limits.htmlBytes : this.textRoom
  }

  private addText(leaf: Leaf, read: LeafBytes, isFile: boolean): void {
    const isHtml = leaf.type === 'text/html'
    if (read.bytes > read.head.length && !isFile) {
      this.problems.note('text-limit', `text of ${grouped(read.bytes)} bytes; ${grouped(read.head.length)} read`)
    }
    if (!isHtml) this.textRoom = Math.max(0, this.textRoom - read.head.length)
    const text = decodePart(read.head, leaf.type, leaf.part, this.problems)
    if (text.includes('-----BEGIN PGP MESSAGE-----')) this.problems.note('encrypted', 'a PGP message')
    if (isHtml) noteActiveMarkup(text, leaf.type, this.problems)
    this.texts.push({ part: leaf.part, isHtml, isFile, text })
  }

  private async takeFile(leaf: Leaf, filename: string, isShown: boolean): Promise<void> {
    const isMail = leaf.type === 'message/rfc822'
    const textCap = isMail ? this.limits.innerMailBytes : hasText(leaf.type) ? this.limits.attachmentTextBytes : 0
    const isCounted = this.attachments.length < this.limits.attachments
    const signedCap = maySign(leaf.type, filename) ? this.limits.signedBytes : 0
    const documentCap = this.documents === null ? 0 : this.documents.headBytes(leaf.type)
    const read = await readLeaf(leaf.content, {
      headBytes: Math.max(textCap, SNIFF_BYTES, signedCap, documentCap),
      archive: isCounted ? this.archive : null,
      maxBytes: this.limits.attachmentBytes,
    })
    if (!isCounted)
      return this.problems.note('attachment-limit', `only ${grouped(this.limits.attachments)} files are listed`)
    if (!read.stored || read.bytes > this.limits.attachmentBytes) {
      this.problems.note(
        'attachment-limit',
        `${filename || 'a file'} of ${grouped(read.bytes)} bytes is not stored by itself`,
      )
    }
    const isClosed = this.closed === 'all' || this.closed.includes(read.sha256)
    // What lies in a signature are files of their own.
    const isSealed = isClosed && this.closed !== 'all'
    const entity = signedCap === 0 || isSealed ? null : this.unwrap(leaf, filename, read)
    if (isShown && !isClosed) this.addText(leaf, { ...read, head: read.head.subarray(0, this.textCap(leaf)) }, true)
    this.attachments.push(await this.describe(leaf, filename, read, isClosed ? null : textCap))
    await this.store(read.pending)
    if (entity !== null) await this.takeEntity(entity)
  }

  private unwrap(leaf: Leaf, filename: string, read: LeafBytes): SignedEntity | null {
    const entity = signedEntity(read.head)
    const name = filename || leaf.type
    if (entity === null || leaf.part === null) return null
    if (this.depth >= this.limits.innerDepth) {
      this.problems.note('depth-limit', `${name}: more than ${this.limits.innerDepth} signatures around a mail`)
      return null
    }
    this.unwrapped.add(leaf.part)
    this.problems.note('signed', `${name}: by S/MIME; the signature is not checked`)
    if (read.head.length < read.bytes)
      this.problems.note('size-limit', `${name} of ${grouped(read.bytes)} bytes; ${grouped(read.head.length)} read`)
    else if (!entity.isWhole) this.problems.note('malformed', `${name}: the end of the signed mail is missing`)
    return entity
  }

  private async takeEntity({ bytes }: SignedEntity): Promise<void> {
    this.depth += 1
    await this.inner.entity(bytes)
    this.depth -= 1
  }

  /** `textCap` null: the file is not looked into. */
  private async describe(leaf: Leaf, filename: string, read: LeafBytes, textCap: number | null): Promise<Attachment> {
    const declaredType = cleanLine(leaf.type).slice(0, this.limits.filenameChars)
    const known = !textCap ? null : await this.textOf(leaf, read)
    const mediaType =
      known === null ? await mediaTypeOf(read.head.subarray(0, SNIFF_BYTES), declaredType, filename) : declaredType
    // Asked before the document reader takes the bytes away.
    noteActiveFile(read.head, mediaType, filename, this.problems)
    const inline = isInline(leaf)
    const unread = textCap === null ? { text: null } : null
    const found = known ?? unread ?? (await this.documentText(read, mediaType, leaf, { filename, inline }))
    const { text, ...from } = typeof found === 'string' ? { text: found, textFrom: 'file' as const } : found
    return {
      filename,
      mediaType,
      declaredType,
      bytes: read.bytes,
      sha256: read.sha256,
      inline,
      contentId: leaf.contentId === null ? null : cleanLine(leaf.contentId).slice(0, 998),
      text: text === null ? null : this.withinRoom(text),
      ...from,
    }
  }

  private async documentText(
    read: LeafBytes,
    mediaType: string,
    leaf: Leaf,
    { filename, inline }: Pick<Attachment, 'filename' | 'inline'>,
  ): Promise<Pick<Attachment, 'text' | 'textFrom' | 'pages'>> {
    if (this.documents === null || (leaf.part !== null && this.unwrapped.has(leaf.part))) return { text: null }
    // Asked first, for the document reader takes the bytes away.
    const isPicture = isPictureOfText(read.head, mediaType, inline)
    const file = { bytes: read.head, mediaType, filename }
    const document = mayBeDocument(leaf.type) ? await this.documents.read(file) : null
    for (const { code, detail } of document?.problems ?? [])
      this.problems.note(code, `${filename || mediaType}: ${detail}`)
    if (UNREAD_PICTURE.test(mediaType)) {
      this.problems.note('not-read', `${filename || mediaType}: this sort of picture is not read`)
    }
    if (isPicture) this.problems.note('picture', `${filename || mediaType}: a picture, for a person to read`)
    if (document?.body) this.letters.push(document.body)
    const text = document?.text || null
    const pages = document?.pages === undefined ? {} : { pages: document.pages }
    if (!isPicture && document?.hasPictures !== true)
      return text === null ? { text } : { text, ...pages, textFrom: 'file' }
    return { text, ...pages, textFrom: text === null ? 'picture' : 'both' }
  }

  private async textOf(leaf: Leaf, read: LeafBytes): Promise<string | null> {
    if (leaf.type === 'message/rfc822') {
      const name = cleanFilename(leaf.filename, this.limits.filenameChars)
      if (read.head.length < read.bytes)
        this.problems.note(
          'size-limit',
          `${name || leaf.type}: only its first ${grouped(read.head.length)} bytes are read`,
        )
      return this.inner.mail(read.head, name || leaf.type)
    }
    const text = decodePart(read.head, leaf.type, leaf.part, this.problems)
    return leaf.type === 'text/html' ? htmlToText(text) : text
  }

  private withinRoom(text: string): string {
    const kept = text.slice(0, Math.min(this.limits.attachmentTextBytes, this.attachmentTextRoom))
    this.attachmentTextRoom -= kept.length
    return kept
  }

  private async store(bytes: Buffer | null): Promise<void> {
    if (bytes === null) return
    this.pending.push(bytes)
    this.pendingBytes += bytes.length
    if (this.pendingBytes > PENDING_BYTES) await this.finish()
  }
}

/** Text for people; other text types, calendars for one, are files. */
function isReadable(type: string): boolean {
  return type === 'text/plain' || type === 'text/html'
}

/** RTF is markup that only a document reader makes text of. */
function hasText(type: string): boolean {
  return (type.startsWith('text/') && type !== 'text/rtf') || type.startsWith('message/')
}

function isInline({ part, contentId }: Leaf): boolean {
  if (part === null) return false
  return part.disposition === 'inline' || (contentId !== null && part.parent?.type === 'multipart/related')
}
