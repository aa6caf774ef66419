/** Runs the bounded bytes of a mail through mailparser and hands out every leaf with its decoded bytes as a stream. */
import { type AttachmentStream, MailParser } from 'mailparser'
import type { ReaderLimits } from './limits.ts'
import { MARK_FIELD, type Part } from './part.ts'
import type { ProblemLog } from './problems.ts'
import type { Structure } from './structure.ts'

export interface Leaf {
  /** Null when mailparser found a part where our own pass saw none. */
  readonly part: Part | null
  /** Declared type in lower case. */
  readonly type: string
  /** As declared, decoded; not yet clean. */
  readonly filename: string
  readonly contentId: string | null
  /** Bytes after transfer decoding. Has to be read to its end. */
  readonly content: AsyncIterable<Buffer>
}

/** The raw bytes of a mail, piece by piece. */
export type Source = Iterable<Buffer> | AsyncIterable<Buffer>

/** Large enough to be few, small enough that no copy of a piece matters. */
const PIECE_BYTES = 256 * 1024

export function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}

/** Calls `take` for each leaf in the order of the mail. What mailparser cannot read is noted, never thrown. */
export async function eachLeaf(
  source: Source,
  structure: Structure,
  limits: ReaderLimits,
  problems: ProblemLog,
  take: (leaf: Leaf) => Promise<void>,
): Promise<void> {
  const parser = createParser(limits)
  // A source that fails ends the loop below, which tells it.
  const fed = feed(source, structure, parser).catch((error) => parser.destroy(error))
  let taking = false
  try {
    for await (const item of parser) {
      if (item.type !== 'attachment') continue
      taking = true
      await take(leafOf(item, structure))
      taking = false
      item.release?.()
    }
    await fed
  } catch (error) {
    if (taking) throw error
    problems.note('malformed', `reading stopped: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`)
  }
}

/** Hands the parser what it is to see, as fast as it takes it; a parser that gave up gets no more. */
async function feed(source: Source, structure: Structure, parser: MailParser): Promise<void> {
  for await (const chunk of source) {
    await write(parser, structure.push(chunk))
    if (parser.destroyed) return
  }
  await write(parser, structure.end())
  parser.end()
}

/** In one piece: each write costs the parser more than the copy. */
async function write(parser: MailParser, pieces: readonly Buffer[]): Promise<void> {
  if (pieces.length === 0 || parser.write(Buffer.concat(pieces)) || parser.destroyed) return
  await new Promise<void>((resolve) => {
    const goOn = () => {
      parser.off('drain', goOn).off('close', goOn)
      resolve()
    }
    parser.on('drain', goOn).on('close', goOn)
  })
}

function createParser(limits: ReaderLimits): MailParser {
  const parser = new MailParser({
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    checksumAlgo: false,
    maxChildNodes: 2 * limits.parts + 1,
  })
  // mailparser decodes text parts by itself and keeps only the joined string: no way back from a wrong charset, no cap,
  // table cells run together. With no type counted as text, every leaf comes as a stream of its decoded bytes.
  Object.assign(parser, { textTypes: [] })
  return parser
}

function leafOf(item: AttachmentStream, structure: Structure): Leaf {
  const mark = item.headers.get(MARK_FIELD)
  const part = typeof mark === 'string' ? (structure.parts[Number(mark)] ?? null) : null
  return {
    part,
    type: part
      ? part.type.startsWith('multipart/')
        ? undelimitedType(part)
        : part.type
      : item.contentType.toLowerCase(),
    filename: item.filename ?? '',
    contentId: item.contentId?.trim() ?? null,
    content: item.content,
  }
}

/** A multipart that came as a leaf: without boundary it is read as text, nested too deep it is a file. */
function undelimitedType(part: Part): string {
  return part.boundary === null ? 'text/plain' : part.type
}
