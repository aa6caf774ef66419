/** A mail that says nothing but STATUS: the answer is the checklist, for whom it may be disclosed to. */
import type { ReadMail } from './mail.ts'

export interface StatusRequest {
  /** Cases that it names; none: the one that it answers, or all of the sender's. */
  readonly refs: readonly string[]
  readonly saw: string
}

export function statusRequest(_mail: Pick<ReadMail, 'subject' | 'text'>): StatusRequest | null {
  return null
}
