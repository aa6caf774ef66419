/**
 * How far the system goes by itself: `observe` writes nothing, `draft` writes and waits for a person, `auto` sends.
 * The installation's mode is the master switch; a category may be held back further, never let further.
 */
import type { Intent } from './labels.ts'
import type { Understanding } from './understanding.ts'

export const MODES = ['observe', 'draft', 'auto'] as const
export type Mode = (typeof MODES)[number]

/** The most careful of the master switch and of every category that the mail was understood to belong to. */
export function modeFor(
  master: Mode,
  autonomy: Readonly<Partial<Record<Intent, Mode>>>,
  understanding: Pick<Understanding, 'intents'>,
): Mode {
  const held = understanding.intents.map((one) => autonomy[one.intent] ?? 'auto')
  return [master, ...held].reduce((least, mode) => (MODES.indexOf(mode) < MODES.indexOf(least) ? mode : least))
}
