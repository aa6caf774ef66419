/** What the recognising thread and its owner say to each other; structured clones. */
import type { Problem } from '../../domain/mail.ts'
import type { PictureSource } from '../../ports/picture-reader.ts'
import type { PictureLimits } from '../limits.ts'

export interface PictureOrder {
  readonly source: PictureSource
  readonly limits: PictureLimits
  /** Somebody else on this machine has better use for the processor. */
  readonly isBackground: boolean
}

export interface PageText {
  /** From 1, among all pages of the file; null: the file is one picture, which has no pages. */
  readonly page: number | null
  readonly text: string
  /** 0 to 1. */
  readonly confidence: number
}

/** Pages are told as they come: when the thread has to be ended, those before count. */
export type PictureAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'page'; readonly page: PageText }
  | { readonly kind: 'done'; readonly problems: readonly Problem[] }
