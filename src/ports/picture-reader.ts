import type { Recognised } from '../domain/pictures.ts'

export type PictureSource = { readonly path: string } | { readonly bytes: Uint8Array }

/** Recognises text in a bounded child. Never rejects because of the bytes, only when the child does not even start. */
export interface PictureReader {
  /** One file at a time, others wait. `ms`: less time than a file usually has. */
  recognise(source: PictureSource, ms?: number): Promise<Recognised>
  close(): Promise<void>
}
