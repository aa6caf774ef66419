/** Which format a file is of: told by its bytes, else by its type, else by its extension. */
import type { Format, Sample } from './format.ts'
import { FORMATS } from './formats/index.ts'

const ALL: readonly Format[] = FORMATS

/** The format, or null when it is none of those known. */
export function formatOf(sample: Sample): Format | null {
  const byBytes = ALL.find(({ begins, holds }) => begins(sample.bytes) && holdsAll(holds, sample))
  return byBytes ?? byWord(sample.mediaType, sample.extension)
}

/** Whether it is worth while to have the whole file: `head` holds its first bytes. */
export function isDocument(head: Buffer, mediaType: string, filename: string): boolean {
  return ALL.some(({ begins }) => begins(head)) || byWord(mediaType, extensionOf(filename)) !== null
}

/** `Form 12.DOCX` -> `docx`. */
export function extensionOf(filename: string): string {
  return /\.([A-Za-z0-9]{1,8})\s*$/.exec(filename)?.[1]?.toLowerCase() ?? ''
}

function byWord(mediaType: string, extension: string): Format | null {
  const type = mediaType.toLowerCase()
  return (
    ALL.find(({ types }) => types.test(type)) ?? ALL.find(({ extensions }) => extensions.includes(extension)) ?? null
  )
}

/** A package that cannot be opened is of any of the formats that are packages. */
function holdsAll(holds: Format['holds'], { members }: Sample): boolean {
  return holds === undefined || (members !== null && holds(members))
}
