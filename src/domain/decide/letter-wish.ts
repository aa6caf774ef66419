/** A letter to a CLEC as it is wished for: how far it goes by itself follows from the autonomy in force. */
import { type Autonomy, levelFor } from '../autonomy.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { ReplyWish } from '../decision.ts'
import type { Intent } from '../labels.ts'
import type { Section } from '../letter/section.ts'
import type { Address } from '../mail.ts'

export interface Letter {
  /** Readable and unique, see `ReplyWish`. */
  readonly key: string
  readonly sections: readonly [Section, ...Section[]]
  /** The case whose reference it carries. */
  readonly lead: Pick<CaseFile, 'id' | 'ref'>
  readonly to: Address
  /** What the mail or case is about: each may be held back by itself. */
  readonly intents: readonly Intent[]
}

/** Null: nothing is written at all. */
export function letterWish({ key, sections, lead, to, intents }: Letter, autonomy: Autonomy): ReplyWish | null {
  const template = sections[0].section
  const level = levelFor(autonomy, intents, template)
  if (level === 'observe') return null
  return {
    wish: 'send-reply',
    ...{ key, template, sections, to, caseId: lead.id, caseRef: lead.ref },
    state: level === 'draft' ? 'draft' : 'queued',
    delayMinutes: level === 'delayed' ? autonomy.delayMinutes : 0,
  }
}
