/** What the reading thread and its owner say to each other; structured clones. */
import type { DocumentText } from './document.ts'
import type { DocumentLimits } from './limits.ts'

export interface DocumentFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly filename: string
}

export interface DocumentOrder extends DocumentFile {
  readonly limits: DocumentLimits
}

export type DocumentAnswer = { readonly kind: 'ready' } | { readonly kind: 'read'; readonly document: DocumentText }
