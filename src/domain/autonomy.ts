/**
 * How far the system goes by itself: `observe` writes nothing, `draft` writes and waits for a person, `delayed` sends
 * after a while in which a person may take it back, `auto` sends. The installation's mode is the master switch; a
 * category or a letter may be held back further, never let further.
 */
import type { Held } from './casework/desk-settings.ts'
import type { Intent } from './labels.ts'
import type { SectionName } from './letter/section.ts'

export const MODES = ['observe', 'draft', 'auto'] as const
export type Mode = (typeof MODES)[number]

export const LEVELS = ['observe', 'draft', 'delayed', 'auto'] as const
export type Level = (typeof LEVELS)[number]

export interface Autonomy {
  readonly master: Mode
  /** From `intagree.yaml`, by intent and by letter; what is not named is let to the master switch. */
  readonly held: Held<Level>
  /** Intents whose readings were corrected too often lately: drafts until they do better. */
  readonly demoted: readonly Intent[]
  readonly delayMinutes: number
}

/** What nobody expects any more, or a person was asked about, is looked at before it leaves. */
export function noFurtherThanDraft(autonomy: Autonomy): Autonomy {
  return autonomy.master === 'auto' ? { ...autonomy, master: 'draft' } : autonomy
}

/** The most careful of the master switch, of every category that the mail belongs to, and of the letter's own. */
export function levelFor(autonomy: Autonomy, intents: readonly Intent[], letter: SectionName | null): Level {
  const { master, held, demoted } = autonomy
  const levels: readonly Level[] = [
    master,
    ...intents.map((intent) => held[intent] ?? 'auto'),
    ...intents.map((intent) => (demoted.includes(intent) ? 'draft' : 'auto')),
    letter === null ? 'auto' : (held[letter] ?? 'auto'),
  ]
  return levels.reduce((least, level) => (LEVELS.indexOf(level) < LEVELS.indexOf(least) ? level : least))
}
