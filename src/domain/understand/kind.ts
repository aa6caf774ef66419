import { AUTO_REPLY_SIGNS } from './kind/auto-reply.ts'
import { BOUNCE_SIGNS } from './kind/bounce.ts'
import { BULK_SIGNS } from './kind/bulk.ts'
import { DOUBT, type KindFinding } from './kind/finding.ts'
import { type KindWorld, lookAt } from './kind/look.ts'
import { type Weighed, weigh } from './kind/signs.ts'
import { SPAM_SIGNS } from './kind/spam.ts'
import { evidence } from './quote.ts'
import type { Reading } from './reading.ts'

/** So many points of one kind, less what speaks for a person, and it is that kind. */
const ENOUGH = 6
/** From here on a person looks before any machine answers; answering an answering machine is the worst. */
const DOUBTFUL = 4.5
const DOUBTFUL_ANSWER = 3.5
const SPAM_BEFORE_BULK = 3

/**
 * Who wrote a mail. Independent signs of header, structure and wording are weighed for each kind of machine against the
 * signs of a person; the heaviest kind wins if it weighs enough, and else a person wrote it. Mistaking a person for a
 * machine loses a request, and answering a machine starts a loop: what lies between counts as a person's, unanswered.
 */
export function kindOf(reading: Reading, world: KindWorld): KindFinding {
  const best = heaviest(weighed(reading, world))
  if (best.points >= ENOUGH) return { kind: best.kind, evidence: shown(best, best.kind) }
  return { kind: 'human', evidence: best.points >= doubtful(best) ? shown(best, DOUBT) : [] }
}

/** What each kind of machine weighs, for people who want to know why. */
export function weighed(reading: Reading, world: KindWorld): readonly Weighed[] {
  const look = lookAt(reading, world)
  return [
    weigh('bounce', BOUNCE_SIGNS, look),
    weigh('auto-reply', AUTO_REPLY_SIGNS, look),
    weigh('spam', SPAM_SIGNS, look),
    weigh('bulk', BULK_SIGNS, look),
  ]
}

/** Swindlers write like mailings, mailings seldom like swindlers: what is both is spam unless the mailing is far clearer. */
function heaviest(all: readonly Weighed[]): Weighed {
  const weight = (one: Weighed) => one.points + (one.kind === 'spam' && one.points >= ENOUGH ? SPAM_BEFORE_BULK : 0)
  return all.reduce((best, one) => (weight(one) > weight(best) ? one : best))
}

function doubtful({ kind }: Weighed): number {
  return kind === 'auto-reply' ? DOUBTFUL_ANSWER : DOUBTFUL
}

function shown(found: Weighed, what: string) {
  return found.seen.slice(0, 4).map((one) => evidence(what, one.from, one.text, one.at))
}
