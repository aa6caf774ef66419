import { AUTO_REPLY_SIGNS } from './kind/auto-reply.ts'
import { BOUNCE_SIGNS } from './kind/bounce.ts'
import { BULK_SIGNS } from './kind/bulk.ts'
import { DOUBT, type KindFinding } from './kind/finding.ts'
import { type KindWorld, lookAt } from './kind/look.ts'
import { type MachineKind, type Weighed, weigh } from './kind/signs.ts'
import { SPAM_SIGNS } from './kind/spam.ts'
import { evidence } from './quote.ts'
import type { Reading } from './reading.ts'

/**
 * How much each kind must weigh: `enough` and it is that kind, `doubtful` and a person looks before any machine answers.
 * Chosen on labelled mail so that hardly one person's mail in a hundred reaches `enough`, and there the model looks again
 * (`kind-by-model.ts`).
 */
const BARS: Readonly<Record<MachineKind, { readonly enough: number; readonly doubtful: number }>> = {
  bounce: { enough: 5, doubtful: 3.5 },
  'auto-reply': { enough: 5, doubtful: 3.5 },
  spam: { enough: 5, doubtful: 4 },
  bulk: { enough: 6, doubtful: 4.5 },
}
/** Swindlers write like mailings, mailings seldom like swindlers: what is both is spam unless the mailing is far clearer. */
const SPAM_BEFORE_BULK = 3

/**
 * Who wrote a mail. Independent signs of header, structure and wording are weighed for each kind of machine against the
 * signs of a person; the heaviest kind wins if it weighs enough, and else a person wrote it. Mistaking a person for a
 * machine loses a request, and answering a machine starts a loop: what lies between counts as a person's, unanswered.
 */
export function kindOf(all: readonly Weighed[]): KindFinding {
  const best = heaviest(all.filter((one) => one.points >= BARS[one.kind].enough))
  if (best !== null) return { kind: best.kind, evidence: shown(best, best.kind) }
  const doubt = heaviest(all.filter((one) => one.points >= BARS[one.kind].doubtful))
  return { kind: 'human', evidence: doubt === null ? [] : shown(doubt, DOUBT) }
}

/** Twice what is enough: words that leave nothing open. */
const BEYOND_DOUBT = 12
/** What a header says that machines write, and people's mail hardly ever carries. */
const SURE_HEADER = 3.5

/** Whether the signs of the kind that was found need no second look. */
export function isBeyondDoubt({ kind }: KindFinding, all: readonly Weighed[]): boolean {
  const found = all.find((one) => one.kind === kind)
  if (found === undefined) return false
  const isInHeader = found.seen.some(({ from, points }) => from === 'header' && points >= SURE_HEADER)
  return isInHeader || found.points >= BEYOND_DOUBT
}

/** What each kind of machine weighs. */
export function weighed(reading: Reading, world: KindWorld): readonly Weighed[] {
  const look = lookAt(reading, world)
  return [
    weigh('bounce', BOUNCE_SIGNS, look),
    weigh('auto-reply', AUTO_REPLY_SIGNS, look),
    weigh('spam', SPAM_SIGNS, look),
    weigh('bulk', BULK_SIGNS, look),
  ]
}

function heaviest(all: readonly Weighed[]): Weighed | null {
  const weight = (one: Weighed) => one.points + (one.kind === 'spam' ? SPAM_BEFORE_BULK : 0)
  return all.reduce<Weighed | null>((best, one) => (best === null || weight(one) > weight(best) ? one : best), null)
}

function shown(found: Weighed, what: string) {
  return found.seen.slice(0, 4).map((one) => evidence(what, one.from, one.text, one.at))
}
