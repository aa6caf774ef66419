import type { DocumentText } from '../../../src/documents/document.ts'
import { DOCUMENT_LIMITS, type DocumentLimits } from '../../../src/documents/limits.ts'
import { readDocument } from '../../../src/documents/read-document.ts'

export interface Given {
  readonly mediaType?: string
  readonly filename?: string
  readonly limits?: Partial<DocumentLimits>
}

export function read(
  bytes: Buffer | string,
  { mediaType = '', filename = '', limits = {} }: Given = {},
): Promise<DocumentText> {
  return readDocument({
    bytes: Buffer.from(bytes as string, 'latin1'),
    mediaType,
    filename,
    limits: { ...DOCUMENT_LIMITS, ...limits },
  })
}

/** The lines that have ink. */
export function lines({ text }: DocumentText): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}

export function codes({ problems }: DocumentText): readonly string[] {
  return [...new Set(problems.map(({ code }) => code))].sort()
}
