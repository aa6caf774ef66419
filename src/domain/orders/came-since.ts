/**
 * Mails that came after two cases were made one, when that is taken back: those of the case that was merged away go back
 * with it, because what stays in the other carrier's case is a leak. What a mail answers says where it belongs, and so
 * does who wrote it; where the two say different things, or neither says anything, a person decides.
 */
import { belongs } from '../thread.ts'
import type { CaseLetter, CaseMail } from './order-facts.ts'

/** The case that was merged away, and the one that went on. */
type Side = 'away' | 'on'

export interface Merged {
  /** Row ids of the mails that were moved by the merge. */
  readonly moved: readonly number[]
  readonly away: string
  readonly at: number
  /** All that lie in the case that went on, in the order in which they came. */
  readonly mails: readonly CaseMail[]
  /** Ours in both cases. */
  readonly letters: readonly CaseLetter[]
}

export interface CameSince {
  readonly back: readonly CaseMail[]
  readonly unclear: readonly CaseMail[]
}

export function cameSince(merged: Merged): CameSince {
  const { mails, moved, at } = merged
  const sides = new Map<number, Side>()
  const later = mails.filter(({ id, filedAt }) => !moved.includes(id) && filedAt > at)
  for (const { id } of mails) sides.set(id, moved.includes(id) ? 'away' : 'on')
  for (const { id } of later) sides.delete(id)
  for (const mail of later) {
    const side = sideOf(mail, merged, sides)
    if (side !== null) sides.set(mail.id, side)
  }
  return {
    back: later.filter(({ id }) => sides.get(id) === 'away'),
    unclear: later.filter(({ id }) => !sides.has(id)),
  }
}

function sideOf(mail: CaseMail, merged: Merged, sides: ReadonlyMap<number, Side>): Side | null {
  const [byThread, byWriter] = [threadOf(mail, merged, sides), writerOf(mail, merged, sides)]
  const said = new Set([...byThread, ...byWriter])
  if (said.size === 1) return [...said][0] ?? null
  // Who takes part in both cases says nothing of his own.
  return byWriter.size === 2 && byThread.size === 1 ? ([...byThread][0] ?? null) : null
}

function threadOf(mail: CaseMail, merged: Merged, sides: ReadonlyMap<number, Side>): ReadonlySet<Side> {
  const theirs = merged.mails.flatMap(({ id, messageId }) =>
    messageId !== null && mail.refersTo.includes(messageId) ? [sides.get(id) ?? null] : [],
  )
  const ours = merged.letters.flatMap((letter) =>
    mail.refersTo.includes(letter.messageId) ? [sideOfLetter(letter, merged, sides)] : [],
  )
  return new Set([...theirs, ...ours].filter((side) => side !== null))
}

/** A letter of the time after the merge is of the side whose mail it answers; of its own accord it may be of either. */
function sideOfLetter(letter: CaseLetter, { away, at }: Merged, sides: ReadonlyMap<number, Side>): Side | null {
  if (letter.caseRef === away) return 'away'
  if (letter.at <= at) return 'on'
  return letter.answers === null ? null : (sides.get(letter.answers) ?? null)
}

function writerOf({ sender }: CaseMail, { mails }: Merged, sides: ReadonlyMap<number, Side>): ReadonlySet<Side> {
  if (sender === null) return new Set()
  const peopleOf = (side: Side) =>
    mails.flatMap((one) => (sides.get(one.id) === side && one.sender !== null ? [one.sender] : []))
  return new Set((['away', 'on'] as const).filter((side) => belongs(sender, { participants: peopleOf(side) })))
}
